import type { Deal } from '../../shared/rules/endgame.ts';
import type { Russia } from '../../shared/rules/belief.ts';
import {
  branchesOf,
  emptyBranches,
  outlookOf,
  pcOf,
  scaleOf,
  shifted,
  valueOf,
  type Branches,
  type Outlook,
  type Scale,
} from '../../shared/rules/estimate.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { World } from '../../shared/rules/state.ts';
import { SEATS, type Measure, type Points, type Seat } from '../../shared/rules/types.ts';
import type { Pursuit } from './agenda.ts';
import type { Leaning } from './leanings.ts';
import type { Minds } from './minds.ts';
import { numbering } from './numbering.ts';

/** What lies ahead as one delegation sees it: what a package would do to each seat's result, against not having it. */
export interface Prospect {
  outlook: Outlook;
  russia: Russia;
  /** Points each seat gains by a package, in seat order; the same array is filled again by the next call. */
  gains(deal: Deal): Float64Array;
  /** Points the seat itself gains. */
  own(deal: Deal): Points;
  /** PC a package costs each seat, in seat order; the same array is filled again by the next call. */
  costs(deal: Deal): Float64Array;
  /** The seat's own result if the ceasefire holds, and if it collapses, with nothing new agreed. */
  holding(): Points;
  collapsed(): Points;
  /** Points of own result for one point more of a measure. */
  marginal(on: Measure): number;
}

/** A step of a measure that the slope of the own result is read from, points. */
const STEP = 2;

/** How a seat's own view departs from the plain estimate. */
export interface Slant {
  trusts: number | null; // the chance that the truce holds which it takes for granted; null: what the estimate says
  errs: readonly Float64Array[] | null; // points by which it misjudges what a term is worth to each seat, at `provision << 2 | level`
  leanings: readonly (Leaning | null)[] | null; // of the people at the table, in seat order, where it reads them
  pursues: ((bare: Branches) => Pursuit) | null; // its agenda cards, where it minds them
}

/** What lies ahead of a seat, given what it knows and believes. */
export function prospectOf(
  scenario: Scenario,
  world: World,
  seat: Seat,
  minds: Minds,
  { trusts, errs, leanings, pursues }: Slant,
): Prospect {
  const outlook = outlookOf(scenario, world);
  const { russia } = minds;
  const scratch = emptyBranches();
  const me = SEATS.indexOf(seat);
  const everyone = SEATS.map((other) => scaleOf(minds.weights[other]));
  const mine = everyone[me] as Scale;

  const worthTo = (branches: Branches, scale: Scale, taken: number | null): Points => {
    const value = valueOf(outlook, branches, scale);
    if (taken === null || branches.holds === 0) return value.value;
    return taken * value.hold + (1 - taken) * value.collapse;
  };
  const bare = branchesOf(outlook, [], russia, emptyBranches());
  const base = Float64Array.from(everyone, (scale, s) => worthTo(bare, scale, s === me ? trusts : null));
  const gained = new Float64Array(SEATS.length);
  const spent = new Float64Array(SEATS.length);
  const slopes = new Map<Measure, number>();

  const pursuit = pursues?.(bare) ?? null;

  const misjudged = (deal: Deal, s: number): Points => {
    const by = errs?.[s];
    let sum = 0;
    if (by) for (const { provision, level } of deal) sum += by[(provision << 2) | level] as number;
    return sum;
  };

  /** What the seat itself makes of a package whose branches lie in `scratch`. */
  const ownOf = (deal: Deal): Points => {
    let gain = worthTo(scratch, mine, trusts) - (base[me] as number);
    gain += misjudged(deal, me);
    return pursuit ? gain + pursuit(deal, scratch) : gain;
  };

  /** What it takes another seat to make of a package whose branches lie in `scratch`. */
  const othersOf = (deal: Deal, s: number): Points => {
    let gain = worthTo(scratch, everyone[s] as Scale, null) - (base[s] as number);
    gain += misjudged(deal, s);
    const leaning = leanings?.[s];
    if (leaning) for (const { provision } of deal) gain += leaning[provision] as number;
    return gain;
  };

  // A search comes back to most packages more than once.
  const numberOf = numbering();
  let known = new Float64Array(SEATS.length * 256).fill(NaN);
  /** Where the gains by a package begin in `known`. */
  const gainsAt = (deal: Deal): number => {
    const at = SEATS.length * numberOf(deal);
    if (at >= known.length) {
      const longer = new Float64Array(2 * known.length).fill(NaN, known.length);
      longer.set(known);
      known = longer;
    }
    if (!Number.isNaN(known[at])) return at;
    branchesOf(outlook, deal, russia, scratch);
    for (let s = 0; s < everyone.length; s++) known[at + s] = s === me ? ownOf(deal) : othersOf(deal, s);
    return at;
  };

  return {
    outlook,
    russia,
    gains(deal) {
      const at = gainsAt(deal);
      for (let s = 0; s < gained.length; s++) gained[s] = known[at + s] as number;
      return gained;
    },
    own(deal) {
      const at = gainsAt(deal); // may lay `known` out anew
      return known[at + me] as number;
    },
    costs: (deal) => pcOf(outlook, deal, spent),
    holding: () => valueOf(outlook, bare, mine).hold,
    collapsed: () => valueOf(outlook, bare, mine).collapse,
    marginal(on) {
      const known = slopes.get(on);
      if (known !== undefined) return known;
      const moved = branchesOf(shifted(outlook, on, STEP), [], russia, scratch);
      const aimed = pursuit ? pursuit([], moved) : 0;
      const slope = (worthTo(moved, mine, trusts) + aimed - (base[me] as number)) / STEP;
      slopes.set(on, slope);
      return slope;
    },
  };
}
