import type { OrderRule } from '../../rules/scenario.ts';
import { SEATS } from '../../rules/types.ts';
import type { BySeat, Measure, Points, Seat } from '../../rules/types.ts';
import { LONGER } from '../effect.ts';
import { once } from './once.ts';

/** What a public statement by a seat moves: its own house first, and then those who listen to it. */
const ADDRESS: BySeat<Partial<Record<Measure, Points>>> = {
  us: { supportUs: 0.5, usStanding: 0.4 },
  ru: { supportRu: 0.5, alignment: 0.2 },
  eu: { supportEu: 0.5, euUnity: 0.3 },
  ua: { supportUa: 0.5, cohesion: 0.2 },
  nato: { supportNato: 0.5, cohesion: 0.2 },
  cn: { supportCn: 0.4, chinaStanding: 0.4 },
};

/** A public statement, a verification right used on one other seat, a service told to look closely (ORD-8). */
function actsOf(seat: Seat): OrderRule[] {
  return [
    {
      id: `${seat}.address`,
      seat,
      target: 'none',
      cost: 0.1,
      when: 'any',
      effects: once(ADDRESS[seat]),
      does: 'address',
      violates: [],
      editions: LONGER,
    },
    {
      id: `${seat}.inspect`,
      seat,
      target: 'seat',
      cost: 0.2,
      when: 'any',
      effects: [],
      does: 'inspect',
      violates: [],
      editions: LONGER,
    },
    {
      id: `${seat}.intelligence`,
      seat,
      target: 'none',
      cost: 0.3,
      when: 'any',
      effects: [],
      does: 'intelligence',
      violates: [],
      editions: LONGER,
    },
  ];
}

/** The three acts that every seat has. */
export const ALL: readonly OrderRule[] = SEATS.flatMap(actsOf);
