import type { Difficulty } from '../../../shared/protocol/http.ts';

export type { Difficulty };
export const DIFFICULTIES: readonly Difficulty[] = ['easy', 'normal', 'hard'];
/** The lesson's own five rounds, and the four that fit in 45 minutes. */
export const ROUND_CHOICES = [5, 4] as const;
