import { describe, expect, test } from 'vitest';
import { scenarioOf } from '../../shared/content/index.ts';
import { SEATS } from '../../shared/rules/types.ts';
import type { Card, Scenario } from '../../shared/rules/scenario.ts';

const lesson = scenarioOf('lesson');
const { cards, agendas } = lesson;
const LONGER = (['double', 'campaign'] as const).map((id) => scenarioOf(id));
const EDITIONS_DRAWN = LONGER.flatMap((scenario) =>
  scenario.cards.map((card) => ({ edition: scenario.edition.id, id: card.id, card })),
);

function has(provision: string, level = 1, scenario: Scenario = lesson): boolean {
  return scenario.provisions.some((item) => item.id === provision && item.levels >= level);
}

function provisionsOf(card: Card): { provision: string; level?: number }[] {
  return [...('provision' in card.when ? [card.when] : []), ...(card.softenedBy ? [card.softenedBy] : [])];
}

describe('event cards', () => {
  test.each(cards)('[EVENT-1] $id can be drawn in the lesson and moves something', (card) => {
    expect(card.fromRound).toBeGreaterThanOrEqual(1);
    expect(card.toRound).toBeGreaterThanOrEqual(card.fromRound);
    expect(card.fromRound).toBeLessThanOrEqual(lesson.edition.rounds);
    expect(card.toRound).toBeLessThanOrEqual(12); // the campaign's last
    expect([1, 2, 3, 4]).toContain(card.weight);
    expect(card.effects.length).toBeGreaterThan(0);
    expect(card.effects.filter(([, by]) => by === 0 || Math.abs(by) > 5)).toEqual([]);
    expect(new Set(card.effects.map(([track]) => track)).size).toBe(card.effects.length);
    expect(provisionsOf(card).filter(({ provision, level }) => !has(provision, level))).toEqual([]);
    expect(card.softenedBy?.factor ?? 0.5).toBeGreaterThanOrEqual(0);
    expect(card.softenedBy?.factor ?? 0.5).toBeLessThan(1);
  });

  test('[EVENT-1] each names its flash point or its seat, not both', () => {
    expect(cards.filter((card) => (card.sector === undefined) === (card.seat === undefined))).toEqual([]);
  });

  test('the lesson holds no nuclear card', () => {
    expect(cards.filter((card) => card.nuclear)).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5])('round %i has two cards or more whether or not a ceasefire holds', (round) => {
    const open = (kinds: readonly string[]) =>
      cards.filter(
        (card) => kinds.includes(card.when.kind) && card.fromRound <= round && card.toRound >= round,
      );
    expect(open(['always', 'war']).length).toBeGreaterThanOrEqual(2);
    expect(open(['always', 'ceasefire']).length).toBeGreaterThanOrEqual(2);
  });

  test('ids are one of a kind, and both regions and seats are spread', () => {
    expect(new Set(cards.map((card) => card.id)).size).toBe(cards.length);
    const regions = cards
      .flatMap((card) => lesson.sectors.filter(({ id }) => id === card.sector))
      .map(({ region }) => region);
    expect(new Set(regions)).toEqual(new Set(['north', 'baltic', 'centre', 'south']));
    expect(new Set(cards.flatMap((card) => card.seat ?? [])).size).toBeGreaterThanOrEqual(4);
  });
});

