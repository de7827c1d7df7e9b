import type { Proposal } from '../../../shared/rules/state.ts';

/** A text and what it answers and what answers it, as far as one may read them, the oldest first. */
export function historyOf(papers: readonly Proposal[], paper: Proposal): readonly Proposal[] {
  const known = new Set([paper.id]);
  let grew = true;
  while (grew) {
    grew = false;
    for (const one of papers) {
      const isKin =
        (one.counterTo !== null && known.has(one.counterTo)) ||
        papers.some((other) => known.has(other.id) && other.counterTo === one.id);
      if (!isKin || known.has(one.id)) continue;
      known.add(one.id);
      grew = true;
    }
  }
  return papers.filter(({ id }) => known.has(id));
}
