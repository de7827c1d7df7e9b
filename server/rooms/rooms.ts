import { defineRoom, type IRoomCache, matchMaker, type RegisteredHandler } from '@colyseus/core';
import { setTimeout as pause } from 'node:timers/promises';
import type { JoinGame, Reservation, SeatTaken } from '../../shared/protocol/http.ts';
import { ROOM } from '../../shared/protocol/version.ts';
import type { Seat } from '../../shared/rules/index.ts';
import { Told } from '../http/errors.ts';
import type { Outcome } from '../session/games.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Directory } from './directory.ts';
import { GameRoom, MOST_CLIENTS, type RoomServices, type Seated } from './game-room.ts';

/** A room that is just being closed is gone after a moment. */
const PAUSE_MS = 100;
/** Nobody waits longer than this for a room, ms. */
const PATIENCE_MS = 8_000;
/** Another process does what is asked of its room within this, ms. */
const WORK_WITHIN = 3_000;
const RETRY_SECONDS = 30;

/** Room types with what they need of the server. Rooms are made by the server only; clients may only reconnect. */
export function defineRooms(services: RoomServices): Record<typeof ROOM, RegisteredHandler<GameRoom>> {
  matchMaker.controller.exposedMethods = ['reconnect'];
  // No page of another origin has anything to ask of us.
  Object.assign(matchMaker.controller, { DEFAULT_CORS_HEADERS: {}, getCorsHeaders: () => ({}) });
  return { [ROOM]: defineRoom(GameRoom, { services } as never) };
}

/**
 * The rooms of games, in this process or another one. A game's room is opened here when no living process has it.
 *
 * Everything fails as `Sessions.use` does, and with `UNAVAILABLE` when no room could be had in time.
 */
export class Rooms {
  readonly #sessions: Sessions;
  readonly #directory: Directory | null;
  readonly #opening = new Map<string, Promise<void>>();

  /** @param directory null: no other process has any game */
  constructor(sessions: Sessions, directory: Directory | null) {
    this.#sessions = sessions;
    this.#directory = directory;
  }

  /** A place in a game's room, for a seat whose token was checked, or to watch. */
  reserve(code: string, seat: Seat | null): Promise<Reservation> {
    return this.#inRoom(code, (listing) => matchMaker.reserveSeatFor(listing, {}, { seat } satisfies Seated));
  }

  /** A person takes a seat and `seatToken` opens it from now on. Asked again, it is the same. Errors: those of `joinGame`. */
  join(code: string, body: JoinGame, seatToken: string): Promise<Outcome<SeatTaken>> {
    return this.#inRoom(code, ({ roomId }) =>
      matchMaker.remoteRoomCall<GameRoom>(roomId, 'join', [body, seatToken], WORK_WITHIN),
    );
  }

  /** Takes out every word that people wrote so far. */
  eraseWords(code: string): Promise<Outcome<null>> {
    return this.#inRoom(code, ({ roomId }) =>
      matchMaker.remoteRoomCall<GameRoom>(roomId, 'eraseWords', [], WORK_WITHIN),
    );
  }

  /** Does something in the game's room, wherever that is; opens it here if it is nowhere. */
  async #inRoom<T>(code: string, work: (listing: IRoomCache) => Promise<T>): Promise<T> {
    const giveUp = new AbortController();
    const late = pause(PATIENCE_MS, null, { ref: false, signal: giveUp.signal }).catch(() => null);
    const done = await Promise.race([this.#tryInRoom(code, work, giveUp.signal), late]);
    giveUp.abort();
    if (done) return done.value;
    throw new Told({ code: 'UNAVAILABLE', message: 'the game cannot be reached just now', retryAfter: 2 });
  }

  async #tryInRoom<T>(
    code: string,
    work: (listing: IRoomCache) => Promise<T>,
    givenUp: AbortSignal,
  ): Promise<{ value: T } | null> {
    const silent = new Set<string>(); // processes that have not answered for it
    while (!givenUp.aborted) {
      const listing = await this.#listingOf(code);
      if (listing) {
        try {
          return { value: await work(listing) };
        } catch (error) {
          if (!isWithoutAnswer(error)) throw error;
          if (listing.clients >= listing.maxClients) {
            const message = 'too many connections to this game at once';
            throw new Told({ code: 'TOO_MANY', message, retryAfter: RETRY_SECONDS });
          }
          // A process that lives and does not have the room it noted: after a second try it is opened elsewhere.
          if (silent.has(listing.processId)) await this.#directory?.forget(code, listing.processId);
          silent.add(listing.processId);
        }
      }
      await pause(PAUSE_MS);
    }
    return null;
  }

  /** Where the game's room is, after it was opened here if it was nowhere. */
  async #listingOf(code: string): Promise<IRoomCache | null> {
    if (matchMaker.getLocalRoomById(code)) return this.#own(code);

    const elsewhere = await this.#elsewhere(code);
    if (elsewhere) return elsewhere;

    let opening = this.#opening.get(code);
    if (!opening) {
      opening = this.#open(code).finally(() => this.#opening.delete(code));
      this.#opening.set(code, opening);
    }
    await opening;
    return matchMaker.getLocalRoomById(code) ? this.#own(code) : null;
  }

  /** The listing of another process that has the game and lives. */
  async #elsewhere(code: string): Promise<IRoomCache | null> {
    if (!this.#directory) return null;

    const listing = await matchMaker.getRoomById(code);
    if (!listing || listing.processId === matchMaker.processId) return null;
    // A process that died has hung up: nobody listens on its channel.
    const channels = await this.#directory.presence.channels(`p:${listing.processId}`);
    if (channels.length > 0) return listing;

    await this.#directory.forget(code, listing.processId);
    return null;
  }

  async #open(code: string): Promise<void> {
    const listing = this.#own(code);
    if (this.#directory && !(await this.#directory.take(code, listing))) return; // another was first
    try {
      await this.#sessions.use(code); // here, so that what is wrong is told as it is
      await matchMaker.createRoom(ROOM, { code });
    } catch (error) {
      await this.#directory?.forget(code, listing.processId);
      throw error;
    }
  }

  /** The listing of a room of this process: what a reservation is made of. */
  #own(code: string): IRoomCache {
    const room = matchMaker.getLocalRoomById(code);
    const { processId, publicAddress } = matchMaker;
    return {
      name: ROOM,
      roomId: code,
      processId,
      clients: room?.clients.length ?? 0,
      maxClients: MOST_CLIENTS,
      ...(publicAddress ? { publicAddress } : {}),
    };
  }
}

/** Whether nobody answered for a room: it is full, just closing, or its process is gone or paused. */
function isWithoutAnswer(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.constructor.name === 'SeatReservationError' || error.message.includes('timed out, requesting');
}

/** Rooms open in this process, and the connections to them. */
export function roomStats(): { rooms: number; clients: number } {
  const { roomCount, ccu } = matchMaker.stats.local;
  return { rooms: roomCount, clients: ccu };
}
