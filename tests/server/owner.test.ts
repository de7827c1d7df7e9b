import { describe, expect, test } from 'vitest';
import { deleteOld } from '../../server/session/retention.ts';
import { Sessions } from '../../server/session/sessions.ts';
import { statusPage } from '../../server/http/status.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { LOG, openedGame } from './games.ts';
import { get, Player, post } from './player.ts';
import { aServer, join, newGame } from './serving.ts';

const TOKEN = 'the-owner-of-this-machine';
const server = aServer({ hosting: { ownerToken: TOKEN, retentionDays: 30 } });
const bearer = { authorization: `Bearer ${TOKEN}` };
const basic = { authorization: `Basic ${Buffer.from(`anyone:${TOKEN}`).toString('base64')}` };
/** As a request comes that a proxy on this machine passes on. */
const proxied = { 'x-forwarded-for': '203.0.113.9' };

const ask = (where: string, headers: Record<string, string> = {}) => fetch(server.base + where, { headers });

/** Sends the form of the page. */
const remove = (code: string, headers: Record<string, string>) =>
  fetch(`${server.base}/status/delete`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ code }).toString(),
    redirect: 'manual',
  });

describe('the page of the owner', () => {
  test.each([
    ['without a token', {}],
    ['with a wrong one', { authorization: 'Bearer the-owner-of-that-machine' }],
    ['with the right one behind another scheme’s name', { authorization: TOKEN }],
  ])('is not shown %s', async (_case, headers) => {
    const answer = await ask('/status', headers);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Basic');
    expect(await answer.json()).toMatchObject({ code: 'TOKEN_WRONG' });
  });

  test('is not shown to a player', async () => {
    const { seatToken } = await newGame(server.base);
    expect((await ask('/status', { authorization: `Bearer ${seatToken}` })).status).toBe(401);
  });

  test.each([
    ['bearer', bearer],
    ['basic', basic],
  ])('lists the games for the %s token, and nothing of what is in them', async (_case, headers) => {
    const { code, seatToken } = await newGame(server.base, { name: 'Olena', seed: 'owner-seed' });
    const answer = await ask('/status', headers);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain(code);
    for (const secret of ['Olena', 'owner-seed', seatToken, TOKEN, '<script'])
      expect(page).not.toContain(secret);
  });

  test('escapes what it shows', () => {
    const game = { code: '<b>&"', createdAt: 0, usedAt: 0, epoch: 0, rows: 1, bytes: 1, isOpen: false };
    const page = statusPage({ games: [game], rooms: 0, clients: 0, memory: 1, now: 9, retentionDays: null });
    expect(page).toContain('&lt;b&gt;&amp;&quot;');
    expect(page).not.toContain('<b>');
  });

  test('deletes a game, also one that is being played', async () => {
    const { code, seatToken } = await newGame(server.base);
    const player = await Player.come(server.base, code, seatToken);
    const left = new Promise((resolve) => player.room.onLeave(resolve));
    expect((await remove(code, {})).status).toBe(401);
    expect(await server.store.find(code)).not.toBeNull();

    expect((await remove(code, bearer)).status).toBe(303);
    expect(await left).toBe(4001);
    expect(await server.store.find(code)).toBeNull();
    expect((await get(server.base, `/api/games/${code}`)).body.code).toBe('GAME_UNKNOWN');
    expect((await remove(code, bearer)).status).toBe(404);
  });

  test('pages of other sites cannot delete with the owner’s browser', async () => {
    const { code } = await newGame(server.base);
    const answer = await remove(code, { ...basic, origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(await server.store.find(code)).not.toBeNull();
  });
});

describe('metrics', () => {
  test('are for the owner, and for programs on this machine', async () => {
    expect((await ask('/metrics')).status).toBe(200);
    expect((await ask('/metrics', bearer)).status).toBe(200);
    expect((await ask('/metrics', proxied)).status).toBe(401);
    expect((await ask('/metrics', { ...proxied, ...bearer })).status).toBe(200);
  });

  test('count rooms, clients, commands, appends, bots and refusals', async () => {
    const { code, seatToken } = await newGame(server.base, { mode: 'solo' });
    const player = await Player.come(server.base, code, seatToken);
    await player.settled();
    await player.ask({ kind: 'setReady', ready: true });
    await player.settled();
    await player.ask({ kind: 'sign', proposal: 'p99' });
    await get(server.base, '/api/games/ZZZZZZ');
    const text = await (await ask('/metrics')).text();
    const value = (name: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')[1],
      );
    expect(value('game_rooms')).toBeGreaterThan(0);
    expect(value('game_clients')).toBeGreaterThan(0);
    expect(value('game_command_seconds_count{outcome="accepted"}')).toBeGreaterThan(0);
    expect(value('game_command_seconds_count{outcome="refused"}')).toBeGreaterThan(0);
    expect(value('game_append_seconds_count')).toBeGreaterThan(0);
    expect(value('game_bots_seconds_count')).toBeGreaterThan(0);
    expect(value('game_refusals_total{code="PROPOSAL_UNKNOWN"}')).toBe(1);
    expect(value('game_refusals_total{code="GAME_UNKNOWN"}')).toBeGreaterThan(0);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    await player.leave();
  });
});

test('a server that is ready says so', async () => {
  expect(await get(server.base, '/readyz')).toMatchObject({ status: 200, body: { ok: true } });
});

describe('the words of a game', () => {
  test('are erased for good by its host, on every screen', async () => {
    const { code, seatToken } = await newGame(server.base, { seat: 'ua', name: 'Olena' });
    const guestToken = (await join(server.base, code, 'us', 'John')).seatToken;
    const host = await Player.come(server.base, code, seatToken);
    const guest = await Player.come(server.base, code, guestToken);
    await host.ask({ kind: 'start' });
    await host.settled();
    const say = { kind: 'say', channel: 'all', act: 'say', about: null } as const;
    await host.ask({ ...say, text: 'erase me' });
    await guest.until(() => Object.values(guest.words.texts).includes('erase me'));

    const erase = (token: string) => post(server.base, `/api/games/${code}/erase`, { seatToken: token });
    expect((await erase(guestToken)).body).toMatchObject({ code: 'TOKEN_WRONG' });
    expect((await erase('x'.repeat(32))).status).toBe(401);
    expect(await server.store.names(code)).not.toEqual([]);

    expect(await erase(seatToken)).toMatchObject({ status: 200, body: { erased: true } });
    await guest.until(() => Object.keys(guest.words.texts).length === 0);
    expect(guest.words.names.us).toEqual([]);
    expect(await server.store.texts(code)).toEqual({});
    expect(await server.store.names(code)).toEqual([]);
    expect((await host.ask({ ...say, text: 'said afterwards' })).ok).toBe(true);
    await host.leave();
    await guest.leave();
  });
});

test('games that nobody opened for the term are deleted, those in use are not', async () => {
  const DAY = 24 * 3_600_000;
  const store = memoryStore();
  for (const code of ['AAAAAA', 'BBBBBB', 'CCCCCC']) await openedGame(store, code);
  const sessions = new Sessions(store, LOG);
  await store.claim('BBBBBB', 20 * DAY);
  await sessions.use('CCCCCC');
  expect(await deleteOld(sessions, 30, 29 * DAY)).toEqual([]);
  expect(await deleteOld(sessions, 30, 40 * DAY)).toEqual(['AAAAAA']);
  expect((await store.list()).map((game) => game.code)).toEqual(['BBBBBB', 'CCCCCC']);
  await sessions.close();
});
