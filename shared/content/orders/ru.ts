import type { OrderRule } from '../../rules/scenario.ts';
import { EVERY } from '../effect.ts';
import { ATTACKED, HOT, QUIET } from './places.ts';
import { once } from './once.ts';

/** What Moscow can do alone. The ground an attack takes shows on the front; here is what it costs and how far it answers Russia's aims. */
export const RU = [
  {
    id: 'ru.offensive',
    seat: 'ru',
    target: 'sector',
    sectors: ATTACKED,
    cost: 0.8,
    when: 'war',
    effects: once({
      russiaAims: 0.8,
      ukraineDefence: -0.7,
      ukraineSovereignty: -0.3,
      russiaEconomy: -0.6,
      supportRu: -0.4,
    }),
    front: 'offensive',
    violates: [
      { provision: 'full-ceasefire', level: 1, overt: true },
      { provision: 'line-of-control', level: 1, overt: true },
    ],
    editions: EVERY,
  },
  {
    id: 'ru.air-campaign',
    seat: 'ru',
    target: 'none',
    cost: 0.4,
    when: 'war',
    effects: once({
      violence: 1,
      ukraineSovereignty: -0.9,
      ukraineDefence: -0.3,
      supportUa: -1.2,
      escalation: 0.6,
      euUnity: 0.4,
    }),
    violates: [{ provision: 'full-ceasefire', level: 1, overt: true }],
    editions: EVERY,
  },
  {
    id: 'ru.exercise',
    seat: 'ru',
    target: 'sector',
    sectors: QUIET,
    cost: 0.3,
    when: 'any',
    effects: once({ escalation: 1.3, europeDefence: 0.5, russiaSecurity: 0.7, russiaEconomy: -0.2 }),
    front: 'exercise',
    violates: [
      { provision: 'notification', level: 1 },
      { provision: 'force-ceilings', level: 1 },
    ],
    editions: EVERY,
  },
  {
    id: 'ru.stand-down',
    seat: 'ru',
    target: 'sector',
    sectors: [...QUIET, ...HOT],
    cost: 0,
    when: 'any',
    effects: once({ escalation: -1.6, relations: 0.9, russiaSecurity: -0.2, russiaEconomy: 0.4 }),
    front: 'stand-down',
    violates: [],
    editions: EVERY,
  },
] as const satisfies readonly OrderRule[];
