import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import { DIFFICULTIES } from '../bots/difficulty.ts';
import { futuresPerSecond, type GameRecord } from '../bots/record.ts';
import { summaryOf, tableFrom, type Asked } from '../bots/summary.ts';
import { optionsFrom } from './options.ts';

const USAGE = `usage: npm run simulate -- [--games N] [--seed S] [--edition ${PLAYABLE.join('|')}] [--bots ${DIFFICULTIES.join('|')}]
       [--talks linked|single] [--workers N] [--json]`;

const Options = z.object({
  games: z.coerce.number().int().min(1).max(100_000).default(100),
  seed: z.string().min(1).max(100).default('1'),
  edition: z.enum(PLAYABLE as [Asked['edition'], ...Asked['edition'][]]).default('lesson'),
  bots: z.enum(DIFFICULTIES).default('normal'),
  talks: z.enum(['linked', 'single']).default('linked'),
  workers: z.coerce.number().int().min(1).max(256).default(availableParallelism()),
  json: z.boolean().default(false),
});

/** Plays all games on several threads; the records come back in the games' order. */
async function play(asked: Asked, workers: number): Promise<GameRecord[]> {
  const records: GameRecord[] = [];
  const progress = process.stderr.isTTY;
  let next = 0;
  let done = 0;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./simulate-worker.ts', import.meta.url), { workerData: asked });
      const hand = (): void => {
        if (next < asked.games) worker.postMessage(next++, []);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', ({ game, record }: { game: number; record: GameRecord }) => {
        records[game] = record;
        done++;
        if (progress) process.stderr.write(`\r${done} of ${asked.games} games`);
        hand();
      });
      worker.on('error', reject);
      hand();
    });
  await Promise.all(Array.from({ length: Math.min(workers, asked.games) }, one));
  if (progress) process.stderr.write('\r\u001b[K');
  return records;
}

const { workers, json, ...asked } = optionsFrom(
  Options,
  {
    games: { type: 'string' },
    seed: { type: 'string' },
    edition: { type: 'string' },
    bots: { type: 'string' },
    talks: { type: 'string' },
    workers: { type: 'string' },
    json: { type: 'boolean' },
  },
  USAGE,
);
const scenario = scenarioOf(asked.edition);
const records = await play(asked, workers);
const futures = futuresPerSecond(scenario, {
  seed: `${asked.seed}:0`,
  talks: asked.talks,
  difficulty: asked.bots,
});
const summary = summaryOf(scenario, asked, records, futures);
process.stdout.write(`${json ? JSON.stringify(summary, null, 2) : tableFrom(summary)}\n`);
