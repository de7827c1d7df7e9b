import * as z from 'zod';
import content from '../../shared/content/texts/en/content.json' with { type: 'json' };
import { PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import type { Edition } from '../../shared/rules/types.ts';
import { DIFFICULTIES } from '../bots/difficulty.ts';
import { playGame } from '../bots/play.ts';
import { wordsOf } from '../bots/wording.ts';
import { optionsFrom } from './options.ts';

const USAGE = `usage: npm run press -- [--seed S] [--edition ${PLAYABLE.join('|')}] [--bots ${DIFFICULTIES.join('|')}]`;
const NAMES: Readonly<Record<string, string>> = content;

const Options = z.object({
  seed: z.string().min(1).max(100).default('1'),
  edition: z.enum(PLAYABLE as [Edition, ...Edition[]]).default('lesson'),
  bots: z.enum(DIFFICULTIES).default('normal'),
});

/** Who is spoken to, as a heading names them. */
function heard(channel: string): string {
  const [kind, id] = channel.split(':');
  if (kind === 'seat') return NAMES[`seat.${id}.short`] ?? channel;
  return kind === 'table' ? (NAMES[`table.${id}.name`] ?? channel) : 'all';
}

/** The press of one game of bots, round by round, as its readers saw it. */
const { seed, edition, bots } = optionsFrom(
  Options,
  {
    seed: { type: 'string' },
    edition: { type: 'string' },
    bots: { type: 'string' },
  },
  USAGE,
);
const { state } = playGame(scenarioOf(edition), { seed, talks: 'linked', difficulty: bots });
let round = -1;
for (const message of state.hidden.press) {
  if (message.round !== round) process.stdout.write(`\nRound ${(round = message.round)}\n`);
  const from = NAMES[`seat.${message.from}.short`] ?? message.from;
  process.stdout.write(`  ${from} → ${heard(message.channel)}: ${wordsOf(message)}\n`);
}
process.stdout.write(`\n${state.hidden.press.length} messages, ${state.world.result?.grade ?? ''}\n`);
