import { move } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { Hundredths, TrackId } from './types.ts';

/** What a round of war does by itself (TRACK-6). Ours, set so that a war without agreements wears both sides down slowly. */
export const WAR_DRIFT: readonly (readonly [TrackId, Hundredths])[] = [
  ['ukraineDefence', -30],
  ['russiaEconomy', -40],
  ['supportUa', -30],
  ['supportRu', -20],
  ['escalation', 20],
];

/** What a round of ceasefire does by itself (TRACK-6); fitted. */
export const TRUCE_DRIFT: readonly (readonly [TrackId, Hundredths])[] = [
  ['rearmament', 75],
  ['escalation', -60],
];

export function drift(resolution: Resolution): void {
  const truce = resolution.state.world.truce.level > 0;
  for (const [track, by] of truce ? TRUCE_DRIFT : WAR_DRIFT)
    move(resolution, track, by, { kind: 'rule', id: 'TRACK-6', what: truce ? 'truce' : 'war' });
}
