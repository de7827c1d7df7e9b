import { PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import type { Edition } from '../../shared/rules/index.ts';
import { playGame } from '../bots/play.ts';
import { type Figure, type Measure, quantile, sized } from './measure.ts';

const GAMES = 15;
const WARM_UP = 5;
const MOST_MS: Partial<Record<Edition, number>> = { double: 500 };

/**
 * How long six bots at normal take for a whole game, one after another, once the code is warm: by the clock, and in
 * time of the processor, which a busy machine disturbs less.
 */
export const games: Measure = {
  name: 'games',
  run: (size) =>
    PLAYABLE.flatMap((edition) => {
      const scenario = scenarioOf(edition);
      const times: number[] = [];
      const busy: number[] = [];
      const count = sized(GAMES, size);
      for (let i = 0; i < WARM_UP + count; i++) {
        const from = performance.now();
        const before = process.cpuUsage();
        playGame(scenario, { seed: `bench ${i}`, talks: 'linked', difficulty: 'normal' });
        if (i < WARM_UP) continue;
        const { user, system } = process.cpuUsage(before);
        times.push(performance.now() - from);
        busy.push((user + system) / 1000);
      }
      const most = MOST_MS[edition];
      const figure = (what: string, value: number): Figure => ({
        measure: 'games',
        what: `${edition}, ${what} of ${count}`,
        value,
        unit: 'ms',
      });
      return [
        { ...figure('median', quantile(times, 0.5)), ...(most === undefined ? {} : { most }) },
        figure('slowest', Math.max(...times)),
        figure('median processor time', quantile(busy, 0.5)),
      ];
    }),
};
