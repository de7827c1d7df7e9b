import { describe, expect, test } from 'vitest';
import { createBots } from '../../server/bots/bot.ts';
import { runBeats } from '../../server/bots/talks.ts';
import { type Mirror, openMirror, ownMirror } from '../../server/rooms/mirror.ts';
import { Session } from '../../server/session/session.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { SliceReader } from '../../shared/protocol/room.ts';
import { isWhole, joinPublic, joinViews, joinWords, publicSlices } from '../../shared/protocol/slices.ts';
import { SEATS } from '../../shared/rules/index.ts';
import { LOG, openedGame } from './games.ts';

/** As it is after it has been sent. */
function sent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** What a page has: the texts it was told, one change after another. */
class Page {
  readonly #server: Mirror;
  readonly #texts = new Map<string, string>();
  readonly #reader = new SliceReader();
  characters = 0;

  constructor(server: Mirror) {
    this.#server = server;
  }

  update(): void {
    for (const [name, text] of Object.entries(this.#server.look() ?? {})) {
      if (text === null) this.#texts.delete(name);
      else this.#texts.set(name, text);
      this.characters += name.length + (text?.length ?? 0);
    }
  }

  get slices(): ReturnType<SliceReader['read']> {
    return this.#reader.read(this.#texts);
  }
}

describe('a game in slices', async () => {
  const store = memoryStore();
  await openedGame(store, 'AAAAAA');
  const session = await Session.open(store, LOG, 'AAAAAA');
  const open = new Page(openMirror(session));
  const own = Object.fromEntries(SEATS.map((seat) => [seat, new Page(ownMirror(session, seat))])) as Record<
    (typeof SEATS)[number],
    Page
  >;
  const unlike: string[] = [];
  const look = (seq: number): void => {
    open.update();
    for (const seat of SEATS) {
      own[seat].update();
      if (seq % 7 !== 0) continue; // every change is sent, every seventh is looked at
      const joined = joinViews(open.slices, own[seat].slices);
      if (JSON.stringify(sorted(joined)) !== JSON.stringify(sorted(sent(session.view(seat)))))
        unlike.push(`${seat} ${seq}`);
    }
  };
  session.listen({ changed: ({ seq }) => look(seq), closed: () => undefined });
  look(0);

  const host = { actor: 'host', id: 'sit', command: { kind: 'takeSeat', seat: 'ua', by: 'human' } } as const;
  await session.handle({ ...host, with: { names: [{ seat: 'ua', name: 'Olena' }] } });
  await session.handle({ actor: 'host', id: 'start', command: { kind: 'start' } });
  const say = { kind: 'say', act: 'say', about: null, key: null, params: null } as const;
  await session.handle({
    actor: 'ua',
    id: 's1',
    command: { ...say, channel: 'all', text: 't1' },
    with: { texts: { t1: 'Hello' } },
  });
  await session.handle({
    actor: 'ua',
    id: 's2',
    command: { ...say, channel: 'seat:us', text: 't2' },
    with: { texts: { t2: 'A word' } },
  });
  const bots = createBots(session.scenario, SEATS, { difficulty: 'easy', seed: 'slices', talks: 'linked' });
  const handle = async (
    actor: (typeof SEATS)[number],
    command: Parameters<Session['handle']>[0]['command'],
  ) => {
    const reply = await session.handle({ actor, id: `${actor}:${session.seq}`, command });
    return reply.ok ? ({ ok: true } as const) : { ok: false as const, refusal: reply.refusal as never };
  };
  await runBeats({ view: (seat) => session.view(seat), handle }, bots, { maxBeats: 40 });

  test('reaches its end', () => {
    expect(session.publicView().world.phase).toBe('ended');
    expect(session.publicView().world.dispatches.length).toBeGreaterThan(10);
  });

  test('is the same for every seat when it is put together again, whatever has changed since', () => {
    expect(unlike).toEqual([]);
    for (const seat of SEATS) {
      expect(isWhole(open.slices, own[seat].slices)).toBe(true);
      expect(joinViews(open.slices, own[seat].slices)).toEqual(sent(session.view(seat)));
    }
    expect(joinPublic(open.slices)).toEqual(sent(session.publicView()));
  });

  test('a spectator gets the same public view', () => {
    expect(joinPublic(sent(publicSlices(session.publicView())))).toEqual(sent(session.publicView()));
  });

  test('shows words only to whom they were written', () => {
    expect(joinWords(open.slices, {}).names.ua).toEqual(['Olena']);
    expect(joinWords(open.slices, {}).texts).toEqual({ t1: 'Hello' });
    expect(joinWords(open.slices, own.us.slices).texts).toEqual({ t1: 'Hello', t2: 'A word' });
    expect(joinWords(open.slices, own.ru.slices).texts).toEqual({ t1: 'Hello' });
  });

  test('keeps a value as long as it does not change', () => {
    const before = joinPublic(open.slices).world.measures;
    open.update();
    expect(joinPublic(open.slices).world.measures).toBe(before);
  });

  test('costs a page less than two megabytes from beginning to end', () => {
    for (const seat of SEATS) expect(open.characters + own[seat].characters).toBeLessThan(2_000_000);
  });
});

test('words and names that were taken out are gone from every page', async () => {
  const store = memoryStore();
  await openedGame(store, 'BBBBBB');
  const session = await Session.open(store, LOG, 'BBBBBB');
  const host = { actor: 'host', id: 'sit', command: { kind: 'takeSeat', seat: 'ua', by: 'human' } } as const;
  await session.handle({ ...host, with: { names: [{ seat: 'ua', name: 'Olena' }] } });
  await session.handle({ actor: 'host', id: 'start', command: { kind: 'start' } });
  const instruct = { kind: 'instruct', text: 't1' } as const;
  await session.handle({ actor: 'ua', id: 'i1', command: instruct, with: { texts: { t1: 'Hold on' } } });
  const open = new Page(openMirror(session));
  const own = new Page(ownMirror(session, 'ua'));
  const words = () => {
    for (const page of [open, own]) page.update();
    return joinWords(open.slices, own.slices);
  };
  expect(words()).toMatchObject({ names: { ua: ['Olena'] }, texts: { t1: 'Hold on' } });
  const again = { ...instruct, text: 't2' } as const;
  await session.handle({ actor: 'ua', id: 'i2', command: again, with: { texts: { t2: 'Give way' } } });
  expect(words().texts).toEqual({ t2: 'Give way' });
  await session.eraseWords();
  expect(words()).toMatchObject({ names: { ua: [] }, texts: {} });
  expect(Object.keys(own.slices).filter((name) => name.startsWith('text.'))).toEqual([]);
});

/** The same value with its keys in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}
