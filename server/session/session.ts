import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Actor, type Command, decide, publicViewOf, viewFor } from '../../shared/rules/index.ts';
import { SEATS } from '../../shared/rules/index.ts';
import type {
  Decision,
  GameEvent,
  GameState,
  PublicView,
  Refusal,
  Scenario,
  Seat,
  SeatView,
  Sight,
  TextId,
} from '../../shared/rules/index.ts';
import type { Accounted } from '../../shared/rules/account.ts';
import type { Log } from '../log.ts';
import {
  type Entry,
  type EventStore,
  Fenced,
  type GameSettings,
  jsonOf,
  type LogRow,
  type SeatName,
  StoreAway,
  type Versions,
} from '../store/store.ts';
import { accountIn, accountsIn } from './accounts.ts';
import { rowHash } from './chain.ts';
import type { Thinkers } from './thinkers.ts';
import { applyAll, isOurs, replay, RulesChanged, VERSIONS } from './replay.ts';

/** A command and who asks it. */
export interface Ask {
  actor: Actor;
  id: string; // unique in the game: the same id again brings the same reply
  command: Command;
  round?: number | undefined; // the round it was meant for
  /** What is stored with it: words, names, the right to a seat. */
  with?: Omit<Entry, 'rows'>;
}

/** It was meant for another round than the one the game is in. */
export interface Stale {
  code: 'STALE_COMMAND';
  round: number;
  now: number;
}

export type Reply = { ok: true; seq: number } | { ok: false; refusal: Refusal | Stale };

/** Something accepted, stored and applied; or words taken out. */
export interface Change {
  seq: number;
  actor: Actor;
  kind: Command['kind'] | 'eraseWords';
}

export interface Listener {
  changed(change: Change): void;
  /** The store is there again after it failed; what was not done meanwhile can be done now. */
  mended?(): void;
  /** The session is over: someone else writes the game, or its log cannot be read. */
  closed(reason: Error): void;
}

/** A bug of ours came between a command and its log; the command is not in it. */
export class Fault extends Error {
  constructor(cause: unknown) {
    super('the command could not be carried out', { cause });
    this.name = 'Fault';
  }
}

/** The game was put away in good order; whoever asks opens it again. */
export class Closed extends Error {
  constructor() {
    super('the session was closed');
    this.name = 'Closed';
  }
}

/** Waits before the store is tried again, ms; the last one repeats. */
const MENDING = [500, 1_000, 2_000, 4_000, 8_000];

/** No game has this code. */
export class GameUnknown extends Error {
  constructor(code: string) {
    super(`there is no game ${code}`);
    this.name = 'GameUnknown';
  }
}

/**
 * The only door to a game: decides one command at a time, stores what came of it, then tells everyone.
 *
 * Refusals are values. After a fault, or when the store fails, the session is what the log says, as soon as it can be
 * read; until then it shows what it showed and takes no command.
 */
export class Session {
  readonly code: string;
  readonly settings: GameSettings;
  readonly scenario: Scenario;
  readonly #store: EventStore;
  readonly #log: Log;
  readonly #thinkers: Thinkers | null;
  readonly #listeners = new Set<Listener>();
  #texts = new Map<TextId, string>();
  readonly #names: SeatName[] = [];
  readonly #sights = new Map<Seat, Sight>();
  #open: Sight<PublicView> | null = null;
  #epoch: number;
  #state: GameState;
  #length: number; // rows in the log
  #hash: string; // of the last row
  #known: Map<string, number>; // command id → seq
  #accounts: Accounted[];
  #queue: Promise<unknown> = Promise.resolve();
  #over: Error | null = null;
  #isUnsure = false; // whether the log has what was stored last
  #failures = 0; // of the store, one after another
  #mending: NodeJS.Timeout | null = null;

  private constructor(
    store: EventStore,
    log: Log,
    code: string,
    epoch: number,
    rows: readonly LogRow[],
    thinkers: Thinkers | null,
  ) {
    const { settings, scenario, state } = replay(rows);
    this.code = code;
    this.settings = settings;
    this.scenario = scenario;
    this.#store = store;
    this.#thinkers = thinkers;
    this.#log = log.child({ game: code });
    this.#epoch = epoch;
    this.#state = state;
    this.#length = rows.length;
    this.#hash = hashOfLast(rows);
    this.#known = idsOf(rows);
    this.#accounts = accountsIn(rows);
  }

