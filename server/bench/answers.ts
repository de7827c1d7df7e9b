// A drawn game has no session: it is played over to reach its positions and then thrown away.
// oxlint-disable-next-line no-restricted-imports
import { evolve } from '../../shared/rules/index.ts';
import { PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import {
  type Edition,
  type GameState,
  newGame,
  SEATS,
  type Seat,
  viewFor,
} from '../../shared/rules/index.ts';
import { createBots } from '../bots/bot.ts';
import type { Difficulty } from '../bots/difficulty.ts';
import { playGame } from '../bots/play.ts';
import { type Figure, type Measure, quantile, sized } from './measure.ts';

const PROPOSALS = 210; // in all editions together, at each difficulty
const MOST_MS = { normal: 300, hard: 1000 } as const;
const WARM_UP = 10;

/** A text just put to the others by a person. */
interface Position {
  state: GameState;
  author: Seat;
}

/** Every proposal of a bot game, as if the seat that made it were a person's. */
function* positionsOf(edition: Edition, seed: string): Generator<Position> {
  const scenario = scenarioOf(edition);
  const { log } = playGame(scenario, { seed, talks: 'linked', difficulty: 'normal' });
  let state = newGame(scenario, { seed, mode: 'simulation' });
  for (const { actor, command, events } of log) {
    for (const event of events) state = evolve(state, event);
    if (command.kind !== 'propose' || actor === 'host' || actor === 'clock') continue;
    const { world } = state;
    const seats = { ...world.seats, [actor]: { ...world.seats[actor], taken: 'human' as const } };
    yield { state: { ...state, world: { ...world, seats } }, author: actor };
  }
}

/** Proposals spread evenly over several games. */
function drawn(edition: Edition, count: number): Position[] {
  const all: Position[] = [];
  for (let game = 0; all.length < 3 * count; game++) all.push(...positionsOf(edition, `answers ${game}`));
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] as Position);
}

/** How long the five others take over it together, one after another; each begins with nothing worked out, as after a move. */
function answered(edition: Edition, { state, author }: Position, difficulty: Difficulty): number {
  const scenario = scenarioOf(edition);
  const others = SEATS.filter((seat) => seat !== author);
  const bots = createBots(scenario, others, { difficulty, seed: 'answers', talks: 'linked' });
  const from = performance.now();
  for (const bot of bots) bot.act(viewFor(scenario, state, bot.seat));
  return performance.now() - from;
}

/** How long five bots take to answer a proposal that the sixth seat puts to them, on one core. */
export const answers: Measure = {
  name: 'answers',
  run: (size) => {
    const count = Math.ceil(sized(PROPOSALS, size) / PLAYABLE.length);
    const positions = PLAYABLE.map((edition) => ({ edition, drawn: drawn(edition, count) }));
    return (['normal', 'hard'] as const).flatMap((difficulty) => {
      const all: number[] = [];
      const figures = positions.flatMap(({ edition, drawn: here }) => {
        for (const position of here.slice(0, WARM_UP)) answered(edition, position, difficulty);
        const times = here.map((position) => answered(edition, position, difficulty));
        all.push(...times);
        return told(`${difficulty}, ${edition}`, times);
      });
      const [median, most, slowest] = told(`${difficulty}, all editions`, all) as [Figure, Figure, Figure];
      return [...figures, median, most, { ...slowest, most: MOST_MS[difficulty] }];
    });
  },
};

function told(of: string, times: readonly number[]): Figure[] {
  return [0.5, 0.95, 0.99].map((part) => ({
    measure: 'answers',
    what: `${of}, p${Math.round(100 * part)} of ${times.length}`,
    value: quantile(times, part),
    unit: 'ms',
  }));
}
