import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { CONTENT_VERSION, PLAYABLE } from '../../shared/content/index.ts';
import { type Edition, RULES_VERSION } from '../../shared/rules/index.ts';
import { makeLog } from '../log.ts';
import { firstRows } from '../session/games.ts';
import { Sessions } from '../session/sessions.ts';
import { memoryStore } from '../store/memory.ts';
import type { GameSettings } from '../store/store.ts';
import { type Figure, type Measure, quantile } from './measure.ts';

const MOST_MS = 50;
const IDLE_MS = 2000;
const TICK_MS = 1;

/** Of each tick of a short timer, ms: how late it came, and how long this thread worked since the one before. */
interface Ticks {
  late: number[];
  worked: number[];
}

/** Watches the event loop until it is told to stop. */
function watched(): { stop: () => Ticks } {
  const ticks: Ticks = { late: [], worked: [] };
  let due = performance.now() + TICK_MS;
  let before = workOf();
  const timer = setInterval(() => {
    const now = performance.now();
    const work = workOf();
    ticks.late.push(Math.max(0, now - due));
    ticks.worked.push(work - before);
    due = now + TICK_MS;
    before = work;
  }, TICK_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return ticks;
    },
  };
}

/** Processor time of this thread, ms. */
function workOf(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** A live game through to its result: five bots at normal, and a person who is ready as soon as they are. */
async function playedLive(edition: Edition, seed: string): Promise<Ticks> {
  const store = memoryStore();
  const settings: GameSettings = {
    seed,
    edition,
    mode: 'solo',
    rounds: null,
    bots: 'normal',
    rules: RULES_VERSION,
    content: CONTENT_VERSION,
    chained: true,
    inParts: true,
  };
  const rows = firstRows(settings, [
    { id: 'sit', command: { kind: 'takeSeat', seat: 'ua', by: 'human' } },
    { id: 'start', command: { kind: 'start' } },
  ]);
  await store.create('BENCHS', Date.now(), { rows });
  const sessions = new Sessions(store, makeLog('silent'));
  const { session, delegations, acting } = await sessions.use('BENCHS');
  const told = new EventTarget();
  acting.add((isActing) => {
    if (!isActing) told.dispatchEvent(new Event('quiet'));
  });
  const watch = watched();
  for (let asked = 0; session.publicView().world.phase !== 'ended'; asked++) {
    if (delegations.isActing) await once(told, 'quiet');
    await session.handle({ actor: 'ua', id: `ready ${asked}`, command: { kind: 'setReady', ready: true } });
  }
  const ticks = watch.stop();
  await sessions.close();
  return ticks;
}

/**
 * How long the event loop of a server is held up while a game of five bots is played through, and with nothing to do.
 * On a busy machine other processes make ticks late; what the loop's own thread did in between tells them apart.
 */
export const loop: Measure = {
  name: 'loop',
  run: async (size) => {
    const figures: Figure[] = [];
    const idle = watched();
    await after(IDLE_MS);
    figures.push(figure('nothing to do, longest', Math.max(...idle.stop().late)));
    for (const edition of size < 1 ? PLAYABLE.slice(0, 1) : PLAYABLE) {
      await playedLive(edition, 'warm up');
      const { late, worked } = await playedLive(edition, 'bench');
      figures.push(
        figure(`${edition}, p99`, quantile(late, 0.99)),
        { ...figure(`${edition}, longest`, Math.max(...late)), most: MOST_MS },
        figure(`${edition}, longest work of its own`, Math.max(...worked)),
      );
    }
    return figures;
  },
};

function figure(what: string, value: number): Figure {
  return { measure: 'loop', what, value, unit: 'ms' };
}
