import { describe, expect, test } from 'vitest';
import { hashOf } from '../../shared/rules/index.ts';
import { DIFFICULTIES } from '../../server/bots/difficulty.ts';
import { MAX_BEATS, playGame } from '../../server/bots/play.ts';
import { summaryOf } from '../../server/bots/summary.ts';
import { recordOf } from '../../server/bots/record.ts';
import { lesson } from './game.ts';

const GAMES = [
  ...[1, 2, 3, 4].map((game) => ['linked', 'normal', `legal ${game}`] as const),
  ...[1, 2].map((game) => ['single', 'normal', `legal ${game}`] as const),
  ['linked', 'easy', 'legal 1'],
  ['linked', 'hard', 'legal 1'],
] as const;

describe('six bots alone', { timeout: 20_000 }, () => {
  test.each(GAMES)(
    '%s talks of %s bots, seed %s: every command is legal and the game ends',
    (talks, difficulty, seed) => {
      const { refusals, state, beats } = playGame(lesson, { seed, talks, difficulty });
      expect(refusals).toEqual([]);
      expect(state.world.phase).toBe('ended');
      expect(beats).toBeLessThan(MAX_BEATS * state.world.rounds);
    },
  );

  test('the same seed brings the same game, another seed another', () => {
    const play = (seed: string) =>
      hashOf(playGame(lesson, { seed, talks: 'linked', difficulty: 'normal' }).state);
    expect(play('same')).toBe(play('same'));
    expect(play('same')).not.toBe(play('other'));
  });

  test('agreements come about, of several tables when talks are linked and of one when they are not', () => {
    const tablesOf = (talks: 'linked' | 'single'): number[] => {
      const { log } = playGame(lesson, { seed: 'tables', talks, difficulty: 'normal' });
      return log.flatMap(({ command }) => {
        if (command.kind !== 'propose') return [];
        if (talks === 'single')
          expect(command.terms.flatMap((term) => [...term.conditions, ...term.snapback])).toEqual([]);
        const tables = command.terms.map((term) => {
          const table = lesson.provisions.find((rule) => rule.id === term.provision)?.table ?? 'C';
          return lesson.edition.tables[table] ?? table;
        });
        return [new Set(tables).size];
      });
    };
    expect(Math.max(...tablesOf('single'))).toBe(1);
    expect(Math.max(...tablesOf('linked'))).toBeGreaterThan(1);

    const { state } = playGame(lesson, { seed: 'tables', talks: 'linked', difficulty: 'normal' });
    expect(state.world.agreements.length).toBeGreaterThan(3);
  });

  test('a shorter game is played to its end as well', () => {
    const { state } = playGame(lesson, { seed: 'short', talks: 'linked', difficulty: 'normal', rounds: 4 });
    expect(state.world.rounds).toBe(4);
    expect(state.world.result).not.toBeNull();
  });

  test('difficulties play differently', () => {
    const ends = DIFFICULTIES.map((difficulty) =>
      hashOf(
        playGame(lesson, { seed: 'levels', talks: 'linked', difficulty }).log.map(({ command }) => command),
      ),
    );
    expect(new Set(ends).size).toBe(DIFFICULTIES.length);
  });
});

describe('a simulation', () => {
  const records = ['a', 'b', 'c'].map((seed) =>
    recordOf(lesson, { seed, talks: 'linked', difficulty: 'normal' }),
  );
  const asked = { games: 3, seed: 's', edition: 'lesson', bots: 'normal', talks: 'linked' } as const;
  const summary = summaryOf(lesson, asked, records, 1);

  test('counts every game once', () => {
    const all = Object.values(summary.grades).reduce((sum, share) => sum + share, 0);
    expect(all).toBeCloseTo(1, 2);
    for (const share of [
      ...Object.values(summary.orders),
      summary.ceasefire.entered,
      summary.ceasefire.collapsed,
    ]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  test('names every order, provision and seat of the edition', () => {
    expect(Object.keys(summary.orders)).toEqual(lesson.orders.map(({ id }) => id));
    expect(Object.keys(summary.provisions)).toEqual(lesson.provisions.map(({ id }) => id));
    expect(Object.keys(summary.seats)).toHaveLength(6);
  });

  test('does not depend on the order in which games were played', () => {
    const turned = summaryOf(lesson, asked, records.toReversed(), 1);
    expect(turned.grades).toEqual(summary.grades);
    expect(turned.durability.mean).toBeCloseTo(summary.durability.mean, 2);
  });
});
