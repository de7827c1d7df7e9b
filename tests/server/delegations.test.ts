import { afterAll, expect, test } from 'vitest';
import { Delegations } from '../../server/session/delegations.ts';
import { verifyLog } from '../../server/session/replay.ts';
import { Session } from '../../server/session/session.ts';
import { Thinkers } from '../../server/session/thinkers.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { SEATS } from '../../shared/rules/index.ts';
import { LOG, openedGame, SETTINGS } from './games.ts';

const thinkers = new Thinkers(LOG);
afterAll(() => thinkers.close());

/** Bots at work on a session; `quiet` is when they have nothing to add. */
function bots(session: Session): { delegations: Delegations; quiet: Promise<void> } {
  const quiet = Promise.withResolvers<void>();
  const delegations = new Delegations(session, thinkers, LOG, (acting) => {
    if (!acting) quiet.resolve();
  });
  return { delegations, quiet: quiet.promise };
}

/** A solo game just begun: one person at `ua`. */
async function soloGame(store: ReturnType<typeof memoryStore>, code: string): Promise<Session> {
  await openedGame(store, code, { ...SETTINGS, mode: 'solo' });
  const session = await Session.open(store, LOG, code);
  await session.handle({ actor: 'host', id: 'sit', command: { kind: 'takeSeat', seat: 'ua', by: 'human' } });
  await session.handle({ actor: 'host', id: 'start', command: { kind: 'start' } });
  return session;
}

test('bots act when a person has acted, until they have nothing to add', async () => {
  const session = await soloGame(memoryStore(), 'AAAAAA');
  const { delegations, quiet } = bots(session);
  await quiet;
  const { seats } = session.publicView().world;
  expect(SEATS.filter((seat) => seats[seat].ready)).toEqual(SEATS.filter((seat) => seat !== 'ua'));

  await session.handle({ actor: 'ua', id: 'ready', command: { kind: 'setReady', ready: true } });
  expect(delegations.isActing).toBe(true);
  await expect.poll(() => delegations.isActing).toBe(false);
  expect(session.publicView().world.round).toBe(1);
  expect(SEATS.filter((seat) => session.view(seat).mine.orders.length > 0)).not.toContain('ua');
  await delegations.stop();
});

test('bots stopped in the middle go on from the log as if nothing had been', async () => {
  const whole = memoryStore();
  const cut = memoryStore();
  const [undisturbed, disturbed] = [await soloGame(whole, 'AAAAAA'), await soloGame(cut, 'AAAAAA')];

  const first = bots(undisturbed);
  await first.quiet;
  await undisturbed.handle({ actor: 'ua', id: 'ready', command: { kind: 'setReady', ready: true } });
  await expect.poll(() => first.delegations.isActing).toBe(false);
  await first.delegations.stop();

  const second = bots(disturbed);
  await second.quiet;
  let acts = 0;
  const four = Promise.withResolvers<void>();
  disturbed.listen({
    changed: ({ actor }) => {
      if (actor !== 'ua' && ++acts === 4) four.resolve();
    },
    closed: () => undefined,
  });
  await disturbed.handle({ actor: 'ua', id: 'ready', command: { kind: 'setReady', ready: true } });
  await four.promise;
  await second.delegations.stop();
  const reached = (await cut.load('AAAAAA')).length;
  expect(reached).toBeLessThan((await whole.load('AAAAAA')).length);

  const restored = await Session.open(cut, LOG, 'AAAAAA');
  const third = bots(restored);
  await third.quiet;
  const rows = await cut.load('AAAAAA');
  expect(rows.length).toBeGreaterThan(reached);
  expect(new Set(rows.map((row) => row.commandId)).size).toBe(rows.length);
  expect(verifyLog(rows)).toBeNull();
  const { seats } = restored.publicView().world;
  expect(SEATS.filter((seat) => seats[seat].ready)).toEqual(SEATS.filter((seat) => seat !== 'ua'));
  await third.delegations.stop();
});

test('a person who takes a bot’s seat is not acted for', async () => {
  const session = await soloGame(memoryStore(), 'AAAAAA');
  const { delegations, quiet } = bots(session);
  await quiet;
  await session.handle({ actor: 'cn', id: 'sit-cn', command: { kind: 'takeSeat', seat: 'cn', by: 'human' } });
  await session.handle({ actor: 'ua', id: 'ready', command: { kind: 'setReady', ready: true } });
  await expect.poll(() => delegations.isActing).toBe(false);
  const from = session.seq;
  await session.handle({ actor: 'host', id: 'talks', command: { kind: 'closeTalks' } });
  await expect.poll(() => delegations.isActing).toBe(false);
  expect(session.seq).toBeGreaterThan(from);
  expect(session.view('cn').mine.orders).toEqual([]);
  expect(session.publicView().world.seats.cn.ready).toBe(false);
  await delegations.stop();
});
