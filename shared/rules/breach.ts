import type { Play } from './acts.ts';
import { endTruce, endTruceWithItsTerm } from './collapse.ts';
import type { Command } from './command.ts';
import type { GameEvent } from './event.ts';
import { orderRule } from './orders.ts';
import { breakPromises } from './promise.ts';
import { refuse } from './refusal.ts';
import type { Decision } from './refusal.ts';
import { beginResolution, concluded, dispatch, emit, move, moveTrust, pay } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { Scenario } from './scenario.ts';
import { moveTerm } from './settle.ts';
import type { Cause, GameState, Report } from './state.ts';
import { boundBy, levelAcross, liveTerms, provisionFor, termByKey } from './terms.ts';
import { snapBack } from './treaty.ts';
import { SEATS, SUPPORT } from './types.ts';
import type { BySeat, Hundredths, ProvisionId, Seat, TermKey } from './types.ts';
import { worthByRole } from './worth.ts';

/**
 * Verification, in basis points (TREATY-9): the chance that a breach is seen, and that a report is false, with and
 * without inspection. In trials among bots detection of 0.6 made
 * sign-then-breach pay one seat in ten.
 */
const SEEN = { bare: 3_000, inspected: 6_000 } as const;
const FALSE_ALARM = { bare: 1_000, inspected: 200 } as const;
/** Raised by an intelligence order of the injured seat (ORD-8). */
const SEEN_BY_INTELLIGENCE = 2_000;
/** How sure the service says it is, per cent: Bayes at one breach in six watched rounds. */
const CONFIDENCE = { bare: 38, inspected: 86 } as const;

/** Which provisions in force let the others look (TREATY-9). */
const VERIFIED_BY: Partial<Record<string, readonly ProvisionId[]>> = {
  C: ['monitoring'],
  P: ['monitoring'],
  G: ['inspections', 'open-skies'],
  T: ['new-start'],
};

/** The price of an established breach (TREATY-9): support, PC, trust, and a cap on trust for good. */
const BREACH_SUPPORT: Hundredths = -300;
const BREACH_PC: Hundredths = 200;
const BREACH_TRUST: Hundredths = -1_200;
const BREACH_TRUST_SEEN: Hundredths = -360;
const CAP_STEP: Hundredths = 2_000;
const LOWEST_CAP: Hundredths = 2_000;
const SUSPENDED_ROUNDS = 1;

/** The price of a false accusation (REPORT-3). */
const FALSE_TRUST: Hundredths = -800;
const FALSE_SUPPORT: Hundredths = -50;
/** Wordings of the question in private. */
const ASKING = 6;
/** What asking in private is worth when there was nothing (REPORT-2). */
const ASKED_TRUST: Hundredths = 100;

export interface Violation {
  id: string; // of the breach: round and order; one order is one breach, whatever it touches
  seat: Seat;
  key: TermKey;
  provision: ProvisionId;
  overt: boolean;
  cause: Cause;
}

function inspected(resolution: Resolution, key: TermKey, provision: ProvisionId): boolean {
  const { world } = resolution.state;
  const { table } = provisionFor(resolution.scenario, provision);
  const scope = termByKey(world, key)?.term.scope ?? [];
  return (VERIFIED_BY[table] ?? []).some((by) => levelAcross(world, by, scope) > 0);
}

/** The seats a breach of a term injures: everybody else whom the term binds. */
function injuredBy(resolution: Resolution, violation: Pick<Violation, 'seat' | 'key'>): Seat[] {
  const found = termByKey(resolution.state.world, violation.key);
  if (!found) return [];
  const { provision, level } = found.term;
  return boundBy(provisionFor(resolution.scenario, provision), level).filter(
    (seat) => seat !== violation.seat,
  );
}

/**
 * After orders were carried out: overt breaches are established; a covert one is seen or not, by one draw for all it
 * injures; an inspection order makes it certain for who sent it; and some alarms are false (TREATY-9, ORD-8).
 */
export function verify(
  resolution: Resolution,
  violations: readonly Violation[],
  plays: readonly Play[],
): void {
  const draw = resolution.streams.of('reports');
  for (const violation of violations) {
    if (violation.overt) {
      establish(resolution, violation);
      continue;
    }
    const looked = inspected(resolution, violation.key, violation.provision) ? 'inspected' : 'bare';
    const seen = draw.chance(SEEN[looked]);
    for (const seat of injuredBy(resolution, violation)) {
      const sent = plays.some(
        (play) =>
          play.seat === seat &&
          play.order.target === violation.seat &&
          orderRule(resolution.scenario, play.order.order)?.does === 'inspect',
      );
      const heard = resolution.state.secrets[seat].intelligence && draw.chance(SEEN_BY_INTELLIGENCE);
      if (sent) report(resolution, seat, violation, 100, violation.id);
      else if (seen || heard) report(resolution, seat, violation, CONFIDENCE[looked], violation.id);
    }
  }
  falseAlarms(resolution, violations);
}

