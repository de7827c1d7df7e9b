import type { Starter } from '../rules/scenario.ts';
import { EVERY, LONGER } from './effect.ts';

/** Papers that lie ready on the tables, so that nobody starts from a blank page (TALK-12). */
export const STARTERS = [
  {
    id: 'thirty-days',
    signatories: ['ru', 'ua'],
    terms: [
      { provision: 'full-ceasefire', level: 1 },
      { provision: 'monitoring', level: 2 },
    ],
    editions: EVERY,
  },
  {
    id: 'ports-for-quiet',
    signatories: ['us', 'eu'],
    terms: [{ provision: 'relief-maritime', level: 1, snapback: true }],
    editions: EVERY,
  },
  {
    id: 'short-cut',
    signatories: ['us', 'ru'],
    terms: [
      { provision: 'embassies', level: 2 },
      { provision: 'business', level: 1 },
    ],
    editions: ['lesson'],
  },
  {
    id: 'open-the-council',
    signatories: ['us', 'ru', 'nato'],
    terms: [{ provision: 'council', level: 1 }],
    editions: EVERY,
  },
  {
    id: 'three-chairs',
    signatories: ['us', 'ru', 'cn'],
    terms: [{ provision: 'stability-talks', level: 2 }],
    editions: EVERY,
  },
  {
    id: 'short-cut-with-pledge',
    signatories: ['us', 'ru'],
    terms: [
      { provision: 'embassies', level: 2 },
      { provision: 'root-causes', level: 2 },
    ],
    editions: LONGER,
  },
] as const satisfies readonly Starter[];
