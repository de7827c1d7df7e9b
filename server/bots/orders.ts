import type { Order } from '../../shared/rules/state.ts';
import type { OrderRule, Scenario } from '../../shared/rules/scenario.ts';
import type { Disposition, SectorId } from '../../shared/rules/types.ts';
import type { LegalOrder, SeatView } from '../../shared/rules/view.ts';
import type { Chance } from './chance.ts';
import { DOCTRINE } from './doctrine.ts';
import type { Prospect } from './prospect.ts';
import type { Temperament } from './temperament.ts';

/** Points that a PC spent on an order would have been worth at the table, at the start; it falls to nothing. */
const PC_WORTH = 0.5;
/** The same order again within three rounds counts 0.7 (ORD-5). */
const AGAIN = 0.7;
/** Points: how freely a delegation departs from the order that looks best. */
const LATITUDE = 0.35;
/** Points a seat expects to lose by an established breach: support at home, PC, trust, what the others owe it. */
const BREACH_PRICE = 2.5;
/** Chance that a hidden breach is seen and established (GAME section 5). */
const SEEN = 0.4;
/** A ceasefire is broken by decision, not by the way: at most this often a round, by how much it would pay (estimate.ts). */
const TEMPTED = 0.4;
const TEMPTATION_SLOPE = 1.2;

interface Choice {
  order: Order;
  worth: number; // points
  cost: number; // hundredths of PC
}

/**
 * The orders a bot writes: doctrine, what each does for its own result, a little chance.
 *
 * An order that breaks a term in force is thought of only where it gains more than its price and the
 * temperament's own honesty.
 */
export function ordersFor(
  scenario: Scenario,
  view: SeatView,
  prospect: Prospect,
  temperament: Temperament,
  chance: Chance,
): Order[] {
  const { legal, mine, world } = view;
  if (!legal.orders) return [];

  const left = Math.max(0, world.rounds - world.round) / Math.max(1, world.rounds - 1);
  const choices: Choice[] = [];
  for (const option of legal.orders.list) {
    const rule = scenario.orders.find((candidate) => candidate.id === option.order);
    if (!rule) continue;
    if (rule.when === 'war' && world.truce.level > 0 && option.violates.length === 0) continue; // idle
    const breach = breachNet(option, prospect, temperament, chance);
    if (breach === null) continue;
    const leaned =
      (DOCTRINE[option.order]?.lean ?? 0) +
      dispositionLean(option, mine.mandate.disposition, world.truce.level > 0);
    const effect = worthOf(rule, prospect) * AGAIN ** timesLately(view, option);
    const latitude = LATITUDE * chance.noise();
    choices.push({
      order: { order: option.order, target: targetFor(rule, option, view, chance), intensity: 1 },
      worth: effect + leaned + latitude + breach - (PC_WORTH * left * option.cost) / 100,
      cost: option.cost,
    });
  }

  const free = mine.pc.free + written(scenario, mine.orders);
  const chosen: Order[] = [];
  let spent = 0;
  for (const choice of choices.toSorted((a, b) => b.worth - a.worth)) {
    if (chosen.length >= legal.orders.limit) break;
    if (choice.worth < -0.2 || spent + choice.cost > free) continue;
    spent += choice.cost;
    chosen.push(choice.order);
  }
  return chosen;
}

/** What the order does to the seat's own result, points. */
function worthOf(rule: OrderRule, prospect: Prospect): number {
  return rule.effects.reduce((sum, effect) => sum + effect.by * prospect.marginal(effect.on), 0);
}

/**
 * Points that breaking what it breaks is expected to cost; nothing for an order that breaks nothing, `null` for one
 * that is out of the question.
 */
function breachNet(
  option: LegalOrder,
  prospect: Prospect,
  { honesty }: Temperament,
  chance: Chance,
): number | null {
  let net = 0;
  for (const broken of option.violates) {
    if (broken.provision === 'full-ceasefire') {
      const gain = prospect.collapsed() - prospect.holding() - BREACH_PRICE * honesty;
      const tempted = TEMPTED / (1 + Math.exp(-gain / TEMPTATION_SLOPE));
      if (chance.next() >= tempted) return null;
      net += Math.max(0, gain);
    } else if (broken.overt) return null;
    else net -= SEEN * BREACH_PRICE * honesty;
  }
  return net;
}

function dispositionLean(option: LegalOrder, disposition: Disposition, truce: boolean): number {
  const doctrine = DOCTRINE[option.order];
  if (!doctrine) return 0;
  return (doctrine.by?.[disposition] ?? 0) + (truce ? (doctrine.truce ?? 0) : 0);
}

/** How often the seat gave this order in the two rounds before; the ledger names it. */
function timesLately(view: SeatView, option: LegalOrder): number {
  const { ledger, round } = view.world;
  const rounds = new Set<number>();
  for (let i = ledger.length - 1; i >= 0; i--) {
    const line = ledger[i];
    if (!line || line.round < round - 2) break;
    if (line.cause.kind === 'order' && line.cause.id === option.order) rounds.add(line.round);
  }
  return rounds.size;
}

/** Where it goes: an attack where the line is weakest, works where they are missing, quiet where it is tense. */
function targetFor(rule: OrderRule, option: LegalOrder, view: SeatView, chance: Chance): Order['target'] {
  const { sectors } = view.world;
  const targets = option.targets.filter((target): target is string => target !== null);
  const first = targets[0];
  if (first === undefined) return null;
  const score = (target: string): number => {
    const sector = sectors[target as SectorId];
    if (!sector) return chance.next();
    const jitter = 500 * chance.next();
    switch (rule.front) {
      case 'offensive':
        return sector.forcesEast - sector.forcesWest - sector.fortification + jitter;
      case 'counter-attack':
        return sector.forcesWest - sector.forcesEast + jitter;
      case 'fortify':
        return sector.forcesEast - sector.fortification + jitter;
      case 'stand-down':
      case 'patrol':
        return sector.tension + jitter;
      case 'exercise':
        return -sector.tension + jitter;
      case 'deploy':
      case 'reinforce':
      case undefined:
        return jitter;
    }
  };
  const best = targets
    .map((target) => ({ target, score: score(target) }))
    .toSorted((a, b) => b.score - a.score)[0];
  return (best?.target ?? first) as Order['target'];
}

/** PC that orders already written have set aside and a new sheet gives back, hundredths. */
function written(scenario: Scenario, orders: readonly Order[]): number {
  return orders.reduce((sum, order) => {
    const rule = scenario.orders.find((candidate) => candidate.id === order.order);
    return sum + Math.round((rule?.cost ?? 0) * 100) * order.intensity;
  }, 0);
}

/** Whether two sheets of orders say the same. */
export function sameOrders(a: readonly Order[], b: readonly Order[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
