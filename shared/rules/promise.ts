import type { Play } from './acts.ts';
import { orderRule } from './orders.ts';
import { OPEN_AT_MOST, REACH } from './pledge.ts';
import type { Refusal } from './refusal.ts';
import { dispatch, emit, moveTrust } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { Scenario } from './scenario.ts';
import type { Channel, GameState, Message, Pledge, Promised } from './state.ts';
import { mayRead } from './talks.ts';
import { boundBy, liveTerms, provisionFor, provisionOf } from './terms.ts';
import { SEATS } from './types.ts';
import type { Hundredths, ProvisionId, Seat } from './types.ts';

/** What a promise kept and a promise broken do to the trust of each seat it was given to (PROMISE-4). */
const TRUST_KEPT: Hundredths = 150;
const TRUST_BROKEN: Hundredths = -600;

/** The promises of a game so far; a log from before there were any has none. */
export function promisesOf(state: GameState): readonly Promised[] {
  return state.hidden.promises ?? [];
}

/** Why a seat cannot promise this, or nothing (PROMISE-1, PROMISE-2): what cannot be checked is no promise. */
export function promiseProblem(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  channel: Channel,
  pledge: Pledge,
): Refusal | null {
  const { phase, round, rounds } = state.world;
  if (phase !== 'talks') return { code: 'NOT_YOUR_PHASE', phase, needs: ['talks'] };
  const open = promisesOf(state).filter((promise) => promise.by === seat && promise.state === 'open');
  if (open.length >= OPEN_AT_MOST)
    return { code: 'TOO_MANY_PROMISES', open: open.length, limit: OPEN_AT_MOST };
  const latest = Math.min(rounds, round + REACH);
  if (!Number.isInteger(pledge.until) || pledge.until < round || pledge.until > latest)
    return { code: 'PROMISE_TOO_FAR', until: pledge.until, from: round, to: latest };
  if (channel === 'own' || open.some((promise) => sameMatter(promise.pledge, pledge)))
    return { code: 'NOTHING_CHANGES' };
  switch (pledge.kind) {
    case 'give':
    case 'withhold': {
      const rule = orderRule(scenario, pledge.order);
      if (!rule) return { code: 'ORDER_UNKNOWN', order: pledge.order };
      return rule.seat === seat ? null : { code: 'ORDER_NOT_YOURS', order: rule.id, seat: rule.seat };
    }
    case 'keep':
      if (!provisionOf(scenario, pledge.provision))
        return { code: 'PROVISION_UNKNOWN', provision: pledge.provision };
      return isBound(scenario, state, seat, pledge.provision)
        ? null
        : { code: 'TERM_UNKNOWN', term: pledge.provision };
    case 'sign': {
      const paper = state.hidden.papers.find((candidate) => candidate.id === pledge.proposal);
      if (!paper || !mayRead(scenario, paper, seat))
        return { code: 'PROPOSAL_UNKNOWN', proposal: pledge.proposal };
      if (paper.state !== 'open') return { code: 'PROPOSAL_CLOSED', proposal: paper.id, state: paper.state };
      if (!paper.signatories.includes(seat))
        return { code: 'NOT_A_SIGNATORY', signatories: paper.signatories };
      return paper.signatures.includes(seat) ? { code: 'ALREADY_SIGNED', proposal: paper.id } : null;
    }
  }
}

function sameMatter(a: Pledge, b: Pledge): boolean {
  return JSON.stringify({ ...a, until: 0 }) === JSON.stringify({ ...b, until: 0 });
}

function isBound(scenario: Scenario, state: GameState, seat: Seat, id: ProvisionId): boolean {
  return liveTerms(state.world).some(
    ({ term }) => term.provision === id && boundBy(provisionFor(scenario, id), term.level).includes(seat),
  );
}

/**
 * The promise that a message gives (PROMISE-1).
 *
 * @param to everybody else who hears it
 */
