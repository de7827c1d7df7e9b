import type { Points } from '../../shared/rules/types.ts';
import type { Chance } from './chance.ts';
import { owedBy, owedNow, type Choice } from './choices.ts';
import { DESKS, DOCTRINE } from './doctrine.ts';
import type { Stand } from './judge.ts';

/** Points an order may fall short of nothing and still be given. */
const LEAST: Points = -0.2;
/** Points by which a sheet that follows one adviser favours that desk. */
const FAVOUR: Points = 0.6;
/** What was promised for now stands before all else on a sheet that keeps every promise. */
const OWED: Points = 100;
/** Points by which a sheet drawn at random departs from the circumstances of the round. */
const WANDERS = 0.3;

/** A set of orders a seat may write. */
export interface Sheet {
  choices: readonly Choice[];
  worth: Points; // apart from what the others do
  anchor: Points; // how far doctrine speaks for it
}

/** Sets of orders worth weighing: the one that keeps every promise first, doctrine's favourite, then the advisers'. */
export function sheetsOf(stand: Stand, choices: readonly Choice[], most: number, chance: Chance): Sheet[] {
  const { legal, mine } = stand.view;
  const limit = legal.orders?.limit ?? 0;
  const free = mine.pc.free + setAside(stand);
  const sheets: Sheet[] = [];
  const seen = new Set<string>();
  const add = (picked: readonly Choice[]): void => {
    const name = picked
      .map(({ order }) => JSON.stringify(order))
      .toSorted()
      .join();
    if (seen.has(name) || sheets.length >= most) return;
    seen.add(name);
    sheets.push({
      choices: picked,
      worth: picked.reduce((sum, choice) => sum + valueOf(choice), 0) - owedBy(stand, picked),
      anchor: picked.reduce((sum, choice) => sum + favourOf(choice), 0),
    });
  };
  const best = (value: (choice: Choice) => number, from: readonly Choice[] = choices): Choice[] =>
    pick(from, value, limit, free);

  const owed = new Set(owedNow(stand.view));
  const faithful = choices.filter((choice) => choice.breaks === null && choice.word === 0);
  if (!stand.judgement.heeds) {
    const drawn = new Map(choices.map((choice) => [choice, WANDERS * chance.noise()]));
    add(best((choice) => favourOf(choice) + (drawn.get(choice) ?? 0), faithful));
    return sheets;
  }
  const liked = (choice: Choice): number => valueOf(choice) + favourOf(choice);
  add(best((choice) => liked(choice) + (owed.has(choice.order.order) ? OWED : 0), faithful));
  add(best(favourOf));
  add(best(liked));
  add(best(valueOf, faithful));
  for (const desk of DESKS) add(best((choice) => liked(choice) + (choice.desk === desk ? FAVOUR : 0)));
  for (let i = 0; sheets.length < most && i < most; i++) {
    const drawn = new Map(choices.map((choice) => [choice, WANDERS * chance.noise()]));
    add(best((choice) => liked(choice) + (drawn.get(choice) ?? 0)));
  }
  return sheets;
}

/** What an order is worth as far as one can tell without the others, points. */
function valueOf(choice: Choice): Points {
  const { effect, breaks, gain, word } = choice;
  return effect + gain + word - (breaks ? breaks.price * breaks.hidden : 0);
}

/** How far doctrine and the round's circumstances speak for an order, points. */
function favourOf({ lean, mood }: Choice): Points {
  return lean + mood;
}

/** The best orders that fit on a sheet and into the purse, none that contradict each other. */
function pick(
  choices: readonly Choice[],
  value: (choice: Choice) => number,
  limit: number,
  free: number,
): Choice[] {
  const ranked = choices
    .map((choice) => ({ choice, value: value(choice) }))
    .filter((entry) => entry.value >= LEAST)
    .toSorted((a, b) => b.value - a.value);
  const picked: Choice[] = [];
  let spent = 0;
  for (const { choice } of ranked) {
    if (picked.length >= limit) break;
    if (spent + choice.cost > free || picked.some((other) => clash(other, choice))) continue;
    spent += choice.cost;
    picked.push(choice);
  }
  return picked;
}

function clash({ order: a }: Choice, { order: b }: Choice): boolean {
  return (
    a.order === b.order ||
    DOCTRINE[a.order]?.against?.includes(b.order) === true ||
    DOCTRINE[b.order]?.against?.includes(a.order) === true
  );
}

/** PC that orders already written have set aside and a new sheet gives back, hundredths. */
function setAside({ scenario, view }: Stand): number {
  return view.mine.orders.reduce((sum, order) => {
    const rule = scenario.orders.find((candidate) => candidate.id === order.order);
    return sum + Math.round((rule?.cost ?? 0) * 100) * order.intensity;
  }, 0);
}
