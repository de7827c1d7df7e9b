import type { Seat } from '../../shared/rules/types.ts';

/** How a delegation goes about its business. Its words lie under `temperament.<id>`; the effect is modest. */
export interface Temperament {
  id: string;
  seat: Seat;
  opening: number; // factor on what it asks for in round 1
  concession: number; // how fast that falls: 1 as the rest, 1.3 faster
  floor: number; // points it never goes below
  equity: number; // share of the signatories' mean gain it insists on
  initiative: 1 | 2; // papers of its own a round
  candour: number; // chance that a refusal names the provision it is about
  talk: 1 | 2 | 3; // messages of its own a round
  honesty: number; // factor on what a breach is taken to cost
  suspicion: number; // confidence in per cent from which it accuses
}

const RUSSIA_EQUITY = 0.35; // calibration, section 2.7
const EQUITY = 0.25;

/** Three a seat. */
export const TEMPERAMENTS: readonly Temperament[] = [
  { id: 'convener', seat: 'us', opening: 1, concession: 1, floor: 0.3, equity: EQUITY, initiative: 2, candour: 0.9, talk: 3, honesty: 1.2, suspicion: 75 },
  { id: 'hurried', seat: 'us', opening: 0.9, concession: 1.25, floor: 0.25, equity: EQUITY, initiative: 2, candour: 0.7, talk: 2, honesty: 1, suspicion: 80 },
  { id: 'exacting', seat: 'us', opening: 1.15, concession: 0.9, floor: 0.4, equity: 0.3, initiative: 1, candour: 0.8, talk: 2, honesty: 1.2, suspicion: 70 },

  { id: 'formal', seat: 'ru', opening: 1, concession: 1, floor: 0.35, equity: RUSSIA_EQUITY, initiative: 1, candour: 0.6, talk: 2, honesty: 0.9, suspicion: 70 },
  { id: 'probing', seat: 'ru', opening: 1.1, concession: 1.15, floor: 0.3, equity: RUSSIA_EQUITY, initiative: 2, candour: 0.7, talk: 3, honesty: 0.7, suspicion: 75 },
  { id: 'guarded', seat: 'ru', opening: 1.15, concession: 0.9, floor: 0.4, equity: 0.38, initiative: 1, candour: 0.5, talk: 1, honesty: 1, suspicion: 65 },

  { id: 'consensual', seat: 'eu', opening: 1, concession: 1, floor: 0.3, equity: EQUITY, initiative: 1, candour: 0.9, talk: 2, honesty: 1.4, suspicion: 75 },
  { id: 'principled', seat: 'eu', opening: 1.12, concession: 0.9, floor: 0.4, equity: 0.28, initiative: 1, candour: 1, talk: 2, honesty: 1.6, suspicion: 70 },
  { id: 'pragmatic', seat: 'eu', opening: 0.92, concession: 1.15, floor: 0.25, equity: EQUITY, initiative: 2, candour: 0.8, talk: 3, honesty: 1.2, suspicion: 80 },

  { id: 'resolute', seat: 'ua', opening: 1.1, concession: 0.95, floor: 0.35, equity: 0.28, initiative: 1, candour: 1, talk: 2, honesty: 1.1, suspicion: 65 },
  { id: 'outgoing', seat: 'ua', opening: 1, concession: 1.1, floor: 0.3, equity: EQUITY, initiative: 2, candour: 0.9, talk: 3, honesty: 1.2, suspicion: 70 },
  { id: 'wary', seat: 'ua', opening: 1.15, concession: 0.9, floor: 0.4, equity: 0.3, initiative: 1, candour: 0.7, talk: 1, honesty: 0.9, suspicion: 60 },

  { id: 'steady', seat: 'nato', opening: 1, concession: 1, floor: 0.3, equity: EQUITY, initiative: 1, candour: 0.9, talk: 2, honesty: 1.4, suspicion: 75 },
  { id: 'engaged', seat: 'nato', opening: 0.92, concession: 1.15, floor: 0.25, equity: EQUITY, initiative: 2, candour: 0.9, talk: 3, honesty: 1.4, suspicion: 80 },
  { id: 'firm', seat: 'nato', opening: 1.12, concession: 0.9, floor: 0.4, equity: 0.28, initiative: 1, candour: 0.8, talk: 1, honesty: 1.3, suspicion: 65 },

  { id: 'patient', seat: 'cn', opening: 1.1, concession: 0.9, floor: 0.35, equity: EQUITY, initiative: 1, candour: 0.6, talk: 1, honesty: 1, suspicion: 80 },
  { id: 'active', seat: 'cn', opening: 0.95, concession: 1.15, floor: 0.25, equity: EQUITY, initiative: 2, candour: 0.8, talk: 3, honesty: 1, suspicion: 80 },
  { id: 'reserved', seat: 'cn', opening: 1, concession: 1, floor: 0.3, equity: EQUITY, initiative: 1, candour: 0.5, talk: 1, honesty: 0.9, suspicion: 75 },
];

/** The temperaments of a seat. */
export function temperamentsOf(seat: Seat): readonly Temperament[] {
  return TEMPERAMENTS.filter((temperament) => temperament.seat === seat);
}
