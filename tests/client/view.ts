import { scenarioOf } from '../../shared/content/index.ts';
import { decide, evolve, newGame, viewFor } from '../../shared/rules/index.ts';
import type { Command, GameState, Seat, SeatView, Term } from '../../shared/rules/index.ts';
import { type Edition, SEATS } from '../../shared/rules/types.ts';

export const LESSON = scenarioOf('lesson');

/** The state after a command that must be accepted. */
export function after(state: GameState, actor: Seat | 'host', command: Command): GameState {
  const decision = decide(scenarioOf(state.world.edition), state, actor, command);
  if (!decision.ok) throw new Error(`${command.kind}: ${JSON.stringify(decision.refusal)}`);
  return decision.events.reduce(evolve, state);
}

/** A game in which one person sits at `seat` and bots at the rest; in its briefing. */
export function briefing(seat: Seat, edition: Edition = 'lesson'): GameState {
  let state = newGame(scenarioOf(edition), { seed: 'client', mode: 'solo' });
  state = after(state, seat, { kind: 'takeSeat', seat, by: 'human' });
  return after(state, 'host', { kind: 'start' });
}

/** The same in the talks of round 1. */
export function talks(seat: Seat, edition: Edition = 'lesson'): GameState {
  let state = briefing(seat, edition);
  for (const one of SEATS)
    if (!state.world.seats[one].ready) state = after(state, one, { kind: 'setReady', ready: true });
  return state;
}

export function view(state: GameState, seat: Seat): SeatView {
  return viewFor(scenarioOf(state.world.edition), state, seat);
}

/** A term at a level, over the whole line where it has regions. */
export function term(provision: string, level: Term['level'] = 1, snapback = false): Term {
  const rule = LESSON.provisions.find((one) => one.id === provision);
  return {
    provision,
    level,
    scope: rule?.scoped ? (LESSON.edition.scopes[0] ?? []) : [],
    conditions: [],
    snapback: snapback ? [{ kind: 'ceasefireEnds' }] : [],
  };
}

export function propose(state: GameState, seat: Seat, terms: readonly Term[]): GameState {
  return after(state, seat, { kind: 'propose', terms, readers: 'all', counterTo: null, text: null });
}
