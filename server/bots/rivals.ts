import type { Proposal, Term } from '../../shared/rules/state.ts';
import type { Points } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { judge, type Stand, type Verdict } from './judge.ts';

/** A text, and the paper it is written on where it lies on the table already. */
type Text = Pick<Proposal, 'terms'> & { id?: Proposal['id'] };

/** A paper that this seat has signed, that nobody has refused, and that holds some of the same matter. */
export function rivalTo(view: SeatView, { id, terms }: Text): Proposal | null {
  const { seat, papers } = view.mine;
  return (
    papers.find(
      (other) =>
        other.id !== id &&
        other.state === 'open' &&
        other.signatures.includes(seat) &&
        Object.keys(other.rejections).length === 0 &&
        other.terms.some((term) => terms.some((same) => same.provision === term.provision)),
    ) ?? null
  );
}

/** Such a paper that is worth more to the seat than a text that brings it `gain` points. */
export function betterRival(
  stand: Stand,
  text: Text,
  gain: Points,
): { paper: Proposal; gain: Points } | null {
  const paper = rivalTo(stand.view, text);
  if (!paper) return null;
  const forgone = judge(stand, paper.terms).gain;
  return forgone > gain ? { paper, gain: forgone } : null;
}

/** A text that it has signed and that is better for it than one that would otherwise do. */
export function preferred(stand: Stand, paper: Proposal, { signs, gain }: Verdict): Proposal | null {
  return signs && paper.state === 'open' ? (betterRival(stand, paper, gain)?.paper ?? null) : null;
}

/** Whether it would sign a text if that were put to it now. */
export function wouldSignNow(stand: Stand, terms: readonly Term[]): boolean {
  const { signs, gain } = judge(stand, terms);
  return signs && betterRival(stand, { terms }, gain) === null;
}
