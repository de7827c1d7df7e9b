import { afterAll, expect, test } from 'vitest';
import { type Mirror, openMirror, ownMirror } from '../../server/rooms/mirror.ts';
import { accountsIn } from '../../server/session/accounts.ts';
import { Delegations } from '../../server/session/delegations.ts';
import { verifyLog } from '../../server/session/replay.ts';
import { Session } from '../../server/session/session.ts';
import { Thinkers } from '../../server/session/thinkers.ts';
import { memoryStore } from '../../server/store/memory.ts';
import type { Accounted } from '../../shared/rules/account.ts';
import { LOG, openedGame, SETTINGS } from './games.ts';

const thinkers = new Thinkers(LOG);
afterAll(() => thinkers.close());
/** All that a mirror shows now. */
function allOf(mirror: Mirror): Record<string, string> {
  mirror.look();
  return mirror.all();
}

const SLOW = { timeout: 15_000 };

test('what decided the bots is in the log from the start, and shown to a seat only after the end', async () => {
  const store = memoryStore();
  await openedGame(store, 'AAAAAA', { ...SETTINGS, mode: 'solo', rounds: 4 });
  const session = await Session.open(store, LOG, 'AAAAAA');
  await session.handle({ actor: 'host', id: 'sit', command: { kind: 'takeSeat', seat: 'ua', by: 'human' } });
  await session.handle({ actor: 'host', id: 'start', command: { kind: 'start' } });
  const delegations = new Delegations(session, thinkers, LOG, () => undefined);
  const shown = () => JSON.stringify([allOf(openMirror(session)), allOf(ownMirror(session, 'ua'))]);
  for (let round = 0; session.publicView().world.phase !== 'ended'; round++) {
    await expect.poll(() => delegations.isActing, SLOW).toBe(false);
    expect(session.accounts).toEqual([]);
    expect(shown()).not.toContain('account');
    await session.handle({ actor: 'ua', id: `ready:${round}`, command: { kind: 'setReady', ready: true } });
    await expect
      .poll(() => session.publicView().world.round > round || !delegations.isActing, SLOW)
      .toBe(true);
  }
  await delegations.stop();

  const rows = await store.load('AAAAAA');
  expect(verifyLog(rows)).toBeNull();
  expect(JSON.stringify(session.accounts)).toBe(JSON.stringify(accountsIn(rows)));
  expect(session.accounts.map(({ act }) => act)).toContain('reject');

  const mine = JSON.parse(allOf(ownMirror(session, 'ua'))['accounts'] ?? '[]') as Accounted[];
  const readable = new Set(session.view('ua').mine.papers.map(({ id }) => id));
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.every(({ proposal }) => proposal === null || readable.has(proposal))).toBe(true);
  const rejection = mine.find(({ act, account }) => act === 'reject' && account.of === 'text');
  const paper = session.view('ua').mine.papers.find(({ id }) => id === rejection?.proposal);
  expect(rejection?.account).toMatchObject({
    terms: paper?.terms.map(({ provision }) => expect.objectContaining({ provision })),
  });
});
