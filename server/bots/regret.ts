import { TERRITORY_PER_CONTROL } from '../../shared/rules/combat.ts';
import type { OrderRule } from '../../shared/rules/scenario.ts';
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
  const { edition, sectors } = stand.scenario;
  const hot = sectors.filter((sector) => sector.hot).map(({ id }) => id);
  for (let i = 0; i < iterations; i++) {
    let sum = 0;
    for (let s = 0; s < many; s++) sum += Math.max(0, regrets[s] as number);
    for (let s = 0; s < many; s++) now[s] = sum > 0 ? Math.max(0, regrets[s] as number) / sum : 1 / many;
    const field = fieldFrom(habits, edition.orders, hot, chance);
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

/** An order that another seat may be giving. */
interface Habit {
  weight: number;
  at: SectorId | null;
  escalates: Points;
  front: OrderRule['front'];
  does: OrderRule['does'];
}

interface Habits {
  list: readonly Habit[];
  all: number; // of their weights
}

/** How often each order of the others has been given of late, with a little for those not yet seen. */
function habitsOf({ scenario, view }: Stand): Habits[] {
  const { dispatches, round, truce } = view.world;
  const habits = new Map<OrderId, Habit>();
  const bySeat = new Map<Seat, Habit[]>();
  for (const { id, seat, when, effects, front, does } of scenario.orders) {
    if (seat === view.mine.seat || (when === 'war' && truce.level > 0)) continue;
    const escalates = effects.reduce((sum, { on, by }) => sum + (on === 'escalation' ? by : 0), 0);
    const habit: Habit = { weight: UNSEEN, at: null, escalates, front, does };
    habits.set(id, habit);
    bySeat.set(seat, [...(bySeat.get(seat) ?? []), habit]);
  }
  for (let i = dispatches.length - 1; i >= 0; i--) {
    const line = dispatches[i];
    if (!line || line.round < round - RECORD) break;
    const habit = line.key === 'order' ? habits.get(line.id as OrderId) : undefined;
    if (!habit) continue;
    habit.weight += 1;
    habit.at ??= line.sector ?? null;
  }
  return [...bySeat.values()].map((list) => ({
    list,
    all: list.reduce((sum, { weight }) => sum + weight, 0),
  }));
}

/** One sample of what the others order. */
function fieldFrom(
  habits: readonly Habits[],
  orders: number,
  hot: readonly SectorId[],
  chance: Chance,
): Field {
  const field: Field = { escalates: 0, attacked: null, fortified: null, listening: 0, inspected: false };
  for (const { list, all } of habits)
    for (let i = 0; i < orders; i++) {
      let draw = chance.next() * all;
      const habit = list.find(({ weight }) => (draw -= weight) < 0);
      if (!habit) continue;
      field.escalates += habit.escalates;
      if (habit.front === 'offensive') field.attacked = habit.at ?? chance.pick(hot) ?? null;
      if (habit.front === 'fortify') field.fortified = habit.at ?? chance.pick(hot) ?? null;
      if (habit.does === 'intelligence') field.listening++;
      if (habit.does === 'inspect' && chance.next() < 1 / (SEATS.length - 1)) field.inspected = true;
    }
  return field;
}
