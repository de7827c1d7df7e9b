import { legalFor } from './legal.ts';
import { incomeAt } from './resolve.ts';
import type { Interest, RedLine, Scenario } from './scenario.ts';
import type {
  Channel,
  GameState,
  Message,
  Order,
  Promised,
  Proposal,
  Report,
  Secrets,
  World,
} from './state.ts';
import { mayHear } from './press.ts';
import { knowsOf } from './promise.ts';
import { filterOn, steady } from './steady.ts';
import { freePc, mayRead, reservedBy } from './talks.ts';
import { SUPPORT, hundredths } from './types.ts';
import type {
  AgreementId,
  Disposition,
  Hundredths,
  Level,
  OrderId,
  ProposalId,
  ProvisionId,
  Region,
  ReportId,
  Seat,
  TermKey,
  TextId,
} from './types.ts';

/** What everyone may see. Papers and press open to all are in it; nothing else that is not in {@link World}. */
export interface PublicView {
  world: World;
  papers: readonly Proposal[]; // readers: all
  press: readonly Message[]; // channel: all
}

/** What one seat alone may see. */
export interface PrivateView {
  seat: Seat;
  mandate: {
    disposition: Disposition;
    weights: Partial<Record<Interest, number>>;
    redLines: readonly RedLine[];
    agendaDealt: readonly string[];
    agenda: readonly string[];
    instructions: TextId | null;
  };
  pc: { free: Hundredths; reserved: Hundredths; income: Hundredths };
  orders: readonly Order[];
  trust: Secrets['trust'];
  reports: readonly Report[];
  promises: readonly Promised[]; // given by it and to it
  papers: readonly Proposal[]; // every paper it may read, those open to all included
  press: readonly Message[]; // every message it may read
}

/** One order a seat may write now, with its legal targets. */
export interface LegalOrder {
  order: OrderId;
  cost: Hundredths; // at intensity 1
  targets: readonly (string | null)[];
  violates: readonly { key: TermKey; provision: ProvisionId; overt: boolean }[]; // terms in force that bind the seat
}

/** One provision a seat may put into a proposal now. */
export interface LegalProvision {
  provision: ProvisionId;
  levels: readonly Level[];
  scopes: readonly (readonly Region[])[]; // one empty scope for provisions without
  needs: readonly { provision: ProvisionId; level: Level }[]; // not yet agreed: must be in the same proposal
}

/** What a seat may do now, as data: the screen lights it, bots choose from it, tests fuzz it (LEGAL-1). */
export interface Legal {
  propose: { left: number; terms: number; provisions: readonly LegalProvision[] } | null;
  sign: readonly ProposalId[]; // affordable and mine to give
  reject: readonly ProposalId[];
  counter: readonly ProposalId[];
  withdraw: readonly ProposalId[];
  object: readonly AgreementId[];
  denounce: readonly TermKey[];
  lobby: readonly TermKey[]; // terms that wait for ratification at my home
  orders: { limit: number; intensity: number; list: readonly LegalOrder[] } | null;
  reports: readonly ReportId[];
  channels: readonly Channel[];
  agenda: { dealt: readonly string[]; keep: number } | null;
  ready: boolean; // may set ready
  start: boolean; // may start the game (host, lobby)
}

export interface SeatView extends PublicView {
  mine: PrivateView;
  legal: Legal;
}

/** A view, and the state it was made of. */
export interface Sight<V extends PublicView = SeatView> {
  state: GameState;
  view: V;
}

/**
 * The one way out for what a seat may know (VIEW-1): the public world, its own secrets, the papers and press it may
 * read, and what it may do now. Nothing else of {@link GameState} leaves the server.
 *
 * @param before what the seat saw earlier in the same game: what is still so stays the same object, down to the whole view
 * @param open what everyone may see of this state
 */
