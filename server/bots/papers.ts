import type { Command } from '../../shared/rules/command.ts';
import type { Proposal } from '../../shared/rules/state.ts';
import { costOfTerms } from '../../shared/rules/terms.ts';
import { hundredths } from '../../shared/rules/types.ts';
import { chanceOf } from './chance.ts';
import { judge, type Stand, type Verdict } from './judge.ts';
import { betterRival } from './rivals.ts';
import { refusal } from './speech.ts';
import { isSameText } from './text.ts';
import { puttingAside, wordGiven, type Word } from './word.ts';

export interface Refused {
  paper: Proposal;
  verdict: Verdict;
}

/**
 * Every paper that waits for this seat's name: the best it would sign is signed, what it would not is refused once.
 *
 * A text that it told a person it would sign comes first, and one that is no better waits while both cannot be paid for.
 */
export function answerPapers(stand: Stand): { signed: Command[]; refused: Refused[] } {
  const { view } = stand;
  const { seat } = view.mine;
  const waiting = view.mine.papers.filter(
    (paper) => paper.state === 'open' && paper.signatories.includes(seat) && !paper.signatures.includes(seat),
  );
  const word = wordGiven(stand);
  const refused: Refused[] = [];
  let best: Refused | null = null;
  for (const paper of waiting) {
    const verdict = judge(stand, paper.terms);
    const rival = verdict.signs ? betterRival(stand, paper, verdict.gain) : null;
    if (rival) {
      const better = { reason: 'betterAlternative', about: sharedWith(paper, rival.paper) } as const;
      verdict.signs = false;
      verdict.rejection = better;
      verdict.account = {
        ...verdict.account,
        ...better,
        rival: { proposal: rival.paper.id, gain: hundredths(rival.gain) },
      };
    }
    if (verdict.signs && word && isSameText(paper.terms, word.terms)) {
      best = { paper, verdict };
      break;
    }
    if (verdict.signs) {
      if (word && verdict.gain <= word.gain && !fitsBeside(stand, paper, word)) continue;
      if (best === null || verdict.gain > best.verdict.gain) best = { paper, verdict };
    } else if (verdict.rejection && paper.rejections[seat] === undefined) refused.push({ paper, verdict });
  }
  if (best === null) return { signed: [], refused };
  const { paper, verdict } = best;
  return { signed: [{ kind: 'sign', proposal: paper.id, account: verdict.account }], refused };
}

function fitsBeside(stand: Stand, paper: Proposal, word: Word): boolean {
  const { scenario, view } = puttingAside(stand, word);
  return costOfTerms(scenario, paper.terms, view.mine.seat) <= view.mine.pc.free;
}

/** Where a person puts to it the very text that lies on the table as its own, that takes the place of its own. */
export function takenUp(stand: Stand): Command[] {
  const { view } = stand;
  const { seat, papers } = view.mine;
  const own = papers.find((paper) => paper.author === seat && paper.state === 'open');
  const same = papers.find(
    (paper) =>
      own !== undefined &&
      paper.state === 'open' &&
      view.world.seats[paper.author].taken === 'human' &&
      paper.signatories.includes(seat) &&
      !paper.signatures.includes(seat) &&
      isSameText(paper.terms, own.terms),
  );
  if (!own || !same) return [];
  return [
    { kind: 'withdraw', proposal: own.id },
    { kind: 'sign', proposal: same.id, account: judge(stand, same.terms).account },
  ];
}

/** The matter that two texts share. */
export function sharedWith(paper: Proposal, rival: Proposal): string {
  const shared = paper.terms.find((term) => rival.terms.some((other) => other.provision === term.provision));
  return (shared ?? paper.terms[0])?.provision ?? '';
}

/** A refusal, and a word about it. */
export function refuseWith(stand: Stand, paper: Proposal, verdict: Verdict): Command[] {
  const { temperament, seed } = stand;
  const rejection = verdict.rejection;
  if (!rejection) return [];
  const candid = chanceOf(seed, 'candour', paper.id).next() < temperament.candour;
  const told = candid || rejection.reason === 'redLine' ? rejection : { reason: rejection.reason };
  const commands: Command[] = [{ kind: 'reject', proposal: paper.id, ...told, account: verdict.account }];
  const words = refusal(stand, paper, told, verdict.account);
  if (words) commands.push(words);
  return commands;
}
