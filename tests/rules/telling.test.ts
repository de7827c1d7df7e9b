import { describe, expect, test } from 'vitest';
import { forecastOf } from '../../shared/rules/forecast.ts';
import { AIMS } from '../../shared/rules/hazard.ts';
import { packageOf } from '../../shared/rules/package.ts';
import type { World } from '../../shared/rules/state.ts';
import { futureWorthTelling, tellerOf } from '../../shared/rules/telling.ts';
import { ANCHORS, lesson, worldAfter } from './anchors.ts';

/** The end of a game, as far as its telling needs it. */
function ended(name: keyof typeof ANCHORS): World {
  const world = worldAfter(ANCHORS[name].terms);
  const forecast = forecastOf(lesson, world, { futures: 20_000, seed: 'tests', aims: AIMS.bargainer });
  const result = {
    grade: 'patched',
    pillars: null,
    joint: 0,
    consent: { asked: false, given: false },
    seats: null,
    forecast,
  } as const;
  return { ...world, result };
}
const tellerFor = (world: World) => tellerOf(lesson, world, 'CODE', 'bargainer');
const durabilityOf = (world: World) => world.result?.forecast?.durability ?? 0;

describe('[FORECAST-5] a finished game', () => {
  const whole = ended('the full package');
  const teller = tellerFor(whole);

  test('tells the same future to all who ask', () => {
    expect(teller.tell(7)).toEqual(tellerFor(whole).tell(7));
    expect(teller.tell(7)).not.toEqual(teller.tell(8));
  });

  test.each(['the full package', 'bare ceasefire, renewing itself', 'arms only'] as const)(
    '%s: as many of the futures told are at peace as the forecast counted, within three points',
    (name) => {
      const world = ended(name);
      const one = tellerFor(world);
      let held = 0;
      for (let future = 0; future < 4000; future++) if (one.tell(future).held) held += 1;
      expect(Math.abs(held / 40 - durabilityOf(world) / 100)).toBeLessThan(3);
    },
  );

  test('tells ten years of a peace that held, and of another no year after its war', () => {
    for (let future = 0; future < 500; future++) {
      const { years, held } = teller.tell(future);
      const wars = years.filter(({ what }) => what === 'war');
      expect(wars).toHaveLength(held ? 0 : 1);
      expect(years.at(-1)?.what === 'war' || years.length === 10).toBe(true);
    }
  });

  test('names as what stopped a crisis only terms that are in force', () => {
    const parts = new Set(packageOf(lesson, whole).parts.map((part) => part.provision));
    const stoppers = Array.from({ length: 500 }, (_, future) => teller.tell(future).years)
      .flat()
      .flatMap((year) => (year.what === 'stopped' ? [year.stoppedBy] : []));
    expect(new Set(stoppers).size).toBeGreaterThan(1);
    expect(stoppers.filter((one) => !parts.has(one))).toEqual([]);
  });

  test('picks a future that ends as most do', () => {
    for (const name of ['the full package', 'bare ceasefire, renewing itself'] as const) {
      const world = ended(name);
      const told = futureWorthTelling(tellerFor(world), durabilityOf(world));
      expect(told.held).toBe(durabilityOf(world) >= 5000);
    }
  });

  test('with nothing switched off stands as it was forecast; without its ceasefire hardly at all', () => {
    const keys = packageOf(lesson, whole).parts;
    expect(teller.without([])).toBe(durabilityOf(whole));
    const truce = keys.filter(({ isTruce }) => isTruce).map(({ key }) => key);
    expect(teller.without(truce)).toBeLessThan(durabilityOf(whole) - 3000);
    expect(teller.without(keys.map(({ key }) => key))).toBeLessThan(1500);
  });
});
