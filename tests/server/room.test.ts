import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { WireCommandInput } from '../../shared/protocol/command.ts';
import { SEATS } from '../../shared/rules/index.ts';
import { keepOwnCopies } from '../../server/rooms/game-room.ts';
import { CLOSED } from '../../shared/protocol/room.ts';
import { STATE_BYTES } from '../../server/rooms/serializer.ts';
import { Player } from './player.ts';
import { aServer, join, newGame, sixPlayers } from './serving.ts';
import { received, sockets } from './socket.ts';

const server = aServer();

let here: Player[] = [];
afterEach(async () => {
  await Promise.all(here.filter((player) => player.room.connection.isOpen).map((player) => player.leave()));
  here = [];
});

async function come(code: string, token: string): Promise<Player> {
  const player = await Player.come(server.base, code, token);
  here.push(player);
  return player;
}

async function atTable(): Promise<Awaited<ReturnType<typeof sixPlayers>>> {
  const table = await sixPlayers(server.base);
  here.push(...Object.values(table.players));
  return table;
}

/** Six people in their first round of talks. */
async function inTalks(): Promise<Awaited<ReturnType<typeof sixPlayers>>> {
  const table = await atTable();
  await table.players.ua.ask({ kind: 'start' });
  for (const seat of SEATS) await table.players[seat].ask({ kind: 'setReady', ready: true });
  const players = Object.values(table.players);
  await Promise.all(players.map((player) => player.until(() => player.view.world.phase === 'talks')));
  return table;
}

const term = (provision: string, level = 1) => ({
  provision,
  level,
  scope: [],
  conditions: [],
  snapback: [],
});
const paper = (...terms: ReturnType<typeof term>[]): WireCommandInput => {
  return { kind: 'propose', terms, readers: 'signatories', counterTo: null, text: null };
};
const say = (channel: string, text = 'hello'): WireCommandInput => {
  return { kind: 'say', channel, act: 'say', about: null, text };
};

describe('a table', () => {
  test('starts when its host says so, with bots in the free seats', async () => {
    const { code, seatToken } = await newGame(server.base, { seat: 'ua' });
    const guest = await come(code, (await join(server.base, code, 'us', 'John')).seatToken);
    const host = await come(code, seatToken);
    expect(host.view.legal.start).toBe(true);
    expect(guest.view.legal.start).toBe(false);

    expect(await guest.ask({ kind: 'start' })).toMatchObject({
      ok: false,
      rejected: { code: 'NOT_YOURS_TO_ASK', needs: 'host' },
    });
    expect(await host.ask({ kind: 'start' })).toMatchObject({ ok: true });
    await guest.until(() => guest.view.world.phase === 'briefing');
    expect(guest.view.world.seats.ru.taken).toBe('bot');
    expect(guest.words.names.us).toEqual(['John']);
  });

  test('host and guest play with bots to the end, and see the same world', async () => {
    const { code, seatToken } = await newGame(server.base, { seat: 'ua', rounds: 4 });
    const guest = await come(code, (await join(server.base, code, 'us')).seatToken);
    const host = await come(code, seatToken);
    await host.ask({ kind: 'start' });
    for (let round = 0; round <= 4; round++) {
      await host.settled();
      await host.ask({ kind: 'setReady', ready: true });
      const { seq } = (await guest.ask({ kind: 'setReady', ready: true })) as { seq: number };
      await Promise.all([host.settled(seq), guest.settled(seq)]);
      expect(host.view.world).toEqual(guest.view.world);
    }
    expect(guest.view.world.phase).toBe('ended');
    expect(guest.view.world.result?.seats?.us).toBeDefined();
    expect(await host.ask({ kind: 'setReady', ready: true })).toMatchObject({
      rejected: { code: 'NOT_YOUR_PHASE' },
    });
  });

  test('its host may close the talks, a guest may not', async () => {
    const { players } = await inTalks();
    expect(await players.us.ask({ kind: 'closeTalks' })).toMatchObject({
      rejected: { code: 'NOT_YOURS_TO_ASK' },
    });
    expect(await players.ua.ask({ kind: 'closeTalks' })).toMatchObject({ ok: true });
    await players.us.until(() => players.us.view.world.round === 2);
  });

  test('a latecomer takes over from a bot', async () => {
    const { code, seatToken } = await newGame(server.base, { seat: 'ua' });
    const host = await come(code, seatToken);
    await host.ask({ kind: 'start' });
    await host.settled();
    const late = await come(code, (await join(server.base, code, 'cn', 'Li')).seatToken);
    expect(late.view.world.seats.cn.taken).toBe('human');
    const { seq } = (await host.ask({ kind: 'setReady', ready: true })) as { seq: number };
    await host.settled(seq);
    await late.ask({ kind: 'setReady', ready: false });
    expect(await late.ask({ kind: 'setReady', ready: true })).toMatchObject({ ok: true });
  });
});

