import { expect, test } from 'vitest';
import { hashOf } from '../../shared/rules/index.ts';
import { replay, verifyLog } from '../../server/session/replay.ts';
import { Session } from '../../server/session/session.ts';
import { stateHash } from '../../server/session/state-hash.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { allReady, LOG, openedGame, sessionInTalks, SETTINGS } from './games.ts';

test('a row vouches for all before it', async () => {
  const store = memoryStore();
  await sessionInTalks(store);
  const rows = await store.load('AAAAAA');
  const changed = rows.map((row, i) => (i === 2 ? { ...row, actor: 'cn' as const } : row));
  expect(() => replay(changed)).toThrow('row 2');
});

test('a round’s end vouches for the whole state', async () => {
  const store = memoryStore();
  const session = await sessionInTalks(store);
  await allReady(session, 1);
  const rows = await store.load('AAAAAA');
  const { events } = rows.at(-1)!;
  const moved = events.findIndex((event) => event.kind === 'moved');
  const without = [...rows.slice(0, -1), { ...rows.at(-1)!, events: events.toSpliced(moved, 1) }];
  expect(moved).toBeGreaterThan(-1);
  expect(() => replay(without)).toThrow(`row ${rows.length - 1}`);
});

test('logs with the state’s hash in each row are still read and checked', async () => {
  const store = memoryStore();
  const { chained: _, inParts: __, ...before } = SETTINGS;
  await openedGame(store, 'BBBBBB', before);
  const session = await Session.open(store, LOG, 'BBBBBB');
  await session.handle({ actor: 'us', id: 'sit', command: { kind: 'takeSeat', seat: 'us', by: 'human' } });
  const rows = await store.load('BBBBBB');
  expect(rows.at(-1)!.hash).toBe(hashOf(replay(rows).state));
  expect(verifyLog(rows)).toBeNull();
});

test('chains with the hash of the state in one piece are still read, checked and gone on with', async () => {
  const store = memoryStore();
  const { inParts: _, ...before } = SETTINGS;
  await allReady(await sessionInTalks(store, 'CCCCCC', before), 1);
  const rows = await store.load('CCCCCC');
  expect(verifyLog(rows)).toBeNull();
  expect(stateHash({}, replay(rows).state)).toBe(hashOf(replay(rows).state));
});

test('[HASH-2] a state has one hash, whoever made it, and another with any of its parts', async () => {
  const store = memoryStore();
  const session = await sessionInTalks(store);
  for (const round of [1, 2]) await allReady(session, round);
  const { state } = replay(await store.load('AAAAAA'));
  const hash = stateHash(SETTINGS, state);
  const { world, secrets, hidden } = structuredClone(state);
  expect(stateHash(SETTINGS, { world, secrets, hidden })).toBe(hash);

  const changed = [
    { world: { ...world, date: '2025-12-24' }, secrets, hidden },
    { world: { ...world, ledger: world.ledger.with(1, { ...world.ledger[1]!, by: 1 }) }, secrets, hidden },
    { world: { ...world, ledger: world.ledger.toSpliced(1, 1) }, secrets, hidden },
    { world: { ...world, dispatches: world.dispatches.toReversed() }, secrets, hidden },
    { world, secrets: { ...secrets, us: { ...secrets.us, pc: 1 } }, hidden },
    { world, secrets, hidden: { ...hidden, seed: 'another' } },
  ];
  expect(new Set([hash, ...changed.map((other) => stateHash(SETTINGS, other))]).size).toBe(7);
  expect(stateHash(SETTINGS, state)).toBe(hash);
});
