import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { PLAYABLE } from '../../shared/content/index.ts';
import type { Edition } from '../../shared/rules/types.ts';
import { crewOf, type Bench, type Finding, type Row } from '../balance/bench.ts';
import { POINTS, tableFrom } from '../balance/measure.ts';
import { optionsFrom } from './options.ts';

const USAGE = `usage: npm run balance -- [--edition ${PLAYABLE.join('|')}] [--point N]... [--games N] [--seed S] [--quick] [--workers N] [--json]
       points 1 to 12 of what must come out; ends with 1 if one fails or could not be measured`;

/** Games a sample; the largest are up to sixteen times as many, the shakier the figure. */
const GAMES: Readonly<Record<Edition, number>> = { lesson: 160, double: 100, campaign: 70 };
const QUICK: Readonly<Record<Edition, number>> = { lesson: 4, double: 2, campaign: 1 };
/** Each edition's numbers are tuned on seeds below this and judged from it on. */
const JUDGING: Readonly<Record<Edition, number>> = { lesson: 50_001, double: 40_001, campaign: 40_001 };

const Options = z.object({
  edition: z.enum(PLAYABLE as [Edition, ...Edition[]]).optional(),
  point: z.array(z.coerce.number().int().min(1).max(12)).default([]),
  games: z.coerce.number().int().min(1).max(100_000).optional(),
  seed: z.coerce.number().int().min(1).max(1_000_000).optional(),
  quick: z.boolean().default(false),
  workers: z.coerce.number().int().min(1).max(256).default(availableParallelism()),
  json: z.boolean().default(false),
});

/** What is told of a finding. */
function rowOf({ point, edition, target, measured, sample, holds }: Finding): Row {
  return { point, edition, target, measured, sample, holds };
}

let faults = 0;

/** The rows of a point; a fault in one of its games leaves it unmeasured and the others as they are. */
async function measured(bench: Bench, point: number): Promise<Finding[]> {
  try {
    return (await POINTS[point]?.(bench)) ?? [];
  } catch (error) {
    faults++;
    const why = error instanceof Error ? error.message : String(error);
    const measured = `not measured: ${why}`;
    const { edition } = bench;
    return [
      { point, edition, target: 'all of the point', measured, sample: 'none', holds: null, firm: true },
    ];
  }
}

const { edition, point, games, seed, quick, workers, json } = optionsFrom(
  Options,
  {
    edition: { type: 'string' },
    point: { type: 'string', multiple: true },
    games: { type: 'string' },
    seed: { type: 'string' },
    quick: { type: 'boolean' },
    workers: { type: 'string' },
    json: { type: 'boolean' },
  },
  USAGE,
);
const progress = process.stderr.isTTY;
const crew = crewOf(workers, (played) => {
  if (progress) process.stderr.write(`\r${played} games`);
});
const asked = point.length > 0 ? point : Object.keys(POINTS).map(Number);
const rows: Row[] = [];
const from: string[] = [];
for (const one of edition ? [edition] : PLAYABLE) {
  const sample = games ?? (quick ? QUICK : GAMES)[one];
  const first = seed ?? JUDGING[one];
  const bench = crew.bench(one, sample, first);
  from.push(`${one} ${first}`);
  // All at once: what one point waits for, another may play. Each is told as it comes, so that a run cut short tells something.
  const answers = await Promise.all(
    asked.map(async (number) => {
      const found = (await measured(bench, number)).map(rowOf);
      if (!json && !progress) process.stderr.write(`${tableFrom(found)}\n\n`);
      return found;
    }),
  );
  rows.push(...answers.flat());
}
await crew.end();
if (progress) process.stderr.write('\r\u001b[K');

process.stdout.write(`${json ? JSON.stringify(rows, null, 2) : tableFrom(rows)}\n`);
if (!json)
  process.stdout.write(
    `\n${crew.played()} games, seeds from ${from.join(', ')}; ranges and verdicts at two standard errors\n`,
  );
process.exitCode = faults > 0 || rows.some((row) => row.holds === false) ? 1 : 0;
