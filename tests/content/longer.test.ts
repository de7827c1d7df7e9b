import { beforeAll, describe, expect, test } from 'vitest';
import { playGame, type Played } from '../../server/bots/play.ts';
import { scenarioOf } from '../../shared/content/index.ts';

describe.each(['double', 'campaign'] as const)('the %s edition is played', (id) => {
  const scenario = scenarioOf(id);
  let played: Played;

  beforeAll(() => {
    played = playGame(scenario, { seed: `content/${id}`, talks: 'linked', difficulty: 'easy' });
  }, 60_000);

  test('to its last round and a result, with no command refused', () => {
    const { state, refusals } = played;
    expect(refusals).toEqual([]);
    expect(state.world.round).toBe(scenario.edition.rounds);
    expect(state.world.result?.grade).toMatch(/^(doneWell|patched|doneBadly|noPeace)$/);
  });

  test('with orders, cards and terms that the lesson does not have', () => {
    const { state, log } = played;
    const lesson = scenarioOf('lesson');
    const known = new Set(
      [lesson.orders, lesson.cards, lesson.provisions].flatMap((items) => items.map((item) => item.id)),
    );
    const orders = state.hidden.played.map(({ order }) => order.order);
    const cards = state.world.cards.map(({ card }) => card);
    const terms = log.flatMap(({ events }) =>
      events.flatMap((event) =>
        event.kind === 'proposed' ? event.proposal.terms.map(({ provision }) => provision) : [],
      ),
    );
    for (const used of [orders, cards, terms])
      expect(used.filter((item) => !known.has(item)).length).toBeGreaterThan(0);
    expect(new Set(cards).size).toBe(cards.length);
  });
});
