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

/**
 * The one way out for what a seat may know (VIEW-1): the public world, its own secrets, the papers and press it may
 * read, and what it may do now. Nothing else of {@link GameState} leaves the server.
 */
export function viewFor(scenario: Scenario, state: GameState, seat: Seat): SeatView {
  const { world, secrets, hidden } = state;
  const own = secrets[seat];
  const reserved = reservedBy(scenario, state, seat);
  const mine: PrivateView = {
    seat,
    mandate: {
      disposition: own.disposition,
      weights: scenario.mandates[seat][own.disposition]?.weights ?? {},
      redLines: scenario.redLines[seat],
      agendaDealt: own.agendaDealt,
      agenda: own.agenda,
      instructions: own.instructions,
    },
    pc: {
      free: freePc(scenario, state, seat),
      reserved,
      income: incomeAt(hundredths(scenario.edition.income), world.measures[SUPPORT[seat]]),
    },
    orders: own.orders,
    trust: own.trust,
    reports: own.reports,
    promises: (state.hidden.promises ?? []).filter((promise) => knowsOf(promise, seat)),
    papers: withoutHiddenLinks(hidden.papers.filter((paper) => mayRead(scenario, paper, seat))),
    press: hidden.press.filter((message) => mayHear(scenario, message.from, message.channel, seat)),
  };
  return { ...publicViewOf(state), mine, legal: legalFor(scenario, state, seat) };
}

/** What everyone may see: a spectator's whole view (VIEW-2). */
export function publicViewOf(state: GameState): PublicView {
  return {
    world: state.world,
    papers: withoutHiddenLinks(state.hidden.papers.filter((paper) => paper.readers === 'all')),
    press: state.hidden.press.filter((message) => message.channel === 'all'),
  };
}

/** A counter-proposal does not name the text it answers to who may not read that one. */
function withoutHiddenLinks(papers: readonly Proposal[]): readonly Proposal[] {
  const readable = new Set(papers.map((paper) => paper.id));
  return papers.map((paper) =>
    paper.counterTo !== null && !readable.has(paper.counterTo) ? { ...paper, counterTo: null } : paper,
  );
}
