import { type Refusal } from '../rules/refusal.ts';
import { type Phase } from '../rules/state.ts';
import { type Seat } from '../rules/types.ts';

/** Errors of the protocol itself, each with the HTTP status it is answered with. */
export const ERROR_STATUS = {
  BODY_MALFORMED: 400,
  SEAT_UNKNOWN: 400,
  ROUNDS_OUT_OF_BOUNDS: 400,
  TOKEN_WRONG: 401,
  ORIGIN_REFUSED: 403,
  GAME_UNKNOWN: 404,
  NOT_FOUND: 404,
  SEAT_TAKEN: 409,
  JOINING_CLOSED: 409,
  STALE_VERSION: 409,
  STALE_COMMAND: 409,
  RULES_CHANGED: 409,
  TOO_LARGE: 413,
  TOO_MANY: 429,
  FAULT: 500,
  UNAVAILABLE: 503,
  SERVER_FULL: 503,
} as const;

/** One place where a body differs from what is asked for. */
export interface Issue {
  path: string; // `command.terms.0.level`
  problem: string;
}

/** An error with what would work instead. `message` is for people who read a log; screens have their own words by code. */
export type ProtocolError = { message: string } & (
  | { code: 'BODY_MALFORMED'; issues: readonly Issue[] }
  | { code: 'SEAT_UNKNOWN'; seat: string; seats: readonly Seat[] }
  | { code: 'ROUNDS_OUT_OF_BOUNDS'; rounds: number; fewest: number; most: number }
  | { code: 'TOKEN_WRONG' }
  | { code: 'ORIGIN_REFUSED' }
  | { code: 'GAME_UNKNOWN' }
  | { code: 'NOT_FOUND' }
  | { code: 'SEAT_TAKEN'; seat: Seat; free: readonly Seat[] }
  | { code: 'JOINING_CLOSED'; phase: Phase }
  | { code: 'STALE_VERSION'; protocol: number; yours: number }
  | { code: 'STALE_COMMAND'; round: number; now: number }
  | { code: 'RULES_CHANGED'; game: string; server: string }
  | { code: 'TOO_LARGE'; limit: number }
  | { code: 'TOO_MANY'; retryAfter: number } // seconds
  | { code: 'FAULT' }
  | { code: 'UNAVAILABLE'; retryAfter: number } // seconds; the store or the game's server is away: nothing was changed
  | { code: 'SERVER_FULL'; retryAfter: number } // seconds; no memory for another game
);

/** What a refused command or request is answered with: the code, the numbers behind it, and a sentence. */
export type Rejected = ProtocolError | (Refusal & { message: string });

/** A refusal of the rules in one plain line, for logs and for screens without a word for its code. */
export function refusalMessage(refusal: Refusal): string {
  const { code, ...facts } = refusal;
  const told = Object.entries(facts).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  const words = code.toLowerCase().replaceAll('_', ' ');
  return told.length === 0 ? words : `${words}: ${told.join(', ')}`;
}
