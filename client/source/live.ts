import { Client, type Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import type { WireCommandInput } from '../../shared/protocol/command.ts';
import type { Rejected } from '../../shared/protocol/errors.ts';
import type { Reservation } from '../../shared/protocol/http.ts';
import {
  type GameSlice,
  PRIVATE,
  type PrivateMessage,
  RoomState,
  SliceReader,
} from '../../shared/protocol/room.ts';
import { isPublicWhole, isWhole, joinPublic, joinViews, joinWords } from '../../shared/protocol/slices.ts';
import type { Accounted } from '../../shared/rules/account.ts';
import { type Seat, SEATS } from '../../shared/rules/types.ts';
import { watchLine } from './heartbeat.ts';
import { reserveSeat, watchGame } from './http.ts';
import { watcherView } from './idle.ts';
import type { Answer, Snapshot, Source } from './source.ts';

/** Waits between attempts to come back, ms; the last one repeats. */
const WAITS = [300, 600, 1_000, 1_500, 1_500, 1_500, 2_000, 2_000, 3_000, 5_000];
/** Errors that no waiting mends. */
const FINAL: ReadonlySet<string> = new Set([
  'TOKEN_WRONG',
  'GAME_UNKNOWN',
  'STALE_VERSION',
  'RULES_CHANGED',
  'BODY_MALFORMED',
  'JOINING_CLOSED',
]);
/** Whose seat screens are told when one watches from none. */
const STANDS_FOR: Seat = 'eu';
const ANSWER_WITHIN = 12_000; // ms
const TRIES = 3;

const NOTHING: Snapshot = {
  line: 'connecting',
  view: null,
  words: { names: { us: [], ru: [], eu: [], ua: [], nato: [], cn: [] }, texts: {} },
  game: null,
  present: [],
  accounts: [],
  error: null,
};

/** A seat of a live game, or a place to watch it from. It keeps the line open until it is closed, and comes back by itself. */
export class LiveSource implements Source {
  readonly #code: string;
  readonly #token: string | null;
  readonly #client = new Client(location.origin);
  readonly #listeners = new Set<() => void>();
  readonly #open = new SliceReader();
  readonly #own = new SliceReader();
  #privateTexts = new Map<string, string>();
  #room: Room<unknown, RoomState> | null = null;
  #snapshot: Snapshot = NOTHING;
  #closed = false;
  #due = false;
  #wake: (() => void) | null = null;

  /** @param token of the seat; null: watches */
  constructor(code: string, token: string | null) {
    this.#code = code;
    this.#token = token;
    addEventListener('online', this.#hurry);
    document.addEventListener('visibilitychange', this.#hurry);
    void this.#keepLine();
  }

  snapshot = (): Snapshot => this.#snapshot;

  subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  /** Asks the server; tries again with the same id when the line breaks, so nothing is done twice. */
  request = async (command: WireCommandInput): Promise<Answer> => {
    const id = nanoid();
    const round = this.#snapshot.view?.world.round;
    const asked = command.kind === 'say' || round === undefined ? { id, command } : { id, round, command };

    for (let attempt = 0; attempt < TRIES && !this.#closed; attempt++) {
      if (!(await this.#lineIsUp()) || !this.#room) break;
      try {
        await this.#room.request('command', asked, { timeout: ANSWER_WITHIN });
        return { ok: true };
      } catch (error) {
        if (isRejection(error)) return { ok: false, failure: error.reason };
      }
    }
    return { ok: false, failure: { code: 'OFFLINE', message: 'no answer from the server' } };
  };

  close = (): void => {
    this.#closed = true;
    removeEventListener('online', this.#hurry);
    document.removeEventListener('visibilitychange', this.#hurry);
    this.#wake?.();
    void this.#room?.leave().catch(() => {});
    this.#listeners.clear();
  };

  #hurry = (): void => {
    if (document.visibilityState === 'visible') this.#wake?.();
  };

  /** Joins, waits until the line breaks, joins again. */
  async #keepLine(): Promise<void> {
    let attempt = 0;
    while (!this.#closed) {
      const reserved =
        this.#token === null ? await watchGame(this.#code) : await reserveSeat(this.#code, this.#token);
      if (!reserved.ok) {
        if (FINAL.has(reserved.failure.code)) {
          this.#publish({ line: 'gone', error: reserved.failure });
          return;
        }
      } else {
        const line = await this.#join(reserved.body.reservation);
        if (line) {
          attempt = 0;
          await line.broken;
        }
      }
      if (this.#closed) return;
      this.#publish({ line: this.#snapshot.view ? 'reconnecting' : 'connecting' });
      await this.#rest(WAITS[Math.min(attempt++, WAITS.length - 1)] ?? 5000);
    }
  }

  /** @returns a promise of the line's end, or null when joining failed */
  async #join(reservation: Reservation): Promise<{ broken: Promise<void> } | null> {
    try {
      const room = await this.#client.consumeSeatReservation<RoomState>(reservation, RoomState as never);
      room.reconnection.enabled = false; // a new reservation brings the seat back from anywhere
      this.#room = room;
      this.#privateTexts = new Map();
      room.onMessage(PRIVATE, (message: PrivateMessage) => this.#takePrivate(message));
      room.onStateChange(() => this.#readSoon());
      const broken = new Promise<void>((resolve) => {
        const end = () => {
          heartbeat.stop();
          if (this.#room === room) this.#room = null;
          resolve();
        };
        const heartbeat = watchLine(room, () => {
          void room.leave(false).catch(() => {}); // nobody is there to say goodbye to
          end();
        });
        room.onMessage(PRIVATE, () => heartbeat.heard());
        room.onStateChange(() => heartbeat.heard());
        room.onLeave(end);
      });
      return { broken };
    } catch {
      return null;
    }
  }

  #takePrivate(message: PrivateMessage): void {
    if (message.whole) this.#privateTexts = new Map();
    for (const [name, text] of Object.entries(message.slices)) {
      if (text === null) this.#privateTexts.delete(name);
      else this.#privateTexts.set(name, text);
    }
    this.#readSoon();
  }

  /** The public and the private part of one change arrive as two frames: read them once. */
  #readSoon(): void {
    if (this.#due) return;
    this.#due = true;
    setTimeout(() => {
      this.#due = false;
      this.#read();
    }, 8);
  }

  #read(): void {
    const state = this.#room?.state;
    if (!state?.slices || this.#closed) return;
    const open = this.#open.read(state.slices.entries() as Iterable<[string, string]>);
    const own = this.#own.read(this.#privateTexts);
    const watches = this.#token === null;
    if (watches ? !isPublicWhole(open) : !isWhole(open, own)) return;
    this.#publish({
      line: 'live',
      view: watches ? watcherView(joinPublic(open), STANDS_FOR) : joinViews(open, own),
      words: joinWords(open, own),
      game: (open['game'] as GameSlice | undefined) ?? null,
      present: SEATS.filter((seat) => ((open['present'] ?? {}) as Partial<Record<Seat, number>>)[seat]),
      accounts: (own['accounts'] ?? []) as readonly Accounted[],
      error: null,
    });
  }

  #publish(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const tell of this.#listeners) tell();
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#wake = done;
    });
  }

  #lineIsUp(): Promise<boolean> {
    if (this.#room && this.#snapshot.line === 'live') return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (up: boolean) => {
        clearTimeout(timer);
        stop();
        resolve(up);
      };
      const timer = setTimeout(() => settle(false), ANSWER_WITHIN);
      const stop = this.subscribe(() => {
        if (this.#snapshot.line === 'live') settle(true);
        if (this.#snapshot.line === 'gone') settle(false);
      });
    });
  }
}

function isRejection(error: unknown): error is Error & { reason: Rejected } {
  return error instanceof Error && error.name === 'rejected' && 'reason' in error;
}
