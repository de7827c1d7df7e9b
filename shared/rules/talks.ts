import { dateOfRound } from './calendar.ts';
import type { Command } from './command.ts';
import type { GameEvent } from './event.ts';
import { SUPPORT_PER_PC } from './price.ts';
import { accept, refuse } from './refusal.ts';
import type { Decision, Refusal } from './refusal.ts';
import { beginResolution, concluded, dispatch, emit, move, moveTrust, pay } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { Scenario } from './scenario.ts';
import type { Agreement, Condition, GameState, Proposal, Term, World } from './state.ts';
import {
  costOfTerms,
  levelOver,
  liveTerms,
  provisionFor,
  provisionOf,
  scopesMeet,
  signatoriesOf,
  sitsAt,
  tableOf,
} from './terms.ts';
import { SUPPORT, hundredths } from './types.ts';
import type { Hundredths, ProposalId, Region, Seat, TermKey } from './types.ts';

type Talk<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Trust between signatories grows with each agreement (TRUST-2). */
const TRUST_AGREED: Hundredths = 400;

/** Texts a seat may send in a round, withdrawn ones counted (TALK-15). */
const PAPERS_A_ROUND = 12;

/** Open proposals of a seat. */
export function openProposals(state: GameState, seat: Seat): Proposal[] {
  return state.hidden.papers.filter((paper) => paper.author === seat && paper.state === 'open');
}

/** PC a seat has reserved by signing papers that are still open (PC-2). */
export function reservedBy(scenario: Scenario, state: GameState, seat: Seat): Hundredths {
  let reserved = 0;
  for (const { state: now, signatures, terms } of state.hidden.papers)
    if (now === 'open' && signatures.includes(seat)) reserved += costOfTerms(scenario, terms, seat);
  return reserved;
}

/** PC a seat can still promise: its own less what papers reserve and its sealed orders cost (PC-2). */
export function freePc(scenario: Scenario, state: GameState, seat: Seat): Hundredths {
  return state.secrets[seat].pc - reservedBy(scenario, state, seat) - costOfOrders(scenario, state, seat);
}

/** Why a seat cannot pay for a text, or nothing (PC-2). */
function shortOf(scenario: Scenario, state: GameState, seat: Seat, terms: readonly Term[]): Refusal | null {
  const needed = costOfTerms(scenario, terms, seat);
  if (needed <= 0) return null;
  const free = freePc(scenario, state, seat);
  return needed > free ? { code: 'PC_SHORT', needed, free } : null;
}

function costOfOrders(scenario: Scenario, state: GameState, seat: Seat): Hundredths {
  return state.secrets[seat].orders.reduce((sum, order) => {
    const rule = scenario.orders.find((candidate) => candidate.id === order.order);
    return sum + hundredths(rule?.cost ?? 0) * order.intensity;
  }, 0);
}

/** Whether a seat may read a paper (TALK-5). */
export function mayRead(scenario: Scenario, paper: Proposal, seat: Seat): boolean {
  if (paper.readers === 'all' || paper.author === seat || paper.signatories.includes(seat)) return true;
  if (paper.readers === 'signatories') return false;
  return paper.terms.some((term) =>
    sitsAt(scenario, seat, tableOf(scenario, provisionFor(scenario, term.provision))),
  );
}

/** A seat puts a set of terms to the seats whose signatures they need (TALK-1 to TALK-9). A signatory signs by proposing. */
export function propose(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  command: Talk<'propose'>,
): Decision<GameEvent> {
  const { edition } = scenario;
  const open = openProposals(state, seat).length;
  const problem = termsProblem(scenario, state.world, command.terms);
  if (problem) return refuse(problem);
  if (open >= edition.proposals)
    return refuse({ code: 'TOO_MANY_PROPOSALS', open, limit: edition.proposals });
  const papers = state.hidden.papers.filter(
    (paper) => paper.author === seat && paper.round === state.world.round,
  ).length;
  if (papers >= PAPERS_A_ROUND) return refuse({ code: 'PAPERS_SPENT', papers, limit: PAPERS_A_ROUND });
  const { counterTo } = command;
  if (counterTo !== null) {
    const answered = state.hidden.papers.find((paper) => paper.id === counterTo);
    if (!answered || !mayRead(scenario, answered, seat))
      return refuse({ code: 'PROPOSAL_UNKNOWN', proposal: counterTo });
  }

  const signatories = signatoriesOf(scenario, state.world, command.terms);
  const proposal: Proposal = {
    id: `p${state.hidden.counters.paper + 1}`,
    author: seat,
    round: state.world.round,
    terms: command.terms,
    readers: command.readers,
    signatories,
    signatures: [],
    rejections: {},
    counterTo,
    text: command.text,
    state: 'open',
  };
  if (!signatories.includes(seat)) return accept({ kind: 'proposed', proposal });
  const short = shortOf(scenario, state, seat, command.terms);
  if (short) return refuse(short);
  const talks = beginResolution(scenario, state);
  emit(talks, { kind: 'proposed', proposal });
  emit(talks, { kind: 'signed', proposal: proposal.id, seat });
  maybeAgree(talks, proposal.id);
  return concluded(talks);
}

