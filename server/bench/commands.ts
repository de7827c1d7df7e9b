import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The rules alone are one of the things measured here.
// oxlint-disable-next-line no-restricted-imports
import { decide, evolve } from '../../shared/rules/index.ts';
import { CONTENT_VERSION, PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import { type Edition, newGame, RULES_VERSION } from '../../shared/rules/index.ts';
import { playGame, type Played } from '../bots/play.ts';
import { makeLog } from '../log.ts';
import { firstRows } from '../session/games.ts';
import { Session } from '../session/session.ts';
import { memoryStore } from '../store/memory.ts';
import { sqliteStore } from '../store/sqlite.ts';
import type { EventStore, GameSettings } from '../store/store.ts';
import { type Figure, type Measure, quantile, sized } from './measure.ts';

const GAMES = 6;
const TURNS = 3; // each way is measured so often; the median counts

interface Recorded {
  seed: string;
  log: Played['log'];
}

function recorded(edition: Edition, count: number): Recorded[] {
  return Array.from({ length: count }, (_, i) => {
    const seed = `commands ${i}`;
    const { log } = playGame(scenarioOf(edition), { seed, talks: 'linked', difficulty: 'normal' });
    return { seed, log };
  });
}

/** The commands of bot games through the rules alone; the end of a game is not among them, it is no answer to wait for. */
function throughRules(edition: Edition, all: readonly Recorded[]): number {
  const scenario = scenarioOf(edition);
  let count = 0;
  const from = performance.now();
  for (const { seed, log } of all) {
    let state = newGame(scenario, { seed, mode: 'simulation' });
    for (const { actor, command } of log.slice(0, -1)) {
      const decision = decide(scenario, state, actor, command);
      if (decision.ok) for (const event of decision.events) state = evolve(state, event);
      count++;
    }
  }
  return (1000 * count) / (performance.now() - from);
}

/** The same, one after another through sessions on a store. */
async function throughSessions(
  edition: Edition,
  all: readonly Recorded[],
  store: EventStore,
): Promise<number> {
  const sessions: Session[] = [];
  for (const [i, { seed }] of all.entries()) {
    const settings: GameSettings = {
      seed,
      edition,
      mode: 'simulation',
      rounds: null,
      bots: 'normal',
      rules: RULES_VERSION,
      content: CONTENT_VERSION,
      chained: true,
      inParts: true,
    };
    const code = `BENCH${i}`;
    await store.create(code, Date.now(), { rows: firstRows(settings, []) });
    sessions.push(await Session.open(store, makeLog('silent'), code));
  }
  let count = 0;
  const from = performance.now();
  await Promise.all(
    all.map(async ({ log }, i) => {
      for (const { actor, command } of log.slice(0, -1)) {
        await sessions[i]?.handle({ actor, id: `c${count++}`, command });
      }
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  for (const session of sessions) await session.close();
  return count / seconds;
}

async function onDisk(edition: Edition, all: readonly Recorded[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'miles-bench-'));
  const fail = (reason: Error): void => {
    throw reason;
  };
  const store = await sqliteStore(join(folder, 'bench.sqlite'), { onDeath: fail });
  try {
    return await throughSessions(edition, all, store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Commands a second: the mix of bot games, through the rules alone and through the session with either store. */
export const commands: Measure = {
  name: 'commands',
  run: async (size) => {
    const figures: Figure[] = [];
    for (const edition of PLAYABLE) {
      const all = recorded(edition, sized(GAMES, size));
      const ways = {
        'decide and evolve': () => throughRules(edition, all),
        'session, in memory': () => throughSessions(edition, all, memoryStore()),
        'session, SQLite': () => onDisk(edition, all),
      };
      for (const [way, measure] of Object.entries(ways)) {
        const rates: number[] = [];
        for (let turn = 0; turn < TURNS; turn++) rates.push(await measure());
        figures.push({
          measure: 'commands',
          what: `${edition}, ${way}`,
          value: quantile(rates, 0.5),
          unit: '/s',
        });
      }
    }
    return figures;
  },
};
