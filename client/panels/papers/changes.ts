import type { Proposal, Term } from '../../../shared/rules/state.ts';
import { scopesMeet } from '../../../shared/rules/terms.ts';
import type { ProvisionId } from '../../../shared/rules/types.ts';

/** How a term differs from the paper it answers. */
export type Change = { kind: 'new' } | { kind: 'level' | 'scope' | 'ties'; was: Term };

/** What a counter-proposal changes: term by term, and what it leaves out. */
export function changesOf(
  paper: Pick<Proposal, 'terms'>,
  answered: Pick<Proposal, 'terms'>,
): { changes: Map<Term, Change>; left: ProvisionId[] } {
  const changes = new Map<Term, Change>();
  for (const term of paper.terms) {
    const named = answered.terms.filter(({ provision }) => provision === term.provision);
    const earlier = named.find((one) => scopesMeet(one.scope, term.scope)) ?? named[0];
    if (!earlier) changes.set(term, { kind: 'new' });
    else if (earlier.level !== term.level) changes.set(term, { kind: 'level', was: earlier });
    else if (earlier.scope.join() !== term.scope.join()) changes.set(term, { kind: 'scope', was: earlier });
    else if (tiesOf(earlier) !== tiesOf(term)) changes.set(term, { kind: 'ties', was: earlier });
  }
  const here = new Set(paper.terms.map((term) => term.provision));
  const left = [...new Set(answered.terms.map((term) => term.provision))].filter((id) => !here.has(id));
  return { changes, left };
}

function tiesOf(term: Term): string {
  return JSON.stringify([term.conditions, term.snapback]);
}