/** Whether a live term already says the same (TALK-11); thirty days may always be renewed (TRUCE-1). */
function isAgreed(world: World, term: Term): boolean {
  if (term.provision === 'full-ceasefire' && term.level === 1 && world.truce.expires !== null) return false;
  return liveTerms(world).some(({ term: other }) => sameTerm(other, term));
}

/** Why these terms cannot be proposed, or nothing (TALK-2, TALK-6, TALK-7). */
export function termsProblem(scenario: Scenario, world: World, terms: readonly Term[]): Refusal | null {
  const { edition } = scenario;
  if (terms.length === 0) return { code: 'NO_TERMS' };
  if (terms.length > edition.terms)
    return { code: 'TOO_MANY_TERMS', terms: terms.length, limit: edition.terms };
  for (const [index, term] of terms.entries()) {
    const provision = provisionOf(scenario, term.provision);
    if (!provision) return { code: 'PROVISION_UNKNOWN', provision: term.provision };
    if (!Number.isInteger(term.level) || term.level < 1 || term.level > provision.levels)
      return { code: 'LEVEL_UNKNOWN', provision: provision.id, level: term.level, levels: provision.levels };
    const scopes = scopesFor(scenario, provision.scoped);
    if (!scopes.some((scope) => sameScope(scope, term.scope)))
      return { code: 'SCOPE_UNKNOWN', provision: provision.id, scopes };
    const table = tableOf(scenario, provision);
    const opens = edition.opens[provision.table] ?? 1;
    if (world.round < opens) return { code: 'TABLE_CLOSED', table, opens };
    const twice = terms.findIndex(
      (other) => other.provision === term.provision && scopesMeet(other.scope, term.scope),
    );
    if (twice !== index) return { code: 'TERM_TWICE', provision: provision.id };
    if (
      provision.humanitarian &&
      (terms.length > 1 || term.conditions.length > 0 || term.snapback.length > 0)
    )
      return { code: 'HUMANITARIAN_STANDS_ALONE', provision: provision.id };
    const tie = tieProblem(scenario, world, term);
    if (tie) return tie;
    for (const need of provision.needs) {
      const beside = [...terms, ...liveTerms(world).map(({ term: other }) => other)];
      if (levelOver(beside, need.provision, term.scope) < need.level)
        return { code: 'NEED_MISSING', provision: provision.id, needs: need.provision, level: need.level };
    }
    if (isAgreed(world, term)) return { code: 'ALREADY_AGREED', provision: provision.id };
  }
  return null;
}

/** Why a term cannot be tied like this: a tie the edition lacks, or one that could never hold (TALK-14). */
function tieProblem(scenario: Scenario, world: World, term: Term): Refusal | null {
  if (term.conditions.length === 0 && term.snapback.length === 0) return null;
  const { conditions: allowed, snapbacks } = scenario.edition;
  for (const tie of [...term.conditions, ...term.snapback])
    if ('provision' in tie && provisionOf(scenario, tie.provision)?.humanitarian)
      return { code: 'HUMANITARIAN_STANDS_ALONE', provision: tie.provision };
  for (const condition of term.conditions)
    if (!allowed.includes(condition.kind) || !isSensible(scenario, world, term, condition))
      return { code: 'CONDITION_NOT_ALLOWED', condition: condition.kind, allowed };
  for (const snapback of term.snapback) {
    const itself = snapback.kind === 'ceasefireEnds' ? 'full-ceasefire' : snapback.provision;
    if (!snapbacks.includes(snapback.kind) || itself === term.provision || !provisionOf(scenario, itself))
      return { code: 'SNAPBACK_NOT_ALLOWED', snapback: snapback.kind, allowed: snapbacks };
  }
  return null;
}

