import './socket.ts'; // before the SDK, which takes the global socket when it is loaded
import { Client, type Room } from '@colyseus/sdk';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { watchLine } from '../../client/source/heartbeat.ts';
import type { CommandAnswer, WireCommandInput } from '../../shared/protocol/command.ts';
import type { SeatReserved } from '../../shared/protocol/http.ts';
import { PRIVATE, type PrivateMessage, RoomState, SliceReader } from '../../shared/protocol/room.ts';
import { isWhole, joinViews } from '../../shared/protocol/slices.ts';
import type { Seat, SeatView } from '../../shared/rules/index.ts';
import type { Front } from './front.ts';
import { moveOf } from './move.ts';

/** As the page has them, ms. */
const WAITS = [300, 600, 1_000, 1_500, 1_500, 1_500, 2_000, 2_000, 3_000, 5_000];
const ANSWER_WITHIN = 12_000;
const TRIES = 3;
/** A request that a hanging server does not answer is given up, as a proxy would, ms. */
const HTTP_WITHIN = 5_000;

/** A command that this client saw acknowledged. */
export interface Acknowledged {
  code: string;
  id: string; // as in the log
  seq: number;
}

/** A client that keeps its line to a seat as the page does, and plays at random. */
export class Rider {
  readonly code: string;
  readonly seat: Seat;
  readonly acknowledged: Acknowledged[] = [];
  readonly refused = new Map<string, number>(); // by code
  shown = -1; // the last row that it was shown
  liveSince: number | null = null; // ms of the monotonic clock; null while it is away
  trouble = ''; // why it is not back yet
  at = ''; // the server it is at, `http://127.0.0.1:port`
  readonly #token: string;
  readonly #front: Front;
  readonly #address: string;
  readonly #every: number;
  #room: Room<unknown, RoomState> | null = null;
  #private = new Map<string, string>();
  #heard: (() => void) | null = null;
  #isClosed = false;
  readonly #ends: Promise<void>[];

  /**
   * @param front which server to come to
   * @param every ms between commands, about
   */
  constructor(front: Front, code: string, seat: Seat, token: string, every: number) {
    this.#front = front;
    this.code = code;
    this.seat = seat;
    this.#token = token;
    this.#address = `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.')}`;
    this.#every = every;
    this.#ends = [this.#keepLine(), this.#play()];
  }

  get view(): SeatView | null {
    const state = this.#room?.state;
    if (!state?.slices) return null;

    const open = new SliceReader().read(state.slices.entries() as Iterable<[string, string]>);
    const own = new SliceReader().read(this.#private);
    return isWhole(open, own) ? joinViews(open, own) : null;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    void this.#room?.leave(false).catch(() => undefined);
    this.#heard?.();
    await Promise.all(this.#ends);
  }

  /** Joins, waits until the line breaks, joins again. */
  async #keepLine(): Promise<void> {
    let attempt = 0;
    while (!this.#isClosed) {
      const line = await this.#join(this.#front.next()).catch((error: unknown) => {
        this.trouble = String(error);
        return null;
      });
      if (line) {
        attempt = 0;
        await line.broken;
      }
      if (this.#isClosed) return;
      await pause(WAITS[Math.min(attempt++, WAITS.length - 1)]);
    }
  }

  async #join(base: string): Promise<{ broken: Promise<void> } | null> {
    const response = await fetch(`${base}/api/games/${this.code}/seat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': this.#address },
      body: JSON.stringify({ seatToken: this.#token }),
      signal: AbortSignal.timeout(HTTP_WITHIN),
    });
    if (!response.ok) {
      this.trouble = `${base} ${response.status} ${await response.text()}`;
      return null;
    }

    const { reservation } = (await response.json()) as SeatReserved;
    const joined = new Client(base).consumeSeatReservation<RoomState>(reservation, RoomState as never);
    const room = await Promise.race([joined, pause(HTTP_WITHIN, null, { ref: false })]);
    if (!room) {
      this.trouble = `no room at ${JSON.stringify(reservation)}`;
      void joined.then((late) => late.leave(false)).catch(() => undefined);
      return null;
    }
    room.reconnection.enabled = false;
    this.#room = room as Room<unknown, RoomState>;
    this.#private = new Map();
    this.at = reservation.publicAddress === undefined ? base : `http://${reservation.publicAddress}`;
    const broken = new Promise<void>((resolve) => {
      const end = () => {
        heartbeat.stop();
        if (this.#room === room) {
          this.#room = null;
          this.liveSince = null;
        }
        resolve();
      };
      const heartbeat = watchLine(room, () => {
        void room.leave(false).catch(() => undefined);
        end();
      });
      const changed = () => {
        heartbeat.heard();
        if (this.#room !== room) return;
        this.shown = Math.max(this.shown, this.#room.state.seq);
        if (this.liveSince === null && this.#private.has('seat') && this.#room.state.slices.has('head'))
          this.liveSince = performance.now();
      };
      room.onMessage(PRIVATE, ({ seq, whole, slices }: PrivateMessage) => {
        this.shown = Math.max(this.shown, seq);
        if (whole) this.#private = new Map();
        for (const [name, text] of Object.entries(slices)) {
          if (text === null) this.#private.delete(name);
          else this.#private.set(name, text);
        }
        changed();
      });
      room.onStateChange(changed);
      room.onLeave(end);
      room.onError(() => undefined);
    });
    return { broken };
  }

  async #play(): Promise<void> {
    while (!this.#isClosed) {
      await pause(this.#every * (0.5 + Math.random()));
      const view = this.liveSince === null ? null : this.view;
      const move = view && moveOf(view);
      if (view && move) await this.#ask(move, view.world.round);
    }
  }

  /** Asks; again with the same id when the line breaks. */
  async #ask(command: WireCommandInput, round: number): Promise<void> {
    const id = randomUUID();
    for (let attempt = 0; attempt < TRIES && !this.#isClosed; attempt++) {
      const room = await this.#line();
      if (!room) return;
      try {
        const asked = room.request('command' as never, { id, round, command } as never, {
          timeout: ANSWER_WITHIN,
        });
        const broken = new Promise<never>((_resolve, reject) => {
          room.onLeave(() => reject(new Error('the line broke')));
        });
        const { seq } = (await Promise.race([asked, broken])) as CommandAnswer;
        this.acknowledged.push({ code: this.code, id: `${this.seat}:${id}`, seq });
        return;
      } catch (error) {
        if (error instanceof Error && 'reason' in error && typeof error.reason === 'object') {
          const { code } = error.reason as { code: string };
          this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
          return;
        }
      }
    }
  }

  async #line(): Promise<Room<unknown, RoomState> | null> {
    const patience = performance.now() + ANSWER_WITHIN;
    while (!this.#isClosed && performance.now() < patience) {
      if (this.#room && this.liveSince !== null) return this.#room;
      await pause(20);
    }
    return null;
  }
}
