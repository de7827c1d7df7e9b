import { describe, expect, test } from 'vitest';
import { hazardsOf as hazards, worldAfter as worldAfterIn } from '../../server/balance/anchors.ts';
import { scenarioOf } from '../../shared/content/index.ts';
import { forecastOf } from '../../shared/rules/forecast.ts';
import { calendarOf, draw, emptyEnding, play, resistanceOf } from '../../shared/rules/future.ts';
import { AIMS, AIMS_BELIEVED } from '../../shared/rules/hazard.ts';
import { aftermathInto, emptyAftermath, packageOf } from '../../shared/rules/package.ts';
import { durabilityAfter } from '../../shared/rules/par.ts';
import type { World } from '../../shared/rules/state.ts';
import { MEASURES, SECTORS } from '../../shared/rules/types.ts';
import { ANCHORS, lesson, withTracks, worldAfter } from './anchors.ts';
import type { Line } from './anchors.ts';

const settings = { futures: 20_000, seed: 'tests', aims: AIMS_BELIEVED };
const names = Object.keys(ANCHORS) as (keyof typeof ANCHORS)[];
const world = (name: keyof typeof ANCHORS) => worldAfter(ANCHORS[name].terms);
const twin = (after: World, aims: number = AIMS_BELIEVED) => durabilityAfter(lesson, after, aims);

const hazardsOf = (after: World) => hazards(lesson, after);

describe('[FORECAST-1] the reference states', () => {
  const states = (['lesson', 'double', 'campaign'] as const).flatMap((edition) =>
    names.map((name) => ({ edition, name })),
  );
  test.each(states)('$edition: $name falls in its band', ({ edition, name }) => {
    const scenario = scenarioOf(edition);
    const [low, high] = ANCHORS[name].band;
    const { durability } = forecastOf(scenario, worldAfterIn(scenario, ANCHORS[name].terms), settings);
    expect(durability / 100).toBeGreaterThanOrEqual(low);
    expect(durability / 100).toBeLessThanOrEqual(high);
  });

  test('arms only carry at least half again the spiral hazard of the bare ceasefire', () => {
    const arms = hazardsOf(world('arms only'));
    const bare = hazardsOf(world('bare ceasefire, renewing itself'));
    expect(arms.spiral / bare.spiral).toBeGreaterThanOrEqual(1.5);
    expect(arms.opportunism).toBeLessThan(bare.opportunism);
  });

  test('guardrails only leave the opportunist undeterred', () => {
    const rails = hazardsOf(world('guardrails only'));
    const bare = hazardsOf(world('bare ceasefire, renewing itself'));
    expect(rails.opportunism).toBeGreaterThan(0.95 * bare.opportunism);
    expect(rails.spiral).toBeLessThan(0.2 * bare.spiral);
  });

  test('relief under snapback is worth at least five points in the full package', () => {
    const { durability: full } = forecastOf(lesson, world('the full package'), settings);
    const { durability: without } = forecastOf(lesson, world('the full package without relief'), settings);
    expect(full - without).toBeGreaterThanOrEqual(500);
  });

  test('the same relief without snapback holds less', () => {
    const plain = ANCHORS['the full package'].terms.map(([provision, level]): Line => [provision, level]);
    expect(twin(world('the full package')) - twin(worldAfter(plain))).toBeGreaterThan(3);
  });
});

