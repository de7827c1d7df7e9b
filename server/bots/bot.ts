import type { Command } from '../../shared/rules/command.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Proposal } from '../../shared/rules/state.ts';
import { costOfTerms } from '../../shared/rules/terms.ts';
import { SEATS, type Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { beliefsOf } from './beliefs.ts';
import { chanceOf } from './chance.ts';
import { JUDGEMENTS, type Difficulty } from './difficulty.ts';
import type { Desk } from './draft.ts';
import { isSmallStep, judge, rivalTo, type Stand, type Verdict } from './judge.ts';
import { mindsOf } from './minds.ts';
import { dealOf } from './needs.ts';
import { termOf, type Talks } from './options.ts';
import { ordersFor, sameOrders } from './orders.ts';
import { counterFor, deskOf, draftFor, givesWay, proposing, smallStepFor } from './propose.ts';
import { prospectOf, type Prospect } from './prospect.ts';
import { reportAnswers } from './reports.ts';
import { answer, introduction, refusal, saying, spokenThisRound, unanswered, type Say } from './speech.ts';
import type { BotPlayer } from './talks.ts';
import { TEMPERAMENTS, temperamentsOf, type Temperament } from './temperament.ts';

export interface BotSettings {
  difficulty: Difficulty;
  temperament?: string; // an id; by the seed where none is given
  seed: string;
  talks: Talks;
}

/** Counter-proposals to a person's papers do not count against a bot's own; more than this a round are too many. */
const ANSWERS_A_ROUND = 2;

/**
 * A bot in a seat. It sees what its seat sees; what it remembers is what its view still shows, so that a server
 * started again goes on with the same bot.
 *
 * @throws when the temperament is not one of the seat's
 */
export function createBot(scenario: Scenario, seat: Seat, settings: BotSettings): BotPlayer {
  const temperament = temperamentFor(seat, settings);
  const judgement = JUDGEMENTS[settings.difficulty];
  const { seed, talks } = settings;
  let seen: { of: unknown; given: unknown; papers: unknown; prospect: Prospect } | null = null;

  /** What lies ahead; worked out again only when something in the world has moved. */
  const prospectFor = (view: SeatView): Prospect => {
    const { agreements, measures } = view.world;
    const papers = judgement.learns ? view.mine.papers.length : null;
    if (seen && seen.of === measures && seen.given === agreements && seen.papers === papers)
      return seen.prospect;
    const minds = mindsOf(scenario, view, judgement.learns ? beliefsOf(scenario, view) : {});
    const prospect = prospectOf(scenario, view.world, seat, minds, judgement.holds);
    seen = { of: measures, given: agreements, papers, prospect };
    return prospect;
  };

  return {
    seat,
    act(view, turnedDown = false) {
      switch (view.world.phase) {
        case 'lobby':
        case 'ended':
          return [];
        case 'briefing':
          return brief(view);
        case 'talks':
          return talk(
            { scenario, view, prospect: prospectFor(view), temperament, judgement, seed },
            talks,
            turnedDown,
          );
      }
    },
  };
}

function temperamentFor(seat: Seat, { temperament, seed }: BotSettings): Temperament {
  const choice = temperamentsOf(seat);
  const named = temperament === undefined ? chanceOf(seed, 'temperament', seat).pick(choice) : undefined;
  const found = named ?? choice.find((candidate) => candidate.id === temperament);
  if (!found)
    throw new Error(
      `${temperament ?? ''} is no temperament of ${seat}: ${choice.map(({ id }) => id).join(', ')} of ${TEMPERAMENTS.length}`,
    );
  return found;
}

/** Before round 1: keep the first agenda cards, be ready. */
function brief({ legal, mine, world }: SeatView): Command[] {
  const commands: Command[] = [];
  if (legal.agenda && mine.mandate.agenda.length === 0)
    commands.push({ kind: 'chooseAgenda', cards: legal.agenda.dealt.slice(0, legal.agenda.keep) });
  if (!world.seats[mine.seat].ready) commands.push({ kind: 'setReady', ready: true });
  return commands;
}

/** One turn: answer what is asked, sign or refuse, propose; with nothing left to do write orders and be ready. */
function talk(stand: Stand, talks: Talks, turnedDown: boolean): Command[] {
  const { view, scenario } = stand;
  const { mine, world } = view;
  const ready = world.seats[mine.seat].ready;
  let desk: Desk | null = null;
  const deskNow = (): Desk => (desk ??= deskOf(stand, talks));

  const commands: Command[] = [...reportAnswers(stand)];
  const greeting = introduction(stand);
  if (greeting) commands.push(greeting);
  for (const message of unanswered(stand)) commands.push(answer(stand, deskNow, message));

  const { signed, refused } = answerPapers(stand);
  commands.push(...signed, ...refused.flatMap(({ paper, verdict }) => refuseWith(stand, paper, verdict)));
  if (signed.length > 0) return commands;

  if (!turnedDown)
    commands.push(
      ...tablePaper(
        stand,
        deskNow,
        talks,
        refused.map(({ paper }) => paper),
        ready,
      ),
    );
  if (commands.length > 0 || ready) return commands;

  const orders = ordersFor(
    scenario,
    view,
    stand.prospect,
    stand.temperament,
    chanceOf(stand.seed, 'orders', mine.seat, world.round),
  );
  if (!sameOrders(orders, mine.orders)) commands.push({ kind: 'writeOrders', orders });
  commands.push({ kind: 'setReady', ready: true });
  return commands;
}

interface Refused {
  paper: Proposal;
  verdict: Verdict;
}

/** Every paper that waits for this seat's name: the best it would sign is signed, what it would not is refused once. */
function answerPapers(stand: Stand): { signed: Command[]; refused: Refused[] } {
  const { view } = stand;
  const { seat } = view.mine;
  const waiting = view.mine.papers.filter(
    (paper) => paper.state === 'open' && paper.signatories.includes(seat) && !paper.signatures.includes(seat),
  );
  const refused: Refused[] = [];
  let best: Refused | null = null;
  for (const paper of waiting) {
    const verdict = judge(stand, paper.terms, paper.id);
    const rival = verdict.signs ? rivalTo(view, paper) : null;
    if (rival && judge(stand, rival.terms, rival.id).gain > verdict.gain) {
      verdict.signs = false;
      verdict.rejection = { reason: 'betterAlternative', about: sharedWith(paper, rival) };
    }
    if (verdict.signs) {
      if (best === null || verdict.gain > best.verdict.gain) best = { paper, verdict };
    } else if (verdict.rejection && paper.rejections[seat] === undefined) refused.push({ paper, verdict });
  }
  return { signed: best ? [{ kind: 'sign', proposal: best.paper.id }] : [], refused };
}

function sharedWith(paper: Proposal, rival: Proposal): string {
  const shared = paper.terms.find((term) => rival.terms.some((other) => other.provision === term.provision));
  return (shared ?? paper.terms[0])?.provision ?? '';
}

/** A refusal and, to a person or within the round's measure of talk, a word about it. */
function refuseWith(stand: Stand, paper: Proposal, verdict: Verdict): Command[] {
  const { view, temperament, seed } = stand;
  const rejection = verdict.rejection;
  if (!rejection) return [];
  const candid = chanceOf(seed, 'candour', paper.id).next() < temperament.candour;
  const told = candid || rejection.reason === 'redLine' ? rejection : { reason: rejection.reason };
  const commands: Command[] = [{ kind: 'reject', proposal: paper.id, ...told }];
  const human = view.world.seats[paper.author].taken === 'human';
  if (human || spokenThisRound(stand) < temperament.talk) commands.push(refusal(stand, paper, told));
  return commands;
}

/** A counter to what was just refused, a small step, or a package of its own; nothing when the round's measure is full. */
function tablePaper(
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
    return [
      ...making(standing),
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
  if (
    mine.papers.some(
      (paper) =>
        paper.author === mine.seat &&
        sameText(paper, terms) &&
        paper.state !== 'agreed' &&
        paper.round >= world.round,
    )
  )
    return [];
  return [
    ...making(standing),
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
  const provisions = scenario.provisions.map((rule) => ({
    provision: rule.id,
    levels: ([1, 2, 3] as const).slice(0, rule.levels),
    scopes: rule.scoped ? scenario.edition.scopes : [[]],
    needs: rule.needs.filter((need) => !agreedAt(view, need.provision, need.level)),
  }));
  const legal = { ...view.legal, propose: { left: 1, terms: scenario.edition.terms, provisions } };
  return deskOf({ ...stand, view: { ...view, legal } }, talks, reserved / 100);
}

function agreedAt({ world }: SeatView, provision: string, level: number): boolean {
  return world.agreements.some((agreement) =>
    agreement.terms.some(
      (term) =>
        term.provision === provision &&
        term.level >= level &&
        (term.state === 'pending' || term.state === 'inForce' || term.state === 'suspended'),
    ),
  );
}

function sameText(paper: Proposal, terms: Proposal['terms']): boolean {
  return JSON.stringify(paper.terms) === JSON.stringify(terms);
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
  const main = changed ?? removed ?? mainOf(stand, terms);
  const tables = new Set(
    terms.map((term) => scenario.provisions.find((rule) => rule.id === term.provision)?.table),
  );
  return [
    saying({
      stand,
      channel: to ? `seat:${to.author}` : tables.size > 1 ? 'all' : (channelOf(stand, terms) ?? 'all'),
      act: 'offer',
      key,
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

/** Bots for every seat given, each with a stream of chance of its own. */
export function createBots(scenario: Scenario, seats: readonly Seat[], settings: BotSettings): BotPlayer[] {
  return SEATS.filter((seat) => seats.includes(seat)).map((seat) =>
    createBot(scenario, seat, { ...settings, seed: `${settings.seed}/${seat}` }),
  );
}
