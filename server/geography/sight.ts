import { onMap, type Spot, UNIT } from './projection.ts';
import { alongFront } from './sectors.ts';

const NEAR = 500 / UNIT; // what is looked at closely, units from the front
const SEEN = 2_400 / UNIT; // what the whole front is seen with, on any screen
const COARSER = { near: 1, seen: 10, far: 400 }; // times, than what is looked at closely

const front = alongFront().map(onMap);

/** Whether a spot is in sight when the whole front is. */
export function isSeen(spot: readonly number[]): boolean {
  return fromFront(spot) < SEEN;
}

/** How many times as coarse a spot may be drawn as one beside the front. */
export function coarsenessAt(spot: Spot): number {
  const away = fromFront(spot);
  return away < NEAR ? COARSER.near : away < SEEN ? COARSER.seen : COARSER.far;
}

function fromFront([x = 0, y = 0]: readonly number[]): number {
  return front.reduce((least, at) => Math.min(least, Math.hypot(at[0] - x, at[1] - y)), Infinity);
}
