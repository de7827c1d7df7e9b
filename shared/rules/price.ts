import type { Hundredths, Measure } from './types.ts';

/** What things cost that both the rules and the estimate count with; fitted in trial games of an earlier model. */

/** A measure and what it moves by. */
export type Price = readonly (readonly [Measure, Hundredths])[];

/** Support at home that each PC spent on an agreement costs (PC-3). */
export const SUPPORT_PER_PC = 0.4;

/** What the collapse of a full ceasefire does, whoever is to blame (TRUCE-4). */
export const COLLAPSE: Price = [
  ['russiaAims', -800],
  ['ukraineDefence', 250],
  ['supportRu', -600],
  ['supportUs', -200],
  ['escalation', 400],
];

/** What thirty days that run out unrenewed do (TRUCE-2): half of the momentum that a collapse costs Russia. */
export const EXPIRED: Price = [
  ['russiaAims', -400],
  ['supportRu', -300],
];

/** What it adds when Russia broke it by an order (TRUCE-4). */
export const BROKEN_BY_RUSSIA: Price = [
  ['supportRu', -500],
  ['relations', -600],
  ['chinaStanding', -100],
  ['cohesion', 150],
  ['alignment', -150],
  ['precedent', -100],
];

/** What it adds when Ukraine broke it by an order (TRUCE-4): the mirror of the price Russia pays. */
export const BROKEN_BY_UKRAINE: Price = [
  ['supportUa', -500],
  ['cohesion', -400],
  ['usStanding', -100],
  ['supportUs', -200],
  ['precedent', 100],
];