describe('[FORECAST-2] futures', () => {
  test.each(names)('%s: the analytic twin agrees within two points', (name) => {
    for (const aims of [AIMS.bargainer, AIMS_BELIEVED, AIMS.maximalist]) {
      const { durability } = forecastOf(lesson, world(name), { ...settings, aims });
      expect(Math.abs(durability / 100 - twin(world(name), aims))).toBeLessThan(2);
    }
  });

  test('a fresh ceasefire: the twin agrees, and the charge shows', () => {
    const fresh = worldAfter(ANCHORS['the full package'].terms, { held: 0 });
    const { durability } = forecastOf(lesson, fresh, settings);
    expect(Math.abs(durability / 100 - twin(fresh))).toBeLessThan(2);
    expect(twin(world('the full package')) - twin(fresh)).toBeGreaterThan(8);
  });

  test('the same arguments give the same forecast, another seed another one', () => {
    const once = forecastOf(lesson, world('arms only'), settings);
    expect(forecastOf(lesson, world('arms only'), settings)).toEqual(once);
    expect(forecastOf(lesson, world('arms only'), { ...settings, seed: 'else' }).byYear).not.toEqual(
      once.byYear,
    );
  });

  test('draws are even and do not follow each other', () => {
    const n = 100_000;
    let sum = 0;
    let runs = 0;
    for (let i = 0; i < n; i++) {
      const now = draw(7, i, 3) / 4_294_967_296;
      sum += now;
      if (now < 0.5 === draw(7, i + 1, 3) / 4_294_967_296 < 0.5) runs++;
    }
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(0.005);
    expect(Math.abs(runs / n - 0.5)).toBeLessThan(0.01);
  });

  test('in paired futures a term that only calms never brings a war that would not have come', () => {
    const calendar = calendarOf(lesson);
    const pack = packageOf(lesson, world('the full package'));
    const rails = pack.parts.findIndex((part) => part.provision === 'notification');
    const resist = (standing: (i: number) => boolean) => {
      const after = emptyAftermath(pack);
      aftermathInto(
        after,
        pack,
        Uint8Array.from(pack.parts, (_, i) => (standing(i) ? 1 : 0)),
      );
      return resistanceOf(calendar, after, pack.sectors, AIMS_BELIEVED);
    };
    const withIt = resist(() => true);
    const without = resist((i) => i !== rails);
    const [one, other] = [emptyEnding(), emptyEnding()];
    let saved = 0;
    for (let future = 0; future < 20_000; future++) {
      play(one, calendar, withIt, 11, future);
      play(other, calendar, without, 11, future);
      if (one.year === 0 && other.year > 0) saved++;
      if (one.year > 0) expect(other.year).toBeGreaterThan(0);
    }
    expect(saved).toBeGreaterThan(0);
  });
});

describe('[FORECAST-3] the front that is left behind', () => {
  test('tense sectors break the peace more often, and there', () => {
    const calm = world('arms and guardrails');
    const sectors = { ...calm.sectors, NAR: { ...calm.sectors.NAR, tension: 10_000 } };
    const tense = { ...calm, sectors };
    expect(twin(tense)).toBeLessThan(twin(calm));
    const at = (after: World) =>
      forecastOf(lesson, after, settings)
        .breaks.filter((line) => line.sector === 'NAR')
        .reduce((sum, line) => sum + line.share, 0);
    expect(at(tense)).toBeGreaterThan(at(calm));
  });

  test('every war names a sector and a path, and their shares add up', () => {
    const forecast = forecastOf(lesson, world('bare ceasefire, renewing itself'), settings);
    const sum = forecast.breaks.reduce((all, line) => all + line.share, 0);
    expect(Math.abs(sum - forecast.opportunism - forecast.spiral)).toBeLessThan(SECTORS.length);
    expect(Math.abs(sum + forecast.durability - 10_000)).toBeLessThan(2 * SECTORS.length);
    expect(new Set(forecast.breaks.map((line) => line.sector)).size).toBeGreaterThan(12);
  });
});

