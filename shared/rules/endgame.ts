import type { Scenario } from './scenario.ts';
import { dateOfRound } from './calendar.ts';
import type { Condition, Term, World } from './state.ts';
import { AT_WAR, effectsOf, liveTerms, provisionFor } from './terms.ts';
import { THIRD_CHAIR } from './tracks.ts';
import { MEASURES, REGIONS } from './types.ts';
import type { Level, Measure, ProvisionId, Region } from './types.ts';

/**
 * The world as rows of numbers: what the estimate, the forecast and the search for good packages count with.
 * A row has one entry for each measure, in points, in the order of `MEASURES`.
 */
export type Row = Float64Array;

export const WIDTH = MEASURES.length;
/** Where durability stands in a row of weights: after the measures. */
export const DURABILITY_AT: number = MEASURES.length;

/** Where each measure stands in a row. */
export const AT = Object.fromEntries(MEASURES.map((measure, i) => [measure, i])) as Readonly<
  Record<Measure, number>
>;

/** What one term does to a row: entry `at[i]` moves by `peace[i]` while a full ceasefire holds, by `war[i]` else. */
export interface Gift {
  at: Uint8Array;
  peace: Float64Array; // points
  war: Float64Array; // points, fragile effects at their fraction (TREATY-7)
}

/** A provision at a level and scope as a search writes it. */
export interface DealTerm {
  provision: number; // index in `scenario.provisions`
  level: Level;
  scope: number; // a bit for each region, north first; 0 for provisions without scope
  snapback: boolean; // ends when the ceasefire ends
  quiet: number; // rounds of ceasefire it waits for, 0 for none, NEVER where it cannot enter into force
  breach?: true; // ends when the ceasefire is broken, though not when it runs out or falls apart
}
export type Deal = readonly DealTerm[];

/** What a term waits for that can never enter into force: more rounds of ceasefire than any game has. */
export const NEVER = 15;

export const WHOLE_LINE = 0b1111;

export function regionsOf(scope: number): Region[] {
  return REGIONS.filter((_, i) => (scope >> i) & 1);
}

export function scopeOf(regions: readonly Region[]): number {
  return regions.reduce((mask, region) => mask | (1 << REGIONS.indexOf(region)), 0);
}

const indexes = new WeakMap<Scenario, Map<ProvisionId, number>>();

/** Where a provision stands in the scenario's list, −1 where the edition has none. */
export function indexOfProvision(scenario: Scenario, id: ProvisionId): number {
  let index = indexes.get(scenario);
  if (!index) {
    index = new Map(scenario.provisions.map((provision, i) => [provision.id, i]));
    indexes.set(scenario, index);
  }
  return index.get(id) ?? -1;
}

const gifts = new WeakMap<Scenario, Map<number, Gift>>();

/** What a term gives, by the very rule that carries it out (`effectsOf`); worked out once for each scenario. */
export function giftOf(scenario: Scenario, term: DealTerm): Gift {
  let known = gifts.get(scenario);
  if (!known) {
    known = new Map();
    gifts.set(scenario, known);
  }
  const key = (term.provision << 7) | (term.level << 5) | (term.scope << 1) | (isTied(term) ? 1 : 0);
  const found = known.get(key);
  if (found) return found;

  const gift = workOut(scenario, term);
  known.set(key, gift);
  return gift;
}

function workOut(scenario: Scenario, term: DealTerm): Gift {
  const rule = scenario.provisions[term.provision];
  if (!rule) throw new Error(`no provision ${term.provision}`);
  const effects = effectsOf(scenario, {
    provision: rule.id,
    level: term.level,
    scope: regionsOf(term.scope),
    conditions: [],
    snapback: isTied(term) ? [{ kind: 'ceasefireEnds' }] : [],
  });
  const fraction = AT_WAR[rule.table] / 100;
  return {
    at: Uint8Array.from(effects, (effect) => AT[effect.on]),
    peace: Float64Array.from(effects, (effect) => effect.by / 100),
    war: Float64Array.from(effects, (effect) =>
      effect.fragile ? (effect.by / 100) * fraction : effect.by / 100,
    ),
  };
}

/** Adds a gift to a row, `part` times (−1 takes it back). */
export function give(row: Row, gift: Gift, peace: boolean, part: number): void {
  const amounts = peace ? gift.peace : gift.war;
  for (let i = 0; i < gift.at.length; i++) {
    const at = gift.at[i] as number;
    row[at] = (row[at] as number) + (amounts[i] as number) * part;
  }
}

/** Whether a term is under snapback with the ceasefire. */
export function isTied(term: DealTerm): boolean {
  return term.snapback || term.breach === true;
}

