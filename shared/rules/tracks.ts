import { levelInForce } from './terms.ts';
import type { World } from './state.ts';
import { FEATURES, TRACKS } from './types.ts';
import type { Hundredths, Measure, TermKey } from './types.ts';

/** Bounds of a measure, hundredths (TRACK-1). Features have no upper bound of their own. */
const TOP: Hundredths = 10_000;
const FEATURE_TOP: Hundredths = 20_000;

/** Strategic stability stays low until China sits at the table (TRACK-4). */
export const THIRD_CHAIR: Hundredths = 3_200;

const TOPS = Object.fromEntries([
  ...TRACKS.map((track) => [track, TOP]),
  ...FEATURES.map((feature) => [feature, FEATURE_TOP]),
]) as Readonly<Record<Measure, Hundredths>>;

/** The highest value a measure can be shown at in this world. */
export function ceilingOf(world: World, on: Measure): Hundredths {
  if (on === 'stability' && levelInForce(world, 'stability-talks') < 2) return THIRD_CHAIR;
  return TOPS[on];
}

export function within(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** What all terms together give a measure now. */
export function givenTo(world: World, on: Measure): Hundredths {
  let sum = 0;
  for (const key in world.given) sum += world.given[key as TermKey]?.[on] ?? 0;
  return sum;
}

/** What all terms together give of each measure; nothing of those that are not in it. */
export function sumsOf(given: World['given']): Partial<Record<Measure, Hundredths>> {
  const sums: Partial<Record<Measure, Hundredths>> = {};
  for (const key in given) {
    const one = given[key as TermKey];
    for (const on in one) sums[on as Measure] = (sums[on as Measure] ?? 0) + (one[on as Measure] ?? 0);
  }
  return sums;
}

/**
 * A measure after a change (TRACK-2): the bare track and what terms give are kept apart, each change lands in
 * one of them, and the shown value is their sum within its bounds. A change of nothing recomputes the value.
 */
export function afterMove(
  world: World,
  on: Measure,
  wanted: Hundredths,
  term: TermKey | null,
): { bare: Hundredths; value: Hundredths } {
  const bare = bareAfter(world, on, wanted, term);
  return { bare, value: shownAfter(world, on, wanted, term, givenTo(world, on)) };
}

/**
 * The value that a measure is shown at after a change.
 *
 * @param given what all terms together give it before
 */
export function shownAfter(
  world: World,
  on: Measure,
  wanted: Hundredths,
  term: TermKey | null,
  given: Hundredths,
): Hundredths {
  const bare = bareAfter(world, on, wanted, term);
  return within(bare + given + (term ? wanted : 0), 0, ceilingOf(world, on));
}

/** The bare track after a change; what a term gives leaves it as it is. */
export function bareAfter(world: World, on: Measure, wanted: Hundredths, term: TermKey | null): Hundredths {
  return term ? world.bare[on] : within(world.bare[on] + wanted, 0, TOPS[on]);
}
