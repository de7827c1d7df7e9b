import { shapleyOf } from './contribution.ts';
import {
  SLOTS,
  calendarOf,
  crisisOf,
  draw,
  emptyEnding,
  hasLapsed,
  play,
  resistanceOf,
  seedOf,
} from './future.ts';
import type { Calendar, Ending, Resistance } from './future.ts';
import { ASSUMPTIONS, MOST_DURABLE, YEARS, durabilityOf } from './hazard.ts';
import type { Aftermath, Assumptions } from './hazard.ts';
import { aftermathInto, emptyAftermath, packageOf } from './package.ts';
import type { Package } from './package.ts';
import type { Scenario } from './scenario.ts';
import type { Forecast, World } from './state.ts';
import { SECTORS } from './types.ts';
import type { ProvisionId, SectorId } from './types.ts';

export interface ForecastSettings {
  futures: number; // ten-year futures to play
  seed: string;
  aims: number; // Russia's: its true ones for a finished game, else what is believed (hazard.ts)
}

const PAIRED = 4000; // futures played again without each term
const STORIES = 8;
const WARS_TOLD = 3; // of the stories, at most
const TOLD_FROM = 3000; // futures looked through for stories

/**
 * The ten years after the last round (FORECAST-1 to 6): the chance that the peace holds, where it breaks and why,
 * what each term contributes, and single futures as stories. Depends on its arguments alone.
 *
 * It is a teaching model and no prediction. Never above 90 % for ten years.
 */
export function forecastOf(scenario: Scenario, world: World, settings: ForecastSettings): Forecast {
  const { aims } = settings;
  const seed = seedOf(settings.seed);
  const calendar = calendarOf(scenario);
  const pack = packageOf(scenario, world);
  const all = new Uint8Array(pack.parts.length).fill(1);
  const after = emptyAftermath(pack);
  aftermathInto(after, pack, all);
  const resistance = resistanceOf(calendar, after, pack.sectors, aims);

  const tally = tallyOf(calendar, resistance, seed, settings.futures);
  const durability = Math.min(MOST_DURABLE * 100, tally.byYear.at(-1) as number);
  const [low, high] = rangeOf(after, aims, seed, durability);
  const bare = pack.parts.map((_, left) => {
    const standing = Uint8Array.from(all, (one, i) => (i === left ? 0 : one));
    const without = emptyAftermath(pack);
    aftermathInto(without, pack, standing);
    return resistanceOf(calendar, without, pack.sectors, aims);
  });
  const shapley = shapleyOf(pack, seed, aims);
  const paired = Math.min(PAIRED, settings.futures);
  const held = holdsOf(calendar, resistance, seed, paired);
  return {
    durability,
    low,
    high,
    byYear: tally.byYear.map((share, i) => (i === YEARS - 1 ? durability : share)),
    opportunism: tally.opportunism,
    spiral: tally.spiral,
    burnsOut: tally.burnsOut,
    futures: settings.futures,
    breaks: tally.breaks,
    contributions: pack.parts.map((part, i) => ({
      key: part.key,
      provision: part.provision,
      shapley: Math.round((shapley[i] as number) * 100),
      without: share(held - holdsOf(calendar, bare[i] as Resistance, seed, paired), paired),
    })),
    stories: storiesOf(calendar, resistance, bare, pack, seed, Math.min(TOLD_FROM, settings.futures)),
  };
}

/** Hundredths of a per cent. */
function share(count: number, of: number): number {
  return of > 0 ? Math.round((10_000 * count) / of) : 0;
}

export function sectorOf(slot: number): SectorId {
  return SECTORS[slot % SECTORS.length] as SectorId;
}

export function pathOf(slot: number): 'opportunism' | 'spiral' {
  return slot < SECTORS.length ? 'opportunism' : 'spiral';
}

/** Counts many futures. About ten million years a second. */
function tallyOf(calendar: Calendar, resistance: Resistance, seed: number, futures: number) {
  const ending = emptyEnding();
  const ended = new Uint32Array((YEARS + 1) * SLOTS);
  const peace = new Uint32Array(YEARS + 1);
  let burnt = 0;
  for (let future = 0; future < futures; future++) {
    play(ending, calendar, resistance, seed, future);
    if (ending.year > 0) {
      const at = ending.year * SLOTS + ending.slot;
      ended[at] = (ended[at] as number) + 1;
    }
    if (ending.burnsOutIn > YEARS) continue;
    if (ending.burnsOutIn > 0) burnt++;
    const last = ending.year > 0 ? ending.year - 1 : YEARS;
    for (let year = Math.max(1, ending.burnsOutIn); year <= last; year++)
      peace[year] = (peace[year] as number) + 1;
  }

  const bySlot = new Uint32Array(SLOTS);
  for (let i = 0; i < ended.length; i++)
    bySlot[i % SLOTS] = (bySlot[i % SLOTS] as number) + (ended[i] as number);
  const sum = (from: number, to: number) => bySlot.subarray(from, to).reduce((all, count) => all + count, 0);
  const breaks = Array.from(bySlot, (count, slot) => ({
    sector: sectorOf(slot),
    path: pathOf(slot),
    share: share(count, futures),
  }))
    .filter((line) => line.share > 0)
    .toSorted((a, b) => b.share - a.share);
  return {
    byYear: Array.from({ length: YEARS }, (_, i) => share(peace[i + 1] as number, futures)),
    opportunism: share(sum(0, SECTORS.length), futures),
    spiral: share(sum(SECTORS.length, SLOTS), futures),
    burnsOut: share(burnt, futures),
    breaks,
  };
}

