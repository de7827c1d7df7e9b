import type { GameMade, SeatTaken } from '../../shared/protocol/http.ts';
import { type Seat, SEATS } from '../../shared/rules/index.ts';
import type { Front } from './front.ts';
import { Rider } from './rider.ts';

/** A game that clients play. */
export interface Table {
  code: string;
  riders: readonly Rider[];
}

/** A shared game with a client in every seat, or one client with bots in the others. */
export async function newTable(front: Front, mode: 'table' | 'solo', every: number): Promise<Table> {
  const base = front.next();
  const host: Seat = 'ua';
  const made = await post<GameMade>(base, '/api/games', {
    mode,
    seat: host,
    edition: 'lesson',
    bots: 'easy',
  });
  const tokens: [Seat, string][] = [[host, made.seatToken]];
  if (mode === 'table') {
    for (const seat of SEATS) {
      if (seat === host) continue;
      const taken = await post<SeatTaken>(base, `/api/games/${made.code}/join`, { seat, name: seat });
      tokens.push([seat, taken.seatToken]);
    }
  }
  return {
    code: made.code,
    riders: tokens.map(([seat, token]) => new Rider(front, made.code, seat, token, every)),
  };
}

/** Whether the clients were shown the end of the game. */
export function isOver({ riders }: Table): boolean {
  return riders.some((rider) => rider.view?.world.phase === 'ended');
}

async function post<T>(base: string, path: string, body: unknown): Promise<T> {
  const from = [1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.');
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.${from}` },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer as T;
}