describe('a person', () => {
  test('sees the same seat on two devices', async () => {
    const { code, seatToken } = await newGame(server.base, { mode: 'solo', seat: 'ua' });
    const laptop = await come(code, seatToken);
    const phone = await come(code, seatToken);
    await laptop.settled();
    await laptop.ask({ kind: 'instruct', text: 'Hold the line.' });
    await phone.until(() => phone.view.mine.mandate.instructions !== null);
    await laptop.until(() => laptop.view.mine.mandate.instructions !== null);
    expect(phone.view).toEqual(laptop.view);
    expect(phone.words).toEqual(laptop.words);
    expect(Object.values(phone.words.texts)).toEqual(['Hold the line.']);
    await laptop.until(() => laptop.present('ua') === 2);
  });

  test('comes back to the same seat after everyone has gone', async () => {
    const { code, seatToken } = await newGame(server.base, { mode: 'solo', seat: 'ua' });
    const first = await come(code, seatToken);
    await first.settled();
    const { seq } = (await first.ask({ kind: 'setReady', ready: true })) as { seq: number };
    await first.settled(seq);
    const seen = first.view;
    await first.leave();
    await pause(1_500); // the room is put away
    const again = await come(code, seatToken);
    expect(again.view).toEqual(seen);
  });

  test('whose connection drops goes on where it was', async () => {
    const { players } = await inTalks();
    const { us, ru } = players;
    us.room.reconnection.enabled = true;
    us.room.reconnection.minUptime = 0;
    const back = new Promise<void>((resolve) => us.room.onReconnect.once(() => resolve()));
    sockets.get(us.room.sessionId)!.terminate();
    await ru.ask(say('all', 'are you there?'));
    await back;
    await us.until(() => us.view.press.length === 1);
    expect(us.view.world).toEqual(ru.view.world);
    expect(await us.ask({ kind: 'setReady', ready: true })).toMatchObject({ ok: true });
  });

  test('who seals orders or speaks in private brings nobody else a message', async () => {
    const { players } = await inTalks();
    const heard = () => SEATS.map((seat) => received.get(players[seat].room.sessionId)!.length);
    await players.us.ask(say('all', 'everyone has come'));
    await Promise.all(SEATS.map((seat) => players[seat].until(() => players[seat].view.press.length === 1)));
    const before = heard();
    const sealed: WireCommandInput = {
      kind: 'writeOrders',
      orders: [{ order: 'us.arms', target: null, intensity: 1 }],
    };
    expect(await players.us.ask(sealed)).toMatchObject({ ok: true });
    expect(await players.us.ask(say('seat:ru', 'a word'))).toMatchObject({ ok: true });
    await players.ru.until(() => players.ru.view.mine.press.length === 2);
    const more = heard().map((count, i) => count - before[i]!);
    expect(Object.fromEntries(SEATS.map((seat, i) => [seat, more[i]! > 0]))).toEqual({
      us: true,
      ru: true,
      eu: false,
      ua: false,
      nato: false,
      cn: false,
    });
  });

  test('whose device stalls gets all it missed, in order', async () => {
    const { players } = await inTalks();
    const { us, ru } = players;
    const socket = sockets.get(us.room.sessionId)!;
    socket.pause();
    let last = 0;
    for (let i = 0; i < 50; i++) {
      const answer = await ru.ask(say('all', `${i}`.repeat(400)));
      if (answer.ok) last = answer.seq;
    }
    socket.resume();
    await us.until(() => us.room.state.seq === last);
    await ru.until(() => ru.room.state.seq === last);
    expect(us.view.press).toHaveLength(50);
    expect(us.view.world).toEqual(ru.view.world);
    expect(us.view.press).toEqual(ru.view.press);
    expect(us.words.texts).toEqual(ru.words.texts);
  });

  test('is sent back to the door when the game is written elsewhere, and comes in again', async () => {
    const { code, seatToken } = await newGame(server.base, { mode: 'solo', seat: 'ua' });
    const player = await come(code, seatToken);
    await player.settled();
    const gone = new Promise<number>((resolve) => player.room.onLeave.once(resolve));
    await server.store.claim(code, Date.now());
    const answer = player.ask({ kind: 'setReady', ready: true }).catch(() => null);
    expect(await gone).toBe(CLOSED.over);
    expect(await answer).not.toMatchObject({ ok: true });

    const again = await come(code, seatToken);
    expect(again.view.world.phase).toBe('briefing');
    expect(await again.ask({ kind: 'setReady', ready: true })).toMatchObject({ ok: true });
  });

  test('who comes when much has been said gets all of it', async () => {
    const { players, code, tokens } = await inTalks();
    const said = SEATS.flatMap((seat) =>
      Array.from({ length: 34 }, (_, i) => [seat, `${seat}${i} ${'漢'.repeat(990)}`] as const),
    );
    let last = 0;
    for (const [seat, text] of said) {
      const answer = await players[seat].ask(say('all', text));
      if (answer.ok) last = answer.seq;
    }
    await players.us.until(() => players.us.room.state.seq === last);
    const bytes = [...players.us.room.state.slices.values()].reduce(
      (sum, text) => sum + Buffer.byteLength(text),
      0,
    );
    expect(bytes).toBeGreaterThan(STATE_BYTES);
    const late = await come(code, tokens.us);
    expect(late.view).toEqual(players.us.view);
    expect(late.words).toEqual(players.us.words);
    expect(Object.keys(late.words.texts)).toHaveLength(said.length);
  });

  test('with very many pages open keeps the newest', async () => {
    const { code, seatToken } = await newGame(server.base);
    const first = await come(code, seatToken);
    const gone = new Promise<number>((resolve) => first.room.onLeave.once(resolve));
    for (let i = 0; i < 12; i++) await come(code, seatToken);
    expect(await gone).toBe(CLOSED.crowded);
    expect(await here.at(-1)!.ask({ kind: 'start' })).toMatchObject({ ok: true });
  });
});

