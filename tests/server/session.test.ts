import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../shared/rules/index.ts';
import { RulesChanged, verifyLog } from '../../server/session/replay.ts';
import { Fault, GameUnknown, Session } from '../../server/session/session.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { type EventStore, Fenced } from '../../server/store/store.ts';
import { allReady, LOG, openedGame, sessionInTalks, SETTINGS } from './games.ts';

const READY: Command = { kind: 'setReady', ready: true };
const PAPER: Command = {
  kind: 'propose',
  terms: [{ provision: 'embassies', level: 1, scope: [], conditions: [], snapback: [] }],
  readers: 'signatories',
  counterTo: null,
  text: null,
};

let store: EventStore;
let session: Session;
beforeEach(async () => {
  store = memoryStore();
  session = await sessionInTalks(store);
});

test('an accepted command is stored with what came of it before anyone hears of it', async () => {
  const heard: number[] = [];
  let storedThen = 0;
  session.listen({
    changed: ({ seq }) => {
      heard.push(seq);
      void store.load('AAAAAA').then((rows) => (storedThen = rows.length));
    },
    closed: () => undefined,
  });
  const reply = await session.handle({ actor: 'us', id: 'c1', command: PAPER });
  const rows = await store.load('AAAAAA');
  const last = rows.at(-1)!;
  expect(reply).toEqual({ ok: true, seq: last.seq });
  expect(last).toMatchObject({ commandId: 'c1', actor: 'us', command: PAPER });
  expect(last.events.map((event) => event.kind)).toContain('proposed');
  expect(heard).toEqual([last.seq]);
  expect(storedThen).toBe(rows.length);
});

test('the same command id again is answered with the first answer and done once', async () => {
  const first = await session.handle({ actor: 'us', id: 'c1', command: PAPER });
  const length = (await store.load('AAAAAA')).length;
  expect(await session.handle({ actor: 'us', id: 'c1', command: PAPER })).toEqual(first);
  expect(await session.handle({ actor: 'us', id: 'c1', command: READY })).toEqual(first);
  expect(await store.load('AAAAAA')).toHaveLength(length);
});

test('the same command id is known after a restart too', async () => {
  const first = await session.handle({ actor: 'us', id: 'c1', command: PAPER });
  const again = await Session.open(store, LOG, 'AAAAAA');
  expect(await again.handle({ actor: 'us', id: 'c1', command: PAPER })).toEqual(first);
  expect(again.view('us').mine.papers).toHaveLength(1);
});

test('a refusal is a value, and nothing is stored', async () => {
  const before = await store.load('AAAAAA');
  const refused = await session.handle({ actor: 'us', id: 'c1', command: { kind: 'sign', proposal: 'p99' } });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'PROPOSAL_UNKNOWN' } });
  expect(await store.load('AAAAAA')).toEqual(before);
  expect(await session.handle({ actor: 'us', id: 'c1', command: READY })).toMatchObject({ ok: true });
});

test('a command meant for another round is refused as stale', async () => {
  await allReady(session, 1);
  expect(session.publicView().world.round).toBe(2);
  const late = await session.handle({ actor: 'us', id: 'c1', command: READY, round: 1 });
  expect(late).toEqual({ ok: false, refusal: { code: 'STALE_COMMAND', round: 1, now: 2 } });
  expect(session.view('us').world.seats.us.ready).toBe(false);
});

test('commands asked at the same moment are decided one after the other', async () => {
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      session.handle({ actor: 'us', id: `c${i}`, command: { kind: 'setReady', ready: i % 2 === 0 } }),
    ),
  );
  const seqs = replies.map((reply) => (reply.ok ? reply.seq : -1));
  expect(seqs).toEqual(seqs.map((_, i) => seqs[0]! + i));
  expect(verifyLog(await store.load('AAAAAA'))).toBeNull();
});

test('a session restored from its log shows every seat the same', async () => {
  await session.handle({ actor: 'us', id: 'c1', command: PAPER, with: { texts: { t1: 'in good faith' } } });
  await allReady(session, 1);
  const again = await Session.open(store, LOG, 'AAAAAA');
  expect(again.seq).toBe(session.seq);
  for (const seat of ['us', 'ru', 'cn'] as const) expect(again.view(seat)).toEqual(session.view(seat));
  expect(again.texts.get('t1')).toBe('in good faith');
});

