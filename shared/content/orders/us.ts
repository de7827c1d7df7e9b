import type { OrderRule } from '../../rules/scenario.ts';
import { EVERY } from '../effect.ts';
import { once } from './once.ts';

/** What Washington can do alone. */
export const US = [
  {
    id: 'us.arms',
    seat: 'us',
    target: 'none',
    cost: 0.4,
    when: 'any',
    effects: once({
      ukraineDefence: 2.2,
      cohesion: 0.6,
      usStanding: 0.4,
      supportUs: -0.6,
      russiaSecurity: -0.3,
      relations: -0.8,
    }),
    violates: [{ provision: 'standstill', level: 1 }],
    editions: EVERY,
  },
  {
    id: 'us.ease',
    seat: 'us',
    target: 'none',
    cost: 0.3,
    when: 'any',
    effects: once({
      sanctionsUs: -4,
      russiaEconomy: 1,
      relations: 1.8,
      cohesion: -1.2,
      euUnity: -0.4,
      precedent: 0.6,
      usStanding: -0.6,
    }),
    violates: [{ provision: 'tightening-plan', level: 1, overt: true }],
    editions: EVERY,
  },
  {
    id: 'us.troops',
    seat: 'us',
    target: 'region',
    cost: 0.4,
    when: 'any',
    effects: once({ europeDefence: 1.5, cohesion: 1.6, supportUs: -0.8, russiaSecurity: -0.4 }),
    front: 'reinforce',
    violates: [{ provision: 'force-ceilings', level: 1 }],
    editions: EVERY,
  },
  {
    id: 'us.back-channel',
    seat: 'us',
    target: 'none',
    cost: 0,
    when: 'any',
    effects: once({ relations: 1.1, escalation: -0.5, cohesion: -0.4 }),
    violates: [],
    editions: EVERY,
  },
] as const satisfies readonly OrderRule[];
