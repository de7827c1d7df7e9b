import type { SeatView } from '../../shared/rules/view.ts';

/** One of the things to try in a first round. Its words lie under `guide.<step>`, and how it is done under `….how`. */
export interface FirstStep {
  step: 'brief' | 'front' | 'answer' | 'propose' | 'order';
  done: boolean;
}

/**
 * The steps of a first round, and which of them a seat has taken.
 *
 * @param looked whether a sector of the front was opened on this device
 */
export function firstSteps(view: SeatView, looked: boolean): FirstStep[] {
  const { seat, papers, orders } = view.mine;
  const answered = papers.some(
    (paper) => paper.author !== seat && (paper.signatures.includes(seat) || seat in paper.rejections),
  );
  return [
    { step: 'brief', done: view.world.phase !== 'briefing' },
    { step: 'front', done: looked },
    { step: 'answer', done: answered },
    { step: 'propose', done: papers.some((paper) => paper.author === seat) },
    { step: 'order', done: orders.length > 0 },
  ];
}
