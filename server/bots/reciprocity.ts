import { dealOf } from '../../shared/rules/endgame.ts';
import type { Proposal, Term } from '../../shared/rules/state.ts';
import { SEATS, type Points, type Seat } from '../../shared/rules/types.ts';
import type { Stand } from './judge.ts';
import { demandIn } from './needs.ts';

/** The most that a seat asks less for being met half-way, of what it asks. */
const EASED_MOST = 0.12;
/** Rounds, this one included, over which it looks whether others moved. */
const LATELY = 2;
/** Rounds, the last included, in which it takes what it can get, if it was not offered better lately. */
const LATE = 2;
/** Of the best it was offered lately on the same matter, what is good enough then. */
const NEARLY = 0.95;

/** The part of its ask, 0 to {@link EASED_MOST}, that a seat lets go for co-signatories whose later texts gave it more. */
export function easedFor(stand: Stand, signers: number): number {
  const { seat } = stand.view.mine;
  const others = SEATS.filter((other, s) => ((signers >> s) & 1) === 1 && other !== seat);
  if (others.length === 0) return 0;
  return (EASED_MOST * others.reduce((sum, other) => sum + movedBy(stand, other), 0)) / others.length;
}

/** How far a seat's last text went beyond its best before, 0 to 1: as a part of what is asked this round. */
function movedBy(stand: Stand, other: Seat): number {
  const { world } = stand.view;
  const gains = offersOf(stand, (paper) => paper.author === other && paper.round > world.round - LATELY).map(
    (paper) => gainBy(stand, paper),
  );
  const last = gains.pop();
  if (last === undefined || gains.length === 0 || last <= 0) return 0;
  const moved = (last - Math.max(0, ...gains)) / demandIn(world.round, world.rounds);
  return Math.max(0, Math.min(1, moved));
}

/**
 * What a text must bring for having been offered better: near the end nearly the best that others put forward on the
 * same matter of late and nobody but the seat itself has refused; nothing before, or without such an offer.
 *
 * @see T. Baarslag, K. Hindriks and C. Jonker, "Acceptance Conditions in Automated Negotiation" (2013): near the end
 *   an agent accepts what is as good as the best it has seen
 */
export function offeredBetter(stand: Stand, terms: readonly Term[]): Points {
  const { world, mine } = stand.view;
  if (world.rounds - world.round >= LATE) return 0;
  const offers = offersOf(
    stand,
    (paper) =>
      paper.round > world.round - LATELY &&
      paper.state !== 'agreed' &&
      paper.state !== 'withdrawn' &&
      Object.keys(paper.rejections).every((seat) => seat === mine.seat) &&
      paper.terms.some((term) => terms.some((same) => same.provision === term.provision)),
  );
  return NEARLY * Math.max(0, ...offers.map((paper) => gainBy(stand, paper)));
}

/** Others' texts that bind the seat. */
function offersOf({ view: { mine } }: Stand, suits: (paper: Proposal) => boolean): Proposal[] {
  return mine.papers.filter(
    (paper) => paper.author !== mine.seat && paper.signatories.includes(mine.seat) && suits(paper),
  );
}

function gainBy({ scenario, view, prospect }: Stand, { terms }: Proposal): Points {
  return prospect.own(dealOf(scenario, view.world, terms));
}
