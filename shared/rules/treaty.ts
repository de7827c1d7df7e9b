import { dateOfRound } from './calendar.ts';
import { dispatch, emit, moveTrust } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { Scenario } from './scenario.ts';
import type { AgreedTerm, Agreement, Cause, Condition, World } from './state.ts';
import { moveTerm, settleTerm } from './settle.ts';
import { boundBy, levelAcross, levelInForce, liveTerms, provisionFor, scopesMeet } from './terms.ts';
import { beginTruce } from './truce.ts';
import { SEATS, SUPPORT } from './types.ts';
import type { Hundredths, ProvisionId, Seat, TermKey } from './types.ts';

/** Trust grows between signatories with each round in which obligations were kept (TRUST-3). */
const TRUST_KEPT: Hundredths = 100;

/** Chance of ratification at support 50, and for each point of support, in basis points (TREATY-2). */
const RATIFY_BASE = 6_500;
const RATIFY_PER_POINT = 80;
/** What a PC spent at home adds to the chance, basis points (TREATY-2). */
const RATIFY_PER_PC = 1_000;

/**
 * Ratification (TREATY-2): where the edition asks for it, each body named by the provision ratifies by a chance that
 * follows support at home. What fails is tried again each round while the term waits.
 */
export function ratify(resolution: Resolution): void {
  const { scenario, streams } = resolution;
  if (!scenario.edition.ratification) return;
  const draw = streams.of('ratification');
  for (const { term } of liveTerms(resolution.state.world)) {
    if (term.state !== 'pending') continue;
    for (const seat of ratifiersOf(scenario, term)) {
      if (draw.chance(chanceToRatify(resolution.state.world, term, seat))) {
        emit(resolution, { kind: 'ratified', term: term.key, seat });
        dispatch(resolution, { key: 'ratified', seat, id: term.provision });
      } else dispatch(resolution, { key: 'notRatified', seat, id: term.provision });
    }
  }
}

/** The chance, in basis points, that a seat's home ratifies a term now: it follows support there, and PC buys it up (TREATY-2). */
export function chanceToRatify(world: World, term: Pick<AgreedTerm, 'lobbied'>, seat: Seat): number {
  const { measures } = world;
  const support = seat === 'eu' ? measures.euUnity : measures[SUPPORT[seat]];
  const lobbied = Math.round(((term.lobbied[seat] ?? 0) * RATIFY_PER_PC) / 100);
  const chance = RATIFY_BASE + Math.round(((support - 5_000) * RATIFY_PER_POINT) / 100) + lobbied;
  return Math.max(0, Math.min(10_000, chance));
}

/** The seats at whose homes a term still waits to be ratified (TREATY-2). */
export function ratifiersOf(scenario: Scenario, term: AgreedTerm): Seat[] {
  if (!scenario.edition.ratification) return [];
  const provision = provisionFor(scenario, term.provision);
  return SEATS.filter((seat) => provision.ratifiedBy?.includes(seat) && !term.ratified.includes(seat));
}

function holds({ start }: Scenario, world: World, condition: Condition): boolean {
  switch (condition.kind) {
    case 'ceasefireHeld':
      return world.truce.level > 0 && world.truce.held >= condition.rounds;
    case 'inForce':
      return levelInForce(world, condition.provision) >= condition.level;
    case 'fromDate':
      return dateOfRound(start, world.round + 1) >= condition.date;
  }
}

/**
 * What is to end with the ceasefire begins with one (TREATY-4), and no full ceasefire begins in the resolution in
 * which one ended (TRUCE-1).
 */
function waitsForTruce(resolution: Resolution, term: AgreedTerm): boolean {
  const { truce, round } = resolution.state.world;
  if (term.provision === 'full-ceasefire') return truce.endedIn === round;
  return truce.level === 0 && term.snapback.some((snapback) => snapback.kind === 'ceasefireEnds');
}

/** Whether a pending term may enter into force now (TREATY-1): ratified, its conditions hold, its needs are in force. */
function mayEnter(resolution: Resolution, term: AgreedTerm): boolean {
  const { scenario } = resolution;
  const { world } = resolution.state;
  return (
    ratifiersOf(scenario, term).length === 0 &&
    !waitsForTruce(resolution, term) &&
    term.conditions.every((condition) => holds(scenario, world, condition)) &&
    provisionFor(scenario, term.provision).needs.every(
      (need) => levelAcross(world, need.provision, term.scope) >= need.level,
    )
  );
}

/** Terms whose conditions hold enter into force, until no further one can (TREATY-1); a later text replaces the earlier (TREATY-5). */
export function enterTerms(resolution: Resolution): void {
  for (let entered = true; entered;) {
    entered = false;
    for (const { agreement, term } of liveTerms(resolution.state.world)) {
      if (term.state !== 'pending' || !mayEnter(resolution, term)) continue;
      enter(resolution, agreement, term);
      entered = true;
      break;
    }
  }
}

