import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, expect, test } from 'vitest';
import { createBots } from '../../server/bots/bot.ts';
import { runBeats } from '../../server/bots/talks.ts';
import { Delegations } from '../../server/session/delegations.ts';
import { verifyLog } from '../../server/session/replay.ts';
import { Session } from '../../server/session/session.ts';
import { Thinkers } from '../../server/session/thinkers.ts';
import { memoryStore } from '../../server/store/memory.ts';
import type { EventStore } from '../../server/store/store.ts';
import { type Command, SEATS, type Seat } from '../../shared/rules/index.ts';
import { LOG, openedGame, SETTINGS } from './games.ts';

const folder = mkdtempSync(join(tmpdir(), 'thinkers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open: Thinkers[] = [];
afterEach(async () => {
  for (const thinkers of open.splice(0)) await thinkers.close();
});

function thinkersOf(...settings: ConstructorParameters<typeof Thinkers>): Thinkers {
  const thinkers = new Thinkers(...settings);
  open.push(thinkers);
  return thinkers;
}

/** Threads that die over their tasks: the first of them, or all. */
function mortals(which: 'first' | 'all'): () => Worker {
  const diedOnce = which === 'first' ? join(folder, 'died') : null;
  return () => new Worker(new URL('./mortal-thinker.ts', import.meta.url), { workerData: { diedOnce } });
}

async function begun(store: EventStore, code: string, thinkers: Thinkers | null): Promise<Session> {
  await openedGame(store, code, { ...SETTINGS, mode: 'solo', bots: 'normal', rounds: 1 });
  const session = await Session.open(store, LOG, code, thinkers);
  await session.handle({ actor: 'host', id: 'start', command: { kind: 'start' } });
  return session;
}

/** What was asked in a game, by whom. */
async function asked(store: EventStore, code: string): Promise<unknown[]> {
  return (await store.load(code)).map(({ actor, command }) => ({ actor, command }));
}

test('bots in threads play the game that they would play here, to the same last row', async () => {
  const here = memoryStore();
  const session = await begun(here, 'AAAAAA', null);
  const { seed, bots: difficulty } = session.settings;
  const bots = createBots(session.scenario, SEATS, { difficulty, seed, talks: 'linked' });
  await runBeats(
    {
      view: (seat) => session.view(seat),
      handle: async (actor: Seat, command: Command) => {
        const reply = await session.handle({ actor, id: `${actor}:${session.seq}`, command });
        return reply.ok ? { ok: true } : { ok: false, refusal: reply.refusal as never };
      },
    },
    bots,
    { maxBeats: 40 },
  );

  const there = memoryStore();
  const thinkers = thinkersOf(LOG);
  const threaded = await begun(there, 'AAAAAA', thinkers);
  const quiet = Promise.withResolvers<void>();
  const delegations = new Delegations(threaded, thinkers, LOG, (acting) => {
    if (!acting) quiet.resolve();
  });
  await quiet.promise;
  await delegations.stop();

  expect(threaded.publicView().world.phase).toBe('ended');
  expect(await asked(there, 'AAAAAA')).toEqual(await asked(here, 'AAAAAA'));
  const rows = await there.load('AAAAAA');
  expect(rows.at(-1)?.hash).toBe((await here.load('AAAAAA')).at(-1)?.hash);
  expect(verifyLog(rows)).toBeNull();
});

test('a thread that dies is replaced, and the turn is thought out again', async () => {
  const session = await begun(memoryStore(), 'BBBBBB', null);
  const { edition, seed } = session.settings;
  const settings = { difficulty: 'normal', seed, talks: 'linked' } as const;
  const task = { edition, seat: 'us', settings, view: session.view('us'), turnedDown: false } as const;

  const [bot] = createBots(session.scenario, ['us'], settings);
  const wanted = bot?.act(session.view('us'));
  expect(wanted).not.toEqual([]);
  expect(await thinkersOf(LOG, 1, mortals('first')).act(task)).toEqual(wanted);
});

test('a turn that no thread survives fails, and the others still get answers', async () => {
  const session = await begun(memoryStore(), 'CCCCCC', null);
  const { edition, seed } = session.settings;
  const settings = { difficulty: 'normal', seed, talks: 'linked' } as const;
  const task = { edition, seat: 'us', settings, view: session.view('us'), turnedDown: false } as const;
  const thinkers = thinkersOf(LOG, 1, mortals('all'));
  const answers = await Promise.allSettled([thinkers.act(task), thinkers.act(task)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('the end of a game is decided here where no thread can', async () => {
  const store = memoryStore();
  const session = await begun(store, 'DDDDDD', thinkersOf(LOG, 1, mortals('all')));
  for (let i = 0; session.publicView().world.phase !== 'ended'; i++)
    expect(
      await session.handle({ actor: 'clock', id: `close ${i}`, command: { kind: 'closeTalks' } }),
    ).toMatchObject({ ok: true });
  expect(session.publicView().world.result).not.toBeNull();
  expect(verifyLog(await store.load('DDDDDD'))).toBeNull();
});