describe('[FORECAST-4] no path is closed wholly, and nothing is sure', () => {
  const dream = withTracks(world('the full package'), {
    ukraineDefence: 100,
    europeDefence: 100,
    cohesion: 100,
    relations: 100,
    stability: 100,
    escalation: 0,
    precedent: 0,
    russiaSecurity: 100,
    rearmament: 0,
  });

  test('the best of worlds stays at 90 per cent, with accidents left', () => {
    const forecast = forecastOf(lesson, dream, settings);
    expect(forecast.durability).toBeLessThanOrEqual(9_000);
    expect(twin(dream)).toBeLessThanOrEqual(90);
    const { opportunism, spiral } = hazardsOf(dream);
    expect(opportunism).toBeGreaterThanOrEqual(0.003);
    expect(spiral).toBeGreaterThanOrEqual(0.0029);
  });

  test('the years only fall under a ceasefire', () => {
    for (const name of names) {
      if (name === 'war goes on') continue;
      const { byYear } = forecastOf(lesson, world(name), settings);
      expect(byYear).toHaveLength(10);
      expect(byYear.toSorted((a, b) => b - a)).toEqual(byYear);
    }
  });

  test('a war that nobody ended may burn out, likelier with a strong Ukraine and a strained Russia', () => {
    const war = world('war goes on');
    const { burnsOut } = forecastOf(lesson, war, settings);
    const strong = forecastOf(lesson, withTracks(war, { ukraineDefence: 60, russiaEconomy: 25 }), settings);
    expect(burnsOut).toBeGreaterThan(0);
    expect(strong.burnsOut).toBeGreaterThan(burnsOut);
    expect(forecastOf(lesson, world('arms only'), settings).burnsOut).toBe(0);
  });

  test('the range lies around the figure', () => {
    for (const name of names) {
      const { low, durability, high } = forecastOf(lesson, world(name), settings);
      expect(low).toBeLessThanOrEqual(durability);
      expect(high).toBeGreaterThanOrEqual(durability);
      expect(high).toBeLessThanOrEqual(9_000);
    }
    const { low, high } = forecastOf(lesson, world('arms and guardrails'), settings);
    expect(high - low).toBeGreaterThan(500);
  });
});

describe('[FORECAST-5] what each term contributes', () => {
  const full = world('the full package');
  const forecast = forecastOf(lesson, full, settings);

  test('taken apart and put together again, the measures are the shown ones', () => {
    const pack = packageOf(lesson, full);
    const after = emptyAftermath(pack);
    aftermathInto(after, pack, new Uint8Array(pack.parts.length).fill(1));
    for (const [i, measure] of MEASURES.entries())
      expect(after.row[i]).toBeCloseTo(full.measures[measure] / 100, 6);
  });

  test('Shapley values add up to what all terms together add', () => {
    const pack = packageOf(lesson, full);
    const nothing = emptyAftermath(pack);
    aftermathInto(nothing, pack, new Uint8Array(pack.parts.length));
    const sum = forecast.contributions.reduce((all, line) => all + line.shapley, 0);
    const bare = twin({ ...full, agreements: [], truce: { ...full.truce, level: 0, key: null } });
    expect(Math.abs(sum / 100 - (twin(full) - bare))).toBeLessThan(0.5);
  });

  test('without the ceasefire nothing holds; without relief less does', () => {
    const of = (provision: string) => forecast.contributions.find((line) => line.provision === provision)!;
    expect(of('full-ceasefire').without).toBeGreaterThan(4_000);
    expect(of('relief-finance').without).toBeGreaterThan(100);
    expect(of('dual-use-restraint').without).toBeGreaterThan(200);
  });

  test('stories name wars that came and crises that one term alone stopped', () => {
    expect(forecast.stories.length).toBeGreaterThan(4);
    for (const story of forecast.stories) {
      expect(story.year).toBeGreaterThanOrEqual(1);
      expect(story.year).toBeLessThanOrEqual(10);
      expect(story.war).toBe(story.stoppedBy === null);
    }
    const stoppers = forecast.stories.flatMap((story) => story.stoppedBy ?? []);
    expect(stoppers.length).toBeGreaterThan(1);
    expect(new Set(stoppers).size).toBe(stoppers.length);
  });
});

test('[FORECAST-6] two hundred thousand futures a second on one core', () => {
  const start = process.threadCpuUsage().user;
  forecastOf(lesson, world('arms and guardrails'), { ...settings, futures: 400_000 });
  const seconds = (process.threadCpuUsage().user - start) / 1e6;
  expect(400_000 / seconds).toBeGreaterThan(200_000);
});

test('a maximalist tests the same peace harder', () => {
  for (const name of names)
    expect(twin(world(name), AIMS.maximalist)).toBeLessThan(twin(world(name), AIMS.bargainer));
});
