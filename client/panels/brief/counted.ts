import type { Interest } from '../../../shared/rules/scenario.ts';

/** One thing that counts for a delegation: whether it wants more or less of it, and how strongly. */
export interface Counted {
  interest: Interest;
  more: boolean;
  strength: 'most' | 'much' | 'some';
}

/** Share of the heaviest weight from which an interest counts most, and much. */
const MOST = 0.7;
const MUCH = 0.35;

/** What counts for a delegation, strongest first. Figures move by about as much, so weights compare as they are. */
export function counted(weights: Partial<Record<Interest, number>>): Counted[] {
  const all = (Object.entries(weights) as [Interest, number][]).toSorted(
    ([, a], [, b]) => Math.abs(b) - Math.abs(a),
  );
  const heaviest = Math.abs(all[0]?.[1] ?? 1);
  return all.map(([interest, weight]) => {
    const share = Math.abs(weight) / heaviest;
    return { interest, more: weight > 0, strength: share >= MOST ? 'most' : share >= MUCH ? 'much' : 'some' };
  });
}