export function promiseIn(
  state: GameState,
  { from, round }: Pick<Message, 'from' | 'round'>,
  to: readonly Seat[],
  pledge: Pledge,
): Promised {
  return { id: promisesOf(state).length + 1, by: from, to, pledge, round, state: 'open' };
}

/** Whether a seat knows of a promise: it gave it, or was given it (PROMISE-5). */
export function knowsOf(promise: Promised, seat: Seat): boolean {
  return promise.by === seat || promise.to.includes(seat);
}

/** Open promises of a seat that what it has just done breaks (PROMISE-3). */
export function breakPromises(
  resolution: Resolution,
  seat: Seat,
  broken: (pledge: Pledge, since: number) => boolean,
): void {
  for (const promise of promisesOf(resolution.state))
    if (promise.state === 'open' && promise.by === seat && broken(promise.pledge, promise.round))
      settle(resolution, promise, 'broken', new Set());
}

/**
 * Promises that are decided by now (PROMISE-3): an order kept back is seen not to have come, a promised one to have
 * come, as far as anybody could see.
 *
 * @param seen orders carried out in the open this round, or found out
 */
export function settlePromises(resolution: Resolution, seen: readonly Play[]): void {
  const { scenario } = resolution;
  const { round } = resolution.state.world;
  const thanked = new Set<string>();
  for (const promise of promisesOf(resolution.state)) {
    if (promise.state !== 'open') continue;
    const { by, pledge } = promise;
    const due = pledge.until <= round;
    const outcome = ((): Promised['state'] => {
      switch (pledge.kind) {
        case 'withhold': {
          const came = seen.some((play) => play.order.order === pledge.order);
          return came ? 'broken' : due ? 'kept' : 'open';
        }
        case 'give': {
          const came = seen.some((play) => play.order.order === pledge.order);
          return came ? 'kept' : due ? 'broken' : 'open';
        }
        case 'keep':
          if (!due) return 'open';
          return isBound(scenario, resolution.state, by, pledge.provision) ? 'kept' : 'void';
        case 'sign': {
          const paper = resolution.state.hidden.papers.find(({ id }) => id === pledge.proposal);
          if (!paper || paper.state === 'withdrawn') return 'void';
          if (paper.signatures.includes(by)) return 'kept';
          return due || paper.state === 'lapsed' ? 'broken' : 'open';
        }
      }
    })();
    if (outcome !== 'open') settle(resolution, promise, outcome, thanked);
  }
}

/** What a promise comes to, and what those it was given to make of it (PROMISE-4). */
function settle(
  resolution: Resolution,
  promise: Promised,
  outcome: 'kept' | 'broken' | 'void',
  thanked: Set<string>,
): void {
  const { by, to, pledge } = promise;
  emit(resolution, { kind: 'promiseSettled', promise: promise.id, outcome });
  if (outcome === 'void') return;
  for (const other of to) {
    const pair = `${other}/${by}`;
    if (outcome === 'kept' && thanked.has(pair)) continue;
    thanked.add(pair);
    moveTrust(resolution, other, by, outcome === 'kept' ? TRUST_KEPT : TRUST_BROKEN, {
      kind: 'rule',
      id: outcome === 'kept' ? 'PROMISE-4' : 'PROMISE-5',
      seat: by,
    });
  }
  const told = to.length === SEATS.length - 1;
  if (outcome === 'broken' && told)
    dispatch(resolution, { key: 'promiseBroken', seat: by, id: matterOf(resolution, pledge) });
}

/** The order or provision that a promise is about. */
function matterOf({ state }: Resolution, pledge: Pledge): string {
  switch (pledge.kind) {
    case 'give':
    case 'withhold':
      return pledge.order;
    case 'keep':
      return pledge.provision;
    case 'sign':
      return state.hidden.papers.find(({ id }) => id === pledge.proposal)?.terms[0]?.provision ?? '';
  }
}
