import { parseArgs } from 'node:util';
import * as z from 'zod';
import content from '../../shared/content/texts/en/content.json' with { type: 'json' };
import { PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import type { Edition } from '../../shared/rules/types.ts';
import { DIFFICULTIES } from '../bots/difficulty.ts';
import { playGame } from '../bots/play.ts';
import { wordsOf } from '../bots/wording.ts';

const USAGE = `usage: npm run press -- [--seed S] [--edition ${PLAYABLE.join('|')}] [--bots ${DIFFICULTIES.join('|')}]`;
const NAMES: Readonly<Record<string, string>> = content;

const Options = z.object({
  seed: z.string().min(1).max(100).default('1'),
  edition: z.enum(PLAYABLE as [Edition, ...Edition[]]).default('lesson'),
  bots: z.enum(DIFFICULTIES).default('normal'),
});

/** The options of the command line, or an end with what is wrong and what would work. */
function optionsFrom(args: string[]): z.infer<typeof Options> {
  try {
    const strings = {
      seed: { type: 'string' },
      edition: { type: 'string' },
      bots: { type: 'string' },
    } as const;
    return Options.parse(parseArgs({ args, options: strings }).values);
  } catch (error) {
    const issues = error instanceof z.ZodError ? error.issues : null;
    const why = issues
      ? issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n')
      : String(error);
    process.stderr.write(`${why}\n${USAGE}\n`);
    process.exit(2);
  }
}

/** Who is spoken to, as a heading names them. */
function heard(channel: string): string {
  const [kind, id] = channel.split(':');
  if (kind === 'seat') return NAMES[`seat.${id}.short`] ?? channel;
  return kind === 'table' ? (NAMES[`table.${id}.name`] ?? channel) : 'all';
}

/** The press of one game of bots, round by round, as its readers saw it. */
const { seed, edition, bots } = optionsFrom(process.argv.slice(2));
const { state } = playGame(scenarioOf(edition), { seed, talks: 'linked', difficulty: bots });
let round = -1;
for (const message of state.hidden.press) {
  if (message.round !== round) process.stdout.write(`\nRound ${(round = message.round)}\n`);
  const from = NAMES[`seat.${message.from}.short`] ?? message.from;
  process.stdout.write(`  ${from} → ${heard(message.channel)}: ${wordsOf(message)}\n`);
}
process.stdout.write(`\n${state.hidden.press.length} messages, ${state.world.result?.grade ?? ''}\n`);
