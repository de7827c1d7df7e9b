import { TERRITORY_PER_CONTROL, pushOf } from '../../shared/rules/combat.ts';
import { INTENSITY } from '../../shared/rules/orders.ts';
import type { OrderRule } from '../../shared/rules/scenario.ts';
import type { Order } from '../../shared/rules/state.ts';
import { effectsOf, termByKey } from '../../shared/rules/terms.ts';
import {
  SEATS,
  type OrderId,
  type Points,
  type ProvisionId,
  type SectorId,
  type Seat,
} from '../../shared/rules/types.ts';
import type { LegalOrder, SeatView } from '../../shared/rules/view.ts';
import type { Chance } from './chance.ts';
import { DOCTRINE, type Desk } from './doctrine.ts';
import type { Stand } from './judge.ts';
import { helpTo } from './promises.ts';
import { grievance } from './reputation.ts';
import { isStrained } from './strain.ts';

/** Points that a PC spent on an order would have been worth at the table, at the start; it falls to nothing. */
const PC_WORTH = 0.5;
/** The same for what strength beyond the first costs: it is the first thing a seat saves. */
const STRENGTH_WORTH = 0.8;
/** The same order again within three rounds counts less (ORD-6). */
const AGAIN = [1, 0.7, 0.49, 0.34] as const;
const AGAIN_ROUNDS = 3;
/** Points: how freely a delegation departs from the order that looks best. */
const LATITUDE = 0.35;
/** Points a seat expects to lose by an established breach: support at home, PC, trust, what the others owe it. */
const BREACH_PRICE: Points = 2.5;
/** Chance that a hidden breach is seen and established: bare, and what an order of intelligence adds (TREATY-9). */
const SEEN = 0.4;
/** A ceasefire is broken by decision, not by the way: at most this often a round, by how much it would pay (estimate.ts). */
const TEMPTED = 0.4;
const TEMPTATION_SLOPE = 1.2;
/** Points that a broken promise costs by the trust of one who was given it; honesty multiplies it. */
const WORD: Points = 1;
/** What looking at another is worth: a share of what its obligations are worth to the seat, by how far it is doubted. */
const LOOKING = 0.25;
const LISTENING = 0.12;
const TRUSTED = 60;
const STAKE_MOST: Points = 3;
/** Points for calming a point of tension where it is highest. */
const CALM: Points = 0.002;
/** Points of lean to a point of help for who has wronged the seat, for each wrong; and the most of it. */
const SPITE = 0.2;
const SPITE_MOST: Points = 0.4;
/** Two targets are weighed for an order that is aimed at the front. */
const TARGETS = 2;

/** One order that a seat may put on its sheet, and what it makes of it. */
export interface Choice {
  order: Order;
  desk: Desk;
  cost: number; // hundredths of PC
  effect: Points; // what it does for the own result
  lean: Points; // what doctrine adds
  mood: Points; // what this round's circumstances add
  breaks: { price: Points; hidden: number } | null; // of what it breaks: what that is expected to cost
  gain: Points; // of breaking the ceasefire
  front: { seat: 'ru' | 'ua'; act: 'attack' | 'fortify'; at: SectorId; push: number } | null;
  word: Points; // by its open promises
  escalates: Points;
}

/** What a seat thinks of every order it could give now. */
export function choicesOf(stand: Stand, chance: Chance): Choice[] {
  const { scenario, view } = stand;
  const { legal, world, mine } = view;
  const left = Math.max(0, world.rounds - world.round) / Math.max(1, world.rounds - 1);
  const strained = isStrained(view);
  const most = legal.orders?.intensity ?? 1;
  return (legal.orders?.list ?? []).flatMap((option): Choice[] => {
    const rule = scenario.orders.find((candidate) => candidate.id === option.order);
    const doctrine = DOCTRINE[option.order];
    if (!rule || !doctrine) return [];
    if (rule.when === 'war' && world.truce.level > 0 && option.violates.length === 0) return []; // idle
    const thought = chance.next();
    if (doctrine.rare !== undefined && (!strained || thought >= doctrine.rare)) return [];
    const broken = breachOf(stand, option, chance);
    if (broken === 'unthinkable') return [];

    const fresh = AGAIN[Math.min(timesLately(view, option.order), AGAIN.length - 1)] as number;
    const effect = fresh * worthOf(stand, rule);
    const lean = leanOf(stand, option.order) - spite(stand, rule);
    const mood = LATITUDE * chance.noise();
    const escalates = rule.effects.reduce((sum, { on, by }) => sum + (on === 'escalation' ? by : 0), 0);
    return targetsFor(stand, rule, option, chance).flatMap(({ target, worth }) =>
      ([1, 2, 3] as const).slice(0, most).map((intensity): Choice => {
        const times = INTENSITY[intensity] / 100;
        const cost = option.cost * intensity;
        return {
          order: { order: option.order, target, intensity },
          desk: doctrine.desk,
          cost,
          effect:
            times * (effect + worth) -
            (left * (PC_WORTH * option.cost + STRENGTH_WORTH * (cost - option.cost))) / 100,
          lean,
          mood,
          breaks: broken && { price: broken.price, hidden: broken.hidden },
          gain: broken?.gain ?? 0,
          front: frontOf(view, rule, target, times * fresh),
          word: wordOn(stand, option.order, mine.seat),
          escalates: escalates * times * fresh,
        };
      }),
    );
  });
}

