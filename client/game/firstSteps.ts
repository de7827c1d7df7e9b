import type { SeatView } from '../../shared/rules/view.ts';

/** One of the things to try in a first round. Its words lie under `guide.<step>`. */
export interface FirstStep {
  step: 'answer' | 'propose' | 'speak' | 'order';
  done: boolean;
}

/** The steps of a first round, and which of them a seat has taken. */
export function firstSteps(view: SeatView): FirstStep[] {
  const { seat, papers, press, orders } = view.mine;
  const answered = papers.some(
    (paper) => paper.author !== seat && (paper.signatures.includes(seat) || seat in paper.rejections),
  );
  return [
    { step: 'answer', done: answered },
    { step: 'propose', done: papers.some((paper) => paper.author === seat) },
    { step: 'speak', done: press.some((message) => message.from === seat) },
    { step: 'order', done: orders.length > 0 },
  ];
}
