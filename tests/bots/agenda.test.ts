import { describe, expect, test } from 'vitest';
import { scenarioOf } from '../../shared/content/index.ts';
import { decide, evolve, newGame, viewFor, type GameState, type SeatView } from '../../shared/rules/index.ts';
import { createBot, standing, type BotSettings } from '../../server/bots/bot.ts';
import { choicesOf } from '../../server/bots/choices.ts';
import { chanceOf } from '../../server/bots/chance.ts';
import { ordersFor } from '../../server/bots/orders.ts';

const double = scenarioOf('double');
const how = (difficulty: BotSettings['difficulty']): BotSettings => ({
  difficulty,
  talks: 'linked',
  seed: 'cards',
});

function briefing(): GameState {
  let state = newGame(double, { seed: 'cards', mode: 'solo' });
  const decision = decide(double, state, 'host', { kind: 'start' });
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  for (const event of decision.events) state = evolve(state, event);
  return state;
}

/** China's view with given cards dealt. */
function dealt(...cards: string[]): SeatView {
  const view = viewFor(double, briefing(), 'cn');
  const agenda = { dealt: cards, keep: 1 };
  return {
    ...view,
    legal: { ...view.legal, agenda },
    mine: { ...view.mine, mandate: { ...view.mine.mandate, agenda: [] } },
  };
}

describe('agenda cards', () => {
  test.each([
    ['hard', 'cn-steady-friend', 'cn-open-europe'],
    ['hard', 'cn-closed-book', 'cn-open-europe'],
    ['normal', 'cn-steady-friend', 'cn-steady-friend'],
  ] as const)('%s, dealt %s and cn-open-europe, keeps %s', (difficulty, first, card) => {
    const view = dealt(first, 'cn-open-europe');
    expect(createBot(double, 'cn', how(difficulty)).act(view)).toContainEqual({
      kind: 'chooseAgenda',
      cards: [card],
    });
  });

  test('hard orders what serves its card, more than it would without', () => {
    const view = viewFor(double, briefing(), 'cn');
    const slope = (cards: readonly string[]): number =>
      standing(
        double,
        'cn',
        how('hard'),
      )({
        ...view,
        mine: { ...view.mine, mandate: { ...view.mine.mandate, agenda: cards } },
      }).prospect.marginal('europeEconomy');
    expect(slope(['cn-open-europe'])).toBeGreaterThan(slope(['cn-closed-book']) + 0.01);
  });
});

test('easy writes the orders that doctrine and the day suggest, hard those that pay', () => {
  let state = briefing();
  const decision = decide(double, state, 'host', { kind: 'closeTalks' });
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  for (const event of decision.events) state = evolve(state, event);
  const view = viewFor(double, state, 'cn');
  const worth = (difficulty: BotSettings['difficulty']): number => {
    let sum = 0;
    for (let i = 0; i < 20; i++) {
      const stand = standing(double, 'cn', how(difficulty))(view);
      const { orders } = ordersFor(stand, chanceOf('easy', i));
      const best = choicesOf(standing(double, 'cn', how('hard'))(view), chanceOf('easy', i));
      for (const order of orders)
        sum += best.find((choice) => JSON.stringify(choice.order) === JSON.stringify(order))?.effect ?? 0;
    }
    return sum;
  };
  expect(worth('hard')).toBeGreaterThan(worth('easy'));
});
