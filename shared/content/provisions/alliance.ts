import type { Provision } from '../../rules/scenario.ts';
import { e, EVERY } from '../effect.ts';

/** Table A: Europe's own defence and America's place in it. */
export const ALLIANCE = [
  {
    id: 'article-five',
    table: 'A',
    levels: 1,
    scoped: false,
    signs: { nato: 1, eu: 1, us: 1 },
    concerns: ['ru'],
    needs: [],
    effects: [
      e('cohesion', 6),
      e('europeDefence', 2),
      e('russiaSecurity', -0.3),
      e('supportUs', -3),
      e('usStanding', 4),
    ],
    costs: { us: [2] },
    smallStep: 0,
    editions: EVERY,
  },
  {
    id: 'spending',
    table: 'A',
    levels: 3,
    scoped: false,
    signs: { nato: 1, eu: 1, us: 1 },
    concerns: ['ru'],
    needs: [],
    effects: [
      e('europeDefence', [3, 6, 9]),
      e('cohesion', [1, 2, 3]),
      e('russiaSecurity', [-0.3, -0.7, -1]),
      e('europeEconomy', [-1, -2.5, -5]),
      e('supportUs', [1, 2, 4]),
      e('supportEu', [-2, -4, -7]),
      e('supportNato', [0, -1, -2]),
    ],
    costs: { eu: [1, 3, 5], nato: [1, 1, 2] },
    smallStep: 0,
    editions: EVERY,
  },
] as const satisfies readonly Provision[];