function enter(resolution: Resolution, agreement: Agreement, term: AgreedTerm): void {
  const { world } = resolution.state;
  for (const { term: earlier } of liveTerms(world))
    if (
      earlier.key !== term.key &&
      earlier.provision === term.provision &&
      scopesMeet(earlier.scope, term.scope)
    )
      if (agreementNumber(earlier.key) < agreementNumber(term.key)) replace(resolution, earlier, term);
  const cause: Cause = { kind: 'term', id: term.provision, what: 'entered', key: term.key };
  moveTerm(resolution, term, 'inForce', cause);
  dispatch(resolution, { key: 'entered', id: term.provision, level: term.level, seat: agreement.author });
  if (term.provision === 'full-ceasefire') beginTruce(resolution, term);
}

/** A later term takes an earlier one's place, or the part of its scope that both name (TREATY-5). */
function replace(resolution: Resolution, earlier: AgreedTerm, term: AgreedTerm): void {
  const why: Cause = { kind: 'term', id: term.provision, what: 'entered', key: term.key };
  const rest = earlier.scope.filter((region) => term.scope.length > 0 && !term.scope.includes(region));
  if (rest.length === 0) return moveTerm(resolution, earlier, 'lapsed', why);
  emit(resolution, { kind: 'termNarrowed', term: earlier.key, scope: rest });
  settleTerm(resolution, earlier.key, why);
}

function agreementNumber(key: TermKey): number {
  return Number(key.slice(1, key.indexOf('/')));
}

/** Terms with a snapback on a breach of a provision, or on the end of the ceasefire, lapse (TREATY-4). */
export function snapBack(
  resolution: Resolution,
  trigger: { kind: 'ceasefireEnds' } | { kind: 'breachOf'; provision: ProvisionId },
): void {
  for (const { term } of liveTerms(resolution.state.world)) {
    const fires = term.snapback.some((snapback) =>
      snapback.kind === 'ceasefireEnds'
        ? trigger.kind === 'ceasefireEnds'
        : trigger.kind === 'breachOf' && trigger.provision === snapback.provision,
    );
    if (!fires || term.state === 'pending') continue;
    moveTerm(resolution, term, 'lapsed', { kind: 'rule', id: 'TREATY-4', what: 'ended', key: term.key });
    dispatch(resolution, { key: 'snappedBack', id: term.provision, level: term.level });
  }
}

/** Notice runs out (TREATY-10); suspended terms resume (TREATY-9). */
export function endNotices(resolution: Resolution): void {
  const { round } = resolution.state.world;
  for (const { term } of liveTerms(resolution.state.world)) {
    if (term.endsAt !== null && term.endsAt <= round) {
      moveTerm(resolution, term, 'denounced', {
        kind: 'rule',
        id: 'TREATY-10',
        what: 'ended',
        key: term.key,
      });
      dispatch(resolution, { key: 'ended', id: term.provision });
    } else if (term.state === 'suspended' && term.suspendedUntil !== null && term.suspendedUntil <= round) {
      moveTerm(
        resolution,
        term,
        'inForce',
        { kind: 'rule', id: 'TREATY-9', what: 'resumed', key: term.key },
        null,
      );
      dispatch(resolution, { key: 'resumed', id: term.provision });
    }
  }
}

/** Terms whose needs are no longer met lapse with them (TREATY-3). */
export function lapseUnneeded(resolution: Resolution): void {
  const { scenario } = resolution;
  for (let lapsed = true; lapsed;) {
    lapsed = false;
    const { world } = resolution.state;
    for (const { term } of liveTerms(world)) {
      if (term.state === 'pending') continue;
      const missing = provisionFor(scenario, term.provision).needs.find(
        (need) =>
          !liveTerms(world).some(
            ({ term: other }) =>
              other.provision === need.provision && other.level >= need.level && other.state !== 'pending',
          ),
      );
      if (!missing) continue;
      moveTerm(resolution, term, 'lapsed', { kind: 'term', id: missing.provision, what: 'ended' });
      dispatch(resolution, { key: 'lapsedWith', id: term.provision });
      lapsed = true;
      break;
    }
  }
}

/** Seats that kept every obligation this round are seen to (SCORE-8), and trust grows between them (TRUST-3). */
export function honourWord(resolution: Resolution, breakers: ReadonlySet<Seat>): void {
  const { scenario } = resolution;
  const bound = new Map<Seat, Set<Seat>>();
  for (const { term } of liveTerms(resolution.state.world)) {
    if (term.state !== 'inForce' || term.since >= resolution.state.world.round) continue;
    const seats = boundBy(provisionFor(scenario, term.provision), term.level);
    for (const seat of seats) {
      const others = bound.get(seat) ?? new Set();
      for (const other of seats) if (other !== seat) others.add(other);
      bound.set(seat, others);
    }
  }
  for (const seat of SEATS) {
    const others = bound.get(seat);
    if (!others || breakers.has(seat)) continue;
    emit(resolution, { kind: 'keptWord', seat });
    for (const other of SEATS)
      if (others.has(other))
        moveTrust(resolution, other, seat, TRUST_KEPT, { kind: 'rule', id: 'TRUST-3', seat });
  }
}
