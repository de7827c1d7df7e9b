import type { OrderRule } from '../../rules/scenario.ts';
import { EVERY } from '../effect.ts';
import { once } from './once.ts';

/** What the alliance can do alone. */
export const NATO = [
  {
    id: 'nato.reinforce',
    seat: 'nato',
    target: 'region',
    cost: 0.5,
    when: 'any',
    effects: once({ europeDefence: 1.8, russiaSecurity: -0.7, escalation: 0.4 }),
    front: 'reinforce',
    violates: [{ provision: 'force-ceilings', level: 1 }],
    editions: EVERY,
  },
  {
    id: 'nato.patrol',
    seat: 'nato',
    target: 'region',
    cost: 0.3,
    when: 'any',
    effects: once({ europeDefence: 0.5, escalation: -0.6 }),
    front: 'patrol',
    violates: [],
    editions: EVERY,
  },
  {
    id: 'nato.train',
    seat: 'nato',
    target: 'none',
    cost: 0.3,
    when: 'any',
    effects: once({ ukraineDefence: 1.3, cohesion: 0.2 }),
    violates: [],
    editions: EVERY,
  },
  {
    id: 'nato.call-council',
    seat: 'nato',
    target: 'none',
    cost: 0.2,
    when: 'any',
    effects: once({ hotlines: 1.5, escalation: -0.8, cohesion: -0.2 }),
    violates: [],
    editions: EVERY,
  },
] as const satisfies readonly OrderRule[];
