import type { Provision } from '../rules/scenario.ts';
import { ALLIANCE } from './provisions/alliance.ts';
import { BILATERAL } from './provisions/bilateral.ts';
import { CEASEFIRE } from './provisions/ceasefire.ts';
import { COMPACT } from './provisions/compact.ts';
import { COUNCIL } from './provisions/council.ts';
import { ORDER } from './provisions/order.ts';
import { SAFEGUARDS } from './provisions/safeguards.ts';
import { SANCTIONS } from './provisions/sanctions.ts';
import { SETTLEMENT } from './provisions/settlement.ts';
import { STABILITY } from './provisions/stability.ts';

/** The catalogue, table by table. A need outside an edition is waived when the edition is assembled. */
export const PROVISIONS: readonly Provision[] = [
  ...CEASEFIRE,
  ...SANCTIONS,
  ...BILATERAL,
  ...STABILITY,
  ...COUNCIL,
  ...COMPACT,
  ...ALLIANCE,
  ...SETTLEMENT,
  ...SAFEGUARDS,
  ...ORDER,
];
