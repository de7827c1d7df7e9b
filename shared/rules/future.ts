import { exp } from './curves.ts';
import { TENSION_MOST } from './endgame.ts';
import {
  ASSUMPTIONS,
  BY_YEAR,
  EXPOSURE,
  LEAST_HAZARD,
  REARM_MOST,
  TERM_ENDS,
  YEARS,
  burnOut,
  emptyOutlooks,
  freshness,
  outlooksInto,
} from './hazard.ts';
import type { Aftermath, Hazards } from './hazard.ts';
import { REGIONS, SECTORS } from './types.ts';
import type { SectorId } from './types.ts';
import type { Scenario } from './scenario.ts';

/**
 * Single futures of ten years (FORECAST-2).
 *
 * In each year a crisis may arrive at one flash point, on one path; whether it becomes war depends on what stands in
 * its way. Crises come from the seed, the future's number and the year alone, so the same future can be played with
 * and without a term, and the two differ only where the term mattered.
 */

/** A flash point on a path: first the sectors by opportunism, then the sectors by spiral. */
export type Slot = number;
export const SLOTS = 2 * SECTORS.length;
const NO_CRISIS = 255;
const BINS = 4096;
const FINE = 1 << 20; // what is left of a draw after its bin

/** When and where crises arrive: the same for every future of a scenario. */
export interface Calendar {
  bins: Uint8Array; // slot by bin, or NO_CRISIS
  chance: Float64Array; // of a crisis a year, by slot
  region: Uint8Array; // of each sector
  hot: readonly SectorId[];
}

export function calendarOf(scenario: Scenario): Calendar {
  const chance = new Float64Array(SLOTS);
  const bins = new Uint8Array(BINS).fill(NO_CRISIS);
  const most = BY_YEAR[0] * TENSION_MOST;
  let bin = 0;
  for (let path = 0; path < 2; path++)
    for (const rule of scenario.sectors) {
      const region = REGIONS.indexOf(rule.region);
      const weight = rule.weight / regionWeight(scenario, rule.region);
      const rate = path === 0 ? ASSUMPTIONS.opportunity * REARM_MOST : ASSUMPTIONS.accident;
      const count = Math.ceil(((EXPOSURE[region] as number) * rate + LEAST_HAZARD) * weight * most * BINS);
      const slot = path * SECTORS.length + SECTORS.indexOf(rule.id);
      chance[slot] = count / BINS;
      bins.fill(slot, bin, bin + count);
      bin += count;
    }
  if (bin > BINS) throw new Error(`crises would come more than once a year: ${bin} of ${BINS}`);
  const region = new Uint8Array(SECTORS.length);
  for (const rule of scenario.sectors) region[SECTORS.indexOf(rule.id)] = REGIONS.indexOf(rule.region);
  return { bins, chance, region, hot: scenario.sectors.filter((rule) => rule.hot).map((rule) => rule.id) };
}

function regionWeight(scenario: Scenario, region: string): number {
  return scenario.sectors.reduce((sum, rule) => sum + (rule.region === region ? rule.weight : 0), 0);
}

/** How ten years meet their crises, given what stands. */
export interface Resistance {
  war: Float64Array; // chance × FINE that a crisis becomes war: [government][year][slot]
  burnsOut: number; // chance that an unended war burns out, 1 under a ceasefire
  slips: number; // chance that an untested ceasefire slips in the first year
  lapses: number; // chance that a new government lets pledges lapse
}

const outlooks = emptyOutlooks();

/** Works out a resistance; some 5 µs. */
export function resistanceOf(
  calendar: Calendar,
  after: Aftermath,
  sectors: Float64Array,
  aims: number,
): Resistance {
  outlooksInto(outlooks, after, aims, ASSUMPTIONS);
  const war = new Float64Array(2 * YEARS * SLOTS);
  const slotHazard = new Float64Array(SLOTS);
  for (let government = 0; government < 2; government++) {
    const first = government === 0 ? outlooks.first : outlooks.firstLapsed;
    const last = government === 0 ? outlooks.last : outlooks.lastLapsed;
    for (let year = 0; year < YEARS; year++) {
      const total = spread(slotHazard, calendar.region, first, last, year, sectors);
      const comes = total > 0 ? (1 - exp(-total)) / total : 0;
      const at = (government * YEARS + year) * SLOTS;
      for (let slot = 0; slot < SLOTS; slot++) {
        const chance = ((slotHazard[slot] as number) * comes) / (calendar.chance[slot] as number);
        war[at + slot] = (chance < 1 ? chance : 1) * FINE;
      }
    }
  }
  return {
    war,
    burnsOut: burnOut(after),
    slips: 1 - exp(-freshness(after.truce, after.held)),
    lapses: ASSUMPTIONS.lapse,
  };
}

