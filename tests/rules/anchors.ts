import { worldAfter as after, type Line } from '../../server/balance/anchors.ts';
import { scenarioOf } from '../../shared/content/index.ts';
import type { World } from '../../shared/rules/state.ts';
import type { TrackId } from '../../shared/rules/types.ts';

export { ANCHORS, type Line } from '../../server/balance/anchors.ts';

export const lesson = scenarioOf('lesson');

/** The world at the end of a lesson whose only agreement was this, in force for all rounds but the first. */
export function worldAfter(lines: readonly Line[], lasted: { held?: number; rounds?: number } = {}): World {
  return after(lesson, lines, lasted);
}

/** A world with some tracks set to other shown values, points. */
export function withTracks(world: World, tracks: Partial<Record<TrackId, number>>): World {
  const bare = { ...world.bare };
  const measures = { ...world.measures };
  for (const [track, value] of Object.entries(tracks) as [TrackId, number][]) {
    bare[track] += value * 100 - measures[track];
    measures[track] = value * 100;
  }
  return { ...world, bare, measures };
}
