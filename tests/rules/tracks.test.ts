import { expect, test } from 'vitest';
import { canonical, hashOf, openStreams, seedStreams } from '../../shared/rules/index.ts';
import { dateOfRound, plusDays } from '../../shared/rules/calendar.ts';
import { afterMove } from '../../shared/rules/tracks.ts';
import { Game } from './game.ts';

test.each([
  [1, '2025-04-01'],
  [2, '2025-04-11'],
  [3, '2025-04-21'],
  [4, '2025-05-01'],
  [5, '2025-06-01'],
  [6, '2025-07-01'],
  [13, '2026-02-01'],
])('[CLOCK-2] round %i opens on %s', (round, date) => {
  expect(dateOfRound('2025-04-01', round)).toBe(date);
});

test.each([
  ['2025-04-21', 30, '2025-05-21'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-12-31', 1, '2026-01-01'],
])('[TRUCE-2] %s and %i days is %s', (date, days, after) => {
  expect(plusDays(date, days)).toBe(after);
});

test.each<[string, number, number, number]>([
  ['a change within bounds', 500, 5_500, 5_500],
  ['a rise stops at the top', 9_000, 10_000, 10_000],
  ['a fall stops at nothing', -9_000, 0, 0],
])('[TRACK-1, TRACK-2] %s', (_case, wanted, bare, value) => {
  const { world } = new Game().state;
  const even = {
    ...world,
    bare: { ...world.bare, escalation: 5_000 },
    measures: { ...world.measures, escalation: 5_000 },
  };
  expect(afterMove(even, 'escalation', wanted, null)).toEqual({ bare, value });
});

test('[TRACK-2] what a term gives beyond a bound is not lost when the bare track falls', () => {
  const { world } = new Game().state;
  const full = {
    ...world,
    bare: { ...world.bare, relations: 9_500 },
    given: { 'a1/embassies': { relations: 700 } },
  } as typeof world;
  expect(afterMove(full, 'relations', -500, null)).toEqual({ bare: 9_000, value: 9_700 });
});

test('[TRACK-6] a round of war drifts, and says so', () => {
  const game = new Game().begin().next();
  const lines = game.state.world.ledger.filter((line) => line.cause.id === 'TRACK-6');
  expect(lines.map((line) => [line.on, line.by])).toContainEqual(['ukraineDefence', -30]);
});

test('[RANDOM-1] a draw in one stream does not shift another', () => {
  const [a, b] = [openStreams(seedStreams('x')), openStreams(seedStreams('x'))];
  a.of('combat').int(0, 9);
  expect(a.of('cards').int(0, 1_000_000)).toBe(b.of('cards').int(0, 1_000_000));
});

test('[RANDOM-1] a stored stream goes on where it was', () => {
  const streams = openStreams(seedStreams('x'));
  streams.of('combat').int(0, 9);
  const again = openStreams(streams.states());
  expect(again.of('combat').int(0, 1_000_000)).toBe(streams.of('combat').int(0, 1_000_000));
});

test('[HASH-1] the order of keys does not matter, the order of lists does', () => {
  expect(canonical({ b: 1, a: [1, 2], c: undefined })).toBe('{"a":[1,2],"b":1}');
  expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
  expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
});

test('[HASH-1] a list that has changed here and there has the text of what it is now', () => {
  const text = (list: readonly object[]) => canonical({ world: { list } });
  const anew = (list: readonly object[]) => text(structuredClone(list));
  const entry = (id: number) => ({ id, of: [{ b: 'a "word"', a: -id / 3 }], none: undefined });
  let list = [entry(0), entry(1), entry(2)];
  const changes = [
    () => [...list, entry(list.length)],
    () => list.map((one, i) => (i === 1 ? entry(9) : one)),
    () => [...list, entry(8), entry(7)],
    () => list.map((one, i) => (i === 0 || i === 4 ? entry(6) : one)),
    () => list.slice(1),
    () => list.toReversed(),
  ];
  for (const change of changes) {
    expect(text(list)).toBe(anew(list));
    list = change();
    expect(text(list)).toBe(anew(list));
  }
  expect(text([entry(1)])).toBe(
    '{"world":{"list":[{"id":1,"of":[{"a":-0.3333333333333333,"b":"a \\"word\\""}]}]}}',
  );
});
