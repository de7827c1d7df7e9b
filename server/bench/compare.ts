import { CONTENT_VERSION, scenarioOf } from '../../shared/content/index.ts';
import { type Edition, RULES_VERSION, SEATS } from '../../shared/rules/index.ts';
import { playGame, type Played } from '../bots/play.ts';
import { makeLog } from '../log.ts';
import { firstRows } from '../session/games.ts';
import { replay } from '../session/replay.ts';
import { Session } from '../session/session.ts';
import { memoryStore } from '../store/memory.ts';
import { cpuSeconds } from './cpu.ts';
import { type Figure, type Measure, quantile, sized } from './measure.ts';
import { playTicTacToe } from './tic-tac-toe.ts';

const EDITION: Edition = 'lesson';
const GAMES = 12;
const MATCHES = 400;
const TURNS = 7; // each is measured so often, in turns; the median counts

interface Recorded {
  seed: string;
  log: Played['log'];
}

/**
 * Plays recorded games through sessions on the store in memory. The last command of each, which counts up the results,
 * is not among them: nobody waits for it with a move in hand.
 *
 * @param withViews whether every seat's view is made after each command, as a room does when all are changed by it
 */
async function throughSessions(games: readonly Recorded[], withViews: boolean) {
  const store = memoryStore();
  const sessions: Session[] = [];
  for (const [i, { seed }] of games.entries()) {
    const versions = { rules: RULES_VERSION, content: CONTENT_VERSION, chained: true, inParts: true };
    const settings = {
      seed,
      edition: EDITION,
      mode: 'simulation',
      rounds: null,
      bots: 'normal',
      ...versions,
    } as const;
    await store.create(`BENCH${i}`, Date.now(), { rows: firstRows(settings, []) });
    sessions.push(await Session.open(store, makeLog('silent'), `BENCH${i}`));
  }
  let moves = 0;
  const from = process.cpuUsage();
  for (const [i, { log }] of games.entries()) {
    const session = sessions[i];
    for (const { actor, command } of log.slice(0, -1)) {
      await session?.handle({ actor, id: `c${moves++}`, command });
      if (withViews) for (const seat of SEATS) session?.view(seat);
    }
  }
  const seconds = cpuSeconds(from);
  const bytes = JSON.stringify(replay(await store.load('BENCH0')).state).length;
  return { moves, seconds, bytes };
}

/**
 * Moves a second of processor time, which others on the machine do not take away: of boardgame.io's Master with its
 * tic-tac-toe, and of our session with the mix of bot games.
 */
export const compare: Measure = {
  name: 'compare',
  run: async (size) => {
    const games = Array.from({ length: sized(GAMES, size) }, (_, i) => {
      const seed = `compare ${i}`;
      const { log } = playGame(scenarioOf(EDITION), { seed, talks: 'linked', difficulty: 'easy' });
      return { seed, log };
    });
    const ways = {
      theirs: () => playTicTacToe(sized(MATCHES, size)),
      session: () => throughSessions(games, false),
      views: () => throughSessions(games, true),
    };
    const rates = { theirs: [] as number[], session: [] as number[], views: [] as number[] };
    const bytes = { theirs: 0, session: 0, views: 0 };
    for (let turn = 0; turn <= TURNS; turn++) {
      for (const way of ['theirs', 'session', 'views'] as const) {
        const { moves, seconds, bytes: state } = await ways[way]();
        bytes[way] = state;
        if (turn > 0) rates[way].push(moves / seconds); // the first turn warms up
      }
    }
    const median = (way: keyof typeof rates) => quantile(rates[way], 0.5);
    const ratio = (way: 'session' | 'views') =>
      quantile(
        rates[way].map((rate, turn) => rate / (rates.theirs[turn] ?? NaN)),
        0.5,
      );
    const figure = (what: string, value: number, unit: string): Figure => {
      return { measure: 'compare', what, value, unit };
    };
    return [
      figure('boardgame.io, tic-tac-toe', median('theirs'), '/s'),
      figure('ours, session in memory', median('session'), '/s'),
      figure('ours, with the views of all six seats', median('views'), '/s'),
      figure('ours to theirs', ratio('session'), ''),
      figure('ours to theirs, with six views', ratio('views'), ''),
      figure('state of theirs', bytes.theirs, 'B'),
      figure('state of ours', bytes.session, 'B'),
    ];
  },
};
