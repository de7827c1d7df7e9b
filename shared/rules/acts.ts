import { INTENSITY, costOfOrder, freshness, orderRule, violatedBy } from './orders.ts';
import type { Violation } from './breach.ts';
import { dispatch, emit, move, pay } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { OrderRule } from './scenario.ts';
import type { Cause, Order, Sector } from './state.ts';
import { within } from './tracks.ts';
import { SEATS } from './types.ts';
import type { Hundredths, Seat, SectorId } from './types.ts';

/** What an order does to the sectors it is aimed at (FRONT-7), hundredths at full effect; `own` is its seat's side. */
const ON_FRONT: Record<NonNullable<OrderRule['front']>, Partial<Record<FrontField, Hundredths>>> = {
  offensive: {},
  'counter-attack': {},
  fortify: { fortification: 800, tension: 50 },
  deploy: { ownForces: 500, ownReadiness: 500, tension: 400 },
  exercise: { ownReadiness: 600, tension: 500 },
  'stand-down': { ownReadiness: -600, tension: -600 },
  reinforce: { ownForces: 400, ownReadiness: 300, tension: 200 },
  patrol: { tension: -200, ownReadiness: 100 },
};
type FrontField = 'fortification' | 'tension' | 'ownForces' | 'ownReadiness';
type NumberField = Exclude<keyof Sector, 'incident'>;

function fieldOf(field: FrontField, seat: Seat): NumberField {
  if (field === 'ownForces') return seat === 'ru' ? 'forcesEast' : 'forcesWest';
  if (field === 'ownReadiness') return seat === 'ru' ? 'readinessEast' : 'readinessWest';
  return field;
}

export interface Play {
  seat: Seat;
  order: Order;
  full: number; // what intensity and repetition leave of its effect, per cent
}

/**
 * Sealed orders are carried out together (ORD-7): in seat order whatever the order of arrival. PC is paid, effects land,
 * and what an order violates is noted; verification comes after.
 *
 * @returns what was carried out and what it violated
 */
export function carryOut(resolution: Resolution): { plays: Play[]; violations: Violation[] } {
  const { scenario } = resolution;
  const before = resolution.state;
  const plays: Play[] = [];
  const violations: Violation[] = [];
  for (const seat of SEATS)
    for (const order of before.secrets[seat].orders) {
      const rule = orderRule(scenario, order.order);
      if (!rule) continue;
      const broken = violatedBy(scenario, before.world, rule, order.target);
      const cost = costOfOrder(rule, order.intensity);
      const full = Math.round((INTENSITY[order.intensity] * freshness(before, order.order)) / 100);
      emit(resolution, { kind: 'orderCarriedOut', seat, order });
      plays.push({ seat, order, full });
      pay(resolution, seat, cost, { kind: 'order', id: rule.id, seat });
      if (rule.when === 'war' && before.world.truce.level > 0 && broken.length === 0) {
        dispatch(resolution, { key: 'orderIdle', seat, id: rule.id });
        continue;
      }
      const covert = broken.some((entry) => !entry.overt);
      land(resolution, rule, order, full, covert);
      for (const { key, provision, overt } of broken)
        violations.push({
          id: `${before.world.round}/${rule.id}`,
          seat,
          key,
          provision,
          overt,
          cause: { kind: 'order', id: rule.id, seat },
        });
    }
  return { plays, violations };
}

/** Effects of one order. A covert breach is told to nobody: its effects stand in the ledger without a name, and the front does not show it (ORD-9). */
function land(resolution: Resolution, rule: OrderRule, order: Order, full: number, covert: boolean): void {
  const { seat } = rule;
  const cause: Cause = covert
    ? { kind: 'rule', id: 'ORD-9' }
    : { kind: 'order', id: rule.id, seat, ...targetOf(order) };
  if (!covert) dispatch(resolution, { key: 'order', seat, id: rule.id, ...targetOf(order) });
  if (rule.does === 'intelligence') emit(resolution, { kind: 'intelligenceRaised', seat });
  for (const { on, by } of rule.effects) move(resolution, on, Math.round(by * full), cause);
  if (!rule.front || covert) return;
  const change = ON_FRONT[rule.front];
  const { sectors } = resolution.scenario;
  for (const { id, region, hot } of sectors) {
    if (order.target !== id && (order.target !== region || hot)) continue;
    const sector = resolution.state.world.sectors[id];
    const moved: Partial<Record<NumberField, Hundredths>> = {};
    for (const own of Object.keys(change) as FrontField[]) {
      const field = fieldOf(own, seat);
      moved[field] = within(sector[field] + Math.round(((change[own] ?? 0) * full) / 100), 0, 10_000);
    }
    if (Object.keys(moved).length > 0) emit(resolution, { kind: 'sectorMoved', sector: id, change: moved });
  }
}

function targetOf(order: Order): { sector?: SectorId } {
  return order.target !== null && /^[A-Z]{3}$/.test(order.target) ? { sector: order.target as SectorId } : {};
}
