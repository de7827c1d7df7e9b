import type { BySeat, Points } from '../rules/types.ts';

/** Trust of each seat (row) in each other (column) at the start, 0 to 100; grade EST. A seat's trust in itself is never read. */
export const TRUST_AT_START: BySeat<BySeat<Points>> = {
  us: { us: 100, ru: 30, eu: 45, ua: 45, nato: 55, cn: 25 },
  ru: { us: 30, ru: 100, eu: 15, ua: 10, nato: 10, cn: 65 },
  eu: { us: 40, ru: 10, eu: 100, ua: 65, nato: 70, cn: 35 },
  ua: { us: 45, ru: 5, eu: 70, ua: 100, nato: 65, cn: 25 },
  nato: { us: 55, ru: 15, eu: 70, ua: 60, nato: 100, cn: 25 },
  cn: { us: 25, ru: 65, eu: 40, ua: 35, nato: 20, cn: 100 },
};
