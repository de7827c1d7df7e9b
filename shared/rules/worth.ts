import type { Mandate, Scenario } from './scenario.ts';
import type { Term } from './state.ts';
import { effectsOf } from './terms.ts';
import { points } from './types.ts';
import type { Points, Seat, TrackId } from './types.ts';

/** What terms are worth to a mandate by its weights alone, in score points: no branches, no bargaining. */
export function worthOf(scenario: Scenario, weights: Mandate['weights'], terms: readonly Term[]): Points {
  let worth = 0;
  for (const term of terms)
    for (const effect of effectsOf(scenario, term)) {
      const weight = (weights as Partial<Record<string, number>>)[effect.on] ?? 0;
      worth += weight * points(effect.by);
    }
  return worth;
}

/** The same for a seat as everybody sees it: the mean over its dispositions by their priors. */
export function worthByRole(scenario: Scenario, seat: Seat, terms: readonly Term[]): Points {
  return Object.values(scenario.mandates[seat]).reduce(
    (sum, { prior, weights }) => sum + (prior / 100) * worthOf(scenario, weights, terms),
    0,
  );
}

/** How much a seat minds a track, as everybody sees it: the mean weight over its dispositions. */
export function weightByRole(scenario: Scenario, seat: Seat, track: TrackId): number {
  return Object.values(scenario.mandates[seat]).reduce(
    (sum, { prior, weights }) => sum + (prior / 100) * (weights[track] ?? 0),
    0,
  );
}