describe('event cards of the longer editions', () => {
  test('are forty or so in the campaign, and a good half more than the lesson’s in the double', () => {
    const [double, campaign] = LONGER;
    expect(campaign?.cards.length).toBeGreaterThanOrEqual(40);
    expect(campaign?.cards.length).toBeLessThanOrEqual(45);
    expect(double?.cards.length).toBeGreaterThan(cards.length * 1.5);
    expect(campaign?.cards.slice(0, cards.length)).toEqual(cards);
  });

  test.each(EDITIONS_DRAWN)('[EVENT-1] $edition: $id can be reached and is sound', ({ edition, card }) => {
    const scenario = scenarioOf(edition);
    expect(card.fromRound).toBeLessThanOrEqual(scenario.edition.rounds);
    expect(card.toRound).toBeGreaterThanOrEqual(card.fromRound);
    expect(card.toRound).toBeLessThanOrEqual(12);
    expect([1, 2, 3, 4]).toContain(card.weight);
    expect(card.effects.filter(([, by]) => by === 0 || Math.abs(by) > 5)).toEqual([]);
    expect(new Set(card.effects.map(([track]) => track)).size).toBe(card.effects.length);
    expect(provisionsOf(card).filter(({ provision, level }) => !has(provision, level, scenario))).toEqual([]);
    expect((card.sector === undefined) === (card.seat === undefined)).toBe(false);
    expect(card.softenedBy?.factor ?? 0.5).toBeLessThan(1);
  });

  test('some are nuclear, and all of those are kept from the lesson', () => {
    const nuclear = (LONGER[1]?.cards ?? []).filter((card) => card.nuclear);
    expect(nuclear.length).toBeGreaterThanOrEqual(3);
    for (const card of nuclear) expect(card.editions).not.toContain('lesson');
  });

  test.each(LONGER)(
    '$edition.id: no round runs out of cards, whether or not a ceasefire holds',
    (scenario) => {
      for (let round = 1; round <= scenario.edition.rounds; round++)
        for (const state of ['war', 'ceasefire']) {
          const open = scenario.cards.filter(
            ({ when, fromRound, toRound }) =>
              ['always', state].includes(when.kind) && fromRound <= round && toRound >= round,
          );
          expect(open.length).toBeGreaterThanOrEqual(4);
        }
    },
  );

  test('every seat and every region is spoken of', () => {
    const campaign = scenarioOf('campaign');
    const regions = campaign.cards.flatMap((card) =>
      campaign.sectors.filter(({ id }) => id === card.sector).map(({ region }) => region),
    );
    expect(new Set(regions).size).toBe(4);
    expect(new Set(campaign.cards.flatMap((card) => card.seat ?? [])).size).toBeGreaterThanOrEqual(5);
    expect(new Set(campaign.cards.map(({ id }) => id)).size).toBe(campaign.cards.length);
  });
});

describe('agenda cards', () => {
  test.each(SEATS)('%s has enough for the largest deal, with aims that differ', (seat) => {
    const own = agendas.filter((agenda) => agenda.seat === seat);
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(new Set(own.map((agenda) => JSON.stringify(agenda.aim))).size).toBe(own.length);
  });

  test.each(LONGER)('$edition.id: more than are dealt, each its own aim', (scenario) => {
    for (const seat of SEATS) {
      const own = scenario.agendas.filter((agenda) => agenda.seat === seat);
      expect(own.length).toBeGreaterThan(scenario.edition.agenda.dealt);
      expect(own.length).toBeGreaterThanOrEqual(4);
      expect(new Set(own.map((agenda) => JSON.stringify(agenda.aim))).size).toBe(own.length);
    }
  });

  test.each(
    [lesson, ...LONGER].flatMap((scenario) =>
      scenario.agendas.map((agenda) => ({ ...agenda, scenario, edition: scenario.edition.id })),
    ),
  )(
    '[MANDATE-3] $edition: $id can be met, and not by what nobody may sign',
    ({ seat, points, aim, scenario }) => {
      expect(points).toBeGreaterThan(0);
      expect(points).toBeLessThanOrEqual(5);
      const named = 'provision' in aim ? has(aim.provision, 'level' in aim ? aim.level : 1, scenario) : true;
      expect(named).toBe(true);
      const partner = aim.kind === 'signedWith' ? aim.seat : seat;
      const together = scenario.provisions.filter(
        (item) => item.signs[seat] !== undefined && item.signs[partner] !== undefined,
      );
      expect(together.length).toBeGreaterThanOrEqual(aim.kind === 'signedWith' ? aim.count : 1);
    },
  );
});
