import { PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import { calendarOf, emptyEnding, play, resistanceOf, seedOf } from '../../shared/rules/future.ts';
import { AIMS_BELIEVED } from '../../shared/rules/hazard.ts';
import { aftermathInto, emptyAftermath, packageOf } from '../../shared/rules/package.ts';
import { playGame } from '../bots/play.ts';
import { type Measure, sized } from './measure.ts';

const FUTURES = 1_000_000;

/** Ten-year futures a second, from the end of a bot game. */
export const futures: Measure = {
  name: 'futures',
  run: (size) =>
    PLAYABLE.map((edition) => {
      const scenario = scenarioOf(edition);
      const { state } = playGame(scenario, { seed: 'futures', talks: 'linked', difficulty: 'normal' });
      const pack = packageOf(scenario, state.world);
      const after = emptyAftermath(pack);
      aftermathInto(after, pack, new Uint8Array(pack.parts.length).fill(1));
      const calendar = calendarOf(scenario);
      const resistance = resistanceOf(calendar, after, pack.sectors, AIMS_BELIEVED);
      const ending = emptyEnding();
      const count = sized(FUTURES, size);
      const seed = seedOf('bench');
      const from = performance.now();
      for (let future = 0; future < count; future++) play(ending, calendar, resistance, seed, future);
      const seconds = (performance.now() - from) / 1000;
      return { measure: 'futures', what: edition, value: count / seconds, unit: '/s' };
    }),
};
