import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { GameCard, GameMade, SeatReserved } from '../../shared/protocol/http.ts';
import { CODE_LETTERS, PROTOCOL } from '../../shared/protocol/version.ts';
import { openedGame, SETTINGS } from './games.ts';
import { get, Player, post } from './player.ts';
import { aServer, join, newGame } from './serving.ts';

const clientFolder = mkdtempSync(path(tmpdir(), '830-client-'));
mkdirSync(path(clientFolder, 'assets'));
writeFileSync(path(clientFolder, 'index.html'), '<title>830 Miles</title>');
writeFileSync(path(clientFolder, 'assets', 'main-abc.js'), '1');
writeFileSync(path(clientFolder, 'front.html'), '<title>830 Miles</title>, the front');
writeFileSync(path(clientFolder, 'assets', 'large-abc.js'), '/* the same again */\n'.repeat(500));
writeFileSync(path(clientFolder, 'assets', 'packed-abc.js'), 'plain()');
writeFileSync(path(clientFolder, 'assets', 'packed-abc.js.br'), brotliCompressSync('inBrotli()'));
writeFileSync(path(clientFolder, 'assets', 'packed-abc.js.gz'), gzipSync('inGzip()'));

const server = aServer({ clientFolder });
const LESSON = { edition: 'lesson', bots: 'easy' } as const;

test('what is large goes over the line packed', async () => {
  const answer = await fetch(`${server.base}/assets/large-abc.js`, {
    headers: { 'accept-encoding': 'gzip' },
  });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(await answer.text()).toContain('the same again');
});

test.each([
  ['br, gzip', 'br', 'inBrotli()'],
  ['gzip, deflate', 'gzip', 'inGzip()'],
  ['identity', null, 'plain()'],
])('what the build has packed goes as it is to who takes %s', async (accepted, encoding, text) => {
  const answer = await fetch(`${server.base}/assets/packed-abc.js`, {
    headers: { 'accept-encoding': accepted },
  });
  expect(answer.headers.get('content-encoding')).toBe(encoding);
  expect(answer.headers.get('content-type')).toContain('javascript');
  expect(answer.headers.get('cache-control')).toMatch(/immutable/);
  expect(await answer.text()).toBe(text);
});

describe('making a game', () => {
  test('answers with a code and the token of the seat', async () => {
    const { status, body, headers } = await post<GameMade>(server.base, '/api/games', {
      mode: 'table',
      seat: 'cn',
      ...LESSON,
      rounds: 4,
      seed: 'x',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      code: expect.stringMatching(new RegExp(`^[${CODE_LETTERS}]{6}$`)),
      seat: 'cn',
      seatToken: expect.stringMatching(/^[\w-]{32}$/),
    });
    expect(headers.get('cache-control')).toBe('no-store');
    const rights = await server.store.rights(body.code);
    expect(rights).toHaveLength(1);
    expect(JSON.stringify(rights)).not.toContain(body.seatToken);
  });

  test('a solo game begins at once with bots in the other seats', async () => {
    const { code } = await newGame(server.base, { mode: 'solo', seat: 'ru' });
    const { body } = await get<GameCard>(server.base, `/api/games/${code}`);
    expect(body).toMatchObject({ mode: 'solo', phase: 'briefing', host: 'ru', free: [] });
    expect(body.seats).toEqual({ us: 'bot', ru: 'human', eu: 'bot', ua: 'bot', nato: 'bot', cn: 'bot' });
  });

  const GOOD = { mode: 'solo', seat: 'ua', ...LESSON };
  test.each([
    [
      'an unknown seat',
      { ...GOOD, seat: 'fr' },
      400,
      'SEAT_UNKNOWN',
      { seats: ['us', 'ru', 'eu', 'ua', 'nato', 'cn'] },
    ],
    ['an unknown edition', { ...GOOD, edition: 'epic' }, 400, 'BODY_MALFORMED', {}],
    ['too many rounds', { ...GOOD, rounds: 12 }, 400, 'ROUNDS_OUT_OF_BOUNDS', { fewest: 4, most: 5 }],
    [
      'too few rounds for a campaign',
      { ...GOOD, edition: 'campaign', rounds: 5 },
      400,
      'ROUNDS_OUT_OF_BOUNDS',
      { fewest: 8, most: 12 },
    ],
    ['half a round', { ...GOOD, rounds: 4.5 }, 400, 'BODY_MALFORMED', {}],
    ['an unknown mode', { ...GOOD, mode: 'duel' }, 400, 'BODY_MALFORMED', {}],
    ['a field nobody asked for', { ...GOOD, admin: true }, 400, 'BODY_MALFORMED', {}],
    ['nothing', '', 400, 'BODY_MALFORMED', {}],
    ['no JSON', '{"mode":', 400, 'BODY_MALFORMED', {}],
    ['a list', [GOOD], 400, 'BODY_MALFORMED', {}],
    ['too much', { ...GOOD, name: 'x'.repeat(20_000) }, 413, 'TOO_LARGE', { limit: 16_384 }],
    ['a name that is too long', { ...GOOD, name: 'x'.repeat(41) }, 400, 'BODY_MALFORMED', {}],
  ])('%s is refused with what would work', async (_case, body, status, code, more) => {
    const before = await server.store.list();
    const refused = await post(server.base, '/api/games', body);
    expect(refused.status).toBe(status);
    expect(refused.body).toMatchObject({ code, message: expect.any(String), ...more });
    expect(await server.store.list()).toEqual(before);
  });

  test('what is malformed is named', async () => {
    const { body } = await post(server.base, '/api/games', { ...GOOD, edition: 'epic', rounds: 'five' });
    expect(body).toMatchObject({ issues: [{ path: 'edition' }, { path: 'rounds' }] });
  });
});

