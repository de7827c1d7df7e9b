import type { Proposal, Term } from '../../../shared/rules/state.ts';
import type { ProvisionId } from '../../../shared/rules/types.ts';

/** How a term differs from the paper it answers. */
export type Change = { kind: 'new' } | { kind: 'level'; was: number } | { kind: 'ties' };

/** What a counter-proposal changes: term by term, and what it leaves out. */
export function changesOf(
  paper: Pick<Proposal, 'terms'>,
  answered: Pick<Proposal, 'terms'>,
): { changes: Map<ProvisionId, Change>; left: ProvisionId[] } {
  const before = new Map(answered.terms.map((term) => [term.provision, term]));
  const changes = new Map<ProvisionId, Change>();
  for (const term of paper.terms) {
    const earlier = before.get(term.provision);
    if (!earlier) changes.set(term.provision, { kind: 'new' });
    else if (earlier.level !== term.level) changes.set(term.provision, { kind: 'level', was: earlier.level });
    else if (tiesOf(earlier) !== tiesOf(term)) changes.set(term.provision, { kind: 'ties' });
  }
  const here = new Set(paper.terms.map((term) => term.provision));
  return { changes, left: [...before.keys()].filter((id) => !here.has(id)) };
}

function tiesOf(term: Term): string {
  return JSON.stringify([term.scope, term.conditions, term.snapback]);
}
