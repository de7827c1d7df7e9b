import type { Term } from '../../shared/rules/state.ts';

/** A text as one string, whatever the order of its terms. */
export function writtenOut(terms: readonly Term[]): string {
  return terms
    .map((term) => JSON.stringify(term))
    .toSorted()
    .join();
}

/** Whether two texts say the same. */
export function isSameText(one: readonly Term[], other: readonly Term[]): boolean {
  return writtenOut(one) === writtenOut(other);
}
