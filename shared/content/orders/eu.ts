import type { OrderRule } from '../../rules/scenario.ts';
import { EVERY } from '../effect.ts';
import { once } from './once.ts';

/** What Brussels can do alone. */
export const EU = [
  {
    id: 'eu.aid',
    seat: 'eu',
    target: 'none',
    cost: 0.3,
    when: 'any',
    effects: once({ ukraineDefence: 2, europeEconomy: -0.5, supportEu: -0.4, russiaSecurity: -0.2 }),
    violates: [],
    editions: EVERY,
  },
  {
    id: 'eu.tighten',
    seat: 'eu',
    target: 'none',
    cost: 0.4,
    when: 'any',
    effects: once({
      sanctionsEu: 3,
      russiaEconomy: -1.4,
      precedent: -0.7,
      europeEconomy: -0.6,
      euUnity: -0.5,
    }),
    violates: [
      { provision: 'relief-maritime', level: 1, overt: true },
      { provision: 'relief-finance', level: 1, overt: true },
      { provision: 'relief-assets', level: 1, overt: true },
    ],
    editions: EVERY,
  },
  {
    id: 'eu.loan',
    seat: 'eu',
    target: 'none',
    cost: 0.4,
    when: 'any',
    effects: once({ europeDefence: 1.8, europeEconomy: -0.4, euUnity: -0.4 }),
    violates: [],
    editions: EVERY,
  },
  {
    id: 'eu.hold-out',
    seat: 'eu',
    target: 'none',
    cost: 0.5,
    when: 'any',
    effects: once({ euUnity: 2 }),
    violates: [],
    editions: EVERY,
  },
] as const satisfies readonly OrderRule[];