/** Whether a condition could ever hold: no ceasefire waits for its own quiet, nothing for itself or for after the end. */
function isSensible(scenario: Scenario, world: World, term: Term, condition: Condition): boolean {
  switch (condition.kind) {
    case 'ceasefireHeld': {
      const { rounds } = condition;
      return term.provision !== 'full-ceasefire' && Number.isInteger(rounds) && rounds >= 1 && rounds <= 3;
    }
    case 'inForce': {
      const levels = provisionOf(scenario, condition.provision)?.levels ?? 0;
      return condition.provision !== term.provision && condition.level >= 1 && condition.level <= levels;
    }
    case 'fromDate':
      return (
        /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(condition.date) &&
        condition.date <= dateOfRound(scenario.start, world.rounds + 1)
      );
  }
}

/** The scopes a provision may have in this edition: one empty scope where it has none (TALK-2). */
export function scopesFor(scenario: Scenario, scoped: boolean): readonly (readonly Region[])[] {
  return scoped ? scenario.edition.scopes : [[]];
}

function sameScope(a: readonly Region[], b: readonly Region[]): boolean {
  return a.length === b.length && a.every((region) => b.includes(region));
}

/** Whether two terms say the same. */
export function sameTerm(a: Term, b: Term): boolean {
  return (
    a.provision === b.provision &&
    a.level === b.level &&
    sameScope(a.scope, b.scope) &&
    JSON.stringify([a.conditions, a.snapback]) === JSON.stringify([b.conditions, b.snapback])
  );
}

function openPaper(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  id: ProposalId,
): { ok: true; paper: Proposal } | { ok: false; refusal: Refusal } {
  const paper = state.hidden.papers.find((candidate) => candidate.id === id);
  if (!paper || !mayRead(scenario, paper, seat)) return refuse({ code: 'PROPOSAL_UNKNOWN', proposal: id });
  if (paper.state !== 'open') return refuse({ code: 'PROPOSAL_CLOSED', proposal: id, state: paper.state });
  return { ok: true, paper };
}

/** An open paper that waits for this seat's signature. */
function unsignedPaper(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  id: ProposalId,
): ReturnType<typeof openPaper> {
  const found = openPaper(scenario, state, seat, id);
  if (!found.ok) return found;
  const { signatories, signatures } = found.paper;
  if (!signatories.includes(seat)) return refuse({ code: 'NOT_A_SIGNATORY', signatories });
  if (signatures.includes(seat)) return refuse({ code: 'ALREADY_SIGNED', proposal: id });
  return found;
}

/** A signatory signs (TALK-8); with the last signature the paper is an agreement (TALK-10). */
export function sign(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  command: Talk<'sign'>,
): Decision<GameEvent> {
  const found = unsignedPaper(scenario, state, seat, command.proposal);
  if (!found.ok) return found;
  const { paper } = found;
  const short = shortOf(scenario, state, seat, paper.terms);
  if (short) return refuse(short);
  const talks = beginResolution(scenario, state);
  emit(talks, { kind: 'signed', proposal: paper.id, seat });
  maybeAgree(talks, paper.id);
  return concluded(talks);
}

/**
 * The last signature makes an agreement: PC is spent, support pays, trust grows (TALK-10, PC-3, TRUST-2). A text that by
 * now needs further seats, since it would replace what binds them or a standstill has come, waits for them (TALK-4).
 */
function maybeAgree(talks: Resolution, id: ProposalId): void {
  const { scenario } = talks;
  const asked = talks.state.hidden.papers.find((candidate) => candidate.id === id) as Proposal;
  if (asked.signatures.length < asked.signatories.length) return;
  const more = signatoriesOf(scenario, talks.state.world, asked.terms).filter(
    (seat) => !asked.signatories.includes(seat),
  );
  if (more.length > 0) return emit(talks, { kind: 'signatoriesAdded', proposal: id, seats: more });
  const paper = asked;
  const { world, hidden } = talks.state;
  const agreement: Agreement = {
    id: `a${hidden.counters.agreement + 1}`,
    proposal: id,
    author: paper.author,
    round: world.round,
    signatories: paper.signatories,
    terms: paper.terms.map((term, index) => ({
      ...term,
      key: keyOf(hidden.counters.agreement + 1, paper.terms, index),
      state: 'pending',
      since: world.round,
      why: null,
      ratified: [],
      lobbied: {},
      endsAt: null,
      suspendedUntil: null,
    })),
    objections: [],
  };
  emit(talks, { kind: 'agreed', agreement });
  for (const seat of paper.signatories) {
    const cost = costOfTerms(scenario, paper.terms, seat);
    const cause = { kind: 'rule', id: 'PC-3', seat } as const;
    if (cost > 0) {
      pay(talks, seat, cost, cause);
      move(talks, SUPPORT[seat], -Math.round(cost * SUPPORT_PER_PC), { kind: 'rule', id: 'PC-3', seat });
    }
    for (const other of paper.signatories)
      if (grows(scenario, world, paper, seat, other))
        moveTrust(talks, seat, other, TRUST_AGREED, { kind: 'rule', id: 'TRUST-2', seat: other });
  }
  dispatch(talks, { key: 'agreed', id: agreement.id, seat: paper.author });
  lapseEmptied(talks);
}

