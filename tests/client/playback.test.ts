import { describe, expect, test } from 'vitest';
import { playbackOf } from '../../client/panels/front/playback.ts';
import { playGame } from '../../server/bots/play.ts';
import type { Dispatch, World } from '../../shared/rules/state.ts';
import { SECTORS } from '../../shared/rules/types.ts';
import { LESSON } from './view.ts';

const { world } = playGame(LESSON, { seed: 'playback', talks: 'linked', difficulty: 'normal' }).state;
const nothingSeen = () => null;

/** A world of one round of which these dispatches tell. */
function told(...dispatches: Omit<Dispatch, 'round'>[]): World {
  return {
    ...world,
    phase: 'talks',
    round: 2,
    ledger: [],
    dispatches: dispatches.map((line) => ({ round: 1, ...line })),
  };
}

describe('a resolution on the map', () => {
  test('has a step for every dispatch, in their order, and one at the end', () => {
    for (let round = 1; round <= world.round; round++) {
      const lines = world.dispatches.filter((line) => line.round === round);
      const steps = playbackOf(LESSON, world, round, nothingSeen);
      expect(steps.map((step) => step.line)).toEqual([...lines, null]);
    }
  });

  test('ends with the front as everybody sees it after the last round', () => {
    const end = playbackOf(LESSON, world, world.round, nothingSeen).at(-1)?.world;
    expect(end?.sectors).toEqual(world.sectors);
    expect(end?.truce.level).toBe(world.truce.level);
    expect(end?.measures).toEqual(world.measures);
  });

  test('begins where the round before ended', () => {
    for (let round = 2; round <= world.round; round++) {
      const before = playbackOf(LESSON, world, round - 1, nothingSeen).at(-1)?.world;
      const first = playbackOf(LESSON, world, round, nothingSeen)[0];
      if (first?.line?.key !== 'agreed') continue; // which moves nothing on the map
      expect(first.world.measures['transparency.north']).toBe(before?.measures['transparency.north']);
      expect(first.world.truce.level > 0).toBe((before?.truce.level ?? 0) > 0);
    }
  });

  test('an incident climbs its ladder and comes down again, where it happened', () => {
    const steps = playbackOf(
      LESSON,
      told(
        { key: 'rung.incident', sector: 'NAR' },
        { key: 'rung.crisis', sector: 'NAR' },
        { key: 'incidentEased', sector: 'NAR' },
        { key: 'incidentOver', sector: 'NAR' },
      ),
      1,
      nothingSeen,
    );
    const rungs = steps.map((step) => step.world.sectors.NAR.incident);
    expect(rungs).toEqual(['incident', 'crisis', 'incident', null, null]);
    expect(steps[1]?.lit).toEqual(['NAR']);
  });

  test('a ceasefire is marked from the line that tells of it, along the line of contact', () => {
    const [before, began] = playbackOf(
      LESSON,
      told({ key: 'card', id: 'x' }, { key: 'truceBegan' }),
      1,
      () => null,
    );
    expect(before?.world.truce.level).toBe(0);
    expect(began?.world.truce.level).toBeGreaterThan(0);
    expect(began?.lit).toEqual(LESSON.sectors.filter(({ hot }) => hot).map(({ id }) => id));
  });

  test('figures of a sector come with the line that speaks of it, the others at the end', () => {
    const calm = Object.fromEntries(
      SECTORS.map((id) => [id, { ...world.sectors[id], tension: 0 }]),
    ) as unknown as World['sectors'];
    const game = told({ key: 'order', sector: 'DON', seat: 'ua' });
    const [order, end] = playbackOf(LESSON, game, 1, () => calm);
    expect(order?.world.sectors.DON.tension).toBe(world.sectors.DON.tension);
    expect(order?.world.sectors.KHA.tension).toBe(0);
    expect(end?.world.sectors.KHA.tension).toBe(world.sectors.KHA.tension);
  });
});
