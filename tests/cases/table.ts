import { scenarioOf } from '../../shared/content/index.ts';
import { decide, evolve, newGame, openStreams, seedStreams } from '../../shared/rules/index.ts';
import type { Actor, Command, GameState, Scenario, Secrets, Seat, World } from '../../shared/rules/index.ts';

/** A game under a case's hands. */
export interface Table {
  scenario: Scenario;
  state: GameState;
  before: GameState; // when what is GIVEN was done
  refusals: string[]; // codes, in the order they came
  draws: Map<string, 'low' | 'high'>; // for the next resolution only
}

/** Cards lie ready to be injected and are not drawn by chance: a case says what happens. */
const LATER = 99;

export function openTable(): Table {
  const lesson = scenarioOf('lesson');
  const scenario = {
    ...lesson,
    cards: lesson.cards.map((card) => ({ ...card, fromRound: LATER, toRound: LATER })),
  };
  const state = newGame(scenario, { seed: 'case', mode: 'simulation' });
  return { scenario, state, before: state, refusals: [], draws: new Map() };
}

/** Starts talks in round 1. */
export function startTalks(table: Table, seed: string): void {
  table.state = newGame(table.scenario, { seed, mode: 'simulation' });
  must(table, 'host', { kind: 'start' });
  must(table, 'host', { kind: 'closeTalks' });
}

/** Asks, and applies what follows; a refusal is remembered. */
export function ask(table: Table, actor: Actor, command: Command): boolean {
  const decision = decide(table.scenario, table.state, actor, command);
  if (!decision.ok) {
    table.refusals.push(decision.refusal.code);
    return false;
  }
  table.state = decision.events.reduce(evolve, table.state);
  return true;
}

/** Asks what may not be refused: the preparation of a case. */
export function must(table: Table, actor: Actor, command: Command): void {
  if (!ask(table, actor, command))
    throw new Error(`${actor} may not ${command.kind}: ${table.refusals.pop() ?? ''}`);
}

/** By chance a ceasefire holds and no breach is seen, unless the case says `draw truce low` or `draw reports low`. */
const STEADY = { truce: 'high', reports: 'high', incidents: 'high' } as const;

/** Closes talks: the round is resolved. */
export function closeRound(table: Table): void {
  const draws = new Map<string, 'low' | 'high'>([...Object.entries(STEADY), ...table.draws]);
  const streams = Object.fromEntries(
    [...draws].map(([stream, end]) => [stream, streamThatDraws(stream, end)]),
  );
  const { hidden } = table.state;
  table.state = { ...table.state, hidden: { ...hidden, streams: { ...hidden.streams, ...streams } } };
  table.draws.clear();
  must(table, 'host', { kind: 'closeTalks' });
}

const found = new Map<string, readonly number[]>();

/** A state of a stream whose next draw in ten thousand lies in the lowest, or the highest, hundredth. */
function streamThatDraws(stream: string, end: 'low' | 'high'): readonly number[] {
  const key = `${stream} ${end}`;
  for (let n = 0; !found.has(key); n++) {
    const states = seedStreams(`draw ${n}`);
    const drawn = openStreams(states)
      .of(stream as Parameters<ReturnType<typeof openStreams>['of']>[0])
      .int(0, 9999);
    const state = states[stream];
    if (state && (end === 'low' ? drawn < 100 : drawn >= 9_900)) found.set(key, state);
  }
  return found.get(key) ?? [];
}

export function inWorld(table: Table, change: Partial<World>): void {
  table.state = { ...table.state, world: { ...table.state.world, ...change } };
}

export function inSecrets(table: Table, seat: Seat, change: Partial<Secrets>): void {
  const { secrets } = table.state;
  table.state = { ...table.state, secrets: { ...secrets, [seat]: { ...secrets[seat], ...change } } };
}
