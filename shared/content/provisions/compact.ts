import type { Provision } from '../../rules/scenario.ts';
import { e, EVERY } from '../effect.ts';

/** Table U: what makes Ukraine safe and ties it to Europe. */
export const COMPACT = [
  {
    id: 'security-agreements',
    table: 'U',
    levels: 3,
    scoped: false,
    signs: { ua: 1, us: 1, eu: 1 },
    concerns: ['ru'],
    needs: [],
    effects: [
      e('ukraineDefence', [6, 11, 16]),
      e('guarantees', [5, 9, 13]),
      e('russiaAims', [-1, -1.5, -2]),
      e('russiaSecurity', [-0.5, -1, -1.5]),
      e('supportUa', [1.5, 2.5, 3]),
      e('supportUs', [-1, -2, -4]),
      e('supportEu', [-1, -2, -3]),
      e('europeEconomy', [-1, -2, -3]),
      e('usStanding', [1, 2, 3]),
    ],
    costs: { us: [1, 2, 4], eu: [1, 2, 4] },
    smallStep: 0,
    needsRussiaUnderStandstill: true,
    editions: EVERY,
  },
  {
    id: 'eu-accession',
    table: 'U',
    levels: 3,
    scoped: false,
    signs: { ua: 1, eu: 1 },
    concerns: ['ru'],
    needs: [],
    effects: [
      e('ukraineSovereignty', [4, 8, 13]),
      e('supportUa', [2, 3, 4]),
      e('russiaAims', [-0.5, -1, -2]),
      e('russiaSecurity', [-0.2, -0.3, -0.3]),
      e('precedent', [-1, -1.5, -2]),
      e('euUnity', [-1, -3, -6]),
      e('europeEconomy', [-1, -2, -4]),
      e('supportEu', [-1, -2, -4]),
    ],
    costs: { eu: [1, 3, 5], ua: [1, 1, 2] },
    smallStep: 0,
    ratifiedBy: ['eu', 'ua'],
    editions: EVERY,
  },
] as const satisfies readonly Provision[];
