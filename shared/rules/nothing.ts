import type { Legal } from './view.ts';

/** Nothing may be done (LEGAL-1). */
export const NOTHING: Legal = {
  propose: null,
  sign: [],
  reject: [],
  counter: [],
  withdraw: [],
  object: [],
  denounce: [],
  lobby: [],
  orders: null,
  reports: [],
  channels: [],
  agenda: null,
  ready: false,
  start: false,
};
