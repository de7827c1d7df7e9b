import { type IRoomCache, matchMaker, type MatchMakerDriver, type Presence } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import { RedisPresence } from '@colyseus/redis-presence';
import { Redis } from 'ioredis';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';

/** The process that has a game's room open says so here, for the others. Who may write a game is the store's to say. */
export interface Directory {
  driver: MatchMakerDriver;
  presence: Presence;
  /** Notes that this process is about to open a game. @returns whether no other has it */
  take(code: string, listing: Listing): Promise<boolean>;
  /** Forgets that a process has a game. */
  forget(code: string, processId: string): Promise<void>;
  close(): void;
}

type Listing = Pick<IRoomCache, 'name' | 'roomId' | 'processId'> & Partial<IRoomCache>;

const ROOMS = 'roomcaches'; // Colyseus's own key
/** Redis answers within this or the room goes on without, ms. */
const NOTE_WITHIN = 1_000;
const START_WITHIN = 5_000;

/** Writes an entry unless another process has it. */
const WRITE = `
local had = redis.call('HGET', KEYS[1], ARGV[1])
if had and cjson.decode(had).processId ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;
/** Deletes an entry if it is that process's. */
const DELETE = `
local had = redis.call('HGET', KEYS[1], ARGV[1])
if had and cjson.decode(had).processId == ARGV[2] then return redis.call('HDEL', KEYS[1], ARGV[1]) end
return 0`;

/**
 * A directory in Redis. While Redis is away rooms that are open go on; what waits for it is done when it is back.
 *
 * Fails when it cannot be reached at the start.
 */
export async function redisDirectory(url: string, log: Log): Promise<Directory> {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null, // housekeeping waits for Redis rather than fail
    retryStrategy: (times) => Math.min(200 * times, 2_000), // ms
  });
  redis.on('error', (error: Error) => log.warn({ err: error }, 'Redis is away'));
  const answers = await Promise.race([redis.ping(), pause(START_WITHIN, null, { ref: false })]);
  if (answers === null) {
    redis.disconnect();
    throw new Error(`Redis does not answer at ${new URL(url).host}; start it, or unset REDIS_URL`);
  }

  const presence = new OurPresence(redis);
  const driver = new OwnRooms(redis, log);
  return {
    driver,
    presence,
    take: (code, listing) => driver.write(code, listing),
    forget: (code, processId) => driver.delete(code, processId),
    close: () => {
      presence.shutdown();
      redis.disconnect();
    },
  };
}

/** Colyseus's directory of rooms, in which no process overwrites what another one noted. */
class OwnRooms extends RedisDriver {
  readonly #redis: Redis;
  readonly #log: Log;

  constructor(redis: Redis, log: Log) {
    super(redis);
    this.#redis = redis;
    this.#log = log;
  }

  async write(code: string, listing: Listing): Promise<boolean> {
    const text = JSON.stringify(listing);
    return (await this.#redis.eval(WRITE, 1, ROOMS, code, listing.processId, text)) === 1;
  }

  async delete(code: string, processId: string): Promise<void> {
    await this.#redis.eval(DELETE, 1, ROOMS, code, processId);
  }

  insert(listing: IRoomCache): Promise<boolean> {
    return this.write(listing.roomId, listing);
  }

  override async update(
    listing: IRoomCache,
    { $set = {}, $inc = {} }: Parameters<RedisDriver['update']>[1],
  ): Promise<true> {
    Object.assign(listing, $set);
    const counts = listing as unknown as Record<string, number>;
    for (const [name, by] of Object.entries($inc)) counts[name] = (counts[name] ?? 0) + Number(by);
    await this.#note(this.write(listing.roomId, listing));
    return true;
  }

  override async persist(listing: IRoomCache): Promise<boolean> {
    if (listing.roomId) await this.#note(this.write(listing.roomId, listing));
    return true;
  }

  override async remove(code: string): Promise<boolean> {
    if (code) await this.#note(this.delete(code, matchMaker.processId));
    return true;
  }

  override async shutdown(): Promise<void> {
    // the directory's own close does it, also while Redis is away
  }

  /** Waits for a note to be taken, but not for ever. */
  async #note(taken: Promise<unknown>): Promise<void> {
    const done = taken.catch((error: unknown) => this.#log.warn({ err: error }, 'the directory failed'));
    await Promise.race([done, pause(NOTE_WITHIN, null, { ref: false })]);
  }
}

class OurPresence extends RedisPresence {
  override shutdown(): void {
    this.sub.disconnect();
  }
}
