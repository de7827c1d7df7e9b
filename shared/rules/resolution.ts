import { evolve } from './evolve.ts';
import type { GameEvent } from './event.ts';
import { openStreams } from './random.ts';
import type { Streams } from './random.ts';
import type { Decision } from './refusal.ts';
import type { Scenario } from './scenario.ts';
import type { Cause, Dispatch, GameState } from './state.ts';
import { afterMove } from './tracks.ts';
import type { Hundredths, Measure, Seat, TermKey } from './types.ts';

/** A decision in the making: each step emits events and sees the state they lead to, by the same evolve that replays them. */
export interface Resolution {
  readonly scenario: Scenario;
  state: GameState;
  readonly events: GameEvent[];
  readonly streams: Streams;
}

export function beginResolution(scenario: Scenario, state: GameState): Resolution {
  return { scenario, state, events: [], streams: openStreams(state.hidden.streams) };
}

/** What a resolution has come to. */
export function concluded({ events, state }: Resolution): Decision<GameEvent> {
  return { ok: true, events, after: state };
}

export function emit(resolution: Resolution, event: GameEvent): void {
  resolution.events.push(event);
  resolution.state = evolve(resolution.state, event);
}

/** Moves a measure and names the cause (TRACK-3). */
export function move(
  resolution: Resolution,
  on: Measure,
  wanted: Hundredths,
  cause: Cause,
  term: TermKey | null = null,
): void {
  const { world } = resolution.state;
  const { value } = afterMove(world, on, wanted, term);
  const by = value - world.measures[on];
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
