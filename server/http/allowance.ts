import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

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

/** An allowance kept in memory: a restart forgets it. */
export function allowance({ points, seconds }: Rate): Allowance {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
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
