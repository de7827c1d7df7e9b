import type { Condition, Snapback, Term } from '../../../shared/rules/state.ts';
import type { ProvisionId } from '../../../shared/rules/types.ts';

/** A box of the graph: a term of the text, or something outside it that a term hangs on. */
export interface TieNode {
  id: string;
  of: { term: Term } | { condition: Condition } | { snapback: Snapback };
  column: number; // what waits stands to the right of what it waits for
  row: number;
}

export interface TieEdge {
  from: string;
  to: string;
  kind: 'waits' | 'snaps';
}

/** What waits for what, and what snaps back on what; only what is tied at all. */
export function tieGraphOf(terms: readonly Term[]): { nodes: readonly TieNode[]; edges: readonly TieEdge[] } {
  const idOf = (term: Term) => `${term.provision} ${term.scope.join(' ')}`;
  const inText = (provision: ProvisionId) => terms.find((term) => term.provision === provision);
  const made = new Map<string, TieNode['of']>();
  const edges: TieEdge[] = [];
  const tie = (from: string, of: TieNode['of'], term: Term, kind: TieEdge['kind']) => {
    made.set(from, of);
    made.set(idOf(term), { term });
    edges.push({ from, to: idOf(term), kind });
  };
  const truce = inText('full-ceasefire');
  for (const term of terms) {
    for (const condition of term.conditions) {
      const there =
        condition.kind === 'inForce'
          ? inText(condition.provision)
          : condition.kind === 'ceasefireHeld'
            ? truce
            : undefined;
      if (there && there !== term) tie(idOf(there), { term: there }, term, 'waits');
      else tie(JSON.stringify(condition), { condition }, term, 'waits');
    }
    for (const snapback of term.snapback) {
      const there = snapback.kind === 'breachOf' ? inText(snapback.provision) : truce;
      if (there && there !== term) tie(idOf(there), { term: there }, term, 'snaps');
      else tie(JSON.stringify(snapback), { snapback }, term, 'snaps');
    }
  }

  const columns = new Map<string, number>();
  const columnOf = (id: string, seen: readonly string[]): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    const before = edges.filter((edge) => edge.to === id && !seen.includes(edge.from));
    const column = before.reduce((most, edge) => Math.max(most, columnOf(edge.from, [...seen, id]) + 1), 0);
    columns.set(id, column);
    return column;
  };
  const filled: number[] = [];
  const nodes = [...made].map(([id, of]): TieNode => {
    const column = columnOf(id, []);
    const row = filled[column] ?? 0;
    filled[column] = row + 1;
    return { id, of, column, row };
  });
  return { nodes, edges };
}
