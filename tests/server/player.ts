import './socket.ts'; // before the SDK, which takes the global socket when it is loaded
import { Client, type Room } from '@colyseus/sdk';
import type { CommandAnswer, WireCommandInput } from '../../shared/protocol/command.ts';
import type { Rejected } from '../../shared/protocol/errors.ts';
import type { SeatReserved } from '../../shared/protocol/http.ts';
import {
  type GameSlice,
  PRIVATE,
  type PrivateMessage,
  RoomState,
  SliceReader,
} from '../../shared/protocol/room.ts';
import { joinViews, joinWords, type Slices, type Words } from '../../shared/protocol/slices.ts';
import type { Seat, SeatView } from '../../shared/rules/index.ts';

export type Answer = { ok: true; seq: number } | { ok: false; rejected: Rejected };

let commands = 0;

/** A person's connection to a seat, as a page has it. */
export class Player {
  readonly seat: Seat;
  readonly room: Room<unknown, RoomState>;
  readonly #open = new SliceReader();
  readonly #own = new SliceReader();
  #private = new Map<string, string>();
  #told = 0; // the row of the last private message
  #heard: (() => void)[] = [];

  private constructor(seat: Seat, room: Room<unknown, RoomState>) {
    this.seat = seat;
    this.room = room;
    room.reconnection.enabled = false;
    room.onMessage(PRIVATE, (message: PrivateMessage) => {
      if (message.whole) this.#private = new Map();
      this.#told = message.seq;
      for (const [name, text] of Object.entries(message.slices)) {
        if (text === null) this.#private.delete(name);
        else this.#private.set(name, text);
      }
      this.#tell();
    });
    room.onStateChange(() => this.#tell());
  }

  /** Comes to a seat with its token, and waits for its view. */
  static async come(base: string, code: string, seatToken: string): Promise<Player> {
    const { status, body } = await post<SeatReserved>(base, `/api/games/${code}/seat`, { seatToken });
    if (status !== 200) throw new Error(`no place: ${JSON.stringify(body)}`);

    const room = await new Client(base).consumeSeatReservation<RoomState>(body.reservation, RoomState);
    const player = new Player(body.seat, room as Room<unknown, RoomState>);
    await player.until(() => player.#private.has('seat') && player.room.state.slices.has('head'));
    return player;
  }

  get view(): SeatView {
    return joinViews(this.#publicSlices(), this.#own.read(this.#private));
  }

  get words(): Words {
    return joinWords(this.#publicSlices(), this.#own.read(this.#private));
  }

  /** Whether bots are at it. */
  get isActing(): boolean {
    return (this.#publicSlices()['game'] as GameSlice).acting;
  }

  /** Connections at a seat. */
  present(seat: Seat): number {
    return (this.#publicSlices()['present'] as Record<Seat, number>)[seat];
  }

  /** Asks and waits for the answer. */
  async ask(command: WireCommandInput, more: { id?: string; round?: number } = {}): Promise<Answer> {
    return this.askAnything({ id: `test-${process.pid}-${commands++}`, ...more, command });
  }

  async askAnything(payload: unknown): Promise<Answer> {
    try {
      const { seq } = (await this.room.request('command' as never, payload as never)) as CommandAnswer;
      return { ok: true, seq };
    } catch (error) {
      if (error instanceof Error && 'reason' in error)
        return { ok: false, rejected: error.reason as Rejected };
      throw error;
    }
  }

  /** Waits until what has arrived makes `holds` true. */
  async until(holds: () => boolean, ms = 10_000): Promise<void> {
    const patience = Date.now() + ms;
    while (!holds()) {
      if (Date.now() > patience) throw new Error(`waited ${ms} ms in vain: ${holds.toString()}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#heard.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Waits until this page has seen row `seq` and the bots have nothing to add. */
  async settled(seq = 0): Promise<void> {
    await this.until(() => Math.max(this.room.state.seq, this.#told) >= seq && !this.isActing, 30_000);
  }

  async leave(): Promise<void> {
    await this.room.leave();
  }

  #publicSlices(): Slices {
    return this.#open.read(this.room.state.slices.entries() as Iterable<[string, string]>);
  }

  #tell(): void {
    const heard = this.#heard;
    this.#heard = [];
    for (const one of heard) one();
  }
}

export interface Response<T> {
  status: number;
  body: T;
  headers: Headers;
}

/** A POST with a JSON body; text goes as it is. */
export async function post<T = Rejected>(base: string, path: string, body: unknown): Promise<Response<T>> {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as T, headers: response.headers };
}

export async function get<T = Rejected>(base: string, path: string): Promise<Response<T>> {
  const response = await fetch(base + path);
  return { status: response.status, body: (await response.json()) as T, headers: response.headers };
}
