import type { Rejected } from '../../shared/protocol/errors.ts';
import type {
  GameCard,
  GameLog,
  GameMade,
  JoinGame,
  MakeGame,
  PlaceReserved,
  SeatReserved,
  SeatTaken,
} from '../../shared/protocol/http.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import type { Failure } from './source.ts';

export type Reply<T> = { ok: true; body: T } | { ok: false; failure: Failure };

/** Makes a game with me in one seat. */
export function makeGame(body: MakeGame): Promise<Reply<GameMade>> {
  return post('/api/games', body);
}

/** Takes a free seat of a shared game. */
export function joinGame(code: string, body: JoinGame): Promise<Reply<SeatTaken>> {
  return post(`/api/games/${encodeURIComponent(code)}/join`, body);
}

/** What someone with only the code may see of a game. */
export function gameCard(code: string): Promise<Reply<GameCard>> {
  return ask(`/api/games/${encodeURIComponent(code)}`, { method: 'GET' });
}

/** A place in the room for whoever holds the token. */
export function reserveSeat(code: string, seatToken: string): Promise<Reply<SeatReserved>> {
  return post(`/api/games/${encodeURIComponent(code)}/seat`, { seatToken, protocol: PROTOCOL });
}

/** A place in the room without a seat. */
export function watchGame(code: string): Promise<Reply<PlaceReserved>> {
  return post(`/api/games/${encodeURIComponent(code)}/watch`, { protocol: PROTOCOL });
}

/** Takes all names and words out of a game, for good. */
export function eraseWords(code: string, seatToken: string): Promise<Reply<{ erased: true }>> {
  return post(`/api/games/${encodeURIComponent(code)}/erase`, { seatToken });
}

/** The log of a game that is over. */
export function gameLog(code: string, seatToken: string): Promise<Reply<GameLog>> {
  return post(`/api/games/${encodeURIComponent(code)}/log`, { seatToken });
}

function post<T>(path: string, body: unknown): Promise<Reply<T>> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function ask<T>(path: string, init: RequestInit): Promise<Reply<T>> {
  try {
    const response = await fetch(path, init);
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, body: body as T };
    return { ok: false, failure: body as Rejected };
  } catch {
    return { ok: false, failure: { code: 'OFFLINE', message: 'no answer from the server' } };
  }
}
