import {
  privateSlices,
  publicSlices,
  type Slices,
  textSlices,
  textsOf,
} from '../../shared/protocol/slices.ts';
import { SEATS, type Seat } from '../../shared/rules/index.ts';
import { steady } from '../../shared/rules/steady.ts';
import type { Session } from '../session/session.ts';

/** Slices as JSON text; null: gone. */
export type Changes = Record<string, string | null>;

/** Levels of a slice that are compared part by part: lists of what is told entry by entry, and names. */
const DEPTH = 2;

/** Slices as they were when they were last looked at. */
export class LastSlices {
  readonly #values = new Map<string, unknown>();

  /** Takes in new values. @returns what differs from before */
  update(slices: Slices): Changes {
    const changes: Changes = {};
    for (const name in slices) {
      const before = this.#values.get(name);
      const value = steady(before, slices[name], DEPTH);
      if (value === before) continue;

      this.#values.set(name, value);
      const text = JSON.stringify(value);
      if (before === undefined || JSON.stringify(before) !== text) changes[name] = text;
    }
    for (const name of this.#values.keys()) {
      if (name in slices) continue;
      this.#values.delete(name);
      changes[name] = null;
    }
    return changes;
  }

  all(): Record<string, string> {
    return Object.fromEntries([...this.#values].map(([name, value]) => [name, JSON.stringify(value)]));
  }
}

/** What some may see of a session, as they were last told. */
export interface Mirror {
  /** @returns what has changed since the last look; null where nothing can have */
  look: () => Changes | null;
  /** All of it, as at the last look. */
  all: () => Record<string, string>;
}

/** What everyone may see. */
export function openMirror(session: Session): Mirror {
  return mirrorOf(
    session,
    () => session.publicView(),
    () => openSlices(session),
  );
}

/** What one seat alone may see. */
export function ownMirror(session: Session, seat: Seat): Mirror {
  return mirrorOf(
    session,
    () => session.view(seat),
    () => ownSlices(session, seat),
  );
}

/** A view stays the same object as long as it shows the same; words come with what refers to them, or go all at once. */
function mirrorOf(session: Session, viewNow: () => object, slicesNow: () => Slices): Mirror {
  const slices = new LastSlices();
  let seen: { view: object; texts: object } | null = null;
  return {
    look: () => {
      const view = viewNow();
      const { texts } = session;
      if (seen?.view === view && seen.texts === texts) return null;

      seen = { view, texts };
      const changes = slices.update(slicesNow());
      return Object.keys(changes).length > 0 ? changes : null;
    },
    all: () => slices.all(),
  };
}

/** The slices of a session that everyone may see, with names and words. */
export function openSlices(session: Session): Slices {
  const view = session.publicView();
  return {
    ...publicSlices(view),
    names: namesOf(session),
    ...textSlices(wordsOf(session, textsOf(view).open)),
  };
}

/** The slices that one seat alone may see, with the words in them. */
export function ownSlices(session: Session, seat: Seat): Slices {
  const view = session.view(seat);
  return {
    ...privateSlices(view),
    ...textSlices(wordsOf(session, textsOf(view).own)),
    ...accountSlice(session, new Set(view.mine.papers.map((paper) => paper.id))),
  };
}

/** After the end: what decided the bots, about papers that the seat may read and about orders. */
function accountSlice(session: Session, readable: ReadonlySet<string>): Slices {
  const accounts = session.accounts.filter(({ proposal }) => proposal === null || readable.has(proposal));
  return accounts.length > 0 ? { accounts } : {};
}

function namesOf(session: Session): Record<Seat, string[]> {
  const names = (seat: Seat) => session.names.filter((one) => one.seat === seat).map((one) => one.name);
  return Object.fromEntries(SEATS.map((seat) => [seat, names(seat)])) as Record<Seat, string[]>;
}

function wordsOf(session: Session, ids: Iterable<string>): Record<string, string> {
  const words: Record<string, string> = {};
  for (const id of ids) {
    const text = session.texts.get(id);
    if (text !== undefined) words[id] = text;
  }
  return words;
}
