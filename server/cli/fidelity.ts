import * as z from 'zod';
import { PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import type { Edition } from '../../shared/rules/types.ts';
import { DIFFICULTIES } from '../bots/difficulty.ts';
import { fidelityOf } from '../bots/fidelity.ts';
import { optionsFrom } from './options.ts';

const USAGE = `usage: npm run fidelity -- [--games N] [--seed S] [--edition ${PLAYABLE.join('|')}] [--bots ${DIFFICULTIES.join('|')}]`;

const Options = z.object({
  games: z.coerce.number().int().min(1).max(10_000).default(20),
  seed: z.string().min(1).max(100).default('1'),
  edition: z.enum(PLAYABLE as [Edition, ...Edition[]]).optional(),
  bots: z.enum(DIFFICULTIES).default('normal'),
});

/** How true bots are to what decided them, an edition a line, with every reason that was not. */
const { games, seed, edition, bots } = optionsFrom(
  Options,
  {
    games: { type: 'string' },
    seed: { type: 'string' },
    edition: { type: 'string' },
    bots: { type: 'string' },
  },
  USAGE,
);
process.stdout.write(
  'edition   reasons  true %  told  contrary  messages  empty  repeated  beyond measure\n',
);
for (const each of edition ? [edition] : PLAYABLE) {
  const found = fidelityOf(
    scenarioOf(each),
    Array.from({ length: games }, (_, i) => ({ seed: `${seed}:${i}`, talks: 'linked', difficulty: bots })),
  );
  const share = found.reasons === 0 ? 100 : (100 * found.faithful) / found.reasons;
  const figures = [
    each.padEnd(8),
    String(found.reasons).padStart(9),
    share.toFixed(1).padStart(8),
    ...[found.spoken, found.contrary].map((n, i) => String(n).padStart([6, 10][i] ?? 0)),
    ...[found.messages, found.empty, found.repeated, found.beyond].map((n, i) =>
      String(n).padStart([10, 7, 10, 16][i] ?? 0),
    ),
  ];
  process.stdout.write(`${figures.join('')}\n`);
  for (const not of found.unfaithful)
    process.stdout.write(
      `  ${not.seed} ${not.seat} ${not.proposal}: ${not.reason} about ${not.about ?? 'nothing'}\n`,
    );
}
