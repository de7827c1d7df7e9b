import { CONTENT_VERSION, scenarioOf } from '../../shared/content/index.ts';
import { decide, evolve, newGame, RULES_VERSION } from '../../shared/rules/index.ts';
import type { GameEvent, GameState, Scenario } from '../../shared/rules/index.ts';
import type { GameSettings, LogRow, Versions } from '../store/store.ts';
import { isWhole, rowHash } from './chain.ts';

/** A game as its log tells it. */
export interface Replayed {
  settings: GameSettings;
  versions: Versions; // that decide from the last row on
  scenario: Scenario;
  state: GameState;
}

/** What this server decides with. */
export const VERSIONS: Versions = { rules: RULES_VERSION, content: CONTENT_VERSION };

/** The log is of other rules or other content than this server has, and cannot be read with these. */
export class RulesChanged extends Error {
  readonly game: string;
  readonly server: string;

  constructor(versions: Versions, cause?: unknown) {
    const game = toldOf(versions);
    const server = toldOf(VERSIONS);
    super(`the game was played with ${game}; this server has ${server}`, { cause });
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

/** The state before the first move, as this server's rules and content make it. */
export function openingOf(settings: GameSettings): Replayed {
  const scenario = scenarioOf(settings.edition);
  const { seed, mode, rounds } = settings;
  const state = newGame(scenario, { seed, mode, ...(rounds === null ? {} : { rounds }) });
  return { settings, versions: VERSIONS, scenario, state };
}

/** What the first row says the game is made of. Fails when it is no such row. */
export function settingsOf(rows: readonly LogRow[]): GameSettings {
  const command = rows[0]?.command;
  if (command?.kind !== 'openGame') throw new Error('the log does not begin with the settings of a game');
  return command.settings;
}

/**
 * The present state, by applying what was recorded: the opening and the events. Nothing is decided, so that a log of
 * earlier rules or content reads as it was played.
 *
 * Fails when a row is not the one that was stored, with {@link RulesChanged} when a log of other versions holds
 * nothing that these can apply.
 */
export function replay(rows: readonly LogRow[]): Replayed {
  const settings = settingsOf(rows);
  const opening = recordedOpening(rows, settings);
  let { state } = opening;
  let versions: Versions = settings;
  for (const [i, row] of rows.entries()) {
    if (row.command.kind === 'goOn') versions = row.command.versions;
    try {
      state = applyAll(state, row.events);
    } catch (cause) {
      throw isOurs(versions) ? cause : new RulesChanged(versions, cause);
    }
    if (!settings.chained && i < rows.length - 1) continue; // each would cost as much as all of a chain
    if (!isAsStored(settings, rows, i, state, versions))
      throw new Error(`row ${row.seq} was stored with another state`);
  }
  return { ...opening, state, versions };
}

/**
 * Decides a log again, command by command; rows that other rules or content decided are applied as recorded.
 *
 * @returns the first difference, or null
 */
export function verifyLog(rows: readonly LogRow[]): Difference | null {
  const settings = settingsOf(rows);
  const opening = recordedOpening(rows, settings);
  const { scenario } = opening;
  let { state } = opening;
  let versions: Versions = settings;
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
      if (isOurs(versions) && JSON.stringify(state) !== JSON.stringify(openingOf(settings).state))
        return differs('opening', 'another opening', 'the opening of its settings');
    } else if (row.command.kind === 'goOn') {
      versions = row.command.versions;
      if (row.events.length > 0) return differs('events', `${row.events.length} events`, 'no event');
    } else if (isOurs(versions)) {
      const decision = decide(scenario, state, row.actor, row.command);
      if (!decision.ok) return differs('refused', row.command.kind, JSON.stringify(decision.refusal));

      const unlike = firstUnlike(row.events, decision.events);
      if (unlike) return differs('events', unlike.logged, unlike.decided);
    }
    state = applyAll(state, row.events);
    if (!isAsStored(settings, rows, i, state, versions))
      return differs('hash', row.hash, rowHash(settings, rows[i - 1]?.hash ?? null, row, state));
  }
  return null;
}

/** How many rows other rules or content than this server's decided. */
export function decidedElsewhere(rows: readonly LogRow[]): number {
  let versions: Versions = settingsOf(rows);
  let count = 0;
  for (const { command } of rows) {
    if (command.kind === 'goOn') versions = command.versions;
    if (!isOurs(versions)) count++;
  }
  return count;
}

/** Whether this server decides with these. */
export function isOurs({ rules, content }: Versions): boolean {
  return rules === VERSIONS.rules && content === VERSIONS.content;
}

/** The state after several events. */
export function applyAll(state: GameState, events: readonly GameEvent[]): GameState {
  return events.reduce(evolve, state);
}

/** The opening that the log holds; logs without one are of these versions or cannot be read. */
export function recordedOpening(rows: readonly LogRow[], settings: GameSettings): Replayed {
  const command = rows[0]?.command;
  const state = command?.kind === 'openGame' ? command.opening : undefined;
  if (state) return { settings, versions: settings, scenario: scenarioOf(settings.edition), state };
  if (!isOurs(settings)) throw new RulesChanged(settings);
  return openingOf(settings);
}

/**
 * Whether row `i` has the hash it must have. Where the hash counts the whole state, other versions' rows are taken at
 * their word: later rules may keep more in a state than they knew. The rows after such a row still vouch for it.
 */
function isAsStored(
  settings: GameSettings,
  rows: readonly LogRow[],
  i: number,
  state: GameState,
  versions: Versions,
): boolean {
  const row = rows[i];
  if (!row) return false;

  const before = rows[i - 1]?.hash ?? null;
  if (rowHash(settings, before, row, state) === row.hash) return true;
  return !isOurs(versions) && isWhole(settings, before, row);
}

function toldOf({ rules, content }: Versions): string {
  return `rules ${rules}, content ${content}`;
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
