import { russiaBelieved, weightsOf } from '../../shared/rules/belief.ts';
import { outlookOf, branchesOf, emptyBranches, valueOf } from '../../shared/rules/estimate.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import { SEATS, type Disposition, type Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { priorOf, type Belief } from './minds.ts';
import { dealOf, demandIn } from './needs.ts';

/** Points over which a seat's answer turns from no to yes, as an observer takes it. */
const SOFT = 1.2;
/** No answer makes a disposition less likely than this, for one may always misread. */
const LEAST_LIKELY = 0.08;
/** How strongly an order tells of a disposition: points of own result to a factor of e. */
const ORDER_SOFT = 1;

/** What a delegation has come to believe of the others from what they signed, refused and ordered in the open. */
export function beliefsOf(scenario: Scenario, view: SeatView): Partial<Record<Seat, Belief>> {
  const beliefs: Partial<Record<Seat, Belief>> = {};
  const outlook = outlookOf(scenario, view.world);
  const russia = russiaBelieved(scenario);
  const none = branchesOf(outlook, [], russia, emptyBranches());
  const scratch = emptyBranches();

  for (const seat of SEATS) {
    if (seat === view.mine.seat) continue;
    const chances = new Map(priorOf(scenario, seat));
    const kinds = [...chances.keys()];
    const weights = kinds.map((kind) => weightsOf(scenario.mandates[seat][kind]?.weights ?? {}));

    for (const paper of view.mine.papers) {
      const refused = paper.rejections[seat];
      const signed = paper.signatures.includes(seat) && paper.author !== seat;
      if (!refused && !signed) continue;
      if (refused && refused.reason !== 'tooLittle' && refused.reason !== 'wait') continue;
      branchesOf(outlook, dealOf(scenario, paper.terms), russia, scratch);
      const ask = demandIn(paper.round, view.world.rounds);
      for (const [k, kind] of kinds.entries()) {
        const mind = weights[k] ?? weightsOf({});
        const gain = valueOf(outlook, scratch, mind).value - valueOf(outlook, none, mind).value;
        const yes = 1 / (1 + Math.exp((ask - gain) / SOFT));
        times(chances, kind, Math.max(LEAST_LIKELY, signed ? yes : 1 - yes));
      }
    }
    for (const line of view.world.ledger) {
      if (line.cause.kind !== 'order' || line.cause.seat !== seat) continue;
      for (const [k, kind] of kinds.entries()) {
        const mind = scenario.mandates[seat][kind]?.weights ?? {};
        const weight = (mind as Partial<Record<string, number>>)[line.on] ?? 0;
        if (weights[k] && weight !== 0) times(chances, kind, Math.exp((weight * line.by) / 100 / ORDER_SOFT));
      }
    }
    beliefs[seat] = evened(chances);
  }
  return beliefs;
}

function times(chances: Map<Disposition, number>, kind: Disposition, by: number): void {
  chances.set(kind, (chances.get(kind) ?? 0) * by);
}

function evened(chances: ReadonlyMap<Disposition, number>): Belief {
  let all = 0;
  for (const chance of chances.values()) all += chance;
  return new Map([...chances].map(([kind, chance]) => [kind, all > 0 ? chance / all : 1 / chances.size]));
}
