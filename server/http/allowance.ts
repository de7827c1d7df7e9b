import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Log } from '../log.ts';

/** So many of something in so many seconds, for each key. */
export interface Rate {
  points: number;
  seconds: number;
}

/** Counts what each key does. */
export interface Allowance {
  /** Takes one. @returns 0, or in how many seconds there will be one */
  take(key: string): Promise<number>;
  /** Whether there is none left, without taking one. @returns as {@link take} */
  left(key: string): Promise<number>;
}

/** Where allowances are counted; `name` keeps them apart. */
export type Counting = (name: string, rate: Rate) => Allowance;

/** In memory: for one process, and a restart forgets it. */
export const countHere: Counting = (_name, { points, seconds }) =>
  over(new RateLimiterMemory({ points, duration: seconds }), points);

/** In Redis, for all processes together; while it is away each counts for itself and nobody waits. */
export function countInRedis(url: string, log: Log): { counting: Counting; close: () => void } {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  redis.on('error', (error: Error) => log.warn({ err: error }, 'requests are counted here, Redis is away'));
  return {
    counting: (name, { points, seconds }) => {
      const limit = { points, duration: seconds };
      const insuranceLimiter = new RateLimiterMemory(limit);
      const shared = { storeClient: redis, keyPrefix: `830:${name}`, rejectIfRedisNotReady: true };
      return over(new RateLimiterRedis({ ...limit, ...shared, insuranceLimiter }), points);
    },
    close: () => redis.disconnect(),
  };
}

function over(limiter: RateLimiterAbstract, points: number): Allowance {
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return 0;
      } catch (spent) {
        if (spent instanceof RateLimiterRes) return secondsOf(spent);
        throw spent;
      }
    },
    async left(key) {
      const spent = await limiter.get(key);
      return spent !== null && spent.consumedPoints >= points ? secondsOf(spent) : 0;
    },
  };
}

function secondsOf(spent: RateLimiterRes): number {
  return Math.max(1, Math.ceil(spent.msBeforeNext / 1_000));
}
