import type { Term } from '../../shared/rules/state.ts';
import { costOfTerms } from '../../shared/rules/terms.ts';
import type { Points } from '../../shared/rules/types.ts';
import { judge, type Stand } from './judge.ts';
import { isSameText } from './text.ts';

/** A text that the seat has told a person this round it would sign, and would. */
export interface Word {
  terms: readonly Term[];
  gain: Points;
}

/** The last text of this round that the seat told a person it would sign and has not signed; nothing once it no longer would. */
export function wordGiven(stand: Stand): Word | null {
  const { view, scenario } = stand;
  const { seat, press, papers, pc } = view.mine;
  const said = press.findLast(
    ({ from, round, params }) =>
      from === seat && round === view.world.round && params?.['re'] !== undefined && params['terms'],
  );
  if (!said) return null;
  const terms = JSON.parse(String(said.params?.['terms'])) as Term[];
  const signed = papers.some((paper) => paper.signatures.includes(seat) && isSameText(paper.terms, terms));
  if (signed || costOfTerms(scenario, terms, seat) > pc.free) return null;
  const { signs, gain } = judge(stand, terms);
  return signs ? { terms, gain } : null;
}

/** The same stand with the PC that a text will cost put aside. */
export function puttingAside(stand: Stand, { terms }: Word): Stand {
  const { scenario, view } = stand;
  const { mine } = view;
  const free = mine.pc.free - costOfTerms(scenario, terms, mine.seat);
  return { ...stand, view: { ...view, mine: { ...mine, pc: { ...mine.pc, free } } } };
}
