import { russiaBelieved, weightsOf } from '../../shared/rules/belief.ts';
import { dealOf, type DealTerm } from '../../shared/rules/endgame.ts';
import {
  branchesOf,
  emptyBranches,
  outlookOf,
  scaleOf,
  valueOf,
  type Branches,
  type Outlook,
  type Scale,
} from '../../shared/rules/estimate.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { World } from '../../shared/rules/state.ts';
import { SEATS, type Disposition, type Points, type Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { DOCTRINE } from './doctrine.ts';
import { priorOf, type Belief } from './minds.ts';
import { demandIn } from './needs.ts';

/** Points over which a seat's answer turns from no to yes, as an observer takes it. */
const SOFT: Points = 1.2;
/** Points beyond what it asks for that an author's own text is taken to bring it. */
const AUTHORED: Points = 0.5;
/** Points over which a term stops being the one that a refusal names. */
const NAMED: Points = 0.6;
/** Points over which one order is as good as another to an observer. */
const ORDERED: Points = 0.5;
/** No act makes a disposition less likely than this against another, for one may always misread. */
const LEAST_LIKELY = 0.08;

/** A disposition that a seat may have, and how likely what it did makes it. */
interface Kind {
  id: Disposition;
  scale: Scale;
  chance: number;
}

/**
 * What a delegation has come to believe of the others by what they wrote, signed, refused and ordered in the open.
 *
 * Each act counts by how likely it is for one disposition against another (Bayes), with a floor, as one may misread.
 */
export function beliefsOf(scenario: Scenario, view: SeatView): Partial<Record<Seat, Belief>> {
  const { world, mine } = view;
  const minds = SEATS.filter((seat) => seat !== mine.seat).map((seat) => ({
    seat,
    kinds: kindsOf(scenario, seat),
  }));
  const then = worldsOf(scenario, world);
  const reader = readerOf(scenario);

  for (const paper of mine.papers) {
    const signs = (seat: Seat): boolean => paper.signatures.includes(seat);
    const told = minds.filter(({ seat }) => {
      const reason = paper.rejections[seat]?.reason;
      return paper.author === seat || signs(seat) || reason === 'tooLittle' || reason === 'wait';
    });
    if (told.length === 0 || paper.terms.length === 0) continue;
    const { gainOf, partsOf } = reader(
      then(paper.round),
      dealOf(scenario, { ...world, round: paper.round }, paper.terms),
    );
    const ask = demandIn(paper.round, world.rounds);
    for (const { seat, kinds } of told) {
      const refusal = paper.rejections[seat];
      const at = refusal?.about ? paper.terms.findIndex(({ provision }) => provision === refusal.about) : -1;
      learn(kinds, ({ scale }) => {
        const bar = paper.author === seat ? ask + AUTHORED : ask;
        const yes = 1 / (1 + Math.exp((bar - gainOf(scale)) / SOFT));
        if (!refusal) return yes;
        return (1 - yes) * (at < 0 || paper.terms.length < 2 ? 1 : shareOf(partsOf(scale), at, -NAMED));
      });
    }
  }
  for (const { seat, kinds } of minds)
    for (const order of ordersOf(world, seat)) {
      const rules = scenario.orders.filter((rule) => rule.seat === seat);
      const at = rules.findIndex(({ id }) => id === order);
      if (at < 0) continue;
      learn(kinds, (kind) => {
        const { weights } = scenario.mandates[seat][kind.id] ?? { weights: {} };
        const worths = rules.map(({ id, effects }) =>
          effects.reduce(
            (sum, { on, by }) => sum + by * ((weights as Partial<Record<string, number>>)[on] ?? 0),
            DOCTRINE[id]?.by?.[kind.id] ?? 0,
          ),
        );
        return shareOf(worths, at, ORDERED);
      });
    }
  return Object.fromEntries(
    minds.map(({ seat, kinds }) => [seat, new Map(kinds.map(({ id, chance }) => [id, chance]))]),
  );
}

function kindsOf(scenario: Scenario, seat: Seat): Kind[] {
  return [...priorOf(scenario, seat)].map(([id, chance]) => ({
    id,
    chance,
    scale: scaleOf(weightsOf(scenario.mandates[seat][id]?.weights ?? {})),
  }));
}

/** Weighs what was seen: how likely it was for each kind. */
function learn(kinds: readonly Kind[], likelihood: (kind: Kind) => number): void {
  const likely = kinds.map(likelihood);
  const most = Math.max(...likely);
  if (most <= 0) return;
  let all = 0;
  for (const [k, kind] of kinds.entries()) {
    kind.chance *= Math.max(LEAST_LIKELY, (likely[k] as number) / most);
    all += kind.chance;
  }
  for (const kind of kinds) kind.chance /= all;
}

/** The part that one of several has, by their exponentials. */
function shareOf(values: readonly number[], at: number, over: number): number {
  let sum = 0;
  for (const value of values) sum += Math.exp((value - (values[at] as number)) / over);
  return 1 / sum;
}

/** The world as it was when the talks of a round opened, as far as agreements go; from what is in the open now. */
function worldsOf(scenario: Scenario, world: World): (round: number) => Outlook {
  const known = new Map<number, Outlook>();
  return (round) => {
    let outlook = known.get(round);
    if (!outlook) {
      const agreements = world.agreements.filter((agreement) => agreement.round < round);
      const quiet = agreements.some(({ terms }) => terms.some(({ key }) => key === world.truce.key));
      const truce = quiet ? world.truce : { ...world.truce, level: 0 as const, held: 0, expires: null };
      outlook = outlookOf(scenario, { ...world, agreements, truce, round });
      known.set(round, outlook);
    }
    return outlook;
  };
}

/** What a package gains a mind in a world, and what each of its terms adds. */
interface Reading {
  gainOf: (scale: Scale) => Points;
  partsOf: (scale: Scale) => Points[];
}

function readerOf(scenario: Scenario): (outlook: Outlook, deal: readonly DealTerm[]) => Reading {
  const russia = russiaBelieved(scenario);
  return (outlook, deal) => {
    const none = branchesOf(outlook, [], russia, emptyBranches());
    const whole = branchesOf(outlook, deal, russia, emptyBranches());
    let without: Branches[] | null = null;
    const worth = (branches: Branches, scale: Scale): Points => valueOf(outlook, branches, scale).value;
    return {
      gainOf: (scale) => worth(whole, scale) - worth(none, scale),
      partsOf: (scale) => {
        without ??= deal.map((_, i) => branchesOf(outlook, deal.toSpliced(i, 1), russia, emptyBranches()));
        const all = worth(whole, scale);
        return without.map((branches) => all - worth(branches, scale));
      },
    };
  };
}

/** The orders that a seat was seen to give, once a round. */
function ordersOf(world: World, seat: Seat): string[] {
  const seen = new Set<string>();
  return world.ledger.flatMap(({ cause, round }) => {
    if (cause.kind !== 'order' || cause.seat !== seat || seen.has(`${round}/${cause.id}`)) return [];
    seen.add(`${round}/${cause.id}`);
    return [cause.id];
  });
}
