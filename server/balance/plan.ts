import type {
  Disposition,
  Edition,
  Level,
  OrderId,
  ProvisionId,
  Round,
  Seat,
} from '../../shared/rules/types.ts';
import type { Difficulty } from '../bots/difficulty.ts';
import type { Talks } from '../bots/options.ts';
import type { ConductId } from './conduct.ts';

/** A term that is there at a round's opening without anyone having been asked. */
export interface Imposed {
  round: Round;
  provision: ProvisionId;
  level: Level;
  snapback: boolean;
}

/** A game that a measurement asks for; the same plan, the same game. */
export interface Plan {
  edition: Edition;
  seed: string;
  talks: Talks;
  difficulty: Difficulty;
  seats?: Partial<Record<Seat, SeatPlan>>;
  refusing?: Seat; // refuses whatever costs it anything at home, and all know it
  russia?: Disposition; // instead of the one drawn
  imposed?: readonly Imposed[];
}

/** What is different about one seat. */
export interface SeatPlan {
  difficulty?: Difficulty;
  conduct?: ConductId;
  orders?: readonly OrderId[]; // every round, instead of its own
}

/** The West's seats in comparisons of strategies. */
export const WEST = ['us', 'eu', 'ua', 'nato'] as const satisfies readonly Seat[];