/** Regional hazards of a year onto sectors; returns their sum. */
function spread(
  out: Float64Array,
  region: Uint8Array,
  first: Hazards,
  last: Hazards,
  year: number,
  sectors: Float64Array,
): number {
  const factor = BY_YEAR[year] as number;
  const part = year / (YEARS - 1);
  let total = 0;
  for (let sector = 0; sector < SECTORS.length; sector++) {
    for (let path = 0; path < 2; path++) {
      const at = path * REGIONS.length + (region[sector] as number);
      const from = first[at] as number;
      const hazard = factor * (from + ((last[at] as number) - from) * part) * (sectors[sector] as number);
      out[path * SECTORS.length + sector] = hazard;
      total += hazard;
    }
  }
  return total;
}

/** A whole number from 0 to 2³² − 1 that looks random and depends on its three arguments alone (FORECAST-2). */
export function draw(seed: number, future: number, question: number): number {
  let x = seed ^ Math.imul(future + 1, 0x9e3779b1) ^ Math.imul(question + 1, 0x85ebca77);
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

/** A seed of any text as a number (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

const WHOLE = 4_294_967_296;
// questions beside the ten years
const ASK_SLIP = 20;
const ASK_SLIP_PLACE = 21;
const ASK_BURN_OUT = 22;
const ASK_BURN_YEAR = 23;
const ASK_GOVERNMENT = 30; // and the year

/** How one future ended; written over by the next. */
export interface Ending {
  year: number; // of the war that came, 1 to 10; 0 if none came
  slot: Slot; // where and how it came
  burnsOutIn: number; // the year in which the war that nobody ended burns out; 0 at once or under a ceasefire, 99 never
}

export function emptyEnding(): Ending {
  return { year: 0, slot: 0, burnsOutIn: 0 };
}

const NEVER = 99;

/** Plays one future to its end. */
export function play(
  into: Ending,
  calendar: Calendar,
  resistance: Resistance,
  seed: number,
  future: number,
): void {
  const { bins } = calendar;
  const { war } = resistance;
  into.year = 0;
  into.burnsOutIn = 0;
  if (resistance.burnsOut < 1)
    into.burnsOutIn =
      draw(seed, future, ASK_BURN_OUT) < resistance.burnsOut * WHOLE
        ? 1 + (draw(seed, future, ASK_BURN_YEAR) % 3)
        : NEVER;
  if (resistance.slips > 0 && draw(seed, future, ASK_SLIP) < resistance.slips * WHOLE) {
    into.year = 1;
    into.slot = SECTORS.length + slippingSector(calendar, seed, future);
    return;
  }
  let base = 0;
  for (let year = 1; year <= YEARS; year++) {
    const crisis = draw(seed, future, year);
    const slot = bins[crisis >>> 20] as number;
    if (slot !== NO_CRISIS && crisis % FINE < (war[base + (year - 1) * SLOTS + slot] as number)) {
      into.year = year;
      into.slot = slot;
      return;
    }
    if (base === 0 && (year === TERM_ENDS[0] || year === TERM_ENDS[1]))
      if (draw(seed, future, ASK_GOVERNMENT + year) < resistance.lapses * WHOLE) base = YEARS * SLOTS;
  }
}

function slippingSector(calendar: Calendar, seed: number, future: number): number {
  const { hot } = calendar;
  return SECTORS.indexOf(hot[draw(seed, future, ASK_SLIP_PLACE) % hot.length] as SectorId);
}

/** A crisis of one future, and how near it came. */
export interface Crisis {
  slot: Slot;
  near: number; // below the war chance of its slot it becomes war; in units of `Resistance.war`
  row: number; // where that chance stands, less the slot
}

/** The crisis of a year in one future, or null; `lapsed` if a government has let pledges lapse before. */
export function crisisOf(
  calendar: Calendar,
  seed: number,
  future: number,
  year: number,
  lapsed: boolean,
): Crisis | null {
  const crisis = draw(seed, future, year);
  const slot = calendar.bins[crisis >>> 20] as number;
  if (slot === NO_CRISIS) return null;
  return { slot, near: crisis % FINE, row: ((lapsed ? YEARS : 0) + year - 1) * SLOTS };
}

/** Whether a new government has let pledges lapse before a year. */
export function hasLapsed(resistance: Resistance, seed: number, future: number, year: number): boolean {
  return TERM_ENDS.some(
    (end) => end < year && draw(seed, future, ASK_GOVERNMENT + end) < resistance.lapses * WHOLE,
  );
}
