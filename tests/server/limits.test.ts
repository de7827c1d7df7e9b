import { describe, expect, test } from 'vitest';
import { get, Player, post } from './player.ts';
import { aServer, newGame } from './serving.ts';

const server = aServer({
  limits: {
    games: { points: 6, seconds: 60 },
    misses: { points: 10, seconds: 60 },
    commands: { points: 5, seconds: 10 },
    texts: { points: 2, seconds: 60 },
    comings: { points: 4, seconds: 60 },
  },
});

describe('limits', () => {
  test('of commands refuse the one too many, and keep the connection', async () => {
    const { code, seatToken } = await newGame(server.base);
    const player = await Player.come(server.base, code, seatToken);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => player.ask({ kind: 'sign', proposal: 'p1' })),
    );
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.rejected.code));
    expect(codes.filter((one) => one === 'TOO_MANY')).toHaveLength(3);
    expect(answers.at(-1)).toMatchObject({ rejected: { code: 'TOO_MANY', retryAfter: expect.any(Number) } });
    expect(player.room.connection.isOpen).toBe(true);
    await player.leave();
  });

  test('of words refuse words only', async () => {
    const { code, seatToken } = await newGame(server.base, { mode: 'solo' });
    const player = await Player.come(server.base, code, seatToken);
    const say = { kind: 'say', channel: 'all', act: 'say', about: null, text: 'a' } as const;
    expect([await player.ask(say), await player.ask(say)]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await player.ask(say)).toMatchObject({ ok: false, rejected: { code: 'TOO_MANY' } });
    expect(await player.ask({ ...say, text: null })).toMatchObject({ ok: true });
    await player.leave();
  });

  test('of one token say when it may come again; others may meanwhile', async () => {
    const { code, seatToken } = await newGame(server.base);
    const come = (token: string) => post(server.base, `/api/games/${code}/seat`, { seatToken: token });
    const codes: unknown[] = [];
    for (let i = 0; i < 5; i++) codes.push((await come(seatToken)).body.code);
    expect(codes.at(-1)).toBe('TOO_MANY');
    expect((await come('y'.repeat(32))).body.code).toBe('TOKEN_WRONG');
  });

  test('of new games say when the next may be made', async () => {
    let refused = await post(server.base, '/api/games', {
      mode: 'solo',
      seat: 'ua',
      edition: 'lesson',
      bots: 'easy',
    });
    for (let i = 0; i < 8 && refused.status === 201; i++) {
      refused = await post(server.base, '/api/games', {
        mode: 'solo',
        seat: 'ua',
        edition: 'lesson',
        bots: 'easy',
      });
    }
    expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('of wrong codes stop the guessing, right ones included', async () => {
    const codes = new Set<string>();
    for (let i = 0; i < 12; i++) codes.add((await get(server.base, '/api/games/ZZZZZZ')).body.code);
    expect([...codes]).toEqual(['GAME_UNKNOWN', 'TOO_MANY']);
  });
});
