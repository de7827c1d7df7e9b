import type { BreachAccount } from '../../shared/rules/account.ts';
import type { Order } from '../../shared/rules/state.ts';
import { hundredths } from '../../shared/rules/types.ts';
import type { Chance } from './chance.ts';
import { choicesOf } from './choices.ts';
import type { Stand } from './judge.ts';
import { weighed } from './regret.ts';
import { sheetsOf, type Sheet } from './sheets.ts';

/** The orders a bot writes and, where they break a term in force, what decided that. */
export interface Written {
  orders: Order[];
  account: BreachAccount | null;
}

/**
 * The orders a bot writes: sheets are weighed by what they do for its own result, what the others are likely to order,
 * doctrine, and its word.
 *
 * An order that breaks a term in force is thought of only where it gains more than its price and the
 * temperament's own honesty.
 */
export function ordersFor(stand: Stand, chance: Chance): Written {
  const { view, judgement } = stand;
  if (!view.legal.orders) return { orders: [], account: null };
  const sheets = sheetsOf(stand, choicesOf(stand, chance), judgement.sheets, chance);
  const chances = weighed(stand, sheets, judgement.rehearsals, chance);
  const sheet = sheets[judgement.settles ? best(chances) : drawn(chances, chance)];
  if (!sheet) return { orders: [], account: null };
  return { orders: sheet.choices.map(({ order }) => order), account: accountOf(stand, sheet) };
}

function best(chances: Float64Array): number {
  let most = 0;
  for (let i = 1; i < chances.length; i++) if ((chances[i] as number) > (chances[most] as number)) most = i;
  return most;
}

function drawn(chances: Float64Array, chance: Chance): number {
  let draw = chance.next();
  for (let i = 0; i < chances.length; i++) if ((draw -= chances[i] as number) < 0) return i;
  return chances.length - 1;
}

function accountOf({ view }: Stand, { choices }: Sheet): BreachAccount | null {
  const broken = choices.filter(({ breaks }) => breaks !== null);
  if (broken.length === 0) return null;
  const list = view.legal.orders?.list ?? [];
  const breaks = broken.flatMap(
    ({ order }) => list.find((option) => option.order === order.order)?.violates ?? [],
  );
  const gain = broken.reduce(
    (sum, { effect, lean, mood, gain: more, breaks: price }) =>
      sum + effect + lean + mood + more - (price ? price.price * price.hidden : 0),
    0,
  );
  return {
    of: 'breach',
    breaks: [...new Set(breaks.map(({ provision }) => provision))],
    gain: hundredths(gain),
  };
}

/** Whether two sheets of orders say the same. */
export function sameOrders(a: readonly Order[], b: readonly Order[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
