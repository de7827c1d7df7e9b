import { describe, expect, test } from 'vitest';
import { RUSSIAS, UKRAINES, likeliest, opening, packagesWith, seenBy } from '../../server/balance/alone.ts';
import { gainsOf } from '../../shared/rules/best.ts';
import { scopeOf } from '../../shared/rules/endgame.ts';
import { russiaOf } from '../../shared/rules/belief.ts';
import { branchesOf, dealTerm, pcOf, signersOf } from '../../shared/rules/estimate.ts';
import { REGIONS, SEATS } from '../../shared/rules/types.ts';
import type { Level } from '../../shared/rules/types.ts';
import { lesson } from './anchors.ts';

/**
 * Point 1 of the design: no piece alone. Searched exhaustively over the lesson's tables; the package across them was
 * found by search and is kept here as data.
 */
const ACROSS: readonly (readonly [string, Level, 'snapback'?])[] = [
  ['full-ceasefire', 3],
  ['monitoring', 2],
  ['incident-cell', 1],
  ['relief-maritime', 1, 'snapback'],
  ['relief-finance', 1, 'snapback'],
  ['relief-assets', 2, 'snapback'],
  ['tightening-plan', 1],
  ['dual-use-restraint', 2],
  ['embassies', 1],
  ['military-hotlines', 1],
  ['stability-talks', 2],
  ['new-start', 3],
  ['council', 3],
  ['open-skies', 1],
  ['force-ceilings', 1],
  ['security-agreements', 1],
  ['eu-accession', 1],
  ['line-of-control', 1],
];

const LIKELIEST = likeliest(lesson);
const outlook = opening(lesson);
const seen = (dispositions: Parameters<typeof seenBy>[2]) => seenBy(lesson, outlook, dispositions);

const PAIRS = RUSSIAS.flatMap((ru) => UKRAINES.map((ua) => [ru, ua] as const));

describe('[ESTIMATE-1] no piece alone', () => {
  const packages = packagesWith(lesson, 'full-ceasefire');

  test('the search is exhaustive', () => {
    expect(packages).toHaveLength(3 * 4 * 2); // ceasefire × monitoring × incident cell
    for (const deal of packages) expect(signersOf(lesson, deal)).toBe(signersOf(lesson, packages[0]!));
  });

  test.each(PAIRS)(
    'Russia %s, Ukraine %s: every ceasefire by itself leaves a signatory a point short',
    (ru, ua) => {
      const search = seen({ ru, ua });
      for (const deal of packages) {
        const gains = gainsOf(search, deal);
        expect(Math.min(gains.ru, gains.ua)).toBeLessThanOrEqual(-1);
      }
    },
  );

  test.each(PAIRS)('Russia %s, Ukraine %s: nor do returns of people beside it make it pay', (ru, ua) => {
    const search = seen({ ru, ua });
    const returns = dealTerm(lesson, 'humanitarian-returns', 2);
    for (const deal of packages) {
      const gains = gainsOf(search, [...deal, returns]);
      expect(Math.min(gains.ru, gains.ua)).toBeLessThanOrEqual(-1);
    }
  });
});

describe('[ESTIMATE-1] all pieces together', () => {
  const deal = ACROSS.map(([id, level, snapback]) => dealTerm(lesson, id, level, snapback !== undefined));

  test.each([
    ['as its roles have it', { ru: 'bargainer' }],
    ['with the likeliest dispositions', { ...LIKELIEST, ru: 'bargainer' }],
  ] as const)(
    'a package across the tables leaves all six at least five points above par, %s',
    (_, dispositions) => {
      const gains = gainsOf(seen(dispositions), deal);
      expect(SEATS.filter((seat) => gains[seat] < 5)).toEqual([]);
    },
  );

  test('it can be paid for, and it would last', () => {
    const { startPc, income, rounds } = lesson.edition;
    for (const spent of pcOf(outlook, deal))
      expect(spent).toBeLessThanOrEqual(startPc + income * (rounds - 1));
    const branches = branchesOf(outlook, deal, russiaOf(lesson, 'bargainer'));
    expect(branches.holds).toBeGreaterThan(0.65);
    expect(branches.holdDurability).toBeGreaterThan(75);
  });

  test('every table is in it', () => {
    const tables = new Set(deal.map((term) => lesson.provisions[term.provision]!.table));
    expect([...tables].toSorted()).toEqual(['C', 'G', 'N', 'P', 'S', 'T', 'U']);
  });

  test('it is worth less to Russia without the relief, and to Ukraine without the compact', () => {
    const search = seen({ ru: 'bargainer' });
    const without = (...tables: string[]) =>
      gainsOf(
        search,
        deal.filter((term) => !tables.includes(lesson.provisions[term.provision]!.table)),
      );
    const whole = gainsOf(search, deal);
    expect(without('S').ru).toBeLessThan(whole.ru - 4);
    expect(without('U').ua).toBeLessThan(whole.ua - 1);
    expect(without('C').us).toBeLessThan(whole.us - 4);
  });
});

describe('[TALK-3] small steps', () => {
  const steps = lesson.provisions.flatMap((rule) =>
    Array.from({ length: rule.smallStep }, (_, i) => [rule.id, (i + 1) as Level] as const),
  );
  const rows = steps.flatMap((step) => RUSSIAS.map((ru) => [...step, ru] as const));

  test('there are some on several tables', () => {
    expect(new Set(steps.map(([id]) => id)).size).toBeGreaterThanOrEqual(5);
  });

  test.each(rows)('%s %i can be signed at once, Russia %s', (id, level, ru) => {
    const term = dealTerm(lesson, id, level);
    const gains = gainsOf(seen({ ru }), [term]);
    const signers = signersOf(lesson, [term]);
    expect(SEATS.filter((seat, i) => (signers >> i) & 1 && gains[seat] < 0)).toEqual([]);
    expect(pcOf(outlook, [term]).every((spent) => spent === 0)).toBe(true);
  });
});

test('a guardrail in the search covers the whole line', () => {
  expect(dealTerm(lesson, 'notification', 1).scope).toBe(scopeOf(REGIONS));
  expect(dealTerm(lesson, 'council', 1).scope).toBe(0);
});
