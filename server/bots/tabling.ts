import type { Command } from '../../shared/rules/command.ts';
import type { Proposal } from '../../shared/rules/state.ts';
import { costOfTerms, levelOver, liveTerms } from '../../shared/rules/terms.ts';
import { REGIONS } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import type { Desk } from './draft.ts';
import { isSmallStep, type Stand } from './judge.ts';
import { offering } from './offers.ts';
import { termOf, type Talks } from './options.ts';
import { counterFor, deskOf, draftFor, givesWay, proposing, smallStepFor } from './propose.ts';
import { isWearyOf } from './reputation.ts';
import { isSameText } from './text.ts';

/** Counter-proposals to a person's papers do not count against a bot's own; more than this a round are too many. */
const ANSWERS_A_ROUND = 2;

/** A counter to what was just refused, a small step, or a package of its own; nothing when the round's measure is full. */
export function tablePaper(
  stand: Stand,
  desk: () => Desk,
  talks: Talks,
  refused: readonly Proposal[],
  ready: boolean,
): Command[] {
  const { scenario, view, temperament } = stand;
  const { mine, world } = view;
  const human = (paper: Proposal): boolean => world.seats[paper.author].taken === 'human';
  const written = mine.papers.filter((paper) => paper.author === mine.seat && paper.round === world.round);
  const counters = written.filter((paper) => paper.counterTo !== null).length;
  const packages = written.filter((paper) => !isSmallStep(scenario, paper.terms)).length;
  const standing = mine.papers.find((paper) => paper.author === mine.seat && paper.state === 'open');
  const room = view.legal.propose !== null;

  // A person's paper is always answered with a better text, if there is one and the desk is free.
  const toPeople = refused.filter(human);
  const toBots =
    packages < temperament.initiative
      ? refused.filter((paper) => !human(paper) && !isWearyOf(view, paper.author))
      : [];
  for (const paper of ready ? toPeople : [...toPeople, ...toBots]) {
    if (counters >= ANSWERS_A_ROUND) break;
    const at = room ? desk() : standing && human(paper) ? freed(stand, talks, standing) : null;
    if (!at) break;
    const counter = counterFor(stand, at, talks, paper);
    if (!counter) continue;
    const terms = counter.deal.map((term) => termOf(scenario, term));
    if (isThere(view, terms)) continue;
    return [
      ...(room ? [] : making(standing)),
      proposing(stand, terms, paper),
      ...offering(stand, terms, 'offer.counter', paper),
    ];
  }
  if (ready) return [];

  if (room) {
    const step = smallStepFor(stand, desk().needs);
    if (step) return [proposing(stand, step, null), ...offering(stand, step, 'offer.smallStep', null)];
  }
  if (packages >= temperament.initiative) return [];
  const refusedAlready = standing !== undefined && Object.keys(standing.rejections).length > 0;
  if (!room && !refusedAlready) return [];
  const at = room || !standing ? desk() : freed(stand, talks, standing);
  const draft = draftFor(stand, at, talks, packages);
  if (!room && standing && !givesWay(stand, at, standing, draft)) return [];
  if (!draft) return [];
  const terms = draft.deal.map((term) => termOf(scenario, term));
  if (isThere(view, terms)) return [];
  return [
    ...(room ? [] : making(standing)),
    proposing(stand, terms, null),
    ...offering(stand, terms, terms.length > 1 ? 'offer.package' : 'offer.single', null),
  ];
}

/** A desk to think at: as it is, or as it would be without the own paper on the table. */
export function deskAnyway(stand: Stand, talks: Talks): Desk {
  const { mine, legal } = stand.view;
  const standing = mine.papers.find((paper) => paper.author === mine.seat && paper.state === 'open');
  return legal.propose !== null || !standing ? deskOf(stand, talks) : freed(stand, talks, standing);
}

/** A desk as it will be once the own paper is withdrawn. */
function freed(stand: Stand, talks: Talks, standing: Proposal): Desk {
  const { scenario, view } = stand;
  const reserved = standing.signatures.includes(view.mine.seat)
    ? costOfTerms(scenario, standing.terms, view.mine.seat)
    : 0;
  const open = scenario.provisions.filter(
    (rule) => view.world.round >= (scenario.edition.opens[rule.table] ?? 1),
  );
  const live = liveTerms(view.world).map(({ term }) => term);
  const provisions = open.map((rule) => ({
    provision: rule.id,
    levels: ([1, 2, 3] as const).slice(0, rule.levels),
    scopes: rule.scoped ? scenario.edition.scopes : [[]],
    needs: rule.needs.filter((need) => levelOver(live, need.provision, REGIONS) < need.level),
  }));
  const legal = { ...view.legal, propose: { left: 1, terms: scenario.edition.terms, provisions } };
  return deskOf({ ...stand, view: { ...view, legal } }, talks, reserved / 100);
}

/** Whether a text lies on the table already, whoever wrote it. */
function isThere({ mine }: SeatView, terms: Proposal['terms']): boolean {
  return mine.papers.some((paper) => paper.state === 'open' && isSameText(paper.terms, terms));
}

/** Makes room on the table. */
function making(standing: Proposal | undefined): Command[] {
  return standing ? [{ kind: 'withdraw', proposal: standing.id }] : [];
}