test('what is sent to a connection that is slow stays as it was sent', () => {
  const sent: Uint8Array[] = [];
  const client = { raw: (bytes: Uint8Array) => void sent.push(bytes) } as unknown as Parameters<
    typeof keepOwnCopies
  >[0];
  keepOwnCopies(client);
  const buffer = new Uint8Array([1, 2, 3, 4]);
  client.raw(buffer.subarray(0, 3));
  buffer.fill(9);
  expect(sent).toEqual([new Uint8Array([1, 2, 3])]);
});

describe('words', () => {
  test('reach those they are for, cleaned of what cannot be seen', async () => {
    const { players } = await inTalks();
    await players.us.ask(say('seat:ru', '  one\u0000 \u202Eword\r\nor two '));
    await players.us.ask(say('all', 'to all'));
    await Promise.all(SEATS.map((seat) => players[seat].until(() => players[seat].view.press.length === 1)));
    expect(Object.values(players.ru.words.texts).toSorted()).toEqual(['one word\nor two', 'to all']);
    expect(Object.values(players.us.words.texts)).toHaveLength(2);
    for (const seat of ['eu', 'ua', 'nato', 'cn'] as const) {
      expect(Object.values(players[seat].words.texts)).toEqual(['to all']);
    }
  });
});

describe('a bad command is a refusal that says what would work, and nothing changes', () => {
  const humanitarian = {
    ...paper(),
    terms: [{ ...term('humanitarian-returns'), conditions: [{ kind: 'ceasefireHeld', rounds: 1 }] }],
  };
  const CASES: [string, unknown, object][] = [
    [
      'a seat that is not there',
      say('seat:fr'),
      { code: 'CHANNEL_CLOSED', open: expect.arrayContaining(['seat:ru']) },
    ],
    [
      'a table that is not there',
      say('table:Q'),
      { code: 'CHANNEL_CLOSED', open: expect.arrayContaining(['all']) },
    ],
    [
      'a provision that is not there',
      paper(term('moon-base')),
      { code: 'PROVISION_UNKNOWN', provision: 'moon-base' },
    ],
    ['a level that is not there', paper(term('embassies', 9)), { code: 'LEVEL_UNKNOWN', levels: 2 }],
    ['no terms', paper(), { code: 'NO_TERMS' }],
    [
      'a term too many',
      paper(
        ...['embassies', 'business', 'military-hotlines', 'stability-talks', 'council', 'spending'].map(
          (id) => term(id),
        ),
      ),
      { code: 'TOO_MANY_TERMS', terms: 6, limit: 5 },
    ],
    ['the same term twice', paper(term('embassies'), term('embassies', 2)), { code: 'TERM_TWICE' }],
    ['a condition on humanitarian returns', humanitarian, { code: 'HUMANITARIAN_STANDS_ALONE' }],
    [
      'a paper that is not there',
      { kind: 'sign', proposal: 'p77' },
      { code: 'PROPOSAL_UNKNOWN', proposal: 'p77' },
    ],
    [
      'a report that is not there',
      { kind: 'answerReport', report: 'r9', answer: 'pass' },
      { code: 'REPORT_UNKNOWN' },
    ],
    ['an order that is not there', orders('us.invade', null), { code: 'ORDER_UNKNOWN', order: 'us.invade' }],
    ['an order of another seat', orders('ru.offensive', 'DON'), { code: 'ORDER_NOT_YOURS', seat: 'ru' }],
    [
      'a target that is not there',
      orders('us.arms', 'MOON'),
      { code: 'TARGET_UNKNOWN', targets: expect.any(Array) },
    ],
    ['an intensity that is not there', orders('us.arms', null, 3), { code: 'INTENSITY_UNKNOWN', limit: 1 }],
    [
      'agenda cards out of phase',
      { kind: 'chooseAgenda', cards: [] },
      { code: 'NOT_YOUR_PHASE', needs: ['briefing'] },
    ],
    ['the host’s right to start', { kind: 'start' }, { code: 'NOT_YOUR_PHASE', needs: ['lobby'] }],
    [
      'a term denounced in this edition',
      { kind: 'denounce', term: 'a1/embassies' },
      { code: /TERM_UNKNOWN|NOT_IN_THIS_EDITION/ },
    ],
    [
      'an objection in this edition',
      { kind: 'object', agreement: 'a1' },
      { code: /AGREEMENT_UNKNOWN|NOT_IN_THIS_EDITION/ },
    ],
    ['a kind that is not there', { kind: 'cheat' }, { code: 'BODY_MALFORMED' }],
    [
      'a kind that is not for seats',
      { kind: 'takeSeat', seat: 'ru', by: 'human' },
      { code: 'BODY_MALFORMED' },
    ],
    ['a card played by a seat', { kind: 'inject', card: 'x' }, { code: 'BODY_MALFORMED' }],
    ['a field nobody asked for', { kind: 'setReady', ready: true, seat: 'ru' }, { code: 'BODY_MALFORMED' }],
    ['a bot’s phrase', { ...(say('all') as object), key: 'offer', params: {} }, { code: 'BODY_MALFORMED' }],
    ['words that are too long', say('all', 'x'.repeat(1_001)), { code: 'BODY_MALFORMED' }],
    [
      'a region that is not there',
      { ...paper(), terms: [{ ...term('council'), scope: ['west'] }] },
      { code: 'BODY_MALFORMED' },
    ],
    ['no command', undefined, { code: 'BODY_MALFORMED' }],
    ['a list', [], { code: 'BODY_MALFORMED' }],
  ];

  function orders(order: string, target: string | null, intensity = 1): object {
    return { kind: 'writeOrders', orders: [{ order, target, intensity }] };
  }

  test('each of them', async () => {
    const { code, players } = await inTalks();
    const before = await server.store.load(code);
    const seen = players.us.view;
    for (const [name, command, expected] of CASES) {
      const answer = await players.us.askAnything({ id: `bad-command-${name.length}`, command });
      const { code: wanted, ...more } = expected as { code: string | RegExp };
      expect
        .soft(answer, name)
        .toMatchObject({ ok: false, rejected: { message: expect.any(String), ...more } });
      if (!answer.ok) expect.soft(answer.rejected.code, name).toMatch(wanted);
    }
    expect(await server.store.load(code)).toEqual(before);
    expect(players.us.view).toEqual(seen);
    expect(await players.us.ask({ kind: 'setReady', ready: true })).toMatchObject({ ok: true });
  });

  test('a proposal too many, a signature that is not yours, one given twice, too little capital', async () => {
    const { players } = await inTalks();
    const { us, ru, ua, cn } = players;
    expect(await us.ask(paper(term('embassies')))).toMatchObject({ ok: true });
    expect(await us.ask(paper(term('military-hotlines')))).toMatchObject({
      rejected: { code: 'TOO_MANY_PROPOSALS', limit: 1 },
    });
    await ru.until(() => ru.view.mine.papers.length === 1);
    const [open] = ru.view.mine.papers;
    const proposal = open!.id;
    expect(await cn.ask({ kind: 'sign', proposal })).toMatchObject({
      rejected: { code: /NOT_A_SIGNATORY|PROPOSAL_UNKNOWN/ },
    });
    expect(await us.ask({ kind: 'sign', proposal })).toMatchObject({ rejected: { code: 'ALREADY_SIGNED' } });
    expect(await ru.ask({ kind: 'withdraw', proposal })).toMatchObject({
      rejected: { code: 'NOT_THE_AUTHOR' },
    });
    expect(await ru.ask({ kind: 'sign', proposal })).toMatchObject({ ok: true });
    expect(await ru.ask({ kind: 'sign', proposal })).toMatchObject({
      rejected: { code: /PROPOSAL_CLOSED|ALREADY_SIGNED/ },
    });

    const dear = paper(
      term('full-ceasefire', 3),
      term('line-of-control', 3),
      term('ukraine-alignment', 3),
      term('standstill'),
    );
    const answer = await ua.ask(dear);
    expect(answer).toMatchObject({
      ok: false,
      rejected: { code: 'PC_SHORT', needed: expect.any(Number), free: expect.any(Number) },
    });
  });

  test('a command for an earlier round, and one that is repeated', async () => {
    const { players } = await inTalks();
    await players.ua.ask({ kind: 'closeTalks' });
    await players.us.until(() => players.us.view.world.round === 2);
    expect(await players.us.ask({ kind: 'setReady', ready: true }, { round: 1 })).toMatchObject({
      ok: false,
      rejected: { code: 'STALE_COMMAND', round: 1, now: 2 },
    });
    const first = await players.us.ask(say('all'), { id: 'once-only' });
    const again = await players.us.ask(say('all'), { id: 'once-only' });
    expect(again).toEqual(first);
    await players.ru.until(() => players.ru.view.press.length === 1);
    const other = await players.ru.ask(say('all'), { id: 'once-only' });
    expect(other).toMatchObject({ ok: true });
    expect(other).not.toEqual(first);
  });
});

