import { truceHazard } from './curves.ts';
import { dateOfRound } from './calendar.ts';
import { BROKEN_BY_RUSSIA, BROKEN_BY_UKRAINE, COLLAPSE, EXPIRED } from './price.ts';
import { dispatch, emit, move, pay } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import { moveTerm, settleForTruce } from './settle.ts';
import type { Cause } from './state.ts';
import { liveTerms, provisionFor, termByKey } from './terms.ts';
import { lapseUnneeded, snapBack } from './treaty.ts';
import { points } from './types.ts';
import type { Hundredths, Seat } from './types.ts';

/** PC that breaking a full ceasefire costs (TRUCE-4). */
const BREAKER_PC: Hundredths = 300;

/**
 * One more round of a full ceasefire: it may break by itself, with a chance that falls with every round it is held
 * (TRUCE-3); a ceasefire of thirty days ends by the calendar unless renewed (TRUCE-2).
 */
export function keepTruce(resolution: Resolution): void {
  const { scenario, streams, state } = resolution;
  const { truce, measures, round } = state.world;
  if (truce.level === 0) return;
  const chance = truceHazard(
    truce.level,
    points(measures.monitoring),
    points(measures.hotlines),
    points(measures.escalation),
    truce.held,
  );
  if (streams.of('truce').chance(Math.round(chance * 10_000))) {
    dispatch(resolution, { key: 'truceCollapsed' });
    endTruce(resolution, null, { kind: 'rule', id: 'TRUCE-3' });
    return;
  }
  emit(resolution, { kind: 'truceMoved', truce: { ...truce, held: truce.held + 1 } });
  const today = dateOfRound(scenario.start, round + 1);
  if (truce.expires === null) return;
  if (truce.expires <= today && !renewed(resolution)) {
    dispatch(resolution, { key: 'truceExpired' });
    endTruce(resolution, null, { kind: 'rule', id: 'TRUCE-2' }, 'expired');
  } else if (truce.expires <= dateOfRound(scenario.start, round + 2))
    dispatch(resolution, { key: 'truceExpires' });
}

/** Whether a text that renews the ceasefire waits to enter into force at this resolution (TRUCE-1). */
function renewed(resolution: Resolution): boolean {
  return liveTerms(resolution.state.world).some(
    ({ term }) =>
      term.provision === 'full-ceasefire' && term.state === 'pending' && term.conditions.length === 0,
  );
}

/** A full ceasefire whose term was denounced or snapped back is over (TRUCE-4). */
export function endTruceWithItsTerm(resolution: Resolution, cause: Cause): void {
  const { world } = resolution.state;
  if (world.truce.level === 0 || world.truce.key === null) return;
  const found = termByKey(world, world.truce.key);
  if (found?.term.state === 'inForce') return;
  dispatch(resolution, { key: 'truceCollapsed' });
  endTruce(resolution, null, cause);
}

/**
 * A full ceasefire ends (TRUCE-4): its own terms lapse, snapbacks fire, benefits of the rest fall back to their part
 * at war while concessions stay (TREATY-7). An expiry costs Russia half the momentum that a collapse does.
 *
 * @param brokenBy the seat whose order broke it, or null
 */
export function endTruce(
  resolution: Resolution,
  brokenBy: Seat | null,
  cause: Cause,
  how: 'collapsed' | 'expired' = 'collapsed',
): void {
  const { truce } = resolution.state.world;
  emit(resolution, {
    kind: 'truceMoved',
    truce: {
      ...truce,
      level: 0,
      key: null,
      since: null,
      held: 0,
      expires: null,
      endedIn: resolution.state.world.round,
      collapses: truce.collapses + (how === 'collapsed' ? 1 : 0),
      brokenBy,
    },
  });
  for (const { term } of liveTerms(resolution.state.world))
    if (term.state !== 'pending' && provisionFor(resolution.scenario, term.provision).lapsesWithTruce)
      moveTerm(resolution, term, 'lapsed', { ...cause, what: 'ended', key: term.key });
  lapseUnneeded(resolution);
  snapBack(resolution, { kind: 'ceasefireEnds' });
  settleForTruce(resolution, 'war');
  if (how === 'expired') {
    for (const [measure, by] of EXPIRED) move(resolution, measure, by, { kind: 'rule', id: 'TRUCE-2' });
    return;
  }
  for (const [measure, by] of COLLAPSE) move(resolution, measure, by, { kind: 'rule', id: 'TRUCE-4' });
  const price = brokenBy === 'ru' ? BROKEN_BY_RUSSIA : brokenBy === 'ua' ? BROKEN_BY_UKRAINE : [];
  for (const [measure, by] of price) move(resolution, measure, by, { ...cause, id: 'TRUCE-4', kind: 'rule' });
  if (brokenBy) pay(resolution, brokenBy, BREAKER_PC, cause);
}
