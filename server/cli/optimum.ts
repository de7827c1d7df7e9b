import * as z from 'zod';
import { PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import type { Edition } from '../../shared/rules/types.ts';
import { knownIn } from '../balance/known.ts';
import { against, agreementIn, positionsOf, type Position, type Reached } from '../balance/optimum.ts';
import { mean } from '../balance/statistics.ts';
import { DIFFICULTIES } from '../bots/difficulty.ts';
import { optionsFrom } from './options.ts';

const USAGE = `usage: npm run optimum -- [--positions N] [--seed S] [--edition ${PLAYABLE.join('|')}] [--bots ${DIFFICULTIES.join('|')}] [--json]
       what bots agree in positions of mixed rounds against the exact optimum of the same table`;

const Options = z.object({
  positions: z.coerce.number().int().min(1).max(10_000).default(200),
  seed: z.coerce.number().int().min(1).max(1_000_000).default(9001),
  edition: z.enum(PLAYABLE as [Edition, ...Edition[]]).default('lesson'),
  bots: z.enum(DIFFICULTIES).optional(),
  json: z.boolean().default(false),
});

function quantile(values: readonly number[], part: number): number {
  const ranked = values.toSorted((a, b) => a - b);
  return ranked[Math.floor(part * (ranked.length - 1))] ?? 0;
}

const round = (value: number): number => Math.round(1000 * value) / 1000;

const {
  positions: many,
  seed,
  edition,
  bots,
  json,
} = optionsFrom(
  Options,
  {
    positions: { type: 'string' },
    seed: { type: 'string' },
    edition: { type: 'string' },
    bots: { type: 'string' },
    json: { type: 'boolean' },
  },
  USAGE,
);
const scenario = scenarioOf(edition);
const positions: Position[] = [];
for (let game = seed; positions.length < many; game++)
  positions.push(...positionsOf(scenario, 'normal', [String(game)]));
positions.length = many;

/** Games in which beliefs are read. */
const READ = 10;

const rows = (bots ? [bots] : DIFFICULTIES).map((difficulty) => {
  const reached = positions.flatMap((position): Reached[] => {
    const agreement = agreementIn(scenario, position, difficulty);
    const found = agreement && against(scenario, position, agreement);
    return found ? [found] : [];
  });
  const nash = reached.map((one) => one.nash);
  const gap = reached.map((one) => one.gap);
  return {
    edition,
    bots: difficulty,
    positions: positions.length,
    agreements: reached.length,
    parties: round(mean(reached.map((one) => one.parties))),
    nash: round(quantile(nash, 0.5)),
    lowestQuarter: round(quantile(nash, 0.25)),
    gap: round(quantile(gap, 0.5)),
    meanGap: round(mean(gap)),
  };
});
const known = knownIn(
  scenario,
  bots ?? 'normal',
  Array.from({ length: READ }, (_, i) => String(seed + i)),
);

const head = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
const table = [head, ...rows.map((row) => head.map((key) => String(row[key])))]
  .map((line) =>
    line
      .map((cell, i) => cell.padEnd((head[i] ?? '').length + 3))
      .join('')
      .trimEnd(),
  )
  .join('\n');
const seats = known.seats.map(({ seat, chance }) => `${seat} ${chance.toFixed(2)}`).join(', ');
process.stdout.write(
  json
    ? `${JSON.stringify({ agreements: rows, known }, null, 2)}\n`
    : `${table}\n\nchance given to the true disposition in the last third, from an even prior: ${known.chance.toFixed(2)} (${seats}); ${READ} games\n`,
);
