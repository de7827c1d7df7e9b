import { Encoder } from '@colyseus/schema';
import { defineRoom, matchMaker, type RegisteredHandler } from '@colyseus/core';
import { setTimeout as pause } from 'node:timers/promises';
import type { Reservation } from '../../shared/protocol/http.ts';
import { ROOM } from '../../shared/protocol/version.ts';
import type { Seat } from '../../shared/rules/index.ts';
import { Told } from '../http/errors.ts';
import { GameRoom, type RoomServices, type Seated } from './game-room.ts';

/** Bytes kept for encoding a room's state; joins are corrupt when the state is larger than this. */
export const STATE_BYTES = 512 * 1024;

/** A room that is just being closed is gone after a moment. */
const TRIES = 20;
const PAUSE_MS = 100;
const RETRY_SECONDS = 30;

/** Room types with what they need of the server. Rooms are made by the server only; clients may only reconnect. */
export function defineRooms(services: RoomServices): Record<typeof ROOM, RegisteredHandler<GameRoom>> {
  Encoder.BUFFER_SIZE = STATE_BYTES;
  matchMaker.controller.exposedMethods = ['reconnect'];
  // No page of another origin has anything to ask of us.
  Object.assign(matchMaker.controller, { DEFAULT_CORS_HEADERS: {}, getCorsHeaders: () => ({}) });
  return { [ROOM]: defineRoom(GameRoom, { services } as never) };
}

/** Places in the rooms of games, for seats whose token was checked. */
export class Reservations {
  readonly #making = new Map<string, Promise<unknown>>();

  /** Opens the game's room when it is not open, and keeps a place in it. Fails as `Sessions.use` does. */
  async reserve(code: string, seat: Seat | null): Promise<Reservation> {
    for (let tries = 0; ; tries++) {
      await this.#opened(code);
      const listing = await matchMaker.getRoomById(code);
      try {
        if (listing) return await matchMaker.reserveSeatFor(listing, {}, { seat } satisfies Seated);
      } catch (error) {
        if (!(error instanceof Error && error.constructor.name === 'SeatReservationError')) throw error;
      }
      if (tries >= TRIES) {
        const message = 'too many connections to this game at once';
        throw new Told({ code: 'TOO_MANY', message, retryAfter: RETRY_SECONDS });
      }
      await pause(PAUSE_MS);
    }
  }

  /** One room a game, however many ask for it at the same moment. */
  async #opened(code: string): Promise<void> {
    if (matchMaker.getLocalRoomById(code)) return;

    let making = this.#making.get(code);
    if (!making) {
      making = matchMaker.createRoom(ROOM, { code }).finally(() => this.#making.delete(code));
      this.#making.set(code, making);
    }
    await making;
  }
}

/** Rooms open in this process, and the connections to them. */
export function roomStats(): { rooms: number; clients: number } {
  const { roomCount, ccu } = matchMaker.stats.local;
  return { rooms: roomCount, clients: ccu };
}
