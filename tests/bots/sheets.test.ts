import { describe, expect, test } from 'vitest';
import { scenarioOf } from '../../shared/content/index.ts';
import { SEATS, decide, evolve, newGame, viewFor } from '../../shared/rules/index.ts';
import type { GameState, Scenario, Seat } from '../../shared/rules/index.ts';
import { standing } from '../../server/bots/bot.ts';
import { chanceOf } from '../../server/bots/chance.ts';
import { choicesOf } from '../../server/bots/choices.ts';
import { DOCTRINE } from '../../server/bots/doctrine.ts';
import type { Stand } from '../../server/bots/judge.ts';
import { weighed } from '../../server/bots/regret.ts';
import { sheetsOf, type Sheet } from '../../server/bots/sheets.ts';

const campaign = scenarioOf('campaign');

/** The first round's talks, with tracks as a test wants them, in hundredths. */
function opened(
  measures: Partial<GameState['world']['measures']> = {},
  scenario: Scenario = campaign,
): GameState {
  let state = newGame(scenario, { seed: 'sheets', mode: 'simulation' });
  for (const kind of ['start', 'closeTalks'] as const) {
    const decision = decide(scenario, state, 'host', { kind });
    if (!decision.ok) throw new Error(decision.refusal.code);
    for (const event of decision.events) state = evolve(state, event);
  }
  return { ...state, world: { ...state.world, measures: { ...state.world.measures, ...measures } } };
}

function standOf(seat: Seat, state: GameState = opened()): Stand {
  const settings = { difficulty: 'hard', talks: 'linked', seed: 's' } as const;
  return standing(campaign, seat, settings)(viewFor(campaign, state, seat));
}

const chance = () => chanceOf('test', 'sheets');
const sheetsFor = (stand: Stand): Sheet[] => sheetsOf(stand, choicesOf(stand, chance()), 16, chance());

describe('sheets of orders', () => {
  test.each(SEATS)('%s weighs eight to sixteen, none too long, too dear or against itself', (seat) => {
    const stand = standOf(seat);
    const sheets = sheetsFor(stand);
    expect(sheets.length).toBeGreaterThanOrEqual(8);
    expect(sheets.length).toBeLessThanOrEqual(16);
    for (const { choices } of sheets) {
      expect(choices.length).toBeLessThanOrEqual(campaign.edition.orders);
      expect(choices.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(stand.view.mine.pc.free);
      const ids = choices.map(({ order }) => order.order);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(ids.filter((other) => DOCTRINE[id]?.against?.includes(other))).toEqual([]);
    }
  });

  test('doctrine speaks of every order there is, and of no other', () => {
    expect(Object.keys(DOCTRINE).toSorted()).toEqual(campaign.orders.map(({ id }) => id).toSorted());
    for (const { against = [] } of Object.values(DOCTRINE))
      for (const id of against) expect(DOCTRINE[id]).toBeDefined();
  });

  test('strength is chosen: some order comes at more than the first', () => {
    const strengths = SEATS.flatMap((seat) =>
      choicesOf(standOf(seat), chance()).map(({ order }) => order.intensity),
    );
    expect(new Set(strengths)).toEqual(new Set([1, 2, 3]));
  });

  test('the gravest signal is thought of under strain alone', () => {
    const thoughtOf = (measures: Parameters<typeof opened>[0]): boolean => {
      const stand = standOf('ru', opened(measures));
      return Array.from({ length: 200 }, (_, i) => chanceOf('draw', i)).some((draw) =>
        choicesOf(stand, draw).some(({ order }) => order.order === 'ru.nuclear-signal'),
      );
    };
    expect(thoughtOf({ russiaSecurity: 2_000 })).toBe(true);
    expect(thoughtOf({ russiaSecurity: 6_000 })).toBe(false);
    expect(thoughtOf({ russiaSecurity: 2_000, escalation: 9_000 })).toBe(false);
  });
});

describe('regret matching', () => {
  const stand = standOf('ru');
  const sheet = (worth: number, anchor: number): Sheet => ({ choices: [], worth, anchor });

  test('finds the sheet that brings most', () => {
    const chances = weighed(stand, [sheet(0, 0), sheet(2, 0), sheet(1, 0)], 100, chance());
    expect(chances[1]).toBeGreaterThan(0.9);
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
  });

  test('doctrine decides between sheets that bring the same', () => {
    const chances = weighed(stand, [sheet(1, 0), sheet(1, 0.5)], 100, chance());
    expect(chances[1]).toBeGreaterThan(0.9);
  });

  test('what would end the game for all is left alone when escalation is near its limit', () => {
    const near = standOf('ru', opened({ escalation: 9_500 }));
    const [calm, grave] = sheetsFor(standOf('ru'))
      .map((one) => ({ ...one, worth: 0, anchor: 0 }))
      .toSorted((a, b) => escalationOf(a) - escalationOf(b))
      .filter((_, i, all) => i === 0 || i === all.length - 1);
    if (!calm || !grave) throw new Error('all sheets escalate alike');
    expect(escalationOf(grave)).toBeGreaterThan(escalationOf(calm));
    const chances = weighed(near, [grave, calm], 100, chance());
    expect(chances[1]).toBeGreaterThan(0.9);
  });
});

function escalationOf({ choices }: Sheet): number {
  return choices.reduce((sum, { escalates }) => sum + escalates, 0);
}
