import type { Command } from './command.ts';
import type { GameEvent } from './event.ts';
import { accept, refuse } from './refusal.ts';
import type { Decision } from './refusal.ts';
import type { OrderRule, Scenario } from './scenario.ts';
import type { GameState, Order, World } from './state.ts';
import { boundBy, provisionFor } from './terms.ts';
import { freePc } from './talks.ts';
import { REGIONS, SEATS, hundredths } from './types.ts';
import type { Hundredths, OrderId, ProvisionId, Region, Seat, TermKey } from './types.ts';

/** What each further intensity gives, in hundredths of the first (ORD-5). */
export const INTENSITY = { 1: 100, 2: 175, 3: 240 } as const;

/** The same order again within three rounds counts less: what is left after 0, 1, 2, 3 earlier uses, per cent (ORD-6). */
const REPEATED = [100, 70, 49, 34] as const;
const REPEAT_ROUNDS = 3;

const byId = new WeakMap<Scenario, Map<OrderId, OrderRule>>();

/** An order of this edition, or nothing. */
export function orderRule(scenario: Scenario, id: OrderId): OrderRule | undefined {
  let index = byId.get(scenario);
  if (!index) {
    index = new Map(scenario.orders.map((rule) => [rule.id, rule]));
    byId.set(scenario, index);
  }
  return index.get(id);
}

/** The targets an order may have (ORD-3): `null` for an order without. */
export function targetsOf(scenario: Scenario, rule: OrderRule): readonly Order['target'][] {
  switch (rule.target) {
    case 'none':
      return [null];
    case 'sector':
      return rule.sectors ?? scenario.sectors.map((sector) => sector.id);
    case 'region':
      return REGIONS;
    case 'seat':
      return SEATS.filter((seat) => seat !== rule.seat);
  }
}

/** PC an order costs (ORD-4). */
export function costOfOrder(rule: OrderRule, intensity: number): Hundredths {
  return hundredths(rule.cost) * intensity;
}

/** The region an order is aimed at, if it is aimed at one or at a sector of one. */
function regionOf(scenario: Scenario, target: Order['target']): Region | undefined {
  return (
    REGIONS.find((region) => region === target) ?? scenario.sectors.find(({ id }) => id === target)?.region
  );
}

/**
 * Terms in force that an order of its seat would violate now (TREATY-9). What is in force while the order is written
 * binds it; a term with a scope binds it only there.
 *
 * @param target where the order is aimed; left out, wherever it may be
 */
export function violatedBy(
  scenario: Scenario,
  world: World,
  rule: OrderRule,
  target?: Order['target'],
): { key: TermKey; provision: ProvisionId; overt: boolean }[] {
  if (rule.violates.length === 0) return [];
  const region = target === undefined ? undefined : regionOf(scenario, target);
  const violated: { key: TermKey; provision: ProvisionId; overt: boolean }[] = [];
  for (const agreement of world.agreements)
    for (const term of agreement.terms) {
      if (term.state !== 'inForce') continue;
      if (region && term.scope.length > 0 && !term.scope.includes(region)) continue;
      const broken = rule.violates.find(
        (entry) => entry.provision === term.provision && term.level >= entry.level,
      );
      if (!broken) continue;
      const provision = provisionFor(scenario, term.provision);
      if (!boundBy(provision, term.level).includes(rule.seat)) continue;
      violated.push({ key: term.key, provision: term.provision, overt: broken.overt === true });
    }
  return violated;
}

/** What is left of an order's effect after its uses in the three rounds before, per cent (ORD-6). */
export function freshness(state: GameState, order: OrderId): number {
  const { round } = state.world;
  const used = state.hidden.played.filter(
    (play) => play.order.order === order && play.round < round && play.round >= round - REPEAT_ROUNDS,
  ).length;
  return REPEATED[Math.min(used, REPEATED.length - 1)] as number;
}

/** A seat writes its sealed orders for this round; each writing replaces the one before (ORD-1 to ORD-5). */
export function writeOrders(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  command: Extract<Command, { kind: 'writeOrders' }>,
): Decision<GameEvent> {
  const { edition } = scenario;
  const { orders } = command;
  if (orders.length > edition.orders)
    return refuse({ code: 'TOO_MANY_ORDERS', orders: orders.length, limit: edition.orders });
  let needed = 0;
  for (const [index, order] of orders.entries()) {
    const rule = orderRule(scenario, order.order);
    if (!rule) return refuse({ code: 'ORDER_UNKNOWN', order: order.order });
    if (rule.seat !== seat) return refuse({ code: 'ORDER_NOT_YOURS', order: rule.id, seat: rule.seat });
    const targets = targetsOf(scenario, rule);
    if (!targets.includes(order.target))
      return refuse({ code: 'TARGET_UNKNOWN', order: rule.id, target: order.target, targets });
    if (!Number.isInteger(order.intensity) || order.intensity < 1 || order.intensity > edition.intensity)
      return refuse({ code: 'INTENSITY_UNKNOWN', intensity: order.intensity, limit: edition.intensity });
    if (orders.findIndex((other) => other.order === order.order) !== index)
      return refuse({ code: 'ORDER_TWICE', order: rule.id });
    needed += costOfOrder(rule, order.intensity);
  }
  const bare: GameState = {
    ...state,
    secrets: { ...state.secrets, [seat]: { ...state.secrets[seat], orders: [] } },
  };
  const free = freePc(scenario, bare, seat);
  if (needed > 0 && needed > free) return refuse({ code: 'PC_SHORT', needed, free });
  if (JSON.stringify(orders) === JSON.stringify(state.secrets[seat].orders))
    return refuse({ code: 'NOTHING_CHANGES' });
  return accept({ kind: 'ordersWritten', seat, orders });
}