/** Points a sheet loses by promises of the seat that it would break: what was promised and does not come. */
export function owedBy(stand: Stand, sheet: readonly Choice[]): Points {
  const { mine, world } = stand.view;
  let owed = 0;
  for (const { by, state, pledge, to } of mine.promises)
    if (by === mine.seat && state === 'open' && pledge.kind === 'give' && pledge.until <= world.round)
      if (!sheet.some(({ order }) => order.order === pledge.order))
        owed += WORD * to.length * stand.temperament.honesty;
  return owed;
}

/** Orders promised for this round at the latest. */
export function owedNow({ mine, world }: SeatView): OrderId[] {
  return mine.promises.flatMap(({ by, state, pledge }) =>
    by === mine.seat && state === 'open' && pledge.kind === 'give' && pledge.until <= world.round
      ? [pledge.order]
      : [],
  );
}

/** What giving an order costs by a promise not to. */
function wordOn({ view, temperament }: Stand, order: OrderId, seat: Seat): Points {
  let word = 0;
  for (const { by, state, pledge, to } of view.mine.promises)
    if (by === seat && state === 'open' && pledge.kind === 'withhold' && pledge.order === order)
      word -= WORD * to.length * temperament.honesty;
  return word;
}

/** What the order does to the seat's own result, points. */
function worthOf({ prospect }: Stand, rule: OrderRule): Points {
  return rule.effects.reduce((sum, effect) => sum + effect.by * prospect.marginal(effect.on), 0);
}

/**
 * What breaking what it breaks is expected to cost and, of a ceasefire, to bring; nothing for an order that breaks
 * nothing. A ceasefire is broken by decision, and what all would see at once is not thought of for less.
 */
function breachOf(
  stand: Stand,
  option: LegalOrder,
  chance: Chance,
): { price: Points; hidden: number; gain: Points } | null | 'unthinkable' {
  if (option.violates.length === 0) return null;
  const { prospect, temperament } = stand;
  let price = 0;
  let hidden = 0;
  let gain = 0;
  for (const broken of option.violates) {
    if (broken.provision === 'full-ceasefire') {
      const sworn = promisedToKeep(stand, broken.provision) * WORD * temperament.honesty;
      const net = prospect.collapsed() - prospect.holding() - BREACH_PRICE * temperament.honesty - sworn;
      const tempted = TEMPTED / (1 + Math.exp(-net / TEMPTATION_SLOPE));
      if (chance.next() >= tempted) return 'unthinkable';
      gain += Math.max(0, net);
    } else if (broken.overt) return 'unthinkable';
    else {
      price = (BREACH_PRICE + WORD * promisedToKeep(stand, broken.provision)) * temperament.honesty;
      hidden = SEEN;
    }
  }
  return { price, hidden, gain };
}

/** To how many seats this one has promised to keep a provision. */
function promisedToKeep({ view }: Stand, provision: ProvisionId): number {
  return view.mine.promises.reduce(
    (sum, { by, state, pledge, to }) =>
      by === view.mine.seat && state === 'open' && pledge.kind === 'keep' && pledge.provision === provision
        ? sum + to.length
        : sum,
    0,
  );
}

function leanOf({ view }: Stand, order: OrderId): Points {
  const doctrine = DOCTRINE[order];
  if (!doctrine) return 0;
  const { lean = 0, by, truce = 0, war = 0 } = doctrine;
  const quiet = view.world.truce.level > 0;
  return lean + (by?.[view.mine.mandate.disposition] ?? 0) + (quiet ? truce : war);
}

/** What doctrine takes off an order that helps who has wronged the seat, and adds to one that hurts them: in proportion. */
function spite(stand: Stand, rule: OrderRule): Points {
  const { mine } = stand.view;
  const sum = SEATS.reduce((all, other) => {
    const held = other === mine.seat ? 0 : grievance(stand, other);
    return held === 0 ? all : all + SPITE * held * helpTo(stand.scenario, rule, other);
  }, 0);
  return Math.max(-SPITE_MOST, Math.min(SPITE_MOST, sum));
}

