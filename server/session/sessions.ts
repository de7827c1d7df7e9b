import type { Log } from '../log.ts';
import type { EventStore } from '../store/store.ts';
import { Delegations } from './delegations.ts';
import { Session } from './session.ts';

/** Hears of bots beginning and ending to act. */
type ActingListener = (acting: boolean) => void;

/** A game that is open in this process, with its bots at work. */
export interface Live {
  session: Session;
  delegations: Delegations;
  acting: Set<ActingListener>;
}

/** Unused games are put away after this long. */
const IDLE_MS = 60_000;

/** The games that are open here. Each is opened once, however many ask for it. */
export class Sessions {
  readonly store: EventStore;
  readonly #log: Log;
  readonly #open = new Map<string, { live: Promise<Live>; usedAt: number }>();
  readonly #sweeping: NodeJS.Timeout;

  constructor(store: EventStore, log: Log) {
    this.store = store;
    this.#log = log;
    this.#sweeping = setInterval(() => void this.#putAwayIdle(), IDLE_MS / 4).unref();
  }

  /** Fails as {@link Session.open} does. */
  async use(code: string): Promise<Live> {
    const known = this.#open.get(code);
    if (known) {
      known.usedAt = Date.now();
      const live = await known.live;
      if (!live.session.isOver) return live;
      if (this.#open.get(code) === known) this.#open.delete(code);
      return this.use(code);
    }

    const opened = { live: this.#openGame(code), usedAt: Date.now() };
    this.#open.set(code, opened);
    try {
      return await opened.live;
    } catch (error) {
      this.#open.delete(code);
      throw error;
    }
  }

  isOpen(code: string): boolean {
    return this.#open.has(code);
  }

  /** Ends a game and deletes all that is kept of it. */
  async remove(code: string): Promise<void> {
    await this.#putAway(code);
    await this.store.remove(code);
  }

  /** Ends all, each after what was asked of it. */
  async close(): Promise<void> {
    clearInterval(this.#sweeping);
    await Promise.allSettled([...this.#open].map(([code]) => this.#putAway(code)));
  }

  async #openGame(code: string): Promise<Live> {
    const session = await Session.open(this.store, this.#log, code);
    const acting = new Set<ActingListener>();
    const delegations = new Delegations(session, this.#log, (isActing) => {
      for (const told of acting) told(isActing);
    });
    return { session, delegations, acting };
  }

  async #putAwayIdle(): Promise<void> {
    for (const [code, { live: opening, usedAt }] of this.#open) {
      const live = await opening.catch(() => null); // whoever asked for it was told
      if (!live) continue;

      const { session, delegations, acting } = live;
      const isIdle = acting.size === 0 && !delegations.isActing && Date.now() - usedAt > IDLE_MS;
      if (isIdle || session.isOver) await this.#putAway(code);
    }
  }

  async #putAway(code: string): Promise<void> {
    const known = this.#open.get(code);
    if (!known) return;

    this.#open.delete(code);
    const { session, delegations } = await known.live;
    await delegations.stop();
    await session.close();
  }
}
