import { z } from 'zod';
import { type GameEvent } from '../rules/event.ts';
import { type GameState, type Phase, type World } from '../rules/state.ts';
import { type BySeat, EDITIONS, type Edition, type Seat } from '../rules/types.ts';
import { Name } from './format.ts';
import { CODE_LENGTH, CODE_LETTERS } from './version.ts';

export const DIFFICULTIES = ['easy', 'normal', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

const GAME_MODES = ['solo', 'table'] as const;

/** A game's code as typed by a person: spaces, hyphens and small letters are forgiven. */
export const Code = z
  .string()
  .max(32)
  .transform((typed) => typed.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`)));

export const SeatToken = z.string().min(1).max(64);

/** `POST /api/games` → 201 {@link GameMade}. Seats are strings here so that an unknown one is told which there are. */
export const MakeGame = z.strictObject({
  mode: z.enum(GAME_MODES),
  seat: z.string().max(16),
  edition: z.enum(EDITIONS),
  bots: z.enum(DIFFICULTIES),
  rounds: z.int().min(1).max(99).optional(),
  seed: z.string().min(1).max(64).optional(),
  name: Name.optional(),
});
export type MakeGame = z.input<typeof MakeGame>;

/** `POST /api/games/:code/join` → 201 {@link SeatTaken}. */
export const JoinGame = z.strictObject({ seat: z.string().max(16), name: Name });
export type JoinGame = z.input<typeof JoinGame>;

/** `POST /api/games/:code/seat` → 200 {@link SeatReserved}. Send `protocol` so that an old page learns that it is old. */
export const ReserveSeat = z.strictObject({ seatToken: SeatToken, protocol: z.int().optional() });
export type ReserveSeat = z.input<typeof ReserveSeat>;

/** `POST /api/games/:code/watch` → 200 {@link PlaceReserved} without a seat: sees what everyone sees, asks nothing. */
export const Watch = z.strictObject({ protocol: z.int().optional() });

/** `POST /api/games/:code/erase` → 200: names and words of the game are gone for good. Only the host's token does it. */
export const EraseWords = z.strictObject({ seatToken: SeatToken });

/** `POST /api/games/:code/log` → 200 {@link GameLog}, once the game is over. */
export const ReadLog = z.strictObject({ seatToken: SeatToken });

/**
 * A finished game from its opening to its end: the rules make every state and every view of it again. Nothing is
 * secret any more but what people wrote to each other, and of that it holds only the ids.
 */
export interface GameLog {
  code: string;
  opening: GameState;
  rows: readonly (readonly GameEvent[])[]; // what each accepted command made happen
}

/** Keep the token: with the code it is the only way back into the seat. The player's link is `/g/CODE#TOKEN`. */
export interface GameMade {
  code: string;
  seat: Seat;
  seatToken: string;
}

export interface SeatTaken {
  code: string;
  seat: Seat;
  seatToken: string;
}

/** What `client.consumeSeatReservation` takes. */
export interface Reservation {
  name: string;
  sessionId: string;
  roomId: string;
  processId?: string;
  publicAddress?: string;
}

/** A place in the room of a game, for one connection. */
export interface PlaceReserved {
  protocol: number;
  code: string;
  seat: Seat | null; // null: watches
  reservation: Reservation;
}

export interface SeatReserved extends PlaceReserved {
  seat: Seat;
}

/** `GET /api/games/:code`: what someone with only the code may see. */
export interface GameCard {
  protocol: number;
  code: string;
  mode: World['mode'];
  edition: Edition;
  bots: Difficulty;
  phase: Phase;
  round: number;
  rounds: number;
  host: Seat | null;
  seats: BySeat<'human' | 'bot' | 'open'>;
  free: readonly Seat[];
}

/** `GET /healthz`. */
export interface Health {
  ok: true;
  protocol: number;
  rules: string;
  rooms: number;
}

/** `GET /readyz` → 200, or 503 while games cannot be stored or the server is about to stop. */
export interface Ready {
  ok: boolean;
}
