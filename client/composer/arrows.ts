import type { Interest, Scenario } from '../../shared/rules/scenario.ts';
import type { Term, World } from '../../shared/rules/state.ts';
import { AT_WAR, costOfTerms, effectsOf, provisionFor, replacedBy } from '../../shared/rules/terms.ts';
import {
  type Hundredths,
  type Measure,
  type ProvisionId,
  type Seat,
  SUPPORT,
} from '../../shared/rules/types.ts';
import { SUPPORT_PER_PC } from '../../shared/rules/price.ts';

/** Stands for a provision where signing itself is the cause: support spent at home. */
export const HOME = 'home';

/** What a set of terms does to one interest of a seat. */
export interface Arrow {
  interest: Interest;
  by: Hundredths; // change of the track
  worth: number; // score points to the seat
  causes: readonly { provision: ProvisionId; by: Hundredths }[];
}

/** Score points up to which an arrow stands once, and twice; above, three times. */
const STEPS = [0.4, 1.2] as const;

/**
 * What terms do to each interest of a seat, strongest first: their stated effects times the seat's weights, what
 * they replace taken off, and the support that signing costs at home. Durability and chance are not in it.
 */
export function arrowsOf(
  scenario: Scenario,
  world: World,
  seat: Seat,
  weights: Partial<Record<Interest, number>>,
  terms: readonly Term[],
): Arrow[] {
  const quiet = world.truce.level > 0 || terms.some((term) => term.provision === 'full-ceasefire');
  const sums = new Map<Measure, { by: Hundredths; causes: { provision: ProvisionId; by: Hundredths }[] }>();
  const add = (on: Measure, provision: ProvisionId, by: Hundredths) => {
    if (by === 0) return;
    const sum = sums.get(on) ?? { by: 0, causes: [] };
    sum.by += by;
    const cause = sum.causes.find((one) => one.provision === provision);
    if (cause) cause.by += by;
    else sum.causes.push({ provision, by });
    sums.set(on, sum);
  };

  for (const term of terms) {
    for (const [measure, by] of givenWhole(scenario, term, quiet)) add(measure, term.provision, by);
    const earlier = replacedBy(world, term);
    if (earlier)
      for (const [measure, by] of givenWhole(scenario, earlier.term, quiet))
        add(measure, term.provision, -by);
  }
  add(SUPPORT[seat], HOME, -Math.round(costOfTerms(scenario, terms, seat) * SUPPORT_PER_PC));

  const arrows: Arrow[] = [];
  for (const [interest, weight] of Object.entries(weights) as [Interest, number][]) {
    if (interest === 'durability') continue;
    const sum = sums.get(interest);
    if (!sum || sum.by === 0) continue;
    const causes = sum.causes.filter((cause) => cause.by !== 0);
    arrows.push({ interest, by: sum.by, worth: (weight * sum.by) / 100, causes });
  }
  return arrows.toSorted((a, b) => Math.abs(b.worth) - Math.abs(a.worth));
}

/** How many times an arrow stands: 1 to 3. */
export function weightOf(arrow: Arrow): 1 | 2 | 3 {
  const size = Math.abs(arrow.worth);
  return size < STEPS[0] ? 1 : size < STEPS[1] ? 2 : 3;
}

/** What a term gives once in force; what is fragile gives less while the fighting goes on. */
function givenWhole(scenario: Scenario, term: Term, quiet: boolean): [Measure, Hundredths][] {
  const share = quiet ? 100 : AT_WAR[provisionFor(scenario, term.provision).table];
  return effectsOf(scenario, term).map((effect) => [
    effect.on,
    effect.fragile ? Math.round((effect.by * share) / 100) : effect.by,
  ]);
}
