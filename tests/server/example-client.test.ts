import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { play } from '../../server/cli/example-client.ts';
import { verifyLog } from '../../server/session/replay.ts';
import { type Seat, SEATS } from '../../shared/rules/index.ts';
import { aServer, join, newGame } from './serving.ts';

const server = aServer();

test('the example is short', () => {
  const text = readFileSync(new URL('../../server/cli/example-client.ts', import.meta.url), 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});

test('six such programs play a game to its end', { timeout: 60_000 }, async () => {
  const { code, seatToken } = await newGame(server.base, { seat: 'ua' });
  const tokens = new Map<Seat, string>([['ua', seatToken]]);
  for (const seat of SEATS)
    if (seat !== 'ua') tokens.set(seat, (await join(server.base, code, seat)).seatToken);
  const games = await Promise.all(SEATS.map((seat) => play(server.base, code, tokens.get(seat)!)));

  for (const [i, { view }] of games.entries()) {
    expect(view.mine.seat).toBe(SEATS[i]);
    expect(view.world.phase).toBe('ended');
    expect(view.world.result).toEqual(games[0]!.view.world.result);
    expect(Object.values(view.world.seats).map((seat) => seat.taken)).toEqual(SEATS.map(() => 'human'));
  }
  const rows = await server.store.load(code);
  expect(verifyLog(rows)).toBeNull();
  const kinds = new Set(rows.map((row) => row.command.kind));
  for (const kind of ['start', 'propose', 'sign', 'writeOrders', 'setReady'] as const)
    expect(kinds).toContain(kind);
  // What one saw as open another may have closed in the meantime; nothing else is ever refused.
  const codes = new Set(games.flatMap(({ refused }) => refused.map((one) => one.code)));
  for (const one of codes)
    expect(['STALE_COMMAND', 'NOT_YOUR_PHASE', 'PROPOSAL_CLOSED', 'ALREADY_AGREED']).toContain(one);
});
