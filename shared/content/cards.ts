import type { Card } from '../rules/scenario.ts';

/** Event cards, drawn at resolution (EVENT-1). */
export const CARDS: readonly Card[] = [];
