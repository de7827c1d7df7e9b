import type { Effect, EffectTarget } from '../rules/scenario.ts';
import type { Edition, Points } from '../rules/types.ts';

/** One effect of a term: `by` in points at level 1, 2, 3, as totals; a single figure for a provision of one level. */
export function e(on: EffectTarget, by: Points | readonly Points[], fragile?: 'fragile'): Effect {
  const levels = typeof by === 'number' ? [by] : by;
  return fragile ? { on, by: levels, fragile: true } : { on, by: levels };
}

/** In play in every edition. */
export const EVERY: readonly Edition[] = ['lesson', 'double', 'campaign'];

/** Too much for one lesson. */
export const LONGER: readonly Edition[] = ['double', 'campaign'];

/** Only where there is time for the whole catalogue. */
export const CAMPAIGN: readonly Edition[] = ['campaign'];
