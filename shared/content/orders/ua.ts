import type { OrderRule } from '../../rules/scenario.ts';
import { EVERY } from '../effect.ts';
import { HOT } from './places.ts';
import { once } from './once.ts';

/** What Kyiv can do alone. */
export const UA = [
  {
    id: 'ua.fortify',
    seat: 'ua',
    target: 'sector',
    sectors: HOT,
    cost: 0.3,
    when: 'any',
    effects: once({ ukraineDefence: 1.4 }),
    front: 'fortify',
    violates: [],
    editions: EVERY,
  },
  {
    id: 'ua.industry',
    seat: 'ua',
    target: 'none',
    cost: 0.3,
    when: 'any',
    effects: once({ ukraineDefence: 1, ukraineSovereignty: 0.4 }),
    violates: [{ provision: 'standstill', level: 1 }],
    editions: EVERY,
  },
  {
    id: 'ua.tour',
    seat: 'ua',
    target: 'none',
    cost: 0.2,
    when: 'any',
    effects: once({ ukraineDefence: 0.9, cohesion: 0.4, guarantees: 0.5 }),
    violates: [],
    editions: EVERY,
  },
  {
    id: 'ua.long-range',
    seat: 'ua',
    target: 'none',
    cost: 0.3,
    when: 'war',
    effects: once({ russiaEconomy: -1.1, escalation: 0.7, supportUa: 0.5, precedent: -0.2 }),
    violates: [{ provision: 'full-ceasefire', level: 1, overt: true }],
    editions: EVERY,
  },
] as const satisfies readonly OrderRule[];