function holds(ending: Ending): boolean {
  return ending.year === 0 && ending.burnsOutIn <= YEARS;
}

function holdsOf(calendar: Calendar, resistance: Resistance, seed: number, futures: number): number {
  const ending = emptyEnding();
  let count = 0;
  for (let future = 0; future < futures; future++) {
    play(ending, calendar, resistance, seed, future);
    if (holds(ending)) count++;
  }
  return count;
}

const ENSEMBLE = 16; // sets of assumptions behind the range
const OUTER = 2; // of these, left out at each end

/** The range over uncertain assumptions, by the analytic twin. */
function rangeOf(
  after: Aftermath,
  aims: number,
  seed: number,
  durability: number,
): [low: number, high: number] {
  const ends = Array.from({ length: ENSEMBLE }, (_, i) => durabilityOf(after, aims, assumptionsOf(seed, i)))
    .toSorted((a, b) => a - b)
    .map((value) => Math.round(value * 100));
  const low = ends[OUTER] as number;
  const high = ends[ENSEMBLE - 1 - OUTER] as number;
  return [Math.min(low, durability), Math.max(high, durability)];
}

/** One set of assumptions, each moved within what we hold possible. */
function assumptionsOf(seed: number, i: number): Assumptions {
  const between = (question: number, low: number, high: number) =>
    low + ((high - low) * draw(seed, i, 5000 + question)) / 4_294_967_296;
  return {
    opportunity: ASSUMPTIONS.opportunity * between(0, 0.6, 1.6),
    accident: ASSUMPTIONS.accident * between(1, 0.5, 1.8),
    aimsShift: ASSUMPTIONS.aimsShift + between(2, -6, 6),
    fearShift: ASSUMPTIONS.fearShift + between(3, -3, 3),
    stakeReach: ASSUMPTIONS.stakeReach * between(4, 0.8, 1.3),
    openLine: ASSUMPTIONS.openLine * between(5, 0.7, 1.3),
    lapse: between(6, 0.1, 0.35),
  };
}

type Story = Forecast['stories'][number];

/** Futures worth telling: wars that came, and crises that one term alone kept from becoming war. */
function storiesOf(
  calendar: Calendar,
  resistance: Resistance,
  bare: readonly Resistance[],
  pack: Package,
  seed: number,
  futures: number,
): Story[] {
  const ending = emptyEnding();
  const stories: Story[] = [];
  const saved = new Set<ProvisionId>();
  const lost = new Set<SectorId>();
  for (let future = 0; future < futures && stories.length < STORIES; future++) {
    play(ending, calendar, resistance, seed, future);
    if (ending.burnsOutIn > YEARS) continue;
    if (ending.year > 0) {
      const sector = sectorOf(ending.slot);
      if (lost.size >= WARS_TOLD || lost.has(sector)) continue;
      lost.add(sector);
      stories.push({ year: ending.year, sector, path: pathOf(ending.slot), war: true, stoppedBy: null });
      continue;
    }
    for (let year = 1; year <= YEARS; year++) {
      const crisis = crisisOf(calendar, seed, future, year, hasLapsed(resistance, seed, future, year));
      if (!crisis) continue;
      const provision = nearestStop(bare, pack, crisis.row + crisis.slot, crisis.near, saved);
      if (provision === null || saved.size >= STORIES - WARS_TOLD) continue;
      saved.add(provision);
      stories.push({
        year,
        sector: sectorOf(crisis.slot),
        path: pathOf(crisis.slot),
        war: false,
        stoppedBy: provision,
      });
      break;
    }
  }
  return stories.toSorted((a, b) => a.year - b.year);
}

/** The provision, not told of yet, without which this crisis would have become war by the widest margin; or null. */
export function nearestStop(
  bare: readonly Resistance[],
  pack: Package,
  at: number,
  near: number,
  told: ReadonlySet<ProvisionId>,
): ProvisionId | null {
  let stopper: ProvisionId | null = null;
  let widest = near;
  for (const [i, part] of pack.parts.entries()) {
    const chance = bare[i]?.war[at] as number;
    if (chance > widest && !told.has(part.provision)) {
      widest = chance;
      stopper = part.provision;
    }
  }
  return stopper;
}