export function viewFor(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  before: Sight | null = null,
  open: PublicView = publicViewOf(state, before),
): SeatView {
  const { world, secrets, hidden } = state;
  const own = secrets[seat];
  const was = before?.state;
  if (before && own === before.state.secrets[seat] && isOpenAsBefore(state, before.state)) return before.view;

  const seen = before?.view.mine;
  const papers = papersIn(hidden.papers, (paper) => mayRead(scenario, paper, seat), {
    list: was?.hidden.papers,
    papers: seen?.papers,
  });
  const isAsBefore =
    before !== null &&
    papers === before.view.mine.papers &&
    own === before.state.secrets[seat] &&
    LEGAL_IN.every((name) => world[name] === before.state.world[name]);
  const pc = isAsBefore
    ? before.view.mine.pc
    : { free: freePc(scenario, state, seat), reserved: reservedBy(scenario, state, seat) };
  const mine: PrivateView = {
    seat,
    mandate: {
      disposition: own.disposition,
      weights: scenario.mandates[seat][own.disposition]?.weights ?? NO_WEIGHTS,
      redLines: scenario.redLines[seat],
      agendaDealt: own.agendaDealt,
      agenda: own.agenda,
      instructions: own.instructions,
    },
    pc: {
      ...pc,
      income: incomeAt(hundredths(scenario.edition.income), world.measures[SUPPORT[seat]]),
    },
    orders: own.orders,
    trust: own.trust,
    reports: own.reports,
    promises: filterOn(was?.hidden.promises ?? [], seen?.promises ?? [], hidden.promises ?? [], (promise) =>
      knowsOf(promise, seat),
    ),
    papers,
    press: filterOn(was?.hidden.press ?? [], seen?.press ?? [], hidden.press, (message) =>
      mayHear(scenario, message.from, message.channel, seat),
    ),
  };
  const legal = isAsBefore ? before.view.legal : legalFor(scenario, state, seat);
  const view = { ...open, mine, legal };
  return before
    ? steady(before.view, {
        ...view,
        mine: steady(before.view.mine, mine, 2),
        legal: steady(before.view.legal, legal, 2),
      })
    : view;
}

/** Whether nothing has happened but in somebody's secrets. */
function isOpenAsBefore({ world, hidden }: GameState, before: GameState): boolean {
  return (
    world === before.world &&
    hidden.papers === before.hidden.papers &&
    hidden.press === before.hidden.press &&
    hidden.promises === before.hidden.promises
  );
}

const NO_WEIGHTS = {};
/** The parts of the world that decide what is legal. */
const LEGAL_IN = ['phase', 'round', 'host', 'agreements'] as const;

/**
 * What everyone may see: a spectator's whole view (VIEW-2).
 *
 * @param before as of {@link viewFor}
 */
export function publicViewOf(state: GameState, before: Sight<PublicView> | null = null): PublicView {
  const { world, hidden } = state;
  const was = before?.state.hidden;
  const view: PublicView = {
    world,
    papers: papersIn(hidden.papers, (paper) => paper.readers === 'all', {
      list: was?.papers,
      papers: before?.view.papers,
    }),
    press: filterOn(
      was?.press ?? [],
      before?.view.press ?? [],
      hidden.press,
      (message) => message.channel === 'all',
    ),
  };
  return before ? steady(before.view, view) : view;
}

/** The papers that someone may read. */
function papersIn(
  list: readonly Proposal[],
  mayReadIt: (paper: Proposal) => boolean,
  before: { list: readonly Proposal[] | undefined; papers: readonly Proposal[] | undefined },
): readonly Proposal[] {
  if (list === before.list && before.papers) return before.papers;
  const papers = withoutHiddenLinks(list.filter(mayReadIt));
  return before.papers ? steady(before.papers, papers) : papers;
}

/** Papers without the link to a text they answer to. */
const unlinked = new WeakMap<Proposal, Proposal>();

/** A counter-proposal does not name the text it answers to who may not read that one. */
function withoutHiddenLinks(papers: readonly Proposal[]): readonly Proposal[] {
  const readable = new Set(papers.map((paper) => paper.id));
  return papers.map((paper) => {
    if (paper.counterTo === null || readable.has(paper.counterTo)) return paper;
    let without = unlinked.get(paper);
    if (!without) {
      without = { ...paper, counterTo: null };
      unlinked.set(paper, without);
    }
    return without;
  });
}
