import { AIMS } from '../../shared/rules/hazard.ts';
import { believedWeights, weightsOf, type Russia, type Weights } from '../../shared/rules/belief.ts';
import type { Mandate, Scenario } from '../../shared/rules/scenario.ts';
import { SEATS, type BySeat, type Disposition, type Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';

/** What a delegation takes everyone to want: its own weights exactly, the others' by belief. */
export interface Minds {
  weights: Record<Seat, Weights>;
  russia: Russia;
}

/** Chances of each disposition of a seat, as one delegation believes them. */
export type Belief = ReadonlyMap<Disposition, number>;

const believed = new WeakMap<Scenario, BySeat<Weights>>();

function believedOf(scenario: Scenario): BySeat<Weights> {
  let known = believed.get(scenario);
  if (!known) {
    known = Object.fromEntries(
      SEATS.map((seat) => [seat, believedWeights(scenario, seat)]),
    ) as BySeat<Weights>;
    believed.set(scenario, known);
  }
  return known;
}

/** The minds of the table as the priors have them; `beliefs` where a delegation has come to know better. */
export function mindsOf(
  scenario: Scenario,
  view: SeatView,
  beliefs: Partial<Record<Seat, Belief>> = {},
): Minds {
  const { seat, mandate } = view.mine;
  const priors = believedOf(scenario);
  const weights = { ...priors, [seat]: weightsOf(mandate.weights) };
  for (const other of SEATS) {
    const belief = beliefs[other];
    if (belief && other !== seat) weights[other] = mean(scenario, other, belief);
  }
  return { weights, russia: { weights: weights.ru, aims: aimsOf(scenario, view, beliefs.ru) } };
}

function mean(scenario: Scenario, seat: Seat, belief: Belief): Weights {
  const sum = weightsOf({});
  for (const [disposition, chance] of belief) {
    const weights = weightsOf(scenario.mandates[seat][disposition]?.weights ?? {});
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + chance * (weights[i] as number);
  }
  return sum;
}

/** Russia's aims: its own delegation knows them, the others go by what they believe. */
function aimsOf(scenario: Scenario, view: SeatView, belief: Belief | undefined): number {
  const { seat, mandate } = view.mine;
  if (seat === 'ru') return AIMS[mandate.disposition as keyof typeof AIMS];
  const chances = belief ?? priorOf(scenario, 'ru');
  let aims = 0;
  for (const [disposition, chance] of chances) aims += chance * AIMS[disposition as keyof typeof AIMS];
  return aims;
}

/** What is publicly known of a seat's dispositions: their shares. */
export function priorOf(scenario: Scenario, seat: Seat): Belief {
  const mandates = Object.entries(scenario.mandates[seat]) as [Disposition, Mandate][];
  const all = mandates.reduce((sum, [, mandate]) => sum + mandate.prior, 0);
  return new Map(mandates.map(([disposition, mandate]) => [disposition, mandate.prior / all]));
}