  /**
   * Claims a game and restores it from its log. A game of earlier rules or content goes on with this server's, which
   * its log then says.
   *
   * The end of a game is decided by `thinkers`, else here.
   *
   * Fails with {@link GameUnknown}, {@link StoreAway}, or `RulesChanged` when this server cannot read the log.
   */
  static async open(
    store: EventStore,
    log: Log,
    code: string,
    thinkers: Thinkers | null = null,
  ): Promise<Session> {
    const epoch = await store.claim(code, Date.now());
    if (epoch === null) throw new GameUnknown(code);

    const rows = await store.load(code);
    const session = new Session(store, log, code, epoch, rows, thinkers);
    await session.#loadWords();
    const { versions } = replay(rows);
    if (!isOurs(versions)) await session.#goOn(versions);
    return session;
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** The last row's number. */
  get seq(): number {
    return this.#length - 1;
  }

  get isOver(): boolean {
    return this.#over !== null;
  }

  /** What people wrote, by id; another map once something was taken out. Only for those whose view has the id. */
  get texts(): ReadonlyMap<TextId, string> {
    return this.#texts;
  }

  /** What decided the bots, in the order of their acts; nothing before the end. */
  get accounts(): readonly Accounted[] {
    return this.#state.world.phase === 'ended' ? this.#accounts : [];
  }

  get names(): readonly SeatName[] {
    return this.#names;
  }

  publicView(): PublicView {
    if (this.#open?.state !== this.#state)
      this.#open = { state: this.#state, view: publicViewOf(this.#state, this.#open) };
    return this.#open.view;
  }

  view(seat: Seat): SeatView {
    const before = this.#sights.get(seat) ?? null;
    if (before?.state === this.#state) return before.view;

    const view = viewFor(this.scenario, this.#state, seat, before, this.publicView());
    this.#sights.set(seat, { state: this.#state, view });
    return view;
  }

  /** @returns a function that ends it */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Decides a command after all that were asked before it.
   *
   * Fails with {@link Fault} when the command could not be decided (it is then not in the log), with `StoreAway` when
   * it could not be stored, with `Fenced` when the game is written elsewhere.
   */
  async handle(ask: Ask): Promise<Reply> {
    const before = this.#queue;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#queue = promise;
    await before;
    try {
      return await this.#handleNow(ask);
    } finally {
      resolve();
    }
  }

  /** Takes out every word and name that people wrote so far, for good, and tells everyone. */
  eraseWords(): Promise<void> {
    const erased = this.#queue.then(() => this.#eraseNow());
    this.#queue = erased.catch(() => undefined);
    return erased;
  }

  /** Ends the session once all that was asked is done. */
  async close(): Promise<void> {
    await this.#queue;
    await nextTurn(); // replies leave before whoever listens closes the lines
    this.#end(new Closed());
  }

  /** Ends the session at once: the game is written elsewhere. */
  lose(reason: Fenced): void {
    this.#end(reason);
  }

  async #handleNow(ask: Ask): Promise<Reply> {
    if (this.#over) throw this.#over;
    if (this.#isUnsure) await this.#reload();
    try {
      return this.#repeated(ask) ?? (await this.#decideAndStore(ask));
    } catch (cause) {
      if (cause instanceof Fenced) {
        this.#end(cause);
        throw cause;
      }
      this.#log.error(
        { err: cause, seq: this.#length, actor: ask.actor, command: ask.command.kind },
        'a command failed',
      );
      this.#isUnsure = true;
      if (cause instanceof StoreAway) this.#mendLater();
      await this.#reload();
      const reply = this.#repeated(ask);
      if (reply) return reply;
      throw cause instanceof StoreAway ? cause : new Fault(cause);
    }
  }

  #repeated(ask: Ask): Reply | null {
    const seq = this.#known.get(ask.id);
    return seq === undefined ? null : { ok: true, seq };
  }

  async #decideAndStore(ask: Ask): Promise<Reply> {
    const now = this.#state.world.round;
    if (ask.round !== undefined && ask.round !== now) {
      return { ok: false, refusal: { code: 'STALE_COMMAND', round: ask.round, now } };
    }
    const { actor, id: commandId, command, with: beside } = ask;
    const decision =
      this.#thinkers && mayEnd(this.#state, actor, command)
        ? await this.#thoughtOut(this.#thinkers, ask)
        : decide(this.scenario, this.#state, actor, command);
    if (!decision.ok) return decision;

    // Applied before it is stored, shown only afterwards: what cannot be applied must not get into the log.
    const state = decision.after ?? applyAll(this.#state, decision.events);
    const seq = this.#length;
    const { events } = decision;
    const json = jsonOf({ command, events });
    const hash = rowHash(this.settings, this.#hash, { actor, command, events, json }, state);
    const row: LogRow = { seq, commandId, actor, command, events, hash, json };
    await this.#store.append(this.code, this.#epoch, beside ? { ...beside, rows: [row] } : { rows: [row] });

    const account = accountIn(row, this.#state.world.round);
    if (account) this.#accounts.push(account);
    this.#failures = 0;
    this.#forgetOldViews();
    this.#state = state;
    this.#length = seq + 1;
    this.#hash = hash;
    this.#known.set(commandId, seq);
    if (beside) this.#keepWords(beside);
    this.#tell({ seq, actor, kind: command.kind });
    return { ok: true, seq };
  }

  #keepWords({ texts = {}, names = [] }: Omit<Entry, 'rows'>): void {
    for (const [id, text] of Object.entries(texts)) this.#texts.set(id, text);
    this.#names.push(...names);
  }

  /** What closes a game takes long, so it is decided in another thread; the state stands still meanwhile. */
  async #thoughtOut(thinkers: Thinkers, { actor, command }: Ask): Promise<Decision<GameEvent>> {
    const state = this.#state;
    try {
      const { edition } = this.settings;
      return await thinkers.decide({ edition, state, actor, command });
    } catch (error) {
      this.#log.warn({ err: error }, 'the end of a game had to be decided here');
      return decide(this.scenario, state, actor, command);
    }
  }

  async #eraseNow(): Promise<void> {
    await this.#store.eraseWords(this.code);
    this.#texts = new Map();
    this.#names.length = 0;
    this.#tell({ seq: this.seq, actor: 'host', kind: 'eraseWords' });
  }

  /** Back to what the log says. Ends the session when it makes no sense, fails when it cannot be had now. */
  async #reload(): Promise<void> {
    let rows: readonly LogRow[];
    try {
      rows = await this.#store.load(this.code);
      await this.#loadWords();
      this.#state = replay(rows).state;
    } catch (cause) {
      if (cause instanceof StoreAway) throw cause;
      const reason = new Fault(cause);
      this.#log.error({ err: reason }, 'the log could not be read again');
      this.#end(reason);
      throw reason;
    }
    this.#length = rows.length;
    this.#hash = hashOfLast(rows);
    this.#known = idsOf(rows);
    this.#accounts = accountsIn(rows);
    this.#isUnsure = false;
    this.#sights.clear();
    this.#open = null;
  }

  async #loadWords(): Promise<void> {
    const texts = await this.#store.texts(this.code);
    const names = await this.#store.names(this.code);
    this.#texts = new Map(Object.entries(texts));
    this.#names.splice(0, this.#names.length, ...names);
  }

  /** Reads the log again after a while, as long as it takes, and says when it is there. */
  #mendLater(): void {
    if (this.#mending || this.#over) return;

    const wait = MENDING[Math.min(this.#failures++, MENDING.length - 1)];
    this.#mending = setTimeout(() => {
      this.#mending = null;
      this.#queue = this.#queue.then(() => this.#mend());
    }, wait);
    this.#mending.unref();
  }

  async #mend(): Promise<void> {
    if (this.#over) return;
    try {
      await this.#reload();
    } catch {
      this.#mendLater();
      return;
    }
    for (const listener of this.#listeners) listener.mended?.();
  }

  /** Takes over a game of other versions, if it can be shown with these. */
  async #goOn(before: Versions): Promise<void> {
    try {
      for (const seat of SEATS) this.view(seat);
    } catch (cause) {
      throw new RulesChanged(before, cause);
    }
    if (this.publicView().world.phase === 'ended') return;

    const command = { kind: 'goOn', versions: VERSIONS } as const;
    const seq = this.#length;
    const decided = { seq, commandId: `go-on:${seq}`, actor: 'host', command, events: [] } as const;
    const row: LogRow = { ...decided, hash: rowHash(this.settings, this.#hash, decided, this.#state) };
    await this.#store.append(this.code, this.#epoch, { rows: [row] });
    this.#length = seq + 1;
    this.#hash = row.hash;
  }

  /** What nobody has looked at since the act before would only hold on to an old state. */
  #forgetOldViews(): void {
    for (const [seat, { state }] of this.#sights) if (state !== this.#state) this.#sights.delete(seat);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) {
      try {
        listener.changed(change);
      } catch (error) {
        this.#log.error({ err: error, seq: change.seq }, 'a listener failed');
      }
    }
  }

  #end(reason: Error): void {
    if (this.#over) return;

    this.#over = reason;
    if (this.#mending) clearTimeout(this.#mending);
    for (const listener of this.#listeners) listener.closed(reason);
    this.#listeners.clear();
  }
}

function hashOfLast(rows: readonly LogRow[]): string {
  const last = rows.at(-1);
  if (!last) throw new Error('the log is empty');
  return last.hash;
}

/** Whether a command may be the last of a game. */
function mayEnd({ world }: GameState, actor: Actor, command: Command): boolean {
  if (world.phase !== 'talks' || world.round < world.rounds) return false;
  if (command.kind === 'closeTalks') return true;
  return command.kind === 'setReady' && SEATS.every((seat) => seat === actor || world.seats[seat].ready);
}

function idsOf(rows: readonly LogRow[]): Map<string, number> {
  return new Map(rows.map((row) => [row.commandId, row.seq]));
}
