import { expect, test } from 'vitest';
import { changeAt, changesIn, historyOf, whyOf } from '../../client/panels/world/history.ts';
import '../../client/words.ts';
import { hundredths, SEATS, TRACKS } from '../../shared/rules/types.ts';
import { after, LESSON, propose, talks, term } from './view.ts';

function twoRounds() {
  let state = talks('ua');
  state = propose(state, 'us', [term('embassies')]);
  state = after(state, 'ru', { kind: 'sign', proposal: 'p1' });
  for (const round of [1, 2])
    for (const seat of SEATS)
      if (state.world.round === round && !state.world.seats[seat].ready)
        state = after(state, seat, { kind: 'setReady', ready: true });
  return state.world;
}

test('the history of every track begins at the scenario’s start and ends at what is shown', () => {
  const world = twoRounds();
  expect(world.round).toBe(3);
  for (const track of TRACKS) {
    const history = historyOf(world, track);
    expect(history).toHaveLength(4);
    expect(history.at(-1)).toBe(world.measures[track]);
    expect(history[0]).toBe(hundredths(LESSON.measures[track]));
  }
});

test('the causes of a round add up to its change, and each has words', () => {
  const world = twoRounds();
  for (const track of TRACKS) {
    const history = historyOf(world, track);
    for (const { round, by, lines } of whyOf(world, track)) {
      expect(by).toBe((history[round] ?? 0) - (history[round - 1] ?? 0));
      expect(lines.reduce((sum, line) => sum + line.by, 0)).toBe(by);
      for (const line of lines) expect(line.words).not.toMatch(/^cause\.|provision\.|undefined/);
    }
  }
});

test('a change is quoted by a line of the ledger, with all that the same cause did in that round', () => {
  const world = twoRounds();
  const changes = changesIn(world, 2, 100);
  expect(changes.length).toBeGreaterThan(3);
  for (const change of changes) {
    expect(changeAt(world, change.line)).toEqual(change);
    expect(world.ledger[change.line]).toMatchObject({ on: change.on, round: 2 });
    const told = whyOf(world, change.on).find(({ round }) => round === 2);
    expect(told?.lines.find(({ line }) => line === change.line)?.by).toBe(change.by);
  }
  expect(changeAt(world, world.ledger.length)).toBeNull();
});