const covertly = new WeakMap<Scenario, BySeat<ReadonlySet<ProvisionId>>>();

/** The provisions that a seat has an order to break covertly. */
function breakable(scenario: Scenario, seat: Seat): ReadonlySet<ProvisionId> {
  let known = covertly.get(scenario);
  if (!known) {
    const entries = SEATS.map((one) => {
      const broken = scenario.orders.filter((rule) => rule.seat === one).flatMap((rule) => rule.violates);
      return [one, new Set(broken.filter(({ overt }) => overt !== true).map(({ provision }) => provision))];
    });
    known = Object.fromEntries(entries) as BySeat<ReadonlySet<ProvisionId>>;
    covertly.set(scenario, known);
  }
  return known[seat];
}

/** One false report at most about each seat in a round (REPORT-1). */
function falseAlarms(resolution: Resolution, violations: readonly Violation[]): void {
  const { scenario } = resolution;
  const draw = resolution.streams.of('reports');
  for (const accused of SEATS) {
    if (violations.some((violation) => violation.seat === accused)) continue;
    for (const { term } of liveTerms(resolution.state.world)) {
      if (
        term.state !== 'inForce' ||
        !boundBy(provisionFor(scenario, term.provision), term.level).includes(accused)
      )
        continue;
      if (!breakable(scenario, accused).has(term.provision)) continue;
      const looked = inspected(resolution, term.key, term.provision) ? 'inspected' : 'bare';
      const others = injuredBy(resolution, { seat: accused, key: term.key });
      if (others.length === 0 || !draw.chance(FALSE_ALARM[looked])) continue;
      const seat = others[draw.int(0, others.length - 1)];
      if (!seat) continue;
      const alarm = { seat: accused, key: term.key, provision: term.provision };
      report(resolution, seat, alarm, CONFIDENCE[looked], null);
      break;
    }
  }
}

function report(
  resolution: Resolution,
  seat: Seat,
  about: Pick<Violation, 'seat' | 'key' | 'provision'>,
  confidence: number,
  breach: string | null,
): void {
  const { hidden, world } = resolution.state;
  emit(resolution, {
    kind: 'reported',
    seat,
    breach,
    report: {
      id: `r${hidden.counters.report + 1}`,
      round: world.round,
      accused: about.seat,
      key: about.key,
      provision: about.provision,
      certain: confidence === 100,
      confidence,
      answer: null,
      finding: null,
    },
  });
}

/**
 * A breach is established (TREATY-9). Its price is paid once, however many terms it touched or seats accuse: support,
 * PC, trust, and a lower cap on trust for good. Tied snapbacks fire, and what the injured owe in return is suspended.
 */
export function establish(resolution: Resolution, violation: Violation): void {
  const injured = injuredBy(resolution, violation);
  const found = termByKey(resolution.state.world, violation.key);
  if (!resolution.state.hidden.established.includes(violation.id)) price(resolution, violation, injured);
  snapBack(resolution, { kind: 'breachOf', provision: violation.provision });
  if (violation.provision === 'full-ceasefire' && resolution.state.world.truce.level > 0) {
    dispatch(resolution, { key: 'truceBroken', seat: violation.seat });
    endTruce(resolution, violation.seat, violation.cause);
  } else endTruceWithItsTerm(resolution, violation.cause);
  if (found) suspendReturns(resolution, violation, found.agreement.id, injured);
}

function price(
  resolution: Resolution,
  { id, seat, key, provision, cause }: Violation,
  injured: readonly Seat[],
): void {
  const why: Cause = { kind: 'rule', id: 'TREATY-9', seat };
  emit(resolution, { kind: 'breached', seat, term: key, breach: id, cause });
  dispatch(resolution, { key: 'breached', seat, id: provision, cause });
  move(resolution, SUPPORT[seat], BREACH_SUPPORT, why);
  pay(resolution, seat, BREACH_PC, why);
  const cap = Math.max(LOWEST_CAP, resolution.state.world.seats[seat].trustCap - CAP_STEP);
  emit(resolution, { kind: 'trustCapped', seat, cap });
  for (const other of SEATS)
    moveTrust(resolution, other, seat, injured.includes(other) ? BREACH_TRUST : BREACH_TRUST_SEEN, why);
  const [round, order] = id.split('/');
  breakPromises(resolution, seat, (pledge, since) =>
    pledge.kind === 'keep'
      ? pledge.provision === provision
      : pledge.kind === 'withhold' && pledge.order === order && since <= Number(round),
  );
}

/**
 * What the injured owe in return rests for a round: terms of the same agreement that bind one of them and that the
 * breaker, as everybody sees it, gains by. Ceasefire terms and returns never rest (TREATY-9).
 */
