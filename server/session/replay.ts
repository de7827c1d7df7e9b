import { CONTENT_VERSION, scenarioOf } from '../../shared/content/index.ts';
import { decide, evolve, newGame, RULES_VERSION } from '../../shared/rules/index.ts';
import type { GameEvent, GameState, Scenario } from '../../shared/rules/index.ts';
import type { GameSettings, LogRow } from '../store/store.ts';
import { rowHash } from './chain.ts';

/** A game as its log tells it. */
export interface Replayed {
  settings: GameSettings;
  scenario: Scenario;
  state: GameState;
}

/** The log was decided by other rules or with other content than this server has. */
export class RulesChanged extends Error {
  readonly game: string;
  readonly server: string;

  constructor(settings: GameSettings) {
    const game = `rules ${settings.rules}, content ${settings.content}`;
    const server = `rules ${RULES_VERSION}, content ${CONTENT_VERSION}`;
    super(`the game was played with ${game}; this server has ${server}`);
    this.name = 'RulesChanged';
    this.game = game;
    this.server = server;
  }
}

/** Where a log stops being what the rules make of it. */
export interface Difference {
  seq: number;
  what: 'order' | 'opening' | 'refused' | 'events' | 'hash';
  logged: string;
  decided: string;
}

/** The state before the first move. */
export function openingOf(settings: GameSettings): Replayed {
  const scenario = scenarioOf(settings.edition);
  const { seed, mode, rounds } = settings;
  const state = newGame(scenario, { seed, mode, ...(rounds === null ? {} : { rounds }) });
  return { settings, scenario, state };
}

/** What the first row says the game is made of. Fails when it is no such row. */
export function settingsOf(rows: readonly LogRow[]): GameSettings {
  const command = rows[0]?.command;
  if (command?.kind !== 'openGame') throw new Error('the log does not begin with the settings of a game');
  return command.settings;
}

/**
 * The present state, by applying the logged events.
 *
 * Fails with {@link RulesChanged}, or when the state is not the one the last row was stored with.
 */
export function replay(rows: readonly LogRow[]): Replayed {
  const settings = settingsOf(rows);
  if (settings.rules !== RULES_VERSION || settings.content !== CONTENT_VERSION)
    throw new RulesChanged(settings);

  const opening = openingOf(settings);
  let { state } = opening;
  for (const [i, row] of rows.entries()) {
    state = applyAll(state, row.events);
    if (!settings.chained && i < rows.length - 1) continue; // each would cost as much as all of a chain
    if (rowHash(settings, rows[i - 1]?.hash ?? null, row, state) !== row.hash)
      throw new Error(`row ${row.seq} was stored with another state`);
  }
  return { ...opening, state };
}

/** Decides a log again, command by command. @returns the first difference, or null */
export function verifyLog(rows: readonly LogRow[]): Difference | null {
  const settings = settingsOf(rows);
  if (settings.rules !== RULES_VERSION || settings.content !== CONTENT_VERSION)
    throw new RulesChanged(settings);

  const { scenario, state: opening } = openingOf(settings);
  let state = opening;
  for (const [i, row] of rows.entries()) {
    const differs = (what: Difference['what'], logged: string, decided: string) => ({
      seq: row.seq,
      what,
      logged,
      decided,
    });
    if (row.seq !== i) return differs('order', `row ${row.seq}`, `row ${i}`);

    if (row.command.kind === 'openGame') {
      if (i > 0 || row.events.length > 0)
        return differs('opening', `a game opened in row ${i}`, 'opened once');
    } else {
      const decision = decide(scenario, state, row.actor, row.command);
      if (!decision.ok) return differs('refused', row.command.kind, JSON.stringify(decision.refusal));

      const unlike = firstUnlike(row.events, decision.events);
      if (unlike) return differs('events', unlike.logged, unlike.decided);
      state = applyAll(state, decision.events);
    }
    const hash = rowHash(settings, rows[i - 1]?.hash ?? null, row, state);
    if (hash !== row.hash) return differs('hash', row.hash, hash);
  }
  return null;
}

/** The state after several events. */
export function applyAll(state: GameState, events: readonly GameEvent[]): GameState {
  return events.reduce(evolve, state);
}

function firstUnlike(
  logged: readonly GameEvent[],
  decided: readonly GameEvent[],
): { logged: string; decided: string } | null {
  const length = Math.max(logged.length, decided.length);
  for (let i = 0; i < length; i++) {
    const one = JSON.stringify(logged[i]) ?? 'no event';
    const other = JSON.stringify(decided[i]) ?? 'no event';
    if (one !== other) return { logged: one, decided: other };
  }
  return null;
}
