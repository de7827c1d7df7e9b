import { exp, logistic } from './curves.ts';
import { AT } from './endgame.ts';
import type { Row } from './endgame.ts';
import { REGIONS } from './types.ts';
import type { Level } from './types.ts';

/**
 * How dangerous a year after the game is, and the chance that ten such years pass without war (FORECAST-1 to 6).
 *
 * Two paths lead back to war: *opportunism* (aims exceed deterrence) and *spiral* (insecurity, readiness, no
 * transparency, no hotline). A teaching model: the shapes are ours, fitted so that the reference states of the
 * tests come out where RULES.md FORECAST-7 wants them.
 */

/** How much each Russian disposition wants beyond what it holds, in points. */
export const AIMS = { bargainer: 44, besieged: 42, maximalist: 80 } as const;
/** The mean of these over the shares of a class that knows nothing. */
export const AIMS_BELIEVED = 50.5;

/** The assumptions that are uncertain; the forecast's range comes from moving them. */
export interface Assumptions {
  opportunity: number; // wars a year by opportunism where nothing deters
  accident: number; // wars a year by spiral where nothing calms
  aimsShift: number; // points by which aims may be misjudged
  fearShift: number; // points by which insecurity may be misjudged
  stakeReach: number; // points of stake that cut opportunism to 37 %
  openLine: number; // points of aim that an unsettled line adds in the south under a ceasefire of level 1
  lapse: number; // chance that a new government in Washington lets pledges lapse
}

export const ASSUMPTIONS: Assumptions = {
  opportunity: 0.137,
  accident: 0.045,
  aimsShift: 4,
  fearShift: 3.4,
  stakeReach: 45,
  openLine: 33,
  lapse: 0.2,
};

/** Where crises arise, as shares of one line: north, baltic, centre, south (fitted). */
export const EXPOSURE = [0.2, 0.3, 0.28, 0.75] as const;
const EXPOSED = EXPOSURE[0] + EXPOSURE[1] + EXPOSURE[2] + EXPOSURE[3];
const PLACES = REGIONS.length;
const SOUTH = REGIONS.indexOf('south');
const TRANSPARENCY_AT = AT['transparency.north']; // the other regions follow
const LIMITS_AT = AT['limits.north'];
const AIMS_SLOPE = 10.2; // points over which aims against deterrence turn the chance
const FEAR_SLOPE = 5.2; // the same for insecurity
const ALLIED_SHIELD = 15.5; // aims shrink by this outside Ukraine
const REARMED = 13; // points of rearmament since the start at which it neither helps nor hurts
const REARM_REACH = 40; // points of rearmament that multiply opportunism by e
export const REARM_MOST = 1.6; // …and the most it can
const OPEN = [0, 1, 0.6, 0] as const; // part of `openLine` by level of the ceasefire; an armistice draws its own
const LINE_DRAWN = 45; // points of settlement at which the line is no longer open
const RELATIONS_FULL = 45; // points of US–Russian relations at which the whole stake counts
const UKRAINE_DETERS = 1.44; // points of aim that a point of Ukraine's defence or of a guarantee holds off
const EUROPE_DETERS = 0.7; // the same for Europe's defence outside Ukraine
const UKRAINE_TIES = 0.2; // points of aim elsewhere that a point of Ukraine's defence above its start ties down
const EUROPE_ALARMS = 1.3; // points of insecurity for a point of Europe's defence: arms alone raise the spiral
const UKRAINE_ALARMS = 0.65; // the same for Ukraine's, in the south
const RAILS_CALM = 0.36; // points of insecurity that a point of transparency or limits takes away
const LEAST_OPPORTUNISM = 0.0035; // a year, all regions: no path is ever closed wholly
const LEAST_SPIRAL = 0.003;
const OPPORTUNISM_FLOOR = Float64Array.from(EXPOSURE, (share) => (LEAST_OPPORTUNISM * share) / EXPOSED);
const SPIRAL_FLOOR = Float64Array.from(EXPOSURE, (share) => (LEAST_SPIRAL * share) / EXPOSED);
/** More than either path's floor in any region. */
export const LEAST_HAZARD = 0.007;

/** Hazard is highest in the first years; the mean over ten is 1. */
export const BY_YEAR = [1.4, 1.3, 1.2, 1.05, 0.95, 0.9, 0.85, 0.8, 0.8, 0.75] as const;
export const YEARS = BY_YEAR.length;
/** New governments in Washington take office in the fourth and the eighth year after 2025. */
export const TERM_ENDS = [4, 8] as const;
const ROUTINE = 0.02; // a year: monitoring, hotlines, transparency and limits lose by routine
export const DECAYED = 1 - ROUTINE * (YEARS - 1); // what is left of them in the tenth year

/** Nothing is ever shown or counted above this, in per cent (FORECAST-6). */
export const MOST_DURABLE = 90;

