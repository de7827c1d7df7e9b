import { evolve, givenAfter, lineOf } from './evolve.ts';
import type { GameEvent } from './event.ts';
import { openStreams } from './random.ts';
import type { Streams } from './random.ts';
import type { Decision } from './refusal.ts';
import type { Scenario } from './scenario.ts';
import type { Cause, Dispatch, GameState, LedgerLine, World } from './state.ts';
import { bareAfter, shownAfter, sumsOf } from './tracks.ts';
import type { Hundredths, Measure, Seat, TermKey } from './types.ts';

/**
 * A decision in the making: each step emits events and sees the state they lead to, by the same evolve that replays
 * them. Moves, what terms give and dispatches, of which there are many, are changed in place: whoever keeps a world from an
 * earlier step must not count on its measures, given, ledger and dispatches.
 */
export interface Resolution {
  readonly scenario: Scenario;
  state: GameState;
  readonly events: GameEvent[];
  readonly streams: Streams;
  readonly own: Own;
}

/** What was made for this resolution and nobody else has yet. */
interface Own {
  world: World | null;
  measures: World['measures'] | null;
  bare: World['bare'] | null;
  given: World['given'] | null;
  terms: Set<object> | null; // of `given`, what single terms give
  sums: Partial<OwnMeasures> | null; // of `given`
  ledger: World['ledger'] | null;
  dispatches: World['dispatches'] | null;
}

/** A world of one's own. */
type OwnWorld = { -readonly [Part in keyof World]: World[Part] };

export function beginResolution(scenario: Scenario, state: GameState): Resolution {
  const own: Own = {
    world: null,
    measures: null,
    bare: null,
    given: null,
    terms: null,
    sums: null,
    ledger: null,
    dispatches: null,
  };
  return { scenario, state, events: [], streams: openStreams(state.hidden.streams), own };
}

/** What a resolution has come to. */
export function concluded({ events, state }: Resolution): Decision<GameEvent> {
  return { ok: true, events, after: state };
}

export function emit(resolution: Resolution, event: GameEvent): void {
  resolution.events.push(event);
  if (event.kind === 'moved') return applyMove(resolution, event);
  if (event.kind === 'dispatched') return applyDispatch(resolution, event.dispatch);
  const before = resolution.state.world;
  resolution.state = evolve(resolution.state, event);
  const { world } = resolution.state;
  if (world !== before) resolution.own.world = world;
}

/** As evolve does it. */
function applyMove(resolution: Resolution, event: Extract<GameEvent, { kind: 'moved' }>): void {
  const { own } = resolution;
  const world = ownWorld(resolution);
  const { on, by, wanted, term } = event;
  if (term) give(own, world, term, on, wanted);
  else {
    const bare = bareAfter(world, on, wanted, term);
    if (bare !== world.bare[on]) {
      if (own.bare !== world.bare) own.bare = world.bare = { ...world.bare };
      (world.bare as OwnMeasures)[on] = bare;
    }
  }
  if (by !== 0) {
    if (own.measures !== world.measures) own.measures = world.measures = { ...world.measures };
    (world.measures as OwnMeasures)[on] += by;
  }
  if (own.ledger !== world.ledger) own.ledger = world.ledger = [...world.ledger];
  (world.ledger as LedgerLine[]).push(lineOf(world, event));
}

/** One term gives more or less of a measure than before. */
function give(own: Own, world: OwnWorld, term: TermKey, on: Measure, by: Hundredths): void {
  if (own.sums) own.sums[on] = (own.sums[on] ?? 0) + by;
  const terms = (own.terms ??= new Set());
  const before = world.given[term];
  const amount = (before?.[on] ?? 0) + by;
  if (amount === 0 || own.given !== world.given) {
    own.given = world.given = givenAfter(world.given, term, on, by);
    const after = world.given[term];
    if (after) terms.add(after);
  } else if (before && terms.has(before)) (before as Partial<OwnMeasures>)[on] = amount;
  else {
    const after = { ...before, [on]: amount };
    terms.add(after);
    (world.given as Record<TermKey, Partial<OwnMeasures>>)[term] = after;
  }
}

function applyDispatch(resolution: Resolution, line: Dispatch): void {
  const { own } = resolution;
  const world = ownWorld(resolution);
  if (own.dispatches !== world.dispatches) own.dispatches = world.dispatches = [...world.dispatches];
  (world.dispatches as Dispatch[]).push(line);
}

type OwnMeasures = Record<Measure, Hundredths>;

function ownWorld(resolution: Resolution): OwnWorld {
  const { state, own } = resolution;
  if (own.world === state.world) return own.world;
  own.world = { ...state.world };
  resolution.state = { ...state, world: own.world };
  return own.world;
}

/** Moves a measure and names the cause (TRACK-3). */
export function move(
  resolution: Resolution,
  on: Measure,
  wanted: Hundredths,
  cause: Cause,
  term: TermKey | null = null,
): void {
  const { own, state } = resolution;
  const { world } = state;
  const given = (own.sums ??= sumsOf(world.given))[on] ?? 0;
  const by = shownAfter(world, on, wanted, term, given) - world.measures[on];
  if (wanted === 0 && by === 0) return;
  emit(resolution, { kind: 'moved', on, wanted, by, cause, term });
}

export function dispatch(resolution: Resolution, line: Omit<Dispatch, 'round'>): void {
  emit(resolution, { kind: 'dispatched', dispatch: { round: resolution.state.world.round, ...line } });
}

/** Changes trust of one seat in another (TRUST-1). */
export function moveTrust(
  resolution: Resolution,
  seat: Seat,
  other: Seat,
  by: Hundredths,
  cause: Cause,
): void {
  if (seat === other || by === 0) return;
  emit(resolution, { kind: 'trustMoved', seat, in: other, by, cause });
}

/** Takes PC from a seat, never more than it has (PC-5). */
export function pay(resolution: Resolution, seat: Seat, amount: Hundredths, cause: Cause): void {
  const paid = Math.min(amount, Math.max(0, resolution.state.secrets[seat].pc));
  if (paid > 0) emit(resolution, { kind: 'pcMoved', seat, by: -paid, cause });
}
