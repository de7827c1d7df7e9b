import type { Request } from 'express';
import { Told } from './errors.ts';
import { type Allowance, allowance, type Rate } from './allowance.ts';

/** How much one address may ask; a whole class may sit behind one. */
export interface Limits {
  requests: Rate; // of the API
  games: Rate; // made
  misses: Rate; // wrong codes and tokens: what keeps both from being guessed
  commands: Rate; // of one seat of one game
  texts: Rate; // of one seat of one game: messages, notes, instructions
}

export const LIMITS: Limits = {
  requests: { points: 1_200, seconds: 60 },
  games: { points: 120, seconds: 600 },
  misses: { points: 200, seconds: 3_600 },
  commands: { points: 60, seconds: 10 },
  texts: { points: 400, seconds: 3_600 },
};

/** The allowances of every address. */
export class Gate {
  readonly #requests: Allowance;
  readonly #games: Allowance;
  readonly #misses: Allowance;

  constructor(limits: Limits) {
    this.#requests = allowance(limits.requests);
    this.#games = allowance(limits.games);
    this.#misses = allowance(limits.misses);
  }

  /** Fails with `TOO_MANY` when the address has asked too much, or guessed too often. */
  async request(request: Request): Promise<void> {
    const address = addressOf(request);
    refuse(await this.#requests.take(address), 'too many requests from this address');
    refuse(await this.#misses.left(address), 'too many wrong codes or links from this address');
  }

  async game(request: Request): Promise<void> {
    refuse(await this.#games.take(addressOf(request)), 'too many new games from this address');
  }

  /** Notes a wrong code or token. */
  async miss(request: Request): Promise<void> {
    await this.#misses.take(addressOf(request));
  }
}

function refuse(retryAfter: number, message: string): void {
  if (retryAfter > 0)
    throw new Told({ code: 'TOO_MANY', message: `${message}; wait ${retryAfter} s`, retryAfter });
}

function addressOf(request: Request): string {
  return request.ip ?? 'unknown';
}
