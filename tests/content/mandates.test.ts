import { describe, expect, test } from 'vitest';
import { scenarioOf } from '../../shared/content/index.ts';
import { DISPOSITIONS, SEATS, TRACKS } from '../../shared/rules/types.ts';
import type { Mandate } from '../../shared/rules/scenario.ts';
import type { Level, Seat } from '../../shared/rules/types.ts';

const lesson = scenarioOf('lesson');

/** What terms are worth to a mandate by the tracks they move at once: durability and what follows are left aside. */
function worth(mandate: Mandate, terms: readonly (readonly [string, Level])[]): number {
  const weights: Partial<Record<string, number>> = mandate.weights;
  let sum = 0;
  for (const [id, level] of terms) {
    const provision = scenarioOf('campaign').provisions.find((candidate) => candidate.id === id);
    if (!provision) throw new Error(`no provision ${id}`);
    for (const effect of provision.effects) sum += (weights[effect.on] ?? 0) * (effect.by[level - 1] ?? 0);
  }
  return sum;
}

const CONTENT = {
  'a bare ceasefire': [['full-ceasefire', 2]],
  relief: [
    ['relief-maritime', 1],
    ['relief-finance', 1],
    ['relief-assets', 1],
  ],
  'the bilateral table': [
    ['embassies', 2],
    ['business', 1],
    ['military-hotlines', 1],
  ],
  'strategic stability': [
    ['stability-talks', 2],
    ['new-start', 2],
  ],
  'the compact': [
    ['security-agreements', 2],
    ['eu-accession', 2],
  ],
  'the alliance': [
    ['article-five', 1],
    ['spending', 2],
  ],
  'the settlement': [
    ['line-of-control', 2],
    ['ukraine-alignment', 1],
    ['standstill', 1],
  ],
  restraint: [['dual-use-restraint', 2]],
} as const satisfies Record<string, readonly (readonly [string, Level])[]>;

/** The signs the game stands on; a seat gains (+) or loses (-) whatever its disposition. */
const SIGNS: readonly (readonly [Seat, keyof typeof CONTENT, '+' | '-'])[] = [
  ['ru', 'a bare ceasefire', '-'],
  ['ru', 'relief', '+'],
  ['ru', 'the bilateral table', '+'],
  ['ru', 'strategic stability', '+'],
  ['ru', 'the compact', '-'],
  ['ru', 'the alliance', '-'],
  ['ru', 'the settlement', '+'],
  ['ru', 'restraint', '-'],
  ['us', 'a bare ceasefire', '+'],
  ['us', 'the bilateral table', '+'],
  ['us', 'strategic stability', '+'],
  ['eu', 'relief', '-'],
  ['eu', 'a bare ceasefire', '+'],
  ['ua', 'relief', '-'],
  ['ua', 'the bilateral table', '-'],
  ['ua', 'the compact', '+'],
  ['ua', 'the settlement', '-'],
  ['ua', 'restraint', '+'],
  ['nato', 'relief', '-'],
  ['nato', 'the alliance', '+'],
  ['cn', 'relief', '+'],
  ['cn', 'the settlement', '+'],
];

/** The same of what only the longer editions hold. */
const CONTENT_LONGER = {
  'further relief': [
    ['relief-oil', 1],
    ['relief-gas', 1],
    ['relief-technology', 1],
  ],
  'the root causes': [['root-causes', 2]],
  'further stability': [
    ['intermediate-missiles', 1],
    ['cyber-space', 1],
  ],
  'troops and trainers': [
    ['reassurance-force', 1],
    ['training', 1],
    ['air-defence', 1],
  ],
  'a European alliance': [['european-command', 1]],
  guarantees: [['guarantees', 2]],
  'limits on Ukraine': [['force-limits', 2]],
  'assets for rebuilding': [['assets-for-rebuilding', 1]],
} as const satisfies Record<string, readonly (readonly [string, Level])[]>;

