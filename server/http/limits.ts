import type { IncomingMessage } from 'node:http';
import { tokenHash } from '../session/tokens.ts';
import { addressOf } from './address.ts';
import { Told } from './errors.ts';
import { type Allowance, type Counting, countHere, type Rate } from './allowance.ts';

/** How much one address or one seat may ask; a whole class may sit behind one address. */
export interface Limits {
  requests: Rate; // of the API
  games: Rate; // made
  misses: Rate; // wrong codes and tokens: what keeps both from being guessed
  comings: Rate; // with one token: reservations of a place, erasures
  commands: Rate; // of one seat of one game
  texts: Rate; // of one seat of one game: messages, notes, instructions
}

export const LIMITS: Limits = {
  requests: { points: 1_200, seconds: 60 },
  games: { points: 120, seconds: 600 },
  misses: { points: 200, seconds: 3_600 },
  comings: { points: 240, seconds: 60 },
  commands: { points: 60, seconds: 10 },
  texts: { points: 400, seconds: 3_600 },
};

/** The allowances of every address and of every token. */
export class Gate {
  readonly #proxies: number;
  readonly #requests: Allowance;
  readonly #games: Allowance;
  readonly #misses: Allowance;
  readonly #comings: Allowance;

  /** @param proxies of ours that stand in front: how many entries of `X-Forwarded-For` are believed */
  constructor(limits: Limits, proxies: number, counting: Counting = countHere) {
    this.#proxies = proxies;
    this.#requests = counting('requests', limits.requests);
    this.#games = counting('games', limits.games);
    this.#misses = counting('misses', limits.misses);
    this.#comings = counting('comings', limits.comings);
  }

  /** Fails with `TOO_MANY` when the address has asked too much, or guessed too often. */
  async request(request: IncomingMessage): Promise<void> {
    const address = addressOf(request, this.#proxies);
    refuse(await this.#requests.take(address), 'too many requests from this address');
    refuse(await this.#misses.left(address), 'too many wrong codes or links from this address');
  }

  async game(request: IncomingMessage): Promise<void> {
    refuse(await this.#games.take(addressOf(request, this.#proxies)), 'too many new games from this address');
  }

  /** Fails with `TOO_MANY` when somebody has come with this token too often. */
  async coming(token: string): Promise<void> {
    refuse(await this.#comings.take(tokenHash(token)), 'too many times with this link');
  }

  /** Notes a wrong code or token. */
  async miss(request: IncomingMessage): Promise<void> {
    await this.#misses.take(addressOf(request, this.#proxies));
  }
}

function refuse(retryAfter: number, message: string): void {
  if (retryAfter > 0)
    throw new Told({ code: 'TOO_MANY', message: `${message}; wait ${retryAfter} s`, retryAfter });
}
