import { EDITION_RULES } from '../../../shared/content/editions.ts';
import type { Difficulty } from '../../../shared/protocol/http.ts';
import type { Edition } from '../../../shared/rules/types.ts';
import { t } from '../../text.ts';

export type { Difficulty };
export const DIFFICULTIES: readonly Difficulty[] = ['easy', 'normal', 'hard'];

/** How many rounds an edition may have: all of its own, or the fewest, which fit into less time. */
export function roundChoices(edition: Edition): readonly number[] {
  const { rounds, fewestRounds } = EDITION_RULES[edition];
  return [rounds, fewestRounds];
}

/** `Double lesson, 8 rounds`. */
export function gameTold({ edition, rounds }: { edition: Edition; rounds: number }): string {
  return t('setup.game', { edition: t(`setup.edition.${edition}`), rounds });
}
