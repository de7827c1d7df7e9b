import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Counting, countHere, countInRedis } from '../../server/http/allowance.ts';
import { aRedis } from './databases.ts';
import { LOG } from './games.ts';

const RATE = { points: 3, seconds: 60 };
const name = `test-${process.pid}`;

/** Counting in Redis as one process does it, once it is connected. */
async function aProcess(url: string): Promise<Counting> {
  const { counting, close } = countInRedis(url, LOG);
  onTestFinished(close);
  await pause(300);
  return counting;
}

/** Takes one more than there is, then looks at another key. @returns which of it was granted */
async function spent(counting: Counting, what: string): Promise<boolean[]> {
  const allowance = counting(what, RATE);
  const waits: number[] = [];
  for (let i = 0; i <= RATE.points; i++) waits.push(await allowance.take('a'));
  waits.push(await allowance.left('a'), await allowance.left('b'), await allowance.take('b'));
  return waits.map((wait) => wait === 0);
}
const THREE_AND_ANOTHER = [true, true, true, false, false, true, true];

describe('an allowance', () => {
  test('in memory is spent by each key', async () => {
    expect(await spent(countHere, name)).toEqual(THREE_AND_ANOTHER);
  });

  test('in Redis is spent by each key, at all processes together', async () => {
    const url = await aRedis();
    expect(await spent(await aProcess(url), name)).toEqual(THREE_AND_ANOTHER);
    const other = (await aProcess(url))(name, RATE);
    expect(await other.left('a')).toBeGreaterThan(0);
    expect(await other.take('a')).toBeGreaterThan(0);
  });

  test('is counted here while Redis is away, and nobody waits', async () => {
    expect(await spent(await aProcess('redis://127.0.0.1:9'), name)).toEqual(THREE_AND_ANOTHER);
  });
});
