/**
 * Records the golden games anew, one for every way to end: `npm run golden` after a change of rules or
 * content that is meant to change how games go (name endings to record only those). Games are played by bots, the one at the brink by
 * random legal moves. The difference in the files is part of the review.
 */
import { writeFileSync } from 'node:fs';
import { hashOf } from '../../shared/rules/index.ts';
import type { Grade } from '../../shared/rules/index.ts';
import { playGame } from '../../server/bots/play.ts';
import { stateHash } from '../../server/session/state-hash.ts';
import { playRandom } from '../properties/play.ts';
import { ENDINGS, fileOf, scenarioFor, toldIn } from './golden.ts';

const MOST_SEEDS = 400;

const asked = process.argv.slice(2);
for (const ending of ENDINGS.filter((candidate) => asked.length === 0 || asked.includes(candidate))) {
  const found = record(ending);
  if (!found) throw new Error(`no game in ${MOST_SEEDS} ended as ${ending}`);
  writeFileSync(fileOf(ending), `${JSON.stringify(found, null, 1)}\n`);
  process.stdout.write(`${ending}: seed ${found.seed}, ${found.commands.length} commands\n`);
}

function record(ending: Grade) {
  const scenario = scenarioFor(ending);
  const playBots = (i: number) =>
    playGame(scenario, { seed: `golden ${i}`, talks: 'linked', difficulty: 'normal' });
  for (let i = 1; i <= MOST_SEEDS; i++) {
    const { state, log } = ending === 'escalation' ? playRandom(scenario, i) : playBots(i);
    if (state.world.result?.grade !== ending) continue;
    return {
      ending,
      seed: state.hidden.seed,
      hash: hashOf(state),
      inParts: stateHash({ inParts: true }, state),
      told: toldIn(state),
      commands: log.map(({ actor, command }) => ({ actor, command })),
    };
  }
  return null;
}
