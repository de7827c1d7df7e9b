import { parentPort, workerData } from 'node:worker_threads';
import { scenarioOf } from '../../shared/content/index.ts';
import { recordOf } from '../bots/record.ts';
import type { Asked } from '../bots/summary.ts';

/** Plays the games it is told to, one after another; the seed of a game does not depend on who plays it. */
const { edition, seed, bots, talks } = workerData as Asked;
const scenario = scenarioOf(edition);
const port = parentPort;
if (!port) throw new Error('this file is a worker of simulate.ts');

port.on('message', (game: number) => {
  port.postMessage({
    game,
    record: recordOf(scenario, { seed: `${seed}:${game}`, difficulty: bots, talks }),
  });
});
