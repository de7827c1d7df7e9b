import { TERRITORY_PER_CONTROL } from '../../shared/rules/combat.ts';
import { SEATS, type OrderId, type Points, type Seat, type SectorId } from '../../shared/rules/types.ts';
import type { Chance } from './chance.ts';
import type { Stand } from './judge.ts';
import type { Sheet } from './sheets.ts';

/** Rounds of the public record that tell what the others are likely to order. */
const RECORD = 4;
/** How many orders nobody has seen yet count beside one that was seen. */
const UNSEEN = 0.25;
/** Points of escalation at which the game ends for all (END-2), and from which that is thought of. */
const LIMIT = 100;
const NEAR = 94;
const RUIN: Points = 30;
/** What fortification written in the same round takes from an attack, hundredths of a per cent of control. */
const DUG_IN = 40;
/** Chance that a hidden breach is heard where an order of intelligence listens too (TREATY-9). */
const HEARD = 0.2;
/** The pull of doctrine: points of payoff to a point of its favour. */
const ANCHOR = 1;

/** What the others may be ordering while the sheet is written. */
interface Field {
  escalates: Points;
  attacked: SectorId | null;
  fortified: SectorId | null;
  listening: number; // orders of intelligence
  inspected: boolean; // somebody looks at this seat
}

/**
 * Regret matching over sheets of orders against samples of what the others are likely to order, by the public record.
 * Each round of it adds to a sheet's regret what it would have brought beside what was played; doctrine pulls as a prior.
 *
 * @see S. Hart and A. Mas-Colell, "A Simple Adaptive Procedure Leading to Correlated Equilibrium", Econometrica 68 (2000)
 * @returns a chance for each sheet, summing to 1: the average of what was played
 */
export function weighed(
  stand: Stand,
  sheets: readonly Sheet[],
  iterations: number,
  chance: Chance,
): Float64Array {
  const many = sheets.length;
  const regrets = new Float64Array(many);
  const played = new Float64Array(many);
  const now = new Float64Array(many);
  const payoff = new Float64Array(many);
  const habits = habitsOf(stand);
  for (let i = 0; i < iterations; i++) {
    let sum = 0;
    for (let s = 0; s < many; s++) sum += Math.max(0, regrets[s] as number);
    for (let s = 0; s < many; s++) now[s] = sum > 0 ? Math.max(0, regrets[s] as number) / sum : 1 / many;
    const field = fieldFrom(stand, habits, chance);
    let mean = 0;
    for (let s = 0; s < many; s++) {
      const sheet = sheets[s] as Sheet;
      payoff[s] = sheet.worth + ANCHOR * sheet.anchor + meeting(stand, sheet, field);
      mean += (now[s] as number) * (payoff[s] as number);
    }
    for (let s = 0; s < many; s++) {
      regrets[s] = (regrets[s] as number) + (payoff[s] as number) - mean;
      played[s] = (played[s] as number) + (now[s] as number) / iterations;
    }
  }
  return played;
}

/** What a sheet brings or costs by meeting what the others do, points. */
function meeting({ view, prospect }: Stand, { choices }: Sheet, field: Field): Points {
  const { world } = view;
  const ground = (prospect.marginal('territory') * TERRITORY_PER_CONTROL) / 100;
  let sum = 0;
  let escalates = field.escalates;
  for (const { front, breaks, escalates: by } of choices) {
    escalates += by;
    if (breaks) {
      const seen = field.inspected ? 1 : Math.min(1, breaks.hidden + HEARD * field.listening);
      sum -= breaks.price * (seen - breaks.hidden);
    }
    if (!front) continue;
    if (front.act === 'attack' && front.seat === 'ru' && front.at === field.fortified)
      sum -= Math.min(DUG_IN, Math.max(0, front.push)) * ground;
    if (front.act === 'fortify' && front.at === field.attacked) sum -= DUG_IN * ground;
  }
  if (world.measures.escalation / 100 + escalates > NEAR)
    sum -= RUIN * Math.min(1, (world.measures.escalation / 100 + escalates - NEAR) / (LIMIT - NEAR));
  return sum;
}

interface Habit {
  seat: Seat;
  id: OrderId;
  weight: number;
  at: SectorId | null;
}

/** How often each order of the others has been given of late, with a little for those not yet seen. */
function habitsOf({ scenario, view }: Stand): Map<Seat, Habit[]> {
  const { dispatches, round, truce } = view.world;
  const habits = new Map<Seat, Habit[]>();
  for (const rule of scenario.orders) {
    if (rule.seat === view.mine.seat || (rule.when === 'war' && truce.level > 0)) continue;
    const list = habits.get(rule.seat) ?? [];
    list.push({ seat: rule.seat, id: rule.id, weight: UNSEEN, at: null });
    habits.set(rule.seat, list);
  }
  for (const line of dispatches) {
    if (line.key !== 'order' || line.round < round - RECORD || !line.seat) continue;
    const habit = habits.get(line.seat)?.find(({ id }) => id === line.id);
    if (!habit) continue;
    habit.weight += 1;
    if (line.sector) habit.at = line.sector;
  }
  return habits;
}

/** One sample of what the others order. */
function fieldFrom({ scenario, view }: Stand, habits: Map<Seat, Habit[]>, chance: Chance): Field {
  const field: Field = { escalates: 0, attacked: null, fortified: null, listening: 0, inspected: false };
  const { orders } = scenario.edition;
  for (const seat of SEATS) {
    const list = habits.get(seat);
    if (!list) continue;
    let all = 0;
    for (const { weight } of list) all += weight;
    for (let i = 0; i < orders; i++) {
      let draw = chance.next() * all;
      const habit = list.find(({ weight }) => (draw -= weight) < 0);
      const rule = habit && scenario.orders.find(({ id }) => id === habit.id);
      if (!habit || !rule) continue;
      for (const { on, by } of rule.effects) if (on === 'escalation') field.escalates += by;
      const hot = scenario.sectors.filter((sector) => sector.hot);
      const at = (): SectorId | null => habit.at ?? chance.pick(hot)?.id ?? null;
      if (rule.front === 'offensive') field.attacked = at();
      if (rule.front === 'fortify') field.fortified = at();
      if (rule.does === 'intelligence') field.listening++;
      if (rule.does === 'inspect' && chance.next() < 1 / (SEATS.length - 1))
        field.inspected ||= view.mine.seat !== seat;
    }
  }
  return field;
}