/** What the ten years start from. */
export interface Aftermath {
  row: Row; // measures in points
  pledges: Row | null; // what lapses with a new government in Washington; null for nothing
  rearmamentStart: number; // points at the start of the scenario
  truce: 0 | Level; // level of the full ceasefire in force, 0 for none
  held: number; // resolutions it has held
  tension: Float64Array; // each region's risk against the start
}

/** Hazards a year by region: the first four by opportunism, the last four by spiral. */
export type Hazards = Float64Array;
export const PATHS = 2 * REGIONS.length;

/*
 * Two models of a rival, after Jervis (1976, chapter 3): one that fears is calmed, one that wants is deterred. What
 * money and fear do to Russia lies between them, by how much it wants.
 */
const AMBITION_FEARLESS = 0.85; // part of the spiral that does not move who wants more than safety
const AMBITION_SPENDS = 2.4; // points of aim that a point of Russia's economy above its start gives a maximalist

/** How far Russia wants more than a bargaining one does: 0, and 1 for the maximalist; a mere suspicion counts little. */
function ambitionOf(aims: number): number {
  const excess = (aims - AIMS.bargainer) / (AIMS.maximalist - AIMS.bargainer);
  return excess <= 0 ? 0 : excess > 1 ? 1 : excess * excess;
}

/** Factor on opportunism of what Russia would lose: stake in proportion to relations, nothing to a maximalist. */
function restraint(stake: number, relations: number, ambition: number, reach: number): number {
  const restored = relations < RELATIONS_FULL ? relations / RELATIONS_FULL : 1;
  return exp((-stake * (0.35 + 0.65 * restored) * (1 - ambition)) / reach);
}

/**
 * Hazards of the first and of the tenth year, before the year's own factor. By the tenth, routine has worn down
 * monitoring, hotlines, transparency and limits to {@link DECAYED}; what both years share is worked out once.
 *
 * @param lost what US pledges gave, once they have lapsed; null while they stand
 */
function hazardsInto(
  first: Hazards,
  last: Hazards,
  after: Aftermath,
  lost: Row | null,
  aims: number,
  a: Assumptions,
): void {
  const { row } = after;
  const ukraine = left(row, lost, AT.ukraineDefence);
  const europe = left(row, lost, AT.europeDefence);
  const cohesion = left(row, lost, AT.cohesion);
  const guarantees = left(row, lost, AT.guarantees);
  const monitoring = left(row, lost, AT.monitoring);
  const hotlines = left(row, lost, AT.hotlines);
  const settlement = left(row, lost, AT.settlement);
  const escalation = left(row, lost, AT.escalation);
  const relations = left(row, lost, AT.relations);
  const stability = left(row, lost, AT.stability);

  const ambition = ambitionOf(aims);
  const economy = left(row, lost, AT.russiaEconomy) - 42;
  const aim =
    aims +
    ambition * AMBITION_SPENDS * (economy > 0 ? economy : 0) +
    0.24 * (left(row, lost, AT.precedent) - 50) +
    0.03 * economy +
    a.aimsShift;
  const rearmed = exp((left(row, lost, AT.rearmament) - after.rearmamentStart - REARMED) / REARM_REACH);
  const factor =
    a.opportunity *
    restraint(left(row, lost, AT.stake), relations, ambition, a.stakeReach) *
    (rearmed > REARM_MOST ? REARM_MOST : rearmed);
  const accident = a.accident * (1 - AMBITION_FEARLESS * ambition);
  const alarm =
    EUROPE_ALARMS * (europe - 40) +
    0.1 * (38 - left(row, lost, AT.russiaSecurity)) +
    0.35 * (escalation - 50);
  const southAlarm = UKRAINE_ALARMS * (ukraine - 46) + 0.03 * guarantees;
  const southShield = UKRAINE_DETERS * (ukraine + guarantees);
  const alliedShield =
    ALLIED_SHIELD + EUROPE_DETERS * europe + 0.25 * cohesion + UKRAINE_TIES * (ukraine - 46);
  const open =
    settlement < LINE_DRAWN ? a.openLine * (OPEN[after.truce] as number) * (1 - settlement / LINE_DRAWN) : 0;

  for (let year = 0; year < 2; year++) {
    const kept = year === 0 ? 1 : DECAYED;
    const out = year === 0 ? first : last;
    const watched = monitoring * kept;
    const fear =
      alarm - 0.3 * (hotlines * kept) - 0.1 * (stability - 25) - 0.1 * (relations - 15) + a.fearShift;
    let tempting = NaN; // the last sum that was looked up, and its chance: regions without rails share it
    let temptation = 0;
    let frightening = NaN;
    let fright = 0;
    for (let region = 0; region < PLACES; region++) {
      const rails = ((row[TRANSPARENCY_AT + region] as number) + (row[LIMITS_AT + region] as number)) * kept;
      const share = EXPOSURE[region] as number;
      const south = region === SOUTH;
      const shield = (south ? southShield + 0.12 * (europe + watched) : alliedShield) + 0.02 * rails;
      const tempts = (aim + (south ? open : 0) - shield) / AIMS_SLOPE;
      if (tempts !== tempting) {
        tempting = tempts;
        temptation = logistic(tempts);
      }
      const southFear = south ? southAlarm - 0.25 * watched - 0.1 * settlement : 0;
      const frightens = (fear + southFear - RAILS_CALM * rails) / FEAR_SLOPE;
      if (frightens !== frightening) {
        frightening = frightens;
        fright = logistic(frightens);
      }
      const tension = after.tension[region] as number;
      out[region] = tension * (share * factor * temptation) + (OPPORTUNISM_FLOOR[region] as number);
      out[PLACES + region] = tension * (share * accident * fright) + (SPIRAL_FLOOR[region] as number);
    }
  }
}

