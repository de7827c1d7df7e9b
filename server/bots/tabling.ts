import type { Command } from '../../shared/rules/command.ts';
import type { Proposal } from '../../shared/rules/state.ts';
import { costOfTerms, levelOver, liveTerms } from '../../shared/rules/terms.ts';
import { REGIONS } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { chanceOf } from './chance.ts';
import type { Desk } from './draft.ts';
import { isSmallStep, type Stand } from './judge.ts';
import { dealOf } from './needs.ts';
import { termOf, type Talks } from './options.ts';
import { counterFor, deskOf, draftFor, givesWay, proposing, smallStepFor } from './propose.ts';
import { saying, spokenThisRound, type Say } from './speech.ts';

/** Counter-proposals to a person's papers do not count against a bot's own; more than this a round are too many. */
const ANSWERS_A_ROUND = 2;
/** How often an offer that ties relief to the quiet says so. */
const TIED_TOLD = 0.4;

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
  const toBots = packages < temperament.initiative ? refused.filter((paper) => !human(paper)) : [];
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
  const text = writtenOut(terms);
  return mine.papers.some((paper) => paper.state === 'open' && writtenOut(paper.terms) === text);
}

/** A text whatever the order of its terms. */
function writtenOut(terms: Proposal['terms']): string {
  return terms
    .map((term) => JSON.stringify(term))
    .toSorted()
    .join();
}

/** Makes room on the table. */
function making(standing: Proposal | undefined): Command[] {
  return standing ? [{ kind: 'withdraw', proposal: standing.id }] : [];
}

/** A word beside a new paper, within the round's measure of talk; a person who was countered always hears it. */
function offering(stand: Stand, terms: Proposal['terms'], key: string, to: Proposal | null): Say[] {
  const { view, temperament, scenario } = stand;
  const human = to !== null && view.world.seats[to.author].taken === 'human';
  if (!human && spokenThisRound(stand) >= temperament.talk) return [];
  const changed = to
    ? terms.find((term) => !to.terms.some((was) => JSON.stringify(was) === JSON.stringify(term)))
    : undefined;
  const removed = to?.terms.find((was) => !terms.some((term) => term.provision === was.provision));
  const tied = key === 'offer.package' ? terms.find((term) => term.snapback.length > 0) : undefined;
  const telling = tied && chanceOf(stand.seed, 'tied', view.world.round).next() < TIED_TOLD;
  const main = changed ?? removed ?? (telling ? tied : mainOf(stand, terms));
  const tables = new Set(
    terms.map((term) => scenario.provisions.find((rule) => rule.id === term.provision)?.table),
  );
  return [
    saying({
      stand,
      channel: to ? `seat:${to.author}` : tables.size > 1 ? 'all' : (channelOf(stand, terms) ?? 'all'),
      act: 'offer',
      key: telling ? 'offer.snapback' : key,
      about: { provision: main.provision, ...(to ? { proposal: to.id } : {}) },
      params: { provision: main.provision, count: terms.length - 1 },
    }),
  ];
}

/** The term that does most for the seat: what its offer is about. */
function mainOf({ scenario, prospect }: Stand, terms: Proposal['terms']): Proposal['terms'][number] {
  const deal = dealOf(scenario, terms);
  const whole = prospect.own(deal);
  const ranked = terms.map((term, i) => ({ term, by: whole - prospect.own(deal.toSpliced(i, 1)) }));
  return (ranked.toSorted((a, b) => b.by - a.by)[0] as { term: Proposal['terms'][number] }).term;
}

function channelOf(
  { scenario, view }: Stand,
  terms: Proposal['terms'],
): SeatView['legal']['channels'][number] | undefined {
  const table = scenario.provisions.find((rule) => rule.id === terms[0]?.provision)?.table;
  const shown = table && (scenario.edition.tables[table] ?? table);
  return view.legal.channels.find((channel) => channel === `table:${shown}`);
}
