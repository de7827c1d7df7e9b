import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Summary } from '../../server/bots/summary.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'server', 'cli', 'simulate.ts');

async function simulate(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, ...args]);
  return stdout;
}

/** The summary without what depends on the machine. */
async function summary(...args: string[]): Promise<Partial<Summary>> {
  const all = JSON.parse(await simulate(...args, '--json')) as Summary;
  expect(all.msPerGame).toBeGreaterThan(0);
  expect(all.futuresPerSecond).toBeGreaterThan(0);
  return { ...all, msPerGame: 0, futuresPerSecond: 0 };
}

describe('npm run simulate', { timeout: 60_000 }, () => {
  test('brings the same figures whatever the number of workers', async () => {
    const one = await summary('--games', '3', '--seed', 'w', '--workers', '1');
    expect(await summary('--games', '3', '--seed', 'w', '--workers', '2')).toEqual(one);
    expect(one).toMatchObject({ games: 3, seed: 'w', edition: 'lesson', talks: 'linked', bots: 'normal' });
  });

  test('prints a table for people without --json', async () => {
    const table = await simulate('--games', '1', '--talks', 'single');
    expect(table).toContain('1 games, seed 1, lesson, normal bots, single talks');
    expect(table).toContain('full-ceasefire');
  });

  test.each([
    [['--games', 'many'], '--games'],
    [['--talks', 'loud'], '--talks'],
    [['--edition', 'opera'], '--edition'],
    [['--bots', 'harder'], '--bots'],
    [['--game', '3'], '--game'],
  ])('refuses %j and says what would work', async (args, named) => {
    const failed = await simulate(...args).then(
      () => null,
      (error: { code: number; stderr: string }) => error,
    );
    expect(failed?.code).toBe(2);
    expect(failed?.stderr).toContain(named);
    expect(failed?.stderr).toContain('usage: npm run simulate');
  });
});
