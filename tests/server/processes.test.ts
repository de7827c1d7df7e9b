import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresStore } from '../../server/store/postgres.ts';
import { check } from '../torture/check.ts';
import { Front } from '../torture/front.ts';
import { type Line, lineTo } from '../torture/line.ts';
import type { Rider } from '../torture/rider.ts';
import { freePort, type RealServer, startServer } from '../torture/server.ts';
import { newTable, type Table } from '../torture/tables.ts';
import { aDatabase, aRedis } from './databases.ts';
import { LOG } from './games.ts';

// Two real servers, PostgreSQL and Redis; clients that play all the time and come back by themselves.

const RETURN_WITHIN = 10_000; // ms
const front = new Front();
const servers: { base: string; environment: Record<string, string>; process: RealServer }[] = [];
const tables: Table[] = [];
let database = '';
let toDatabase: Line;
let toRedis: Line;

async function lineOf(url: string): Promise<{ line: Line; through: string }> {
  const through = new URL(url);
  const line = await lineTo(through.hostname, Number(through.port || 5432));
  through.host = `127.0.0.1:${line.port}`;
  return { line, through: through.href };
}

beforeAll(async () => {
  database = await aDatabase();
  const postgres = await lineOf(database);
  const redis = await lineOf(await aRedis());
  [toDatabase, toRedis] = [postgres.line, redis.line];
  for (let i = 0; i < 2; i++) {
    const port = await freePort();
    const environment = {
      DATABASE_URL: postgres.through,
      REDIS_URL: redis.through,
      PORT: String(port),
      PUBLIC_ADDRESS: `127.0.0.1:${port}`,
      LOG_LEVEL: 'error',
    };
    const process = await startServer(environment);
    servers.push({ base: process.base, environment, process });
    front.add(process.base);
  }
  for (let i = 0; i < 3; i++) tables.push(await newTable(front, 'table', 250));
  await all(() => true);
}, 60_000);

afterAll(async () => {
  await Promise.all(riders().map((rider) => rider.close()));
  for (const server of servers) server.process.child.kill('SIGKILL');
  toDatabase.close();
  toRedis.close();
}, 30_000);

function riders(): readonly Rider[] {
  return tables.flatMap((table) => table.riders);
}

/** Waits until every client is in its game and `holds` of it. @returns how long it took, ms */
async function all(holds: (rider: Rider) => boolean, within = RETURN_WITHIN): Promise<number> {
  const since = performance.now();
  for (;;) {
    const missing = riders().filter((rider) => rider.liveSince === null || !holds(rider));
    const took = performance.now() - since;
    if (missing.length === 0) return took;
    if (took > within) {
      const why = missing.map(({ code, seat, at, trouble }) => `${code} ${seat} at ${at}: ${trouble}`);
      throw new Error(`not back after ${Math.round(took)} ms:\n${why.join('\n')}`);
    }
    await pause(20);
  }
}

/** Waits until something new was acknowledged in every game. */
async function played(): Promise<void> {
  const sums = () =>
    tables.map((table) => table.riders.reduce((sum, rider) => sum + rider.acknowledged.length, 0));
  const before = sums();
  const patience = performance.now() + 20_000;
  while (sums().some((sum, i) => sum <= (before[i] ?? 0))) {
    if (performance.now() > patience)
      throw new Error(`a game stands still: ${before.join()} ${sums().join()}`);
    await pause(50);
  }
}

/** The server that most clients are at. */
function busiest(): (typeof servers)[number] {
  const at = (base: string) => riders().filter((rider) => rider.at === base).length;
  return servers.toSorted((one, other) => at(other.base) - at(one.base))[0]!;
}

describe('of two servers', { timeout: 90_000 }, () => {
  test('one is killed: all games go on at the other', async () => {
    await played();
    const victim = busiest();
    await victim.process.end('SIGKILL');
    expect(await all((rider) => rider.at !== victim.base)).toBeLessThan(RETURN_WITHIN);
    await played();
    victim.process = await startServer(victim.environment);
  });

  test('one hangs and goes on later: it writes nothing any more', async () => {
    await played();
    const victim = busiest();
    victim.process.child.kill('SIGSTOP');
    await all((rider) => rider.at !== victim.base);
    await played();
    victim.process.child.kill('SIGCONT');
    await pause(3_000); // it learns that its games are others' now
    await all(() => true);
    await played();
    expect(riders().filter((rider) => rider.at === victim.base)).toEqual([]);
  });

  test('one is stopped: it says so, ends well, and the games go on at the other', async () => {
    await played();
    const victim = busiest();
    expect(await victim.process.end('SIGTERM')).toBe(0);
    await all((rider) => rider.at !== victim.base);
    await played();
    victim.process = await startServer(victim.environment);
  });

  test('Redis is away: open games go on, and others are opened when it is back', async () => {
    toRedis.cut();
    await played();
    const [one] = servers;
    const made = await fetch(`${one!.base}/api/games`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mode: 'table', seat: 'ua', edition: 'lesson', bots: 'easy' }),
    });
    const { code, seatToken } = (await made.json()) as { code: string; seatToken: string };
    const come = () =>
      fetch(`${one!.base}/api/games/${code}/seat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ seatToken }),
      });
    const refused = await come();
    expect([refused.status, await refused.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'UNAVAILABLE' }),
    ]);
    toRedis.mend();
    const patience = performance.now() + 10_000;
    while ((await come()).status !== 200) expect(performance.now()).toBeLessThan(patience);
    await played();
  });

  test('the database is away for both: nothing is lost, and the games go on when it is back', async () => {
    toDatabase.cut();
    await pause(4_000);
    expect((await fetch(`${servers[0]!.base}/readyz`)).status).toBe(503);
    toDatabase.mend();
    await all(() => true);
    await played();
  });

  test('nothing that anyone saw was lost, and no two ever wrote one game', async () => {
    const store = await postgresStore(database, LOG);
    const found = await check(store, database, riders());
    await store.close();
    expect(found).toMatchObject({ lost: 0, unverified: 0, outOfTurn: 0 });
    expect(found.acknowledged).toBeGreaterThan(0);
  });
});