describe('finding and joining a game', () => {
  test.each([['ZZZZZZ'], ['AB'], ['..%2f..%2fetc'], ['%E0%A4%A'], ['A'.repeat(300)]])(
    'no game has the code %s',
    async (code) => {
      const card = await get(server.base, `/api/games/${code}`);
      expect(card.status).toBeGreaterThanOrEqual(400);
      expect(card.status).toBeLessThan(500);
      expect(card.body).toMatchObject({ code: expect.stringMatching(/GAME_UNKNOWN|BODY_MALFORMED/) });
      const joined = await post(server.base, `/api/games/${code}/join`, { seat: 'us', name: 'A' });
      expect(joined.body).toMatchObject({ code: expect.stringMatching(/GAME_UNKNOWN|BODY_MALFORMED/) });
    },
  );

  test('a code is forgiven its spelling', async () => {
    const { code } = await newGame(server.base);
    const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`;
    expect((await get<GameCard>(server.base, `/api/games/${encodeURIComponent(typed)}`)).body.code).toBe(
      code,
    );
  });

  test('with the code anyone sees who sits where, and nothing else', async () => {
    const { code } = await newGame(server.base, { seat: 'ua', name: 'Olena' });
    await join(server.base, code, 'us', 'John');
    const { status, body } = await get<GameCard>(server.base, `/api/games/${code}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      phase: 'lobby',
      host: 'ua',
      free: ['ru', 'eu', 'nato', 'cn'],
      protocol: PROTOCOL,
    });
    expect(JSON.stringify(body)).not.toMatch(/Olena|John/);
  });

  test('a seat is taken once', async () => {
    const { code } = await newGame(server.base, { seat: 'ua' });
    const tries = await Promise.all(
      [1, 2, 3].map((n) => post(server.base, `/api/games/${code}/join`, { seat: 'us', name: `${n}` })),
    );
    expect(tries.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const refused = tries.find((one) => one.status === 409)!;
    expect(refused.body).toMatchObject({ code: 'SEAT_TAKEN', seat: 'us', free: ['ru', 'eu', 'nato', 'cn'] });
    expect(await server.store.names(code)).toHaveLength(1);
  });

  test('an unknown seat is told which there are', async () => {
    const { code } = await newGame(server.base);
    const { status, body } = await post(server.base, `/api/games/${code}/join`, { seat: 'de', name: 'A' });
    expect([status, body.code]).toEqual([400, 'SEAT_UNKNOWN']);
  });

  test('a game of other rules is not shown as if it were of these', async () => {
    await openedGame(server.store, 'QQQQQQ', { ...SETTINGS, rules: '0', content: 'old' });
    const { status, body } = await get(server.base, '/api/games/QQQQQQ');
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'RULES_CHANGED',
      game: 'rules 0, content old',
      server: expect.any(String),
    });
    expect((await get(server.base, '/healthz')).status).toBe(200);
  });

  test('nobody can join a solo game', async () => {
    const { code } = await newGame(server.base, { mode: 'solo' });
    const { status, body } = await post(server.base, `/api/games/${code}/join`, { seat: 'us', name: 'A' });
    expect([status, body.code]).toEqual([409, 'JOINING_CLOSED']);
  });
});

