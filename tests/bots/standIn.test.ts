import { expect, test } from 'vitest';
import { createBot } from '../../server/bots/bot.ts';
import { standInFor } from '../../server/bots/standIn.ts';
import { playBeats } from '../../server/bots/talks.ts';
import type { Command, Seat } from '../../shared/rules/index.ts';
import { Room, lesson, term } from './game.ts';

/** A person at `us`, and a stand-in for the people of another seat. */
function roomWith(seat: Seat): { room: Room; sit: () => Command[] } {
  const room = new Room(['us', seat]).open();
  room.do(seat, { kind: 'standIn', seat, why: 'asked' });
  const bot = createBot(lesson, seat, { difficulty: 'normal', talks: 'linked', seed: `room/${seat}` });
  const standIn = standInFor(lesson, bot);
  const sit = (): Command[] => {
    const done: Command[] = [];
    playBeats(
      (who) => room.view(who),
      (who, command) => {
        done.push(command);
        return room.ask(who, command);
      },
      [standIn],
      { maxBeats: 10 },
    );
    return done;
  };
  return { room, sit };
}

test('a stand-in signs a small step that costs nothing', () => {
  const { room, sit } = roomWith('ru');
  room.propose('us', term('embassies'));
  sit();
  expect(room.paper(room.lastPaper.id).signatures).toContain('ru');
});

test('it signs nothing that costs, however good, and refuses nothing', () => {
  const { room, sit } = roomWith('ua');
  room.propose('us', term('security-agreements', 2), term('article-five'));
  const { id } = room.lastPaper;
  sit();
  expect(room.paper(id).signatures).not.toContain('ua');
  expect(room.paper(id).rejections.ua).toBeUndefined();
});

test('it tells the author of a text it would not sign that it waits for the delegation, once', () => {
  const { room, sit } = roomWith('ru');
  room.propose('us', term('full-ceasefire', 2));
  sit();
  sit();
  const notes = room.saidBy('ru').filter(({ key }) => key?.startsWith('standIn.away'));
  expect(notes.map(({ channel }) => channel)).toEqual(['seat:us']);
});

test('it answers what is put to the seat, in the same channel', () => {
  const { room, sit } = roomWith('ru');
  room.say('us', 'ru', 'ask', { provision: 'full-ceasefire' });
  const question = room.state.hidden.press.at(-1)?.id;
  sit();
  const answer = room.saidBy('ru').find(({ params }) => params?.['re'] === question);
  expect(answer?.channel).toBe('seat:us');
});

test('it only answers, signs small steps, writes calm orders and gets ready', () => {
  const { room, sit } = roomWith('ru');
  const done = [...sit(), ...sit()];
  const kinds = new Set(done.map(({ kind }) => kind));
  expect([...kinds].filter((kind) => !['say', 'sign', 'writeOrders', 'setReady'].includes(kind))).toEqual([]);
  const orders = done.flatMap((command) => (command.kind === 'writeOrders' ? command.orders : []));
  for (const { order } of orders) {
    const rule = lesson.orders.find(({ id }) => id === order);
    expect(rule?.effects.filter(({ on, by }) => on === 'escalation' && by > 0)).toEqual([]);
    expect(['offensive', 'exercise', 'deploy']).not.toContain(rule?.front);
  }
  expect(room.state.world.seats.ru.ready).toBe(true);
});

test('orders that the people wrote stay as they are', () => {
  const { room, sit } = roomWith('ru');
  room.do('ru', { kind: 'writeOrders', orders: [{ order: 'ru.air-campaign', target: null, intensity: 1 }] });
  sit();
  expect(room.view('ru').mine.orders.map(({ order }) => order)).toEqual(['ru.air-campaign']);
});

test('where nobody else is left, it does not let the game run on', () => {
  const { room, sit } = roomWith('ru');
  room.do('us', { kind: 'standIn', seat: 'us', why: 'asked' });
  expect(sit().map(({ kind }) => kind)).not.toContain('setReady');
});

test('only the seat itself and the clock seat a stand-in, and only for people', () => {
  const room = new Room(['us', 'ru']).open();
  const sits = { kind: 'standIn', seat: 'ru', why: 'absent' } as const;
  expect(room.ask('us', sits)).toMatchObject({ refusal: { code: 'NOT_YOURS_TO_ASK' } });
  expect(room.ask('clock', { ...sits, seat: 'cn' })).toMatchObject({ refusal: { code: 'NOTHING_CHANGES' } });
  room.do('clock', sits);
  expect(room.state.world.seats.ru.standIn).toBe('absent');
  room.do('ru', { kind: 'standIn', seat: 'ru', why: null });
  expect(room.state.world.seats.ru).not.toHaveProperty('standIn');
});
