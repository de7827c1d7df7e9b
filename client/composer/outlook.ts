import { dealOf } from '../../shared/rules/endgame.ts';
import { russiaBelieved, russiaOf, weightsOf } from '../../shared/rules/belief.ts';
import { branchesOf, expectedDurability, outlookOf, valueOf } from '../../shared/rules/estimate.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Term } from '../../shared/rules/state.ts';
import type { SeatView } from '../../shared/rules/view.ts';

/** A rough look ahead: from nought agreed anew to a paper in force. Score points against the start; chances in per cent. */
export interface Outlook {
  before: { value: number; durability: number };
  after: { value: number; durability: number; truceHolds: number };
}

/** What a paper would do for me, as far as my own delegation can tell. */
export function outlookFor(scenario: Scenario, view: SeatView, terms: readonly Term[]): Outlook {
  const { mandate, seat } = view.mine;
  const outlook = outlookOf(scenario, view.world);
  const russia = seat === 'ru' ? russiaOf(scenario, mandate.disposition) : russiaBelieved(scenario);
  const weights = weightsOf(mandate.weights);
  const deal = dealOf(scenario, view.world, terms);

  const without = branchesOf(outlook, [], russia);
  const before = { value: valueOf(outlook, without, weights).value, durability: expectedDurability(without) };
  const branches = branchesOf(outlook, deal, russia);
  return {
    before,
    after: {
      value: valueOf(outlook, branches, weights).value,
      durability: expectedDurability(branches),
      truceHolds: branches.holds * 100,
    },
  };
}
