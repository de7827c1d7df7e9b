import { describe, expect, test, vi } from 'vitest';
import { knownIn } from '../../server/balance/known.ts';
import { against, agreementIn, positionsOf } from '../../server/balance/optimum.ts';
import { scenarioOf } from '../../shared/content/index.ts';

vi.setConfig({ testTimeout: 60_000 });

const lesson = scenarioOf('lesson');
const seeds = Array.from({ length: 10 }, (_, i) => `optimum-${i}`);

// A small sample, so the bars are lower than those that `npm run optimum` holds two hundred positions to.
describe('bots among a few provisions, against every package that can be made of them', () => {
  const positions = positionsOf(lesson, 'normal', seeds);

  test.each([
    ['normal', 0.7],
    ['hard', 0.8],
  ] as const)(
    '%s ones agree on what is worth at least %d of the best to its parties',
    (difficulty, least) => {
      const reached = positions.flatMap((position) => {
        const agreement = agreementIn(lesson, position, difficulty);
        return agreement ? [against(lesson, position, agreement)].filter((one) => one !== null) : [];
      });
      expect(reached.length).toBeGreaterThanOrEqual(5);
      for (const { nash, gap } of reached) {
        expect(nash).toBeGreaterThanOrEqual(0);
        expect(nash).toBeLessThanOrEqual(1);
        expect(gap).toBeGreaterThanOrEqual(0);
      }
      const ranked = reached.map(({ nash }) => nash).toSorted((a, b) => a - b);
      expect(ranked[Math.floor(ranked.length / 2)]).toBeGreaterThanOrEqual(least);
    },
  );

  test('an agreement that leaves a party worse off is worth nothing', () => {
    const position = positions.find(({ state }) => state.world.round === 1);
    if (!position) throw new Error('a game has a first round');
    const term = { scope: [], conditions: [], snapback: [], state: 'pending', since: 1 } as const;
    const rest = { why: null, ratified: [], lobbied: {}, endsAt: null, suspendedUntil: null };
    const reached = against(lesson, position, {
      id: 'a1',
      proposal: 'p1',
      author: 'us',
      round: 1,
      signatories: ['us', 'eu', 'ru'],
      terms: [{ ...term, ...rest, provision: 'relief-finance', level: 3, key: 'a1/relief-finance' }],
      objections: [],
    });
    expect(reached?.nash ?? 0).toBe(0);
  });
});

test('what others want shows by the last third of a game to one who began without a guess', () => {
  expect(knownIn(lesson, 'normal', seeds).chance).toBeGreaterThanOrEqual(0.55);
});
