import { AT, DURABILITY_AT, WIDTH } from './endgame.ts';
import { AIMS, AIMS_BELIEVED } from './hazard.ts';
import type { Interest, Scenario } from './scenario.ts';
import { SEATS } from './types.ts';
import type { BySeat, Disposition, Points, Seat } from './types.ts';

/** Score points for a point of each measure; the last entry is durability in per cent. */
export type Weights = Float64Array;

export function weightsOf(interests: Partial<Record<Interest, number>>): Weights {
  const weights = new Float64Array(WIDTH + 1);
  for (const [interest, weight] of Object.entries(interests) as [Interest, number][])
    weights[interest === 'durability' ? DURABILITY_AT : AT[interest]] = weight;
  return weights;
}

/** What a seat is believed to want by someone who knows no more than the shares of its dispositions. */
export function believedWeights(scenario: Scenario, seat: Seat): Weights {
  const mandates = Object.values(scenario.mandates[seat]);
  const all = mandates.reduce((sum, mandate) => sum + mandate.prior, 0);
  const mean = new Float64Array(WIDTH + 1);
  for (const mandate of mandates) {
    const weights = weightsOf(mandate.weights);
    for (let i = 0; i <= WIDTH; i++)
      mean[i] = (mean[i] as number) + ((weights[i] as number) * mandate.prior) / all;
  }
  return mean;
}

/** Russia as the estimate sees it: its aims and what it weighs when it asks itself whether to break a ceasefire. */
export interface Russia {
  aims: Points;
  weights: Weights;
}

/** A belief that leaves Russia's disposition open. */
export function russiaBelieved(scenario: Scenario): Russia {
  return { aims: AIMS_BELIEVED, weights: believedWeights(scenario, 'ru') };
}

/** Russia of a known disposition, for a finished game and for tests. */
export function russiaOf(scenario: Scenario, disposition: Disposition): Russia {
  const mandate = scenario.mandates.ru[disposition];
  if (!mandate || !(disposition in AIMS)) throw new Error(`${disposition} is no disposition of ru`);
  return { aims: AIMS[disposition as keyof typeof AIMS], weights: weightsOf(mandate.weights) };
}

/** The believed weights of every seat. */
export function believedBySeat(scenario: Scenario): BySeat<Weights> {
  return Object.fromEntries(SEATS.map((seat) => [seat, believedWeights(scenario, seat)])) as BySeat<Weights>;
}
