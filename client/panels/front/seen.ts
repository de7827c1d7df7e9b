import type { World } from '../../../shared/rules/state.ts';
import type { Round } from '../../../shared/rules/types.ts';

const keyOf = (code: string, round: Round): string => `830.front.${code}.${round}`;

/** Keeps how the front stands in a round, for the resolution to be told on the map. */
export function keepFront(code: string, { phase, round, sectors }: World): void {
  if (phase !== 'talks') return;
  try {
    sessionStorage.setItem(keyOf(code, round), JSON.stringify(sectors));
  } catch {
    // Full or switched off: the map then shows the figures of today.
  }
}

/** How the front stood in the talks of a round, where this tab saw it. */
export function frontSeen(code: string, round: Round): World['sectors'] | null {
  try {
    const kept = sessionStorage.getItem(keyOf(code, round));
    return kept === null ? null : (JSON.parse(kept) as World['sectors']);
  } catch {
    return null;
  }
}
