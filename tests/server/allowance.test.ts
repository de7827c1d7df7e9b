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

async function spends(counting: Counting, what: string): Promise<void> {
  const allowance = counting(what, RATE);
  for (let i = 0; i < 3; i++) expect(await allowance.take('a')).toBe(0);
  expect(await allowance.left('b')).toBe(0);
  expect(await allowance.left('a')).toBeGreaterThan(0);
  expect(await allowance.take('a')).toBeGreaterThan(0);
  expect(await allowance.take('b')).toBe(0);
}

describe('an allowance', () => {
  test('in memory is spent by each key', () => spends(countHere, name));

  test('in Redis is spent by each key, at all processes together', async () => {
    const url = await aRedis();
    await spends(await aProcess(url), name);
    const other = (await aProcess(url))(name, RATE);
    expect(await other.left('a')).toBeGreaterThan(0);
    expect(await other.take('a')).toBeGreaterThan(0);
  });

  test('is counted here while Redis is away, and nobody waits', async () => {
    await spends(await aProcess('redis://127.0.0.1:9'), name);
  });
});
