import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { measuring, type Finding, type Row } from '../../server/balance/bench.ts';
import { CONDUCTS, playerFor, type ConductId } from '../../server/balance/conduct.ts';
import { outcomeOf } from '../../server/balance/outcome.ts';
import type { Plan } from '../../server/balance/plan.ts';
import { withRefusing } from '../../server/balance/refusing.ts';
import {
  atLeast,
  blocksWon,
  every,
  judged,
  meanOf,
  ratioOf,
  shareOf,
  within,
} from '../../server/balance/statistics.ts';
import { INTEGRATED, RIVALS } from '../../server/balance/strategies.ts';
import { playGame } from '../../server/bots/play.ts';
import { EDITION_RULES } from '../../shared/content/editions.ts';
import { ORDERS } from '../../shared/content/orders.ts';
import { PROVISIONS } from '../../shared/content/provisions.ts';
import { costOf } from '../../shared/rules/terms.ts';
import { SEATS } from '../../shared/rules/types.ts';
import { lesson } from '../bots/game.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'server', 'cli', 'balance.ts');

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

async function balance(...args: string[]): Promise<Ended> {
  return promisify(execFile)(process.execPath, [SCRIPT, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ended) => error,
  );
}

const plan = (over: Partial<Plan> = {}): Plan => ({
  edition: 'lesson',
  seed: '11',
  talks: 'linked',
  difficulty: 'normal',
  ...over,
});

/** A game in which one seat goes about its business otherwise. */
function played(conduct: ConductId, seat: (typeof SEATS)[number], seed = '11') {
  return playGame(lesson, {
    seed,
    talks: 'linked',
    difficulty: 'normal',
    player: (at, settings) => playerFor(lesson, at, settings, at === seat ? { conduct } : {}),
  });
}

describe('verdicts at two standard errors', () => {
  test('a share is judged by its range, and a small sample stays open', () => {
    const half = (n: number) => Array.from({ length: n }, (_, i) => i % 2 === 0);
    expect(within(shareOf(half(400)), 0.25, 0.7)).toBe(true);
    expect(within(shareOf(half(10)), 0.25, 0.7)).toBe(null);
    expect(within(shareOf(half(400)), 0.6, 0.7)).toBe(false);
  });

  test('never seen in few games is no proof of never', () => {
    const never = (n: number) => shareOf(Array.from({ length: n }, () => false));
    expect(atLeast(never(20), 0.01)).toBe(null);
    expect(atLeast(never(1000), 0.01)).toBe(false);
  });

  test('a mean of few values says nothing; of many, within two errors', () => {
    expect(atLeast(meanOf([3, 3, 3]), 0)).toBe(null);
    const { mean, low, high } = meanOf(Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 1 : 3)));
    expect(mean).toBe(2);
    expect(high - mean).toBeCloseTo(0.201, 3);
    expect(mean - low).toBeCloseTo(0.201, 3);
  });

  test('a ratio over games is as wide as games differ', () => {
    const even = ratioOf(Array.from({ length: 50 }, () => ({ uses: 1, chances: 2 })));
    const torn = ratioOf(Array.from({ length: 50 }, (_, i) => ({ uses: i % 2 === 0 ? 2 : 0, chances: 2 })));
    expect(torn.mean).toBe(even.mean);
    expect(torn.high - torn.low).toBeGreaterThan(even.high - even.low);
  });

  test('blocks are won more often than single games', () => {
    const differences = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? -1 : 1));
    const won = blocksWon(differences, 20);
    expect(won.mean).toBeGreaterThan(0.9);
    expect(won.low).toBeLessThan(won.mean);
    expect(
      blocksWon(
        differences.map((value) => -value),
        20,
      ).mean,
    ).toBeCloseTo(1 - won.mean, 6);
  });

  test('several verdicts are one: a failure outweighs a doubt', () => {
    expect(every([true, null, false])).toBe(false);
    expect(every([true, null])).toBe(null);
    expect(every([true, true])).toBe(true);
  });
});

describe('samples grow as they must', () => {
  const finding = (firm: boolean): Finding => ({
    point: 2,
    edition: 'lesson',
    target: '',
    measured: '',
    sample: '',
    holds: true,
    firm,
  });

  test('a clear case stops early, a doubtful one goes to the largest sample', async () => {
    const asked: number[] = [];
    const measure = (from: number) => (games: number) => {
      asked.push(games);
      return Promise.resolve([finding(true), finding(games >= from)]);
    };
    await measuring(400, measure(90));
    expect(asked.splice(0)).toEqual([50, 100]);
    await measuring(400, measure(Infinity));
    expect(asked).toEqual([50, 100, 200, 400]);
  });

  test('a verdict is firm when a range half as wide again would give it too', () => {
    const estimate = { mean: 0.3, low: 0.24, high: 0.36, n: 50 };
    expect(judged(estimate, (share) => atLeast(share, 0.2))).toEqual({ holds: true, firm: true });
    expect(judged(estimate, (share) => atLeast(share, 0.22))).toEqual({ holds: true, firm: false });
    expect(judged(estimate, (share) => atLeast(share, 0.25))).toEqual({ holds: null, firm: false });
    expect(judged(estimate, (share) => atLeast(share, 0.5))).toEqual({ holds: false, firm: true });
  });
});

