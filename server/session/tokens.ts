import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { nanoid } from 'nanoid';
import { CODE_LENGTH, CODE_LETTERS } from '../../shared/protocol/version.ts';
import type { Seat } from '../../shared/rules/index.ts';
import type { SeatRight } from '../store/store.ts';

/** A new game's code; whether it is free is for the store to say. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}

/** The secret that opens a seat: 32 letters, 190 bits. Shown once, to whoever took the seat. */
export function newToken(): string {
  return nanoid(32);
}

/** What is kept of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The seat that a token opens, or null. Takes as long for a wrong token as for a right one. */
export function seatOfToken(rights: readonly SeatRight[], token: string): Seat | null {
  const asked = Buffer.from(tokenHash(token), 'hex');
  let seat: Seat | null = null;
  for (const right of rights)
    if (timingSafeEqual(asked, Buffer.from(right.tokenHash, 'hex'))) seat = right.seat;
  return seat;
}
