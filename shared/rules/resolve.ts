import { carryOut } from './acts.ts';
import type { Play } from './acts.ts';
import { settleInspections, verify } from './breach.ts';
import type { Violation } from './breach.ts';
import { dateOfRound } from './calendar.ts';
import { drawCards } from './cards.ts';
import { endTruceWithItsTerm, keepTruce } from './collapse.ts';
import { fight } from './combat.ts';
import { drift } from './drift.ts';
import type { GameEvent } from './event.ts';
import { playIncidents } from './incidents.ts';
import { settlePromises } from './promise.ts';
import { beginResolution, dispatch, emit } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { Scenario } from './scenario.ts';
import { settleBounds } from './settle.ts';
import type { GameState } from './state.ts';
import { endNotices, enterTerms, honourWord, lapseUnneeded, ratify } from './treaty.ts';
import { SEATS, SUPPORT, TRACKS, hundredths } from './types.ts';
import type { Hundredths, Seat, TrackId } from './types.ts';
import { weightByRole } from './worth.ts';

/** A paper lapses at its second resolution (TALK-8). */
const PAPER_ROUNDS = 2;
/** Escalation at its limit, at any moment of a resolution, ends the game for all (END-2), hundredths. */
const ESCALATION_LIMIT = 10_000;
/** Income of PC at support 0 and at support 100, in per cent of the edition's income (PC-4). */
const INCOME_AT_NOTHING = 50;
const INCOME_AT_ALL = 150;

/**
 * One resolution, step by step in the order of RULES.md (RESOLVE-1). Sealed orders are carried out together; what was
 * in force while they were written binds them; new terms enter into force at the end.
 *
 * @returns the events, and the state they lead to: the round is closed, the next is not yet open
 */
export function resolveRound(
  scenario: Scenario,
  state: GameState,
): { events: readonly GameEvent[]; state: GameState } {
  const resolution = beginResolution(scenario, state);
  emit(resolution, { kind: 'talksClosed', round: state.world.round });
  ratify(resolution);
  settleInspections(resolution);
  const { plays, violations } = carryOut(resolution);
  fight(resolution, plays);
  verify(resolution, violations, plays);
  playIncidents(resolution);
  keepTruce(resolution);
  drawCards(resolution);
  endNotices(resolution);
  endTruceWithItsTerm(resolution, { kind: 'rule', id: 'TREATY-10' });
  lapseUnneeded(resolution);
  honourWord(resolution, establishedBreakers(resolution, violations));
  settlePromises(resolution, seenOf(resolution, plays, violations));
  enterTerms(resolution);
  drift(resolution);
  settleBounds(resolution);
  payIncome(resolution);
  lapsePapers(resolution);
  if (peakOf(resolution, state.world.measures.escalation) >= ESCALATION_LIMIT)
    dispatch(resolution, { key: 'escalationLimit' });
  tellWaiting(resolution, state);
  emit(resolution, { kind: 'roundClosed', round: state.world.round, streams: resolution.streams.states() });
  return { events: resolution.events, state: resolution.state };
}

/** Seats whose breach is known: the others are seen to have kept their word, for all anybody can tell (SCORE-8). */
function establishedBreakers(resolution: Resolution, violations: readonly Violation[]): Set<Seat> {
  const { established } = resolution.state.hidden;
  return new Set(violations.filter(({ id }) => established.includes(id)).map(({ seat }) => seat));
}

/** Orders that anybody could see: carried out in the open, or covert and found out (ORD-9). */
function seenOf(resolution: Resolution, plays: readonly Play[], violations: readonly Violation[]): Play[] {
  const { hidden, world } = resolution.state;
  return plays.filter(({ order }) => {
    const id = `${world.round}/${order.order}`;
    return hidden.established.includes(id) || !violations.some((broken) => broken.id === id && !broken.overt);
  });
}

/**
 * What waiting changed for a seat that said "we hold" this round (TALK-13): the track that moved most for it, as
 * everybody sees its interests.
 */
function tellWaiting(resolution: Resolution, before: GameState): void {
  const { world } = resolution.state;
  for (const { key, seat } of world.dispatches.filter((line) => line.round === world.round)) {
    if (!seat || !key.startsWith('held.')) continue;
    let most: { track: TrackId; by: Hundredths; felt: number } | null = null;
    for (const track of TRACKS) {
      const by = world.measures[track] - before.world.measures[track];
      const felt = by === 0 ? 0 : Math.abs(by * weightByRole(resolution.scenario, seat, track));
      if (!most || felt > most.felt) most = { track, by, felt };
    }
    if (most && most.by !== 0) dispatch(resolution, { key: 'waited', seat, id: most.track, amount: most.by });
  }
}

/** Income of PC follows support at home (PC-4). */
function payIncome(resolution: Resolution): void {
  const income = hundredths(resolution.scenario.edition.income);
  for (const seat of SEATS) {
    const support = resolution.state.world.measures[SUPPORT[seat]];
    emit(resolution, {
      kind: 'pcMoved',
      seat,
      by: incomeAt(income, support),
      cause: { kind: 'rule', id: 'PC-4', seat },
    });
  }
}

/** Income of a round at a support, both in hundredths (PC-4). */
export function incomeAt(income: number, support: number): number {
  return Math.round(
    (income * (INCOME_AT_NOTHING + ((INCOME_AT_ALL - INCOME_AT_NOTHING) * support) / 10_000)) / 100,
  );
}

function lapsePapers(resolution: Resolution): void {
  const { round } = resolution.state.world;
  for (const paper of resolution.state.hidden.papers) {
    if (paper.state !== 'open' || paper.round > round - PAPER_ROUNDS + 1) continue;
    emit(resolution, { kind: 'proposalLapsed', proposal: paper.id });
  }
}

/** The talks of the next round open on its date (CLOCK-2). */
export function openTalks(scenario: Scenario, state: GameState): GameEvent {
  const round = state.world.round + 1;
  return { kind: 'talksOpened', round, date: dateOfRound(scenario.start, round) };
}

/** The highest that escalation stood at any moment of a resolution, hundredths. */
function peakOf({ events }: Resolution, before: Hundredths): Hundredths {
  let now = before;
  let peak = before;
  for (const event of events) {
    if (event.kind !== 'moved' || event.on !== 'escalation') continue;
    now += event.by;
    peak = Math.max(peak, now);
  }
  return peak;
}

/** Whether escalation reached its limit in this round (END-2). */
export function escalated({ world }: GameState): boolean {
  return world.dispatches.some((line) => line.round === world.round && line.key === 'escalationLimit');
}
