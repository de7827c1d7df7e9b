import { setTimeout as pause } from 'node:timers/promises';
import { type EventStore, StoreAway } from '../../server/store/store.ts';

/** What goes wrong with a store. */
export interface Fault {
  isAway: boolean; // nothing can be asked
  isFull: boolean; // nothing can be written
  answersLost: number; // so many appends are stored, and fail all the same
  slow: number; // ms that an append takes longer
}

/** A store that fails as it is told. */
export function faulty(store: EventStore): { store: EventStore; fault: Fault } {
  const fault: Fault = { isAway: false, isFull: false, answersLost: 0, slow: 0 };
  const asked = <A extends unknown[], T>(ask: (...args: A) => Promise<T>) => {
    return async (...args: A): Promise<T> => {
      if (fault.isAway) throw new StoreAway(new Error('away'));
      return ask(...args);
    };
  };
  const failing: EventStore = {
    isShared: store.isShared,
    create: asked((...args) => store.create(...args)),
    find: asked((...args) => store.find(...args)),
    list: asked(() => store.list()),
    sizes: asked(() => store.sizes()),
    claim: asked((...args) => store.claim(...args)),
    epochs: asked((...args) => store.epochs(...args)),
    append: asked(async (...args) => {
      if (fault.slow > 0) await pause(fault.slow);
      if (fault.isFull) throw new StoreAway(new Error('database or disk is full'));
      await store.append(...args);
      if (fault.answersLost > 0) {
        fault.answersLost--;
        fault.isAway = true;
        throw new StoreAway(new Error('connection lost'));
      }
    }),
    load: asked((...args) => store.load(...args)),
    rights: asked((...args) => store.rights(...args)),
    names: asked((...args) => store.names(...args)),
    texts: asked((...args) => store.texts(...args)),
    eraseWords: asked((...args) => store.eraseWords(...args)),
    remove: asked((...args) => store.remove(...args)),
    close: () => store.close(),
  };
  return { store: failing, fault };
}