/** A term's key: agreement and provision, numbered where a text has a provision for several regions apart. */
function keyOf(agreement: number, terms: readonly Term[], index: number): TermKey {
  const { provision } = terms[index] as Term;
  const before = terms.slice(0, index).filter((term) => term.provision === provision).length;
  return `a${agreement}/${provision}${before > 0 ? `.${before + 1}` : ''}`;
}

/** Trust grows once a round between two seats, and not by what costs nobody anything (TRUST-2). */
function grows(scenario: Scenario, world: World, paper: Proposal, seat: Seat, other: Seat): boolean {
  const costly = (terms: readonly Term[], signatories: readonly Seat[]): boolean =>
    signatories.some((signatory) => costOfTerms(scenario, terms, signatory) > 0);
  const before = world.agreements.some(
    ({ round, signatories, terms }) =>
      round === world.round &&
      signatories.includes(seat) &&
      signatories.includes(other) &&
      costly(terms, signatories),
  );
  return !before && costly(paper.terms, paper.signatories);
}

/** Open papers of which every term is by now agreed have nothing left to say (TALK-11). */
function lapseEmptied(talks: Resolution): void {
  const { world, hidden } = talks.state;
  for (const paper of hidden.papers) {
    if (paper.state !== 'open') continue;
    if (paper.terms.every((term) => isAgreed(world, term)))
      emit(talks, { kind: 'proposalLapsed', proposal: paper.id });
  }
}

/** A signatory says no, and why; it may still sign while the paper lives (TALK-8). */
export function reject(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  command: Talk<'reject'>,
): Decision<GameEvent> {
  const found = unsignedPaper(scenario, state, seat, command.proposal);
  if (!found.ok) return found;
  const { paper } = found;
  if (command.about !== undefined && !provisionOf(scenario, command.about))
    return refuse({ code: 'PROVISION_UNKNOWN', provision: command.about });
  const before = paper.rejections[seat];
  if (before && before.reason === command.reason && before.about === command.about)
    return refuse({ code: 'NOTHING_CHANGES' });
  return accept({
    kind: 'rejected',
    proposal: paper.id,
    seat,
    rejection: { reason: command.reason, ...(command.about === undefined ? {} : { about: command.about }) },
  });
}

/** The author takes a paper back until it is signed whole (TALK-8). */
export function withdraw(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  command: Talk<'withdraw'>,
): Decision<GameEvent> {
  const found = openPaper(scenario, state, seat, command.proposal);
  if (!found.ok) return found;
  if (found.paper.author !== seat) return refuse({ code: 'NOT_THE_AUTHOR', author: found.paper.author });
  return accept({ kind: 'withdrawn', proposal: found.paper.id });
}

/** "We hold": refusing in the open, with a reason, is an act of its own (TALK-13). */
export function hold(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  command: Talk<'hold'>,
): Decision<GameEvent> {
  if (command.about !== undefined && !provisionOf(scenario, command.about))
    return refuse({ code: 'PROVISION_UNKNOWN', provision: command.about });
  const said = state.world.dispatches.some(
    (line) => line.round === state.world.round && line.key === `held.${command.reason}` && line.seat === seat,
  );
  if (said) return refuse({ code: 'NOTHING_CHANGES' });
  const talks = beginResolution(scenario, state);
  const { reason, about } = command;
  emit(talks, { kind: 'held', seat, rejection: { reason, ...(about === undefined ? {} : { about }) } });
  dispatch(talks, { key: `held.${reason}`, seat, ...(about === undefined ? {} : { id: about }) });
  return concluded(talks);
}
