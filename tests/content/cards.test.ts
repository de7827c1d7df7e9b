import { describe, expect, test } from 'vitest';
import { scenarioOf } from '../../shared/content/index.ts';
import { SEATS } from '../../shared/rules/types.ts';
import type { Card } from '../../shared/rules/scenario.ts';

const lesson = scenarioOf('lesson');
const { cards, agendas } = lesson;

function has(provision: string, level = 1): boolean {
  return lesson.provisions.some((item) => item.id === provision && item.levels >= level);
}

function provisionsOf(card: Card): { provision: string; level?: number }[] {
  return [...('provision' in card.when ? [card.when] : []), ...(card.softenedBy ? [card.softenedBy] : [])];
}

describe('event cards', () => {
  test.each(cards)('[EVENT-1] $id can be drawn in the lesson and moves something', (card) => {
    expect(card.fromRound).toBeGreaterThanOrEqual(1);
    expect(card.toRound).toBeGreaterThanOrEqual(card.fromRound);
    expect(card.toRound).toBeLessThanOrEqual(lesson.edition.rounds);
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

describe('agenda cards', () => {
  test.each(SEATS)('%s has enough for the largest deal, with aims that differ', (seat) => {
    const own = agendas.filter((agenda) => agenda.seat === seat);
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(new Set(own.map((agenda) => JSON.stringify(agenda.aim))).size).toBe(own.length);
  });

  test.each(agendas)(
    '[MANDATE-3] $id can be met, and not by what nobody may sign',
    ({ seat, points, aim }) => {
      expect(points).toBeGreaterThan(0);
      expect(points).toBeLessThanOrEqual(5);
      const named = 'provision' in aim ? has(aim.provision, 'level' in aim ? aim.level : 1) : true;
      expect(named).toBe(true);
      const partner = aim.kind === 'signedWith' ? aim.seat : seat;
      const together = lesson.provisions.filter(
        (item) => item.signs[seat] !== undefined && item.signs[partner] !== undefined,
      );
      expect(together.length).toBeGreaterThanOrEqual(aim.kind === 'signedWith' ? aim.count : 1);
    },
  );
});
