import type { PublicView } from '../../shared/rules/index.ts';
import { publicViewOf } from '../../shared/rules/index.ts';
import type { Log } from '../log.ts';
import { type EventStore, Fenced, type GameSettings } from '../store/store.ts';
import { Delegations } from './delegations.ts';
import { replay } from './replay.ts';
import { GameUnknown, Session } from './session.ts';
import { Thinkers } from './thinkers.ts';

/** Hears of bots beginning and ending to act. */
type ActingListener = (acting: boolean) => void;

/** A game that is open in this process, with its bots at work. */
export interface Live {
  session: Session;
  delegations: Delegations;
  acting: Set<ActingListener>;
}

/** What is known of a game without opening it. */
export interface Glance {
  code: string;
  settings: GameSettings;
  view: PublicView;
}

/** This process takes no more games: it has no memory for them, or it is about to stop. */
export class NoRoom extends Error {
  readonly isStopping: boolean;

  constructor(isStopping: boolean) {
    super(isStopping ? 'the server is about to stop' : 'the server has no memory for another game');
    this.name = 'NoRoom';
    this.isStopping = isStopping;
  }
}

/** Unused games are put away after this long. */
const IDLE_MS = 60_000;
/** How often a process that shares its store asks whether its games are still its own, ms. */
const CLAIMS_MS = 2_000;

/** The games that are open here. Each is opened once, however many ask for it. */
export class Sessions {
  readonly store: EventStore;
  readonly #log: Log;
  readonly #thinkers: Thinkers;
  readonly #fits: () => boolean;
  readonly #open = new Map<string, { live: Promise<Live>; usedAt: number }>(); // ms of a clock that never jumps
  readonly #timers: NodeJS.Timeout[] = [];
  #isClosing = false;

  /** @param fits whether there is memory for another game */
  constructor(store: EventStore, log: Log, fits: () => boolean = () => true) {
    this.store = store;
    this.#log = log;
    this.#thinkers = new Thinkers(log);
    this.#fits = fits;
    this.#timers.push(setInterval(() => void this.#putAwayIdle(), IDLE_MS / 4).unref());
    if (store.isShared) this.#timers.push(setInterval(() => void this.#checkClaims(), CLAIMS_MS).unref());
  }

  /**
   * The game, open here and written by no other process.
   *
   * Fails as {@link Session.open} does, and with {@link NoRoom}.
   */
  async use(code: string): Promise<Live> {
    const known = this.#open.get(code);
    if (known) {
      known.usedAt = performance.now();
      const live = await known.live;
      if (!live.session.isOver) return live;
      if (this.#open.get(code) === known) this.#open.delete(code);
      return this.use(code);
    }
    if (this.#isClosing || !this.#fits()) throw new NoRoom(this.#isClosing);

    const opened = { live: this.#openGame(code), usedAt: performance.now() };
    this.#open.set(code, opened);
    try {
      return await opened.live;
    } catch (error) {
      this.#open.delete(code);
      throw error;
    }
  }

  /** What everyone may see of a game, wherever it is open. Fails with `GameUnknown` or `RulesChanged`. */
  async glance(code: string): Promise<Glance> {
    const live = await this.#open.get(code)?.live.catch(() => null);
    if (live && !live.session.isOver)
      return { code, settings: live.session.settings, view: live.session.publicView() };

    const rows = await this.store.load(code);
    if (rows.length === 0) throw new GameUnknown(code);
    const { settings, state } = replay(rows);
    return { code, settings, view: publicViewOf(state) };
  }

  isOpen(code: string): boolean {
    return this.#open.has(code);
  }

  /** Ends a game and deletes all that is kept of it. */
  async remove(code: string): Promise<void> {
    await this.#putAway(code);
    await this.store.remove(code);
  }

  /** Ends all, each after what was asked of it, and opens no more. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.allSettled([...this.#open].map(([code]) => this.#putAway(code)));
    await this.#thinkers.close();
  }

  async #openGame(code: string): Promise<Live> {
    const session = await Session.open(this.store, this.#log, code, this.#thinkers);
    const acting = new Set<ActingListener>();
    const delegations = new Delegations(session, this.#thinkers, this.#log, (isActing) => {
      for (const told of acting) told(isActing);
    });
    session.listen({
      changed: () => undefined,
      closed: () => undefined,
      mended: () => delegations.wake(),
    });
    return { session, delegations, acting };
  }

  async #putAwayIdle(): Promise<void> {
    for (const [code, { live: opening, usedAt }] of this.#open) {
      const live = await opening.catch(() => null); // whoever asked for it was told
      if (!live) continue;

      const { session, delegations, acting } = live;
      const isIdle = acting.size === 0 && !delegations.isActing && performance.now() - usedAt > IDLE_MS;
      if (isIdle || session.isOver) await this.#putAway(code);
    }
  }

  /** Ends the games that another process has claimed, or removed, since they were opened here. */
  async #checkClaims(): Promise<void> {
    const opened = await Promise.all([...this.#open.values()].map(({ live }) => live.catch(() => null)));
    const sessions = opened.flatMap((live) => (live && !live.session.isOver ? live.session : []));
    try {
      const epochs = await this.store.epochs(sessions.map((session) => session.code));
      for (const session of sessions) {
        const { code, epoch } = session;
        if ((epochs.get(code) ?? Infinity) > epoch) session.lose(new Fenced(code, epoch));
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'the claims could not be looked at');
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
