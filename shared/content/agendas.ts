import type { AgendaCard } from '../rules/scenario.ts';

/** Secret aims that cut across the public ones (MANDATE-3). */
export const AGENDAS: readonly AgendaCard[] = [];