function suspendReturns(
  resolution: Resolution,
  violation: Violation,
  agreementId: string,
  injured: readonly Seat[],
): void {
  const { scenario } = resolution;
  const { round } = resolution.state.world;
  for (const { agreement, term } of liveTerms(resolution.state.world)) {
    if (agreement.id !== agreementId || term.state !== 'inForce' || term.key === violation.key) continue;
    const provision = provisionFor(scenario, term.provision);
    const owed = boundBy(provision, term.level).some((seat) => injured.includes(seat));
    if (!owed || provision.humanitarian || provision.table === 'C') continue;
    if (worthByRole(scenario, violation.seat, [term]) <= 0) continue;
    const why: Cause = { kind: 'rule', id: 'TREATY-9', what: 'suspended', key: term.key };
    moveTerm(resolution, term, 'suspended', why, round + SUSPENDED_ROUNDS);
    dispatch(resolution, { key: 'suspended', id: term.provision });
  }
}

/** Inspections asked for last round bring certainty now (REPORT-4). */
export function settleInspections(resolution: Resolution): void {
  const { hidden, secrets } = resolution.state;
  for (const seat of SEATS)
    for (const entry of secrets[seat].reports) {
      if (entry.answer !== 'inspect' || entry.finding !== null) continue;
      const finding = hidden.truths[entry.id] ? 'breach' : 'nothing';
      emit(resolution, { kind: 'reportSettled', seat, report: entry.id, finding });
      if (finding === 'nothing')
        moveTrust(resolution, seat, entry.accused, ASKED_TRUST, {
          kind: 'rule',
          id: 'REPORT-4',
          seat: entry.accused,
        });
    }
}

/** Whether a report can still be answered: not yet, or found to be a breach by inspection and not yet accused (REPORT-2). */
export function mayAnswer(entry: Report): boolean {
  return entry.answer === null || (entry.answer === 'inspect' && entry.finding === 'breach');
}

/** The injured seat answers a report (REPORT-2): accuse, ask in private, inspect, or let pass. */
export function answerReport(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  command: Extract<Command, { kind: 'answerReport' }>,
): Decision<GameEvent> {
  const entry = state.secrets[seat].reports.find((candidate) => candidate.id === command.report);
  if (!entry) return refuse({ code: 'REPORT_UNKNOWN', report: command.report });
  if (!mayAnswer(entry) || (entry.answer !== null && command.answer === 'inspect'))
    return refuse({ code: 'REPORT_ANSWERED', answer: entry.answer ?? 'none' });
  const talks = beginResolution(scenario, state);
  emit(talks, { kind: 'reportAnswered', seat, report: entry.id, answer: command.answer });
  if (command.answer === 'ask') {
    askInPrivate(talks, seat, entry);
  }
  if (command.answer === 'accuse') accuse(talks, seat, entry);
  return concluded(talks);
}

/** The accused is asked in private what there is to it; where there was nothing, being asked first is remembered (REPORT-2). */
function askInPrivate(talks: Resolution, seat: Seat, entry: Report): void {
  const { hidden, world } = talks.state;
  const asked = hidden.press.filter(
    ({ key, params }) => key?.startsWith('askInPrivate') && params?.['provision'] === entry.provision,
  );
  emit(talks, {
    kind: 'said',
    message: {
      id: hidden.counters.message + 1,
      round: world.round,
      from: seat,
      channel: `seat:${entry.accused}`,
      act: 'ask',
      about: { provision: entry.provision },
      key: `askInPrivate.${1 + (asked.length % ASKING)}`,
      params: { provision: entry.provision },
      text: null,
    },
  });
  const cause: Cause = { kind: 'rule', id: 'REPORT-2', seat };
  if (!hidden.truths[entry.id]) moveTrust(talks, entry.accused, seat, ASKED_TRUST, cause);
}

/** An accusation in the open: established if the report was right, a price for the accuser if not (REPORT-3). */
function accuse(talks: Resolution, seat: Seat, entry: Report): void {
  const breach = talks.state.hidden.truths[entry.id] ?? null;
  emit(talks, { kind: 'reportSettled', seat, report: entry.id, finding: breach ? 'breach' : 'nothing' });
  dispatch(talks, { key: 'accused', seat, id: entry.provision });
  if (breach) {
    const { accused, key, provision } = entry;
    const cause: Cause = { kind: 'seat', id: 'accusation', seat };
    establish(talks, { id: breach, seat: accused, key, provision, overt: false, cause });
    return;
  }
  dispatch(talks, { key: 'accusationFailed', seat, id: entry.provision });
  move(talks, SUPPORT[seat], FALSE_SUPPORT, { kind: 'rule', id: 'REPORT-3', seat });
  moveTrust(talks, entry.accused, seat, FALSE_TRUST, { kind: 'rule', id: 'REPORT-3', seat });
}