describe('a fault', () => {
  /** A store whose next append goes wrong, before or after it has stored. */
  function failing(how: 'before' | 'after'): void {
    const append = store.append.bind(store);
    store.append = async (...args) => {
      store.append = append;
      if (how === 'after') await append(...args);
      throw new Error('the disk is gone');
    };
  }

  test('leaves the log as it was and the session usable', async () => {
    const before = await store.load('AAAAAA');
    failing('before');
    await expect(session.handle({ actor: 'us', id: 'c1', command: PAPER })).rejects.toThrow(Fault);
    expect(await store.load('AAAAAA')).toEqual(before);
    expect(session.view('us').mine.papers).toEqual([]);
    expect(await session.handle({ actor: 'us', id: 'c1', command: PAPER })).toMatchObject({ ok: true });
  });

  test('after the command was stored is no fault to whoever asked', async () => {
    failing('after');
    const reply = await session.handle({ actor: 'us', id: 'c1', command: PAPER });
    expect(reply).toEqual({ ok: true, seq: session.seq });
    expect(session.view('us').mine.papers).toHaveLength(1);
  });

  test('in a listener does not reach whoever asked', async () => {
    session.listen({
      changed: () => {
        throw new Error('a screen is gone');
      },
      closed: () => undefined,
    });
    expect(await session.handle({ actor: 'us', id: 'c1', command: PAPER })).toMatchObject({ ok: true });
  });

  test('with a log that cannot be read ends the session', async () => {
    const reasons: Error[] = [];
    session.listen({ changed: () => undefined, closed: (reason) => reasons.push(reason) });
    failing('before');
    store.load = () => Promise.reject(new Error('unreadable'));
    await expect(session.handle({ actor: 'us', id: 'c1', command: PAPER })).rejects.toThrow(Fault);
    expect(session.isOver).toBe(true);
    expect(reasons.map((reason) => reason.cause)).toEqual([new Error('unreadable')]);
    await expect(session.handle({ actor: 'us', id: 'c2', command: PAPER })).rejects.toThrow(Fault);
  });
});

test('a second session of a game ends the first', async () => {
  const reasons: Error[] = [];
  session.listen({ changed: () => undefined, closed: (reason) => reasons.push(reason) });
  const second = await Session.open(store, LOG, 'AAAAAA');
  await expect(session.handle({ actor: 'us', id: 'c1', command: PAPER })).rejects.toThrow(Fenced);
  expect(session.isOver).toBe(true);
  expect(reasons).toHaveLength(1);
  expect(await second.handle({ actor: 'us', id: 'c1', command: PAPER })).toMatchObject({ ok: true });
});

test('a code without a game, and a log of other rules, cannot be opened', async () => {
  await expect(Session.open(store, LOG, 'ZZZZZZ')).rejects.toThrow(GameUnknown);
  await openedGame(store, 'BBBBBB', { ...SETTINGS, rules: 'long ago' });
  await expect(Session.open(store, LOG, 'BBBBBB')).rejects.toThrow(RulesChanged);
});

describe('verify', () => {
  test('agrees with a log of several rounds', async () => {
    await session.handle({ actor: 'us', id: 'c1', command: PAPER });
    await allReady(session, 1);
    await allReady(session, 2);
    expect(verifyLog(await store.load('AAAAAA'))).toBeNull();
  });

  test('names the row whose events were changed', async () => {
    await allReady(session, 1);
    const rows = [...(await store.load('AAAAAA'))];
    const at = rows.findIndex((row) => row.events.some((event) => event.kind === 'moved'));
    const events = rows[at]!.events.map((event) =>
      event.kind === 'moved' ? { ...event, by: event.by + 1 } : event,
    );
    rows[at] = { ...rows[at]!, events };
    expect(verifyLog(rows)).toMatchObject({ seq: at, what: 'events' });
  });

  test('names the row whose hash is another', async () => {
    const rows = [...(await store.load('AAAAAA'))];
    rows[3] = { ...rows[3]!, hash: '0'.repeat(64) };
    expect(verifyLog(rows)).toMatchObject({ seq: 3, what: 'hash' });
  });

  test('names a row that is missing', async () => {
    const rows = (await store.load('AAAAAA')).toSpliced(4, 1);
    expect(verifyLog(rows)).toMatchObject({ seq: 5, what: 'order' });
  });

  test('names a command that the rules refuse', async () => {
    const rows = [...(await store.load('AAAAAA'))];
    rows.splice(5, rows.length, { ...rows[5]!, command: { kind: 'sign', proposal: 'p1' } });
    expect(verifyLog(rows)).toMatchObject({ seq: 5, what: 'refused' });
  });
});
