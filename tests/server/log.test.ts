import { expect, test } from 'vitest';
import { recordedFrom } from '../../client/source/record.ts';
import { newToken, tokenHash } from '../../server/session/tokens.ts';
import type { GameLog } from '../../shared/protocol/http.ts';
import { post } from './player.ts';
import { recordedBy, releases } from './releases/releases.ts';
import { aServer, newGame } from './serving.ts';

const server = aServer();

test('who sat in a game reads its log once it is over, and plays it through again', async () => {
  const [release = ''] = releases();
  const ended = recordedBy(release).find(({ told }) => told.phase === 'ended');
  const token = newToken();
  const rights = [{ seat: 'ru', tokenHash: tokenHash(token) }] as const;
  await server.store.create('QQQQQQ', 1, { rows: ended?.rows ?? [], rights });

  const { status, body } = await post<GameLog>(server.base, '/api/games/QQQQQQ/log', { seatToken: token });
  expect(status).toBe(200);
  const last = recordedFrom(body).states.at(-1);
  expect(last?.world.result?.grade).toBe(ended?.told.grade);
  expect(last?.world.round).toBe(ended?.told.round);
});

test('nobody reads the log of a game that goes on, and no stranger reads any', async () => {
  const { code, seatToken } = await newGame(server.base);
  const path = `/api/games/${code}/log`;
  expect(await post(server.base, path, { seatToken })).toMatchObject({
    status: 404,
    body: { code: 'NOT_FOUND' },
  });
  expect(await post(server.base, path, { seatToken: newToken() })).toMatchObject({
    status: 401,
    body: { code: 'TOKEN_WRONG' },
  });
});