describe('experiments', { timeout: 60_000 }, () => {
  test.each(Object.keys(CONDUCTS) as ConductId[])('a game with a seat of conduct %s ends', (conduct) => {
    for (const seat of ['us', 'ua'] as const)
      expect(played(conduct, seat).state.world.result?.seats?.[seat]).toBeDefined();
  });

  test('a seat that refuses everything costly pays for nothing', () => {
    const { state } = playGame(withRefusing(lesson, 'eu'), {
      seed: '11',
      talks: 'linked',
      difficulty: 'normal',
    });
    const terms = state.world.agreements.flatMap((agreement) => agreement.terms);
    expect(terms.length).toBeGreaterThan(0);
    for (const term of terms) expect(costOf(lesson, term, 'eu')).toBe(0);
  });

  test('containment signs no relief and chasing writes nothing for the compact', () => {
    const relief = new Set(lesson.provisions.filter((rule) => rule.relief).map((rule) => rule.id));
    const contained = played('containing', 'eu');
    expect(
      contained.state.world.agreements
        .flatMap(({ terms }) => terms)
        .filter((term) => relief.has(term.provision)),
    ).toEqual([]);
    const compact = new Set(
      lesson.provisions.filter(({ table }) => table === 'U' || table === 'A').map((rule) => rule.id),
    );
    const written = played('chasing', 'us').state.hidden.papers.filter(({ author }) => author === 'us');
    expect(written.length).toBeGreaterThan(0);
    expect(written.flatMap(({ terms }) => terms).filter((term) => compact.has(term.provision))).toEqual([]);
  });

  test('a novice tables one paper a round, a salami slicer one term a paper, a spammer many papers', () => {
    const own = (conduct: ConductId) =>
      played(conduct, 'us').state.hidden.papers.filter(({ author }) => author === 'us');
    const rounds = own('novice').map(({ round }) => round);
    expect(new Set(rounds).size).toBe(rounds.length);
    expect(own('salami').every(({ terms }) => terms.length === 1)).toBe(true);
    expect(own('spam').length).toBeGreaterThan(2 * own('novice').length);
  });

  test('who always says yes and then defects breaks terms in force', () => {
    const { state, usable } = played('yesThenDefect', 'nato');
    const broke = state.hidden.played.filter(({ seat, order }) => {
      const rule = lesson.orders.find(({ id }) => id === order.order);
      return seat === 'nato' && (rule?.violates.length ?? 0) > 0;
    });
    expect(usable.size).toBeGreaterThan(0);
    expect(broke.length).toBeGreaterThan(0);
  });

  test('imposed terms enter into force, with Russia as asked', () => {
    const watching = Object.fromEntries(SEATS.map((seat) => [seat, { conduct: 'watching' } as const]));
    const outcome = outcomeOf(
      plan({
        seats: { ...watching, us: { conduct: 'watching', orders: ['us.arms'] } },
        russia: 'maximalist',
        imposed: [
          { round: 2, provision: 'full-ceasefire', level: 2, snapback: false },
          { round: 2, provision: 'open-skies', level: 1, snapback: false },
        ],
      }),
    );
    expect(outcome.quietFrom).toBe(2);
    expect(outcome.agreed).toEqual(['full-ceasefire', 'open-skies']);
    expect(outcome.seats.find(({ seat }) => seat === 'ru')?.disposition).toBe('maximalist');
    expect(outcome.used.filter(([order]) => order.startsWith('us.'))).toEqual([
      ['us.arms', lesson.edition.rounds],
    ]);
  });

  test('the same plan, the same game', () => {
    const seats = { cn: { conduct: 'spam' } } as const;
    expect(outcomeOf(plan({ seats }))).toEqual(outcomeOf(plan({ seats })));
  });
});

describe('named strategies', () => {
  test.each([INTEGRATED, ...RIVALS])(
    '$id names provisions at levels they have, and orders of the right seats',
    (strategy) => {
      for (const { provision, level, round } of strategy.terms) {
        const rule = PROVISIONS.find(({ id }) => id === provision);
        expect(rule?.levels).toBeGreaterThanOrEqual(level);
        expect(round).toBeLessThanOrEqual(EDITION_RULES.lesson.fewestRounds);
      }
      for (const [seat, orders] of Object.entries(strategy.orders))
        for (const order of orders) expect(ORDERS.find(({ id }) => id === order)?.seat).toBe(seat);
      const here = strategy.terms.filter(({ provision }) =>
        lesson.provisions.some(({ id }) => id === provision),
      );
      expect(here.length).toBeGreaterThan(0);
    },
  );
});

describe('npm run balance', { timeout: 120_000 }, () => {
  test('measures the points asked for, the same whatever the number of workers', async () => {
    const asked = ['--edition', 'lesson', '--point', '2', '--point', '10', '--games', '2', '--json'];
    const one = await balance(...asked, '--workers', '1');
    const two = await balance(...asked, '--workers', '2');
    expect(two.stdout).toBe(one.stdout);
    const rows = JSON.parse(one.stdout) as Row[];
    expect(new Set(rows.map(({ point }) => point))).toEqual(new Set([2, 10]));
    for (const row of rows) {
      expect(Object.keys(row).toSorted()).toEqual([
        'edition',
        'holds',
        'measured',
        'point',
        'sample',
        'target',
      ]);
      expect(row.edition).toBe('lesson');
    }
    expect(one.code).toBe(rows.some(({ holds }) => holds === false) ? 1 : 0);
  });

  test('prints a table for people without --json', async () => {
    const { stdout } = await balance('--edition', 'lesson', '--point', '10');
    expect(stdout).toContain('verdict');
    expect(stdout).toContain('the full package without relief');
  });

  test.each([
    [['--games', 'many'], '--games'],
    [['--point', '13'], '--point'],
    [['--edition', 'opera'], '--edition'],
    [['--seed', 'x'], '--seed'],
    [['--slow'], '--slow'],
  ])('refuses %j and says what would work', async (args, named) => {
    const { code, stderr } = await balance(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(named);
    expect(stderr).toContain('usage: npm run balance');
  });
});
