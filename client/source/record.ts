import type { GameLog } from '../../shared/protocol/http.ts';
import { evolve } from '../../shared/rules/evolve.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { GameState } from '../../shared/rules/state.ts';
import type { Seat } from '../../shared/rules/types.ts';
import { type SeatView, viewFor } from '../../shared/rules/view.ts';
import { NOTHING } from '../../shared/rules/nothing.ts';

/** A finished game, to be looked at from any of its moves; the rules made every state again. */
export interface Recorded {
  states: readonly GameState[]; // after each move; the first is the opening of talks
  rounds: readonly number[]; // the move at which each phase and round begins
}

/** Reads a log. Some tenths of a second for a long game. */
export function recordedFrom(log: GameLog): Recorded {
  const states: GameState[] = [];
  const rounds: number[] = [];
  let state = log.opening;
  for (const events of log.rows) {
    const { round, phase } = state.world;
    for (const event of events) state = evolve(state, event);
    if (state.world.phase === 'lobby') continue;
    if (states.length === 0 || state.world.round !== round || state.world.phase !== phase)
      rounds.push(states.length);
    states.push(state);
  }
  return { states, rounds };
}

/**
 * What a seat saw at a move, or all that there was; nothing can be done in it.
 *
 * @param seat null sees every paper and all press, from the seat `me`
 */
export function viewAt(
  scenario: Scenario,
  { states }: Recorded,
  move: number,
  seat: Seat | null,
  me: Seat,
): SeatView | null {
  const state = states[move];
  if (!state) return null;
  const view = viewFor(scenario, state, seat ?? me);
  const { papers, press } = state.hidden;
  const mine = seat ? view.mine : { ...view.mine, papers, press };
  return { ...view, mine, legal: NOTHING };
}