/** What a row has of a measure once something is lost. */
function left(row: Row, lost: Row | null, at: number): number {
  return lost ? (row[at] as number) - (lost[at] as number) : (row[at] as number);
}

const FRESH = 0.2; // added to the first year for each round short of two that the ceasefire has been tried
const TRIED = 2;

/** What an untested ceasefire adds to the first year (FORECAST-4): waiting for the last round does not pay. */
export function freshness(truce: 0 | Level, held: number): number {
  return truce > 0 && held < TRIED ? FRESH * (TRIED - held) : 0;
}

/** The chance, 0 to 1, that a war nobody ended burns out: likelier with a strong Ukraine and a strained Russia. */
export function burnOut(after: Aftermath): number {
  if (after.truce > 0) return 1;
  const chance =
    0.22 +
    0.011 * ((after.row[AT.ukraineDefence] as number) - 50) +
    0.014 * (38 - (after.row[AT.russiaEconomy] as number));
  return chance < 0.05 ? 0.05 : chance > 0.75 ? 0.75 : chance;
}

/** The hazards that ten years are made of: in the first and in the tenth year, with US pledges and without. */
export interface Outlooks {
  first: Hazards;
  last: Hazards;
  firstLapsed: Hazards;
  lastLapsed: Hazards;
}

export function emptyOutlooks(): Outlooks {
  return {
    first: new Float64Array(PATHS),
    last: new Float64Array(PATHS),
    firstLapsed: new Float64Array(PATHS),
    lastLapsed: new Float64Array(PATHS),
  };
}

export function outlooksInto(out: Outlooks, after: Aftermath, aims: number, a: Assumptions): void {
  hazardsInto(out.first, out.last, after, null, aims, a);
  if (after.pledges) hazardsInto(out.firstLapsed, out.lastLapsed, after, after.pledges, aims, a);
  else {
    out.firstLapsed.set(out.first);
    out.lastLapsed.set(out.last);
  }
}

function total(hazards: Hazards): number {
  let sum = 0;
  for (let i = 0; i < PATHS; i++) sum += hazards[i] as number;
  return sum;
}

/** Sums of the years' factors and of their drift from the first to the tenth year, for the years from–to. */
function span(from: number, to: number): { level: number; drift: number } {
  let level = 0;
  let drift = 0;
  for (let year = from; year <= to; year++) {
    const factor = BY_YEAR[year - 1] as number;
    level += factor;
    drift += (factor * (year - 1)) / (YEARS - 1);
  }
  return { level, drift };
}

const EARLY = span(1, TERM_ENDS[0]);
const MIDDLE = span(TERM_ENDS[0] + 1, TERM_ENDS[1]);
const LATE = span(TERM_ENDS[1] + 1, YEARS);

function survives(years: { level: number; drift: number }, first: number, last: number): number {
  return exp(-(years.level * first + years.drift * (last - first)));
}

const scratch = emptyOutlooks();

/**
 * The analytic twin (FORECAST-6): the chance in per cent, at most 90, that no war comes in ten years.
 *
 * Exact for the model that `forecastOf` plays out future by future; about a microsecond.
 *
 * @param aims Russia's true aims for a finished game, {@link AIMS_BELIEVED} for an estimate
 */
export function durabilityOf(after: Aftermath, aims: number, a: Assumptions = ASSUMPTIONS): number {
  hazardsInto(scratch.first, scratch.last, after, null, aims, a);
  const first = total(scratch.first);
  const last = total(scratch.last);
  const middle = survives(MIDDLE, first, last);
  const late = survives(LATE, first, last);
  let later = middle * late;
  if (after.pledges) {
    hazardsInto(scratch.firstLapsed, scratch.lastLapsed, after, after.pledges, aims, a);
    const firstLapsed = total(scratch.firstLapsed);
    const lastLapsed = total(scratch.lastLapsed);
    const lateLapsed = survives(LATE, firstLapsed, lastLapsed);
    const kept = 1 - a.lapse;
    later =
      kept * middle * (kept * late + a.lapse * lateLapsed) +
      a.lapse * survives(MIDDLE, firstLapsed, lastLapsed) * lateLapsed;
  }
  const chance =
    100 * burnOut(after) * survives(EARLY, first, last) * exp(-freshness(after.truce, after.held)) * later;
  return chance > MOST_DURABLE ? MOST_DURABLE : chance;
}