/** A term as a search writes it, its conditions taken as met in time. */
export function dealTermOf(scenario: Scenario, term: Term): DealTerm {
  return {
    provision: indexOfProvision(scenario, term.provision),
    level: term.level,
    scope: provisionFor(scenario, term.provision).scoped
      ? term.scope.length > 0
        ? scopeOf(term.scope)
        : WHOLE_LINE
      : 0,
    snapback: term.snapback.some((clause) => clause.kind === 'ceasefireEnds'),
    quiet: term.conditions.reduce(
      (most, c) => (c.kind === 'ceasefireHeld' && c.rounds > most ? c.rounds : most),
      0,
    ),
    ...(term.snapback.some((clause) => clause.kind === 'breachOf' && clause.provision === 'full-ceasefire')
      ? { breach: true as const }
      : {}),
  };
}

/** A text as a search reads it beside what is agreed: a term whose conditions cannot hold any more waits for ever. */
export function dealOf(scenario: Scenario, world: World, terms: readonly Term[]): DealTerm[] {
  const coming = comingOf(scenario, world, terms);
  return terms.map((term) => {
    const read = dealTermOf(scenario, term);
    return coming.has(term) ? read : { ...read, quiet: NEVER };
  });
}

/**
 * Those of the terms agreed and of a text that may still enter into force (TREATY-1): what they wait for is agreed, is
 * in the text, or comes before the game is over. Terms that wait for one another in a circle never do.
 */
export function comingOf(scenario: Scenario, world: World, text: readonly Term[]): ReadonlySet<Term> {
  const live = liveTerms(world).map(({ term }) => term);
  const coming = new Set<Term>(live.filter((term) => term.state !== 'pending'));
  const waiting = [...live.filter((term) => term.state === 'pending'), ...text];
  if (waiting.every((term) => term.conditions.length === 0)) return new Set([...coming, ...waiting]);
  const end = dateOfRound(scenario.start, world.rounds + 1);
  const left = world.phase === 'ended' ? 0 : world.rounds - world.round + 1;
  const quiet = world.truce.level > 0 ? world.truce.held + left : left - 1; // rounds of it at the most
  const may = (condition: Condition): boolean => {
    switch (condition.kind) {
      case 'ceasefireHeld':
        return condition.rounds <= quiet;
      case 'inForce':
        return [...coming].some(
          ({ provision, level }) => provision === condition.provision && level >= condition.level,
        );
      case 'fromDate':
        return condition.date <= end;
    }
  };
  for (let before = -1; before < coming.size;) {
    before = coming.size;
    for (const term of waiting) if (term.conditions.every(may)) coming.add(term);
  }
  return coming;
}

/** The bare tracks: the world without what its terms give. */
export function bareRow(world: World): Row {
  return Float64Array.from(MEASURES, (measure) => world.bare[measure] / 100);
}

/** The tracks as shown. */
export function shownRow(world: World): Row {
  return Float64Array.from(MEASURES, (measure) => world.measures[measure] / 100);
}

/** The start of the scenario. */
export function startRow(scenario: Scenario): Row {
  return Float64Array.from(MEASURES, (measure) => scenario.measures[measure]);
}

const TOP = Float64Array.from(MEASURES, (_, i) => (i < AT.guarantees ? 100 : 200));
const CHAIR = THIRD_CHAIR / 100;

/** Brings a row within the bounds of TRACK-1; strategic stability stays low until China sits at the table (TRACK-4). */
export function bound(row: Row, thirdChair: boolean): void {
  for (let i = 0; i < WIDTH; i++) {
    const value = row[i] as number;
    const top = TOP[i] as number;
    row[i] = value < 0 ? 0 : value > top ? top : value;
  }
  if (!thirdChair && (row[AT.stability] as number) > CHAIR) row[AT.stability] = CHAIR;
}

/** How much likelier each region's risk is for the state of its sectors, 1 as at the start (FORECAST-3). */
export function tensionOf(scenario: Scenario, world: World): Float64Array {
  const regions = new Float64Array(REGIONS.length);
  const weights = new Float64Array(REGIONS.length);
  for (const rule of scenario.sectors) {
    const region = REGIONS.indexOf(rule.region);
    weights[region] = (weights[region] as number) + rule.weight;
    regions[region] =
      (regions[region] as number) +
      rule.weight * sectorFactor(rule.start.tension, world.sectors[rule.id].tension / 100);
  }
  for (let i = 0; i < regions.length; i++)
    regions[i] = (weights[i] as number) > 0 ? (regions[i] as number) / (weights[i] as number) : 1;
  return regions;
}

const TENSION_REACH = 50; // points of tension that move a sector's risk by TENSION_WEIGHT
const TENSION_WEIGHT = 0.3;
/** The most that a sector's tension can do to its risk. */
export const TENSION_MOST = 1 + TENSION_WEIGHT;

/** A sector's share of its region's risk against the start: 0.7 when quiet, 1.3 when tense. */
export function sectorFactor(start: number, now: number): number {
  const shift = (now - start) / TENSION_REACH;
  return 1 + TENSION_WEIGHT * (shift < -1 ? -1 : shift > 1 ? 1 : shift);
}