describe('a bad frame', () => {
  test('that is too large closes its connection only', async () => {
    const { code, players } = await inTalks();
    const gone = new Promise<number>((resolve) => players.us.room.onLeave.once(resolve));
    players.us.askAnything({ id: 'too-large', command: 'x'.repeat(20_000) }).catch(() => undefined);
    expect(await gone).toBe(1009);
    expect(await players.ru.ask({ kind: 'setReady', ready: true })).toMatchObject({ ok: true });
    expect(await server.store.load(code)).not.toHaveLength(0);
  });

  test('of any bytes leaves the server up', async () => {
    const { players } = await inTalks();
    const { code, seatToken } = await newGame(server.base);
    for (let i = 0; i < 48; i++) {
      const player = await come(code, seatToken);
      const socket = sockets.get(player.room.sessionId)!;
      const first = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21][i % 12]!;
      socket.send(Buffer.concat([Buffer.from([first]), randomBytes(i)]));
      socket.send(Buffer.from([first, 0xda, 0xff, 0xff, 0x41]));
      socket.send(Buffer.alloc(0));
      socket.send('text');
      await pause(5);
      socket.terminate();
    }
    expect(await players.ru.ask({ kind: 'setReady', ready: true })).toMatchObject({ ok: true });
  });

  test('of a type that is not there closes its connection only', async () => {
    const { players } = await inTalks();
    const gone = new Promise<number>((resolve) => players.us.room.onLeave.once(resolve));
    players.us.room.send('shell' as never, { rm: '-rf' } as never);
    expect(await gone).toBe(4002);
    expect(await players.ru.ask({ kind: 'setReady', ready: true })).toMatchObject({ ok: true });
  });
});
