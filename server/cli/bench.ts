import { parseArgs } from 'node:util';
import { answers } from '../bench/answers.ts';
import { commands } from '../bench/commands.ts';
import { compare } from '../bench/compare.ts';
import { futures } from '../bench/futures.ts';
import { games } from '../bench/games.ts';
import { loop } from '../bench/loop.ts';
import type { Figure, Measure } from '../bench/measure.ts';
import { page } from '../bench/page.ts';
import { room } from '../bench/room.ts';

/** Everything that is measured, one file each. */
const MEASURES: readonly Measure[] = [games, answers, loop, commands, compare, room, futures, page];

const NAMES = MEASURES.map(({ name }) => name);
const USAGE = `usage: npm run bench -- [--only ${NAMES.join('|')}]... [--size S] [--json]
       figures of this machine now; --size 0.2 for a quick look; ends with 1 if one is above what it should be`;

interface Options {
  only: readonly string[];
  size: number;
  json: boolean;
}

/** The options of the command line, or an end with what is wrong and what would work. */
function optionsFrom(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true },
        size: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const { only = [], size = '1', json = false } = values;
    const unknown = only.find((name) => !NAMES.includes(name));
    if (unknown !== undefined) fail(`nothing is measured under ${unknown}`);
    if (!(Number(size) > 0)) fail(`--size: ${size} is no number above 0`);
    return { only, size: Number(size), json };
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}

function isAbove({ value, most }: Figure): boolean {
  return most !== undefined && !(value <= most);
}

/** One line a figure. */
function lineOf(figure: Figure): string {
  const { measure, what, value, unit, most } = figure;
  const amount = value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
  const bound = most === undefined ? '' : isAbove(figure) ? `above ${most}` : `at most ${most}`;
  return `${measure.padEnd(10)}${what.padEnd(44)}${amount.padStart(12)} ${unit.padEnd(4)}${bound}`.trimEnd();
}

const { only, size, json } = optionsFrom(process.argv.slice(2));
const figures: Figure[] = [];
for (const measure of MEASURES) {
  if (only.length > 0 && !only.includes(measure.name)) continue;
  const found = await measure.run(size);
  figures.push(...found);
  if (!json) for (const figure of found) process.stdout.write(`${lineOf(figure)}\n`);
}
if (json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
process.exitCode = figures.some(isAbove) ? 1 : 0;