describe('the way into a seat', () => {
  test('a token of another game or of none opens nothing', async () => {
    const { code } = await newGame(server.base);
    const other = await newGame(server.base);
    for (const seatToken of [other.seatToken, 'x'.repeat(32), '0']) {
      const { status, body } = await post(server.base, `/api/games/${code}/seat`, { seatToken });
      expect([status, body.code]).toEqual([401, 'TOKEN_WRONG']);
    }
    const { status } = await post(server.base, `/api/games/${code}/seat`, { seatToken: '' });
    expect(status).toBe(400);
  });

  test('an old page is told that it is old', async () => {
    const { code, seatToken } = await newGame(server.base);
    const { status, body } = await post(server.base, `/api/games/${code}/seat`, {
      seatToken,
      protocol: PROTOCOL - 1,
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'STALE_VERSION', protocol: PROTOCOL, yours: PROTOCOL - 1 });
  });

  test('a reservation is for one connection', async () => {
    const { code, seatToken } = await newGame(server.base);
    const { body } = await post<SeatReserved>(server.base, `/api/games/${code}/seat`, {
      seatToken,
      protocol: PROTOCOL,
    });
    const { processId, roomId, sessionId } = body.reservation;
    const url = `${server.base.replace('http', 'ws')}/${processId}/${roomId}?sessionId=`;
    expect(await firstFrame(url + sessionId)).toMatchObject({ isJoin: true });
    expect(await firstFrame(url + sessionId)).toMatchObject({ isJoin: false });
    expect(await firstFrame(`${url}guessed12`)).toMatchObject({ isJoin: false });
  });

  test.each(['joinOrCreate', 'create', 'join', 'joinById'])(
    'matchmaking lets nobody in by %s',
    async (method) => {
      const { code, seatToken } = await newGame(server.base);
      const player = await Player.come(server.base, code, seatToken);
      for (const name of ['game', code]) {
        const answer = await fetch(`${server.base}/matchmake/${method}/${name}`, {
          method: 'POST',
          body: '{}',
        });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(await answer.text()).not.toContain('sessionId');
      }
      await player.leave();
    },
  );

  test('a reconnection token that is made up opens nothing', async () => {
    const { code, seatToken } = await newGame(server.base);
    const player = await Player.come(server.base, code, seatToken);
    const answer = await fetch(`${server.base}/matchmake/reconnect/${code}`, {
      method: 'POST',
      body: JSON.stringify({ reconnectionToken: 'abcdefghi' }),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    await player.leave();
  });
});

describe('pages of other sites', () => {
  test('get no permission to read answers', async () => {
    for (const where of ['/api/games/ZZZZZZ', '/matchmake/reconnect/x', '/healthz', '/']) {
      for (const method of ['GET', 'OPTIONS', 'POST']) {
        const answer = await fetch(server.base + where, {
          method,
          headers: { origin: 'https://evil.example' },
        });
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
        expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      }
    }
  });

  test('can ask for nothing', async () => {
    const { status, body } = await postFrom('https://evil.example');
    expect([status, body.code]).toEqual([403, 'ORIGIN_REFUSED']);
    expect((await postFrom(server.base)).status).toBe(201);
  });

  test('open no socket', async () => {
    const { code, seatToken } = await newGame(server.base);
    const { body } = await post<SeatReserved>(server.base, `/api/games/${code}/seat`, { seatToken });
    const { processId, roomId, sessionId } = body.reservation;
    const url = `${server.base.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`;
    expect(await firstFrame(url, { origin: 'https://evil.example' })).toEqual({ refused: 403 });
    expect(await firstFrame(url, { origin: server.base })).toMatchObject({ isJoin: true });
  });

  async function postFrom(origin: string): Promise<{ status: number; body: { code: string } }> {
    const answer = await fetch(`${server.base}/api/games`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ mode: 'solo', seat: 'ua', ...LESSON }),
    });
    return { status: answer.status, body: (await answer.json()) as { code: string } };
  }
});

