import type { Provision } from '../../rules/scenario.ts';
import { e, EVERY } from '../effect.ts';

/** Table T: strategic stability; it stays low until China takes the third chair. */
export const STABILITY = [
  {
    id: 'stability-talks',
    table: 'T',
    levels: 2,
    scoped: false,
    signs: { us: 1, ru: 1, cn: 2 },
    concerns: ['cn'],
    needs: [],
    effects: [
      e('stability', [4, 7], 'fragile'),
      e('relations', [3, 3], 'fragile'),
      e('russiaSecurity', [0, 1]),
      e('chinaStanding', [0, 5], 'fragile'),
    ],
    costs: { cn: [0, 2] },
    smallStep: 1,
    editions: EVERY,
  },
  {
    id: 'new-start',
    table: 'T',
    levels: 3,
    scoped: false,
    signs: { us: 1, ru: 1 },
    concerns: ['nato', 'cn'],
    needs: [{ provision: 'stability-talks', level: 1 }],
    effects: [
      e('stability', [5, 9, 14], 'fragile'),
      e('relations', [2, 3, 4], 'fragile'),
      e('escalation', [-1, -2, -3], 'fragile'),
      e('supportUs', [0, -1, -4]),
      e('russiaSecurity', [0, 1, 2]),
      e('usStanding', [1, 1.5, 2]),
    ],
    costs: { ru: [1, 1, 3], us: [0, 1, 4] },
    smallStep: 0,
    ratifiedBy: ['us'],
    editions: EVERY,
  },
  {
    id: 'china-transparency',
    table: 'T',
    levels: 1,
    scoped: false,
    signs: { us: 1, ru: 1, cn: 1 },
    concerns: [],
    needs: [{ provision: 'stability-talks', level: 1 }],
    effects: [
      e('stability', 9, 'fragile'),
      e('chinaStanding', 3, 'fragile'),
      e('relations', 2, 'fragile'),
      e('alignment', -2),
      e('supportCn', -4),
    ],
    costs: { cn: [3] },
    smallStep: 0,
    editions: EVERY,
  },
] as const satisfies readonly Provision[];