/** How often the seat gave this order in the three rounds before, as dispatches tell. */
function timesLately({ mine, world }: SeatView, order: OrderId): number {
  const rounds = new Set<number>();
  for (let i = world.dispatches.length - 1; i >= 0; i--) {
    const line = world.dispatches[i];
    if (!line || line.round < world.round - AGAIN_ROUNDS) break;
    if (line.seat === mine.seat && line.id === order && (line.key === 'order' || line.key === 'orderIdle'))
      rounds.add(line.round);
  }
  return rounds.size;
}

/** Where an order may go, best first, and what the place adds to it. */
function targetsFor(
  stand: Stand,
  rule: OrderRule,
  option: LegalOrder,
  chance: Chance,
): { target: Order['target']; worth: Points }[] {
  if (rule.target === 'none')
    return [{ target: null, worth: rule.does === 'intelligence' ? LISTENING * doubtsOf(stand) : 0 }];
  const ranked = option.targets
    .filter((target): target is string => target !== null)
    .map((target) => ({
      target: target as Order['target'],
      worth: placeOf(stand, rule, target),
      draw: chance.next(),
    }))
    .toSorted((a, b) => b.worth - a.worth || b.draw - a.draw);
  return ranked.slice(0, rule.front ? TARGETS : 1);
}

/** What it is worth to aim an order at a place or a seat, beyond its effects, points. */
function placeOf(stand: Stand, rule: OrderRule, target: string): Points {
  const { scenario, view, prospect } = stand;
  const { world } = view;
  if (rule.does === 'inspect') return LOOKING * doubtOf(stand, target as Seat);
  const sectors = scenario.sectors.filter(({ id, region }) => id === target || region === target);
  const tension = sectors.reduce((sum, { id }) => sum + world.sectors[id].tension / 100, 0) / sectors.length;
  const ground = prospect.marginal('territory') * TERRITORY_PER_CONTROL;
  switch (rule.front) {
    case 'offensive':
      return (Math.max(0, pushOf(world, target as SectorId, 'ru', 100)) / 100) * ground;
    case 'counter-attack':
      return (-Math.max(0, pushOf(world, target as SectorId, 'ua', 100)) / 100) * ground;
    case 'fortify':
      return world.truce.level > 0
        ? CALM * pushOf(world, target as SectorId, 'ru', 100)
        : (-FORTIFYING * Math.max(0, pushOf(world, target as SectorId, 'ru', 100)) * ground) / 100;
    case 'stand-down':
    case 'patrol':
      return CALM * tension;
    case 'exercise':
    case 'deploy':
    case 'reinforce':
      return -CALM * tension;
    case undefined:
      return 0;
  }
}

/** Share of an attack's gain that fortifying where it comes takes away, over the rounds it lasts. */
const FORTIFYING = 0.1;

function frontOf(view: SeatView, rule: OrderRule, target: Order['target'], full: number): Choice['front'] {
  if (view.world.truce.level > 0 || target === null) return null;
  const at = target as SectorId;
  switch (rule.front) {
    case 'offensive':
      return { seat: 'ru', act: 'attack', at, push: pushOf(view.world, at, 'ru', Math.round(100 * full)) };
    case 'counter-attack':
      return { seat: 'ua', act: 'attack', at, push: pushOf(view.world, at, 'ua', Math.round(100 * full)) };
    case 'fortify':
      return { seat: 'ua', act: 'fortify', at, push: 0 };
    default:
      return null;
  }
}

/** How far a seat doubts that another keeps its obligations, weighed by what they are worth to it, points. */
function doubtOf(stand: Stand, other: Seat): Points {
  const { scenario, view, prospect } = stand;
  const { world, mine } = view;
  const trust = mine.trust[other].value / 100;
  const doubt = Math.max(0, TRUSTED - trust) / 100 + 0.2 * world.seats[other].breaches;
  let stake = 0;
  for (const agreement of world.agreements) {
    if (!agreement.signatories.includes(other) || !agreement.signatories.includes(mine.seat)) continue;
    for (const term of agreement.terms) {
      if (term.state !== 'inForce') continue;
      for (const effect of effectsOf(scenario, term))
        stake += Math.abs((effect.by / 100) * prospect.marginal(effect.on));
    }
  }
  const reported = mine.reports.some(
    (report) =>
      report.accused === other &&
      report.round >= world.round - 1 &&
      report.finding === null &&
      termByKey(world, report.key)?.term.state === 'inForce',
  );
  return doubt * Math.min(STAKE_MOST, stake) + (reported ? 1 : 0);
}

function doubtsOf(stand: Stand): Points {
  return SEATS.reduce(
    (sum, other) => (other === stand.view.mine.seat ? sum : sum + doubtOf(stand, other) / 2),
    0,
  );
}
