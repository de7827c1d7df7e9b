import { fileURLToPath } from 'node:url';
import { scenarioOf } from '../../shared/content/index.ts';
import { GRADES } from '../../shared/rules/index.ts';
import type { Actor, Command, GameState, Grade, Scenario } from '../../shared/rules/index.ts';

/** Every way a game can end. */
export const ENDINGS: readonly Grade[] = GRADES;

export interface Golden {
  ending: Grade;
  seed: string;
  hash: string;
  inParts: string; // the other hash (HASH-2)
  told: readonly string[];
  commands: readonly { actor: Actor; command: Command }[];
}

export function fileOf(ending: Grade): string {
  return fileURLToPath(new URL(`${ending}.json`, import.meta.url));
}

/** The lesson; for the ending by escalation, a lesson that opens at the brink. */
export function scenarioFor(ending: Grade): Scenario {
  const lesson = scenarioOf('lesson');
  return ending === 'escalation' ? { ...lesson, measures: { ...lesson.measures, escalation: 98 } } : lesson;
}

/** What the dispatches told, line by line, for a person to read in review. */
export function toldIn(state: GameState): string[] {
  return state.world.dispatches.map((line) =>
    [line.round, line.key, line.seat ?? line.sector ?? '', line.id ?? ''].join(' ').trim(),
  );
}
