import { hash } from 'node:crypto';
import type { GameState } from '../../shared/rules/index.ts';
import { type GameSettings, jsonOf, type LogRow } from '../store/store.ts';
import { stateHash } from './state-hash.ts';

/**
 * The hash that a row is stored with, SHA-256: of the row before it, of who asked what and of what it brought
 * about; where a round or the game ends also of the whole state. So a row vouches for all before it, and what a
 * message costs does not grow with the state. Logs that were not begun in this way have the state's hash in each row.
 *
 * @param before the hash of the row before; null for the first
 * @param state the state after the row
 */
export function rowHash(
  settings: GameSettings,
  before: string | null,
  row: Pick<LogRow, 'actor' | 'command' | 'events' | 'json'>,
  state: GameState,
): string {
  if (!settings.chained) return stateHash(settings, state);

  const { command, events } = jsonOf(row);
  const whole = isWhole(settings, before, row) ? stateHash(settings, state) : '';
  return hash('sha256', `${before ?? ''}\n${row.actor}\n[${command},${events}]\n${whole}`);
}

/** Whether a row's hash counts the whole state. */
export function isWhole(
  { chained }: GameSettings,
  before: string | null,
  { events }: Pick<LogRow, 'events'>,
): boolean {
  if (!chained || before === null) return true;
  return events.some(({ kind }) => kind === 'roundClosed' || kind === 'ended');
}
