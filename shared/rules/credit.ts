import { dealOf } from './endgame.ts';
import { russiaBelieved } from './belief.ts';
import { branchesOf, expectedDurability, outlookOf } from './estimate.ts';
import type { Scenario } from './scenario.ts';
import type { GameState, Proposal } from './state.ts';
import type { Seat } from './types.ts';

/** A text that would not have made the peace likelier to last by this much would have failed (SCORE-9), per cent. */
const WORTH_SIGNING = 2;

/**
 * How many texts a seat refused that would have failed (SCORE-9): papers that died with its no on them, and that
 * beside what was agreed would not have made the peace more durable. Refusing well is to a seat's credit.
 */
export function refusedWell(scenario: Scenario, state: GameState, seat: Seat): number {
  const dead = state.hidden.papers.filter((paper) => paper.state !== 'agreed' && paper.rejections[seat]);
  if (dead.length === 0) return 0;
  const outlook = outlookOf(scenario, state.world);
  const russia = russiaBelieved(scenario);
  const without = expectedDurability(branchesOf(outlook, [], russia));
  const lasting = ({ terms }: Proposal): number => {
    return expectedDurability(branchesOf(outlook, dealOf(scenario, state.world, terms), russia));
  };
  return dead.filter((paper) => lasting(paper) < without + WORTH_SIGNING).length;
}