describe('bodies', () => {
  test.each(['/api/games', '/matchmake/reconnect/x'])(
    'that do not say how large they are stop at %s',
    async (where) => {
      const status = await new Promise((resolve, reject) => {
        const sent = request(
          server.base + where,
          { method: 'POST', headers: { 'transfer-encoding': 'chunked' } },
          (answer) => {
            resolve(answer.statusCode);
            answer.resume();
          },
        );
        sent.on('error', reject);
        sent.end('{}');
      });
      expect(status).toBe(413);
    },
  );

  test('that are too large stop before matchmaking', async () => {
    const answer = await fetch(`${server.base}/matchmake/reconnect/x`, {
      method: 'POST',
      body: 'x'.repeat(20_000),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'TOO_LARGE']);
  });
});

describe('pages', () => {
  test('every path of the game is the one page, always fresh', async () => {
    for (const where of ['/', '/g/ABCDEF', '/solo/ua']) {
      const answer = await fetch(server.base + where, { headers: { accept: 'text/html' } });
      expect(await answer.text()).toContain('830 Miles');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('a link to the front opens the page that asks for the map at once', async () => {
    const pageOf = async (where: string) =>
      (await fetch(server.base + where, { headers: { accept: 'text/html' } })).text();
    expect(await pageOf('/g/ABCDEF/front/DON')).toContain('the front');
    expect(await pageOf('/g/ABCDEF/papers')).not.toContain('the front');
  });

  test('hashed files are kept for a year; a missing one is not a page', async () => {
    const kept = await fetch(`${server.base}/assets/main-abc.js`);
    expect(kept.headers.get('cache-control')).toMatch(/max-age=31536000, immutable/);
    const missing = await fetch(`${server.base}/assets/main-old.js`, { headers: { accept: 'text/html' } });
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toContain('application/json');
  });

  test.each(['/..%2f..%2fpackage.json', '/assets/..%2f..%2fpackage.json', '/%00', '/.env'])(
    '%s leads nowhere',
    async (where) => {
      const answer = await fetch(server.base + where);
      expect(await answer.text()).not.toMatch(/"dependencies"|SECRET/);
    },
  );

  test('say what they may load', async () => {
    const { headers } = await fetch(server.base);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("img-src 'self' data:;");
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).toContain(`connect-src 'self' ${server.base.replace('http', 'ws')}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('health', async () => {
    const { status, body } = await get(server.base, '/healthz');
    expect([status, body]).toMatchObject([200, { ok: true, protocol: PROTOCOL }]);
  });

  test('the API has no other doors', async () => {
    const { status, body } = await get(server.base, '/api/admin');
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });
});

/** How a socket is met: the first byte of the first frame says whether it is let in. */
function firstFrame(url: string, headers: Record<string, string> = {}): Promise<object> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.on('message', (data: Buffer) => {
      resolve({ isJoin: data[0] === 10 });
      socket.close();
    });
    socket.on('unexpected-response', (_request, response) => resolve({ refused: response.statusCode }));
    socket.on('close', () => resolve({ isJoin: false }));
    socket.on('error', () => undefined);
  });
}
