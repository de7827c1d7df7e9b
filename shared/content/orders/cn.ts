import type { OrderRule } from '../../rules/scenario.ts';
import { EVERY } from '../effect.ts';
import { once } from './once.ts';

/** What Beijing can do alone. */
export const CN = [
  {
    id: 'cn.dual-up',
    seat: 'cn',
    target: 'none',
    cost: 0.2,
    when: 'any',
    effects: once({
      rearmament: 1.2,
      russiaEconomy: 1,
      russiaAims: 0.2,
      alignment: 1,
      chinaStanding: -0.5,
      europeEconomy: -0.3,
    }),
    violates: [{ provision: 'dual-use-restraint', level: 1 }],
    editions: EVERY,
  },
  {
    id: 'cn.dual-down',
    seat: 'cn',
    target: 'none',
    cost: 0.4,
    when: 'any',
    effects: once({
      rearmament: -1.2,
      russiaEconomy: -0.6,
      alignment: -1.2,
      chinaStanding: 1.2,
      europeEconomy: 0.6,
    }),
    violates: [],
    editions: EVERY,
  },
  {
    id: 'cn.peace-mission',
    seat: 'cn',
    target: 'none',
    cost: 0,
    when: 'any',
    effects: once({ chinaStanding: 1.3, escalation: -0.4 }),
    violates: [],
    editions: EVERY,
  },
  {
    id: 'cn.court-eu',
    seat: 'cn',
    target: 'none',
    cost: 0.2,
    when: 'any',
    effects: once({ europeEconomy: 0.7, chinaStanding: 0.6, cohesion: -0.6 }),
    violates: [],
    editions: EVERY,
  },
] as const satisfies readonly OrderRule[];
