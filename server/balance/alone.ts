import { searchOf } from '../../shared/rules/best.ts';
import type { DealTerm } from '../../shared/rules/endgame.ts';
import { believedWeights, russiaOf, weightsOf } from '../../shared/rules/belief.ts';
import { dealTerm, outlookOf, type Outlook } from '../../shared/rules/estimate.ts';
import { newGame } from '../../shared/rules/game.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import { provisionFor, tableOf } from '../../shared/rules/terms.ts';
import { SEATS, type BySeat, type Disposition, type Level, type Seat } from '../../shared/rules/types.ts';

export const RUSSIAS = ['bargainer', 'besieged', 'maximalist'] as const;
export const UKRAINES = ['security-first', 'land-first'] as const;

/** The first round of a game, with nothing agreed. */
export function opening(scenario: Scenario): Outlook {
  const { world } = newGame(scenario, { seed: 'package', mode: 'simulation' });
  return outlookOf(scenario, { ...world, phase: 'talks', round: 1 });
}

/** Gains above par for some dispositions; a seat not named wants what its role is believed to want. */
export function seenBy(
  scenario: Scenario,
  outlook: Outlook,
  dispositions: Partial<Record<Seat, Disposition>> & { ru: Disposition },
): ReturnType<typeof searchOf> {
  const weights = Object.fromEntries(
    SEATS.map((seat) => {
      const disposition = dispositions[seat];
      const mandate = disposition && scenario.mandates[seat][disposition];
      return [seat, mandate ? weightsOf(mandate.weights) : believedWeights(scenario, seat)];
    }),
  ) as BySeat<Float64Array>;
  return searchOf(scenario, outlook, russiaOf(scenario, dispositions.ru), weights);
}

/** Every package of the table a provision lies on, with it in, at all levels. */
export function packagesWith(scenario: Scenario, id: string): DealTerm[][] {
  const rule = provisionFor(scenario, id);
  const others = scenario.provisions.filter(
    (other) => other.id !== id && !other.humanitarian && tableOf(scenario, other) === tableOf(scenario, rule),
  );
  const levelsOf = (levels: Level) => Array.from({ length: levels }, (_, i) => (i + 1) as Level);
  let packages: DealTerm[][] = levelsOf(rule.levels).map((level) => [dealTerm(scenario, id, level)]);
  for (const other of others)
    packages = packages.flatMap((deal) => [
      deal,
      ...levelsOf(other.levels).map((level) => [...deal, dealTerm(scenario, other.id, level)]),
    ]);
  return packages;
}

/** Each seat's likeliest disposition. */
export function likeliest(scenario: Scenario): Partial<Record<Seat, Disposition>> {
  return Object.fromEntries(
    SEATS.map((seat) => {
      const mandates = Object.entries(scenario.mandates[seat]).toSorted(([, a], [, b]) => b.prior - a.prior);
      return [seat, mandates[0]?.[0] as Disposition];
    }),
  );
}
