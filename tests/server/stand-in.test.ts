import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ABSENT_MS, Absences } from '../../server/rooms/absence.ts';
import { Delegations } from '../../server/session/delegations.ts';
import { verifyLog } from '../../server/session/replay.ts';
import { actorOf } from '../../server/session/wording.ts';
import { Thinkers } from '../../server/session/thinkers.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { SEATS, type Seat } from '../../shared/rules/index.ts';
import { LOG, sessionInTalks } from './games.ts';

const thinkers = new Thinkers(LOG);
afterAll(() => thinkers.close());

/** A thread takes its time to start. */
const SLOW = { timeout: 10_000 };

const here = (...seats: Seat[]) =>
  Object.fromEntries(SEATS.map((seat) => [seat, seats.includes(seat) ? 1 : 0])) as Record<Seat, number>;

/** A game in talks with its watch over absences; `come` says who is connected now. */
async function watched(store = memoryStore()) {
  const session = await sessionInTalks(store);
  let present = here(...SEATS);
  const absences = new Absences(
    session,
    () => present,
    (error) => {
      throw error;
    },
  );
  const come = (...seats: Seat[]) => {
    present = here(...seats);
    absences.look();
  };
  const standIns = () => SEATS.filter((seat) => session.publicView().world.seats[seat].standIn === 'absent');
  return { session, absences, come, standIns };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a stand-in sits where everybody has been gone for a while, and leaves when somebody is back', async () => {
  const { come, standIns, absences } = await watched();
  come('ua', 'us');
  vi.advanceTimersByTime(ABSENT_MS - 1);
  expect(standIns()).toEqual([]);
  vi.advanceTimersByTime(1);
  vi.useRealTimers();
  await expect.poll(standIns).toEqual(SEATS.filter((seat) => seat !== 'ua' && seat !== 'us'));

  come('ua', 'us', 'ru');
  await expect.poll(standIns).not.toContain('ru');
  absences.end();
});

test('who comes back in time is not stood in for, and a game that all have left waits', async () => {
  const { come, standIns, absences } = await watched();
  come('ua');
  vi.advanceTimersByTime(ABSENT_MS / 2);
  come(...SEATS);
  vi.advanceTimersByTime(ABSENT_MS);
  come();
  vi.advanceTimersByTime(2 * ABSENT_MS);
  vi.useRealTimers();
  await new Promise((resolve) => setImmediate(resolve));
  expect(standIns()).toEqual([]);
  absences.end();
});

test('a stand-in gets ready for its people, signs nothing, and the log can be decided again', async () => {
  vi.useRealTimers();
  const store = memoryStore();
  const session = await sessionInTalks(store);
  const command = { kind: 'standIn', seat: 'ru', why: 'asked' } as const;
  await session.handle({ actor: 'ru', id: 'away', command });
  const delegations = new Delegations(session, thinkers, LOG, () => undefined);
  await expect.poll(() => session.publicView().world.seats.ru.ready, SLOW).toBe(true);
  await expect.poll(() => delegations.isActing, SLOW).toBe(false);

  await session.handle({ actor: 'ru', id: 'back', command: { ...command, why: null } });
  await session.handle({ actor: 'ru', id: 'unready', command: { kind: 'setReady', ready: false } });
  await expect.poll(() => delegations.isActing, SLOW).toBe(false);
  expect(session.publicView().world.seats.ru.ready).toBe(false);
  await delegations.stop();

  const rows = await store.load(session.code);
  const acts = rows.filter(({ commandId }) => commandId.startsWith('stand-in:ru'));
  expect(acts.map(({ command: { kind } }) => kind)).toContain('setReady');
  expect(acts.filter(({ command: { kind } }) => kind === 'sign' || kind === 'propose')).toEqual([]);
  expect(verifyLog(rows)).toBeNull();
});

test('the host may have any seat kept, and nobody else another’s; its people are back with their next act', async () => {
  const session = await sessionInTalks(memoryStore());
  const { host } = session.publicView().world;
  const kept = { kind: 'standIn', seat: 'cn', why: 'asked' } as const;
  expect([actorOf('us', 'us', kept), actorOf('ru', 'us', kept), actorOf('cn', 'us', kept)]).toEqual([
    'host',
    'ru',
    'cn',
  ]);
  expect(await session.handle({ actor: 'ru', id: 'theirs', command: kept })).toMatchObject({
    ok: false,
    refusal: { code: 'NOT_YOURS_TO_ASK', needs: 'host' },
  });
  expect(host).not.toBeNull();
  await session.handle({ actor: 'host', id: 'kept', command: kept });
  expect(session.publicView().world.seats.cn.standIn).toBe('asked');
  await session.handle({ actor: 'host', id: 'back', command: { ...kept, why: null } });
  expect(session.publicView().world.seats.cn.standIn).toBeUndefined();
});
