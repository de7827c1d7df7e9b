import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { verifyLog } from '../../server/session/replay.ts';
import { Session } from '../../server/session/session.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { faulty } from './faulty.ts';
import { allReady, LOG, sessionInTalks } from './games.ts';
import { get, Player, post } from './player.ts';
import { aServer, newGame, sixPlayers } from './serving.ts';

const { store, fault } = faulty(memoryStore());
let hasMemory = true;
const server = aServer({ store, fits: () => hasMemory });
afterEach(() => {
  Object.assign(fault, { isAway: false, isFull: false, answersLost: 0, slow: 0 });
  hasMemory = true;
});

const WORD = { kind: 'say', channel: 'all', act: 'say', about: null } as const;

describe('a database that is away', () => {
  test('loses nothing: commands are refused with a reason, and the game goes on when it is back', async () => {
    const { code, players } = await sixPlayers(server.base);
    await players.ua.ask({ kind: 'start' });
    await players.us.until(() => players.us.view.world.phase !== 'lobby');
    const before = players.us.view;
    fault.isAway = true;
    for (let i = 0; i < 3; i++) {
      const refused = await players.us.ask({ ...WORD, text: 'lost?' });
      expect(refused).toMatchObject({ ok: false, rejected: { code: 'UNAVAILABLE', retryAfter: 3 } });
    }
    expect(players.us.view).toEqual(before);
    expect(players.us.room.connection.isOpen).toBe(true);
    expect(await get(server.base, `/api/games/${code}`)).toMatchObject({
      status: 503,
      body: { code: 'UNAVAILABLE' },
    });
    expect(
      (await post(server.base, '/api/games', { mode: 'solo', seat: 'ua', edition: 'lesson', bots: 'easy' }))
        .status,
    ).toBe(503);

    fault.isAway = false;
    const said = await players.us.ask({ ...WORD, text: 'here again' });
    expect(said.ok).toBe(true);
    await players.cn.until(() => Object.values(players.cn.words.texts).includes('here again'));
    expect(verifyLog(await store.load(code))).toBeNull();
  });

  test('that took a command and lost its answer: the command is shown once it can be read, and done once', async () => {
    const { code, players } = await sixPlayers(server.base);
    fault.answersLost = 1;
    const asked = await players.ua.ask({ kind: 'start' }, { id: 'start-it' });
    expect(asked).toMatchObject({ ok: false, rejected: { code: 'UNAVAILABLE' } });
    expect(players.ua.view.world.phase).toBe('lobby');
    fault.isAway = false;
    await players.cn.until(() => players.cn.view.world.phase !== 'lobby'); // nobody asks anything
    const again = await players.ua.ask({ kind: 'start' }, { id: 'start-it' });
    expect(again.ok).toBe(true);
    const rows = await store.load(code);
    expect(rows.filter((row) => row.command.kind === 'start')).toHaveLength(1);
  });

  test('lets bots that were at work go on', { timeout: 60_000 }, async () => {
    const { code, seatToken } = await newGame(server.base, { mode: 'solo', seat: 'ua' });
    const player = await Player.come(server.base, code, seatToken);
    await player.until(() => player.isActing);
    fault.isAway = true;
    await player.until(() => !player.isActing);
    expect(player.view.world.seats.ru.ready).toBe(false);
    fault.isAway = false;
    await player.until(() => player.view.world.seats.ru.ready, 30_000);
  });
});

test('a disk that is full refuses commands and goes on when there is space', async () => {
  const { code, players } = await sixPlayers(server.base);
  fault.isFull = true;
  expect(await players.ua.ask({ kind: 'start' })).toMatchObject({ rejected: { code: 'UNAVAILABLE' } });
  const late = await Player.come(server.base, code, (await newGame(server.base)).seatToken).catch(String);
  expect(late).toMatch(/TOKEN_WRONG/);
  expect((await get(server.base, `/api/games/${code}`)).status).toBe(200);
  fault.isFull = false;
  expect((await players.ua.ask({ kind: 'start' })).ok).toBe(true);
});

test('a slow disk holds up no other game, and shows nothing before it is stored', async () => {
  const { code, players } = await sixPlayers(server.base);
  fault.slow = 400;
  const asked = players.ua.ask({ kind: 'start' });
  const next = players.us.ask({ ...WORD, text: 'after it' });
  await players.us.until(() => players.us.present('ua') === 1);
  expect(players.us.view.world.phase).toBe('lobby');
  fault.slow = 0;
  expect((await newGame(server.base)).code).toHaveLength(6); // made and answered while the other waits
  const [first, second] = await Promise.all([asked, next]);
  expect(first.ok).toBe(true);
  if (first.ok && second.ok) expect(second.seq).toBeGreaterThan(first.seq);
  expect(verifyLog(await store.load(code))).toBeNull();
});

test('without memory for another game it is refused, and those that are open go on', async () => {
  const { players } = await sixPlayers(server.base);
  const other = await newGame(server.base);
  hasMemory = false;
  const refused = await post(server.base, `/api/games/${other.code}/seat`, { seatToken: other.seatToken });
  expect(refused).toMatchObject({ status: 503, body: { code: 'SERVER_FULL', retryAfter: 60 } });
  expect(refused.headers.get('retry-after')).toBe('60');
  expect((await players.ua.ask({ kind: 'start' })).ok).toBe(true);
  hasMemory = true;
  await (await Player.come(server.base, other.code, other.seatToken)).leave();
});

describe('a clock that jumps', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  test.each([
    ['back to before the game began', -400 * 24 * 3_600_000],
    ['years ahead', 3 * 365 * 24 * 3_600_000],
  ])('%s changes no game', async (_which, by) => {
    const own = memoryStore();
    const session = await sessionInTalks(own);
    vi.setSystemTime(Date.now() + by);
    await allReady(session, 1);
    const again = await Session.open(own, LOG, 'AAAAAA');
    expect(again.publicView()).toEqual(session.publicView());
    await allReady(again, 2);
    expect(again.publicView().world.round).toBe(3);
    expect(verifyLog(await own.load('AAAAAA'))).toBeNull();
  });
});