const SIGNS_LONGER: readonly (readonly [Seat, keyof typeof CONTENT_LONGER, '+' | '-'])[] = [
  ['ru', 'further relief', '+'],
  ['ru', 'the root causes', '+'],
  ['ru', 'further stability', '+'],
  ['ru', 'troops and trainers', '-'],
  ['ru', 'guarantees', '-'],
  ['ru', 'limits on Ukraine', '+'],
  ['ru', 'assets for rebuilding', '-'],
  ['us', 'further stability', '+'],
  ['eu', 'further relief', '-'],
  ['eu', 'the root causes', '-'],
  ['ua', 'further relief', '-'],
  ['ua', 'the root causes', '-'],
  ['ua', 'troops and trainers', '+'],
  ['ua', 'limits on Ukraine', '-'],
  ['ua', 'assets for rebuilding', '+'],
  ['nato', 'the root causes', '-'],
  ['nato', 'a European alliance', '+'],
  ['cn', 'further stability', '+'],
];

describe('interests', () => {
  test.each(SIGNS)('[MANDATE-1] %s, %s: %s', (seat, content, sign) => {
    const wrong = Object.entries(lesson.mandates[seat])
      .map(([disposition, mandate]) => ({ disposition, points: worth(mandate, CONTENT[content]) }))
      .filter(({ points }) => (sign === '+' ? points : -points) <= 0.05);
    expect(wrong).toEqual([]);
  });

  test.each(SIGNS_LONGER)('[MANDATE-1] in the longer editions %s, %s: %s', (seat, content, sign) => {
    const wrong = Object.entries(lesson.mandates[seat])
      .map(([disposition, mandate]) => ({ disposition, points: worth(mandate, CONTENT_LONGER[content]) }))
      .filter(({ points }) => (sign === '+' ? points : -points) <= 0.05);
    expect(wrong).toEqual([]);
  });

  test('[MANDATE-1] Russia does not value durability, the others do', () => {
    const caring = SEATS.filter((seat) =>
      Object.values(lesson.mandates[seat]).some((mandate) => (mandate.weights.durability ?? 0) > 0.05),
    );
    expect(caring).toEqual(['us', 'eu', 'ua', 'nato', 'cn']);
  });

  test('[MANDATE-1] ground is no prize: Russia has no weight on territory, Ukraine wants its own back', () => {
    for (const mandate of Object.values(lesson.mandates.ru))
      expect(mandate.weights.territory).toBeUndefined();
    for (const mandate of Object.values(lesson.mandates.ua))
      expect(mandate.weights.territory).toBeLessThan(0);
  });

  test('China is never hurt by its own standing, nor NATO by Europe’s defence', () => {
    for (const mandate of Object.values(lesson.mandates.cn))
      expect(mandate.weights.chinaStanding).toBeGreaterThan(0);
    for (const mandate of Object.values(lesson.mandates.nato))
      expect(mandate.weights.europeDefence).toBeGreaterThan(0);
  });
});

describe('dispositions', () => {
  test.each(SEATS)('%s: each has a mandate, and their chances sum to 100', (seat) => {
    const mandates = lesson.mandates[seat];
    expect(Object.keys(mandates)).toEqual([...DISPOSITIONS[seat]]);
    expect(Object.values(mandates).reduce((sum, mandate) => sum + mandate.prior, 0)).toBe(100);
  });

  test('weights lie on tracks that exist', () => {
    for (const seat of SEATS)
      for (const mandate of Object.values(lesson.mandates[seat]))
        for (const interest of Object.keys(mandate.weights))
          expect([...TRACKS, 'durability']).toContain(interest);
  });
});

describe('red lines', () => {
  test('[MANDATE-2] lines on the longer editions’ terms stand there only, at levels that can be agreed', () => {
    const campaign = scenarioOf('campaign');
    const added = SEATS.flatMap((seat) => campaign.redLines[seat].slice(lesson.redLines[seat].length));
    const lines = SEATS.flatMap((seat) => campaign.redLines[seat]);
    expect(lines.length).toBeGreaterThan(SEATS.flatMap((seat) => lesson.redLines[seat]).length);
    expect(added.map(({ provision }) => provision).toSorted()).toEqual([
      'force-limits',
      'reassurance-force',
      'root-causes',
    ]);
    for (const line of lines)
      expect(
        campaign.provisions.some(({ id, levels }) => id === line.provision && levels >= line.level),
      ).toBe(true);
  });

  test.each(SEATS)('[MANDATE-2] %s has one, and each points at a level that can be agreed', (seat) => {
    expect(lesson.redLines[seat].length).toBeGreaterThan(0);
    const astray = lesson.redLines[seat].filter(
      (line) => !lesson.provisions.some(({ id, levels }) => id === line.provision && levels >= line.level),
    );
    expect(astray).toEqual([]);
  });
});
