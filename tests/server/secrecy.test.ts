import { received, sockets } from './socket.ts'; // before the SDK, which takes the global socket when it is loaded
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../../server/session/replay.ts';
import type { WireCommandInput } from '../../shared/protocol/command.ts';
import type { Order } from '../../shared/rules/index.ts';
import { type GameState, type Seat, SEATS } from '../../shared/rules/index.ts';
import type { SeatReserved } from '../../shared/protocol/http.ts';
import { ask, come, type Line } from '../../server/fuzz/seats.ts';
import { tokenHash } from '../../server/session/tokens.ts';
import { get, Player, post } from './player.ts';
import { aServer, newGame, sixPlayers } from './serving.ts';

/** Everything the server ever logged, at its most talkative. */
let logged = '';
const log = pino({ level: 'trace', base: null }, { write: (line: string) => void (logged += line) });
const server = aServer({ log });
const SEED = 'canary-seed-of-the-game';

/** All that ever reached a player's connection, as text: JSON and MessagePack both keep strings as UTF-8. */
function bytesOf(player: { room: { sessionId: string } }): string {
  return Buffer.concat(received.get(player.room.sessionId) ?? []).toString('utf8');
}

/** A secret aim or leaning of a seat, as it stands in a view. */
function mandateOf(state: GameState, seat: Seat): string[] {
  const { disposition, agenda, agendaDealt } = state.secrets[seat];
  return [`"disposition":"${disposition}"`, ...new Set([...agenda, ...agendaDealt])];
}

async function stateOf(code: string): Promise<GameState> {
  return replay(await server.store.load(code)).state;
}

/** Parts of the state that no view has. */
const HIDDEN = [SEED, '"streams"', '"truths"', '"injected"', '"played"', '"counters"', '"intelligence"'];

describe('six people at a table', () => {
  const ORDERS: Record<Seat, Order> = {
    us: { order: 'us.arms', target: null, intensity: 1 },
    ru: { order: 'ru.offensive', target: 'DON', intensity: 1 },
    eu: { order: 'eu.loan', target: null, intensity: 1 },
    ua: { order: 'ua.fortify', target: 'ZAP', intensity: 1 },
    nato: { order: 'nato.patrol', target: 'baltic', intensity: 1 },
    cn: { order: 'cn.court-eu', target: null, intensity: 1 },
  };
  const whisper = (from: Seat, to: Seat) => `canary-whisper-${from}-${to}.`;
  const say = (channel: string, text: string): WireCommandInput => {
    return { kind: 'say', channel, act: 'say', about: null, text };
  };
  const paper = (provision: string, readers: 'signatories' | 'all', text: string): WireCommandInput => {
    const terms = [{ provision, level: 1, scope: [], conditions: [], snapback: [] }];
    return { kind: 'propose', terms, readers, counterTo: null, text };
  };

  let code: string;
  let players: Record<Seat, Player>;
  let tokens: Record<Seat, string>;
  let second: Player; // another device of Ukraine's: it comes late, and stalls for a while
  let spectator: Line; // sees what everyone sees
  const answers: string[] = [];

  /** Whose bytes have it. */
  const whoGot = (secret: string) => SEATS.filter((seat) => bytesOf(players[seat]).includes(secret));

  beforeAll(async () => {
    const table = await sixPlayers(server.base, { seed: SEED });
    ({ code, players, tokens } = table);
    spectator = await come(server.base, code, null);
    const ask = async (seat: Seat, command: WireCommandInput) => {
      const answer = await players[seat].ask(command);
      answers.push(JSON.stringify(answer));
      if (!answer.ok) throw new Error(`${seat} ${command.kind}: ${JSON.stringify(answer.rejected)}`);
    };
    await ask('ua', { kind: 'start' });
    for (const seat of SEATS) await ask(seat, { kind: 'instruct', text: `canary-instructions-${seat}` });
    for (const seat of SEATS) await ask(seat, { kind: 'setReady', ready: true });

    second = await Player.come(server.base, code, table.tokens.ua);
    sockets.get(second.room.sessionId)!.pause();
    for (const seat of SEATS) {
      await ask(seat, say('own', `canary-own-${seat}`));
      for (const to of SEATS) if (to !== seat) await ask(seat, say(`seat:${to}`, whisper(seat, to)));
      await ask(seat, { kind: 'writeOrders', orders: [ORDERS[seat]] });
    }
    await ask('us', say('table:S', 'canary-table-S'));
    await ask('us', paper('military-hotlines', 'signatories', 'canary-paper-us-ru'));
    await ask('eu', paper('relief-maritime', 'all', 'canary-paper-to-all'));
    sockets.get(second.room.sessionId)!.resume();
    for (const player of [...Object.values(players), second])
      await player.until(() => player.view.papers.length === 1);
  });
  afterAll(async () => {
    await spectator.leave();
    await Promise.all([...Object.values(players), second].map((player) => player.leave()));
  });

  test('the search finds what may be seen', () => {
    expect(whoGot('canary-paper-to-all')).toEqual([...SEATS]);
    expect(bytesOf(second)).toContain('canary-own-ua');
    expect(bytesOf(second)).toContain(whisper('ru', 'ua'));
  });

  test('mandates reach their own seat only', async () => {
    const state = await stateOf(code);
    for (const seat of SEATS) {
      const [disposition, ...agenda] = mandateOf(state, seat);
      expect(agenda.length).toBeGreaterThan(0);
      for (const secret of agenda) expect(whoGot(secret)).toEqual([seat]);
      expect(whoGot(disposition!)).toContain(seat);
      for (const other of SEATS) {
        const leanings = bytesOf(players[other]).match(/"disposition":"[^"]*"/g) ?? [];
        const [of] = mandateOf(state, other);
        expect(new Set(leanings)).toEqual(new Set([of]));
      }
    }
  });

  test('instructions and words for one’s own delegation stay there', () => {
    for (const seat of SEATS) {
      expect(whoGot(`canary-instructions-${seat}`)).toEqual([seat]);
      expect(whoGot(`canary-own-${seat}`)).toEqual([seat]);
    }
  });

  test('a word between two seats reaches these two', () => {
    for (const from of SEATS) {
      for (const to of SEATS) {
        if (from === to) continue;
        expect(whoGot(whisper(from, to))).toEqual(SEATS.filter((seat) => seat === from || seat === to));
      }
    }
  });

  test('a word at a table reaches those who may speak there', () => {
    const reached = whoGot('canary-table-S');
    expect(reached).toContain('eu');
    for (const seat of SEATS) {
      const mayHear = players[seat].view.legal.channels.includes('table:S') || seat === 'us';
      expect(reached.includes(seat)).toBe(mayHear);
    }
  });

  test('a paper for its signatories reaches them only, its words and its number too', () => {
    const { id } = players.us.view.mine.papers.find((one) => one.author === 'us')!;
    for (const secret of ['canary-paper-us-ru', `paper.${id}`, `"id":"${id}"`])
      expect(whoGot(secret)).toEqual(['us', 'ru']);
  });

  test('sealed orders reach their own seat only', () => {
    for (const seat of SEATS) {
      expect(players[seat].view.mine.orders).toEqual([ORDERS[seat]]);
      expect(whoGot(ORDERS[seat].order)).toEqual([seat]);
      expect(bytesOf({ room: spectator })).not.toContain(ORDERS[seat].order);
    }
  });

  test('a second device, late and slow, gets its own seat’s secrets and no other’s', async () => {
    const state = await stateOf(code);
    const bytes = bytesOf(second);
    for (const seat of SEATS) {
      if (seat === 'ua') continue;
      for (const secret of [`canary-own-${seat}`, `canary-instructions-${seat}`, ORDERS[seat].order]) {
        expect(bytes).not.toContain(secret);
      }
      for (const agenda of mandateOf(state, seat).slice(1)) expect(bytes).not.toContain(agenda);
    }
    expect(bytes).not.toContain(whisper('us', 'ru'));
    expect(second.view).toEqual(players.ua.view);
  });

  test('nothing hidden reaches anyone, by socket, answer or page', async () => {
    const card = await get(server.base, `/api/games/${code}`);
    const told = [...answers, JSON.stringify(card.body)].join('\n');
    for (const secret of HIDDEN) {
      expect(whoGot(secret)).toEqual([]);
      expect(told).not.toContain(secret);
    }
    expect(told).not.toMatch(/canary/);
  });

  test('after several rounds mandates are still their own', async () => {
    for (let round = 1; round <= 3; round++) {
      for (const seat of SEATS) await players[seat].ask({ kind: 'setReady', ready: true });
      await Promise.all(
        SEATS.map((seat) => players[seat].until(() => players[seat].view.world.round === round + 1)),
      );
    }
    const state = await stateOf(code);
    for (const seat of SEATS) {
      for (const secret of mandateOf(state, seat).slice(1)) expect(whoGot(secret)).toEqual([seat]);
      expect(whoGot(`canary-own-${seat}`)).toEqual([seat]);
    }
    for (const secret of HIDDEN) expect(whoGot(secret)).toEqual([]);
  });

  test('a spectator gets what everyone gets, and nothing of any seat', async () => {
    const bytes = bytesOf({ room: spectator });
    expect(bytes).toContain('canary-paper-to-all');
    expect(bytes).not.toMatch(/canary-(own|whisper|instructions|table|paper-us)/);
    expect(bytes).not.toContain('"disposition"');
    expect(bytes).not.toContain('legal.');
    const state = await stateOf(code);
    for (const seat of SEATS)
      for (const agenda of mandateOf(state, seat).slice(1)) expect(bytes).not.toContain(agenda);
    for (const secret of HIDDEN) expect(bytes).not.toContain(secret);
    expect(
      await ask(spectator, { id: 'spectator-1', command: { kind: 'setReady', ready: true } }),
    ).toMatchObject({
      code: 'TOKEN_WRONG',
    });
  });

  test('neither metrics nor logs nor any page has a word, a name, a token, an order or a mandate', async () => {
    const places = ['/metrics', '/healthz', '/readyz', `/api/games/${code}`, `/g/${code}`, '/status'];
    const pages = await Promise.all(places.map(async (where) => (await fetch(server.base + where)).text()));
    const told = [...pages, logged].join('\n');
    expect(pages[0]).toContain('game_command_seconds');
    expect(told).not.toMatch(/canary/);
    const state = await stateOf(code);
    for (const seat of SEATS) {
      for (const secret of [tokens[seat], tokenHash(tokens[seat]), ORDERS[seat].order])
        expect(told).not.toContain(secret);
      for (const secret of mandateOf(state, seat)) expect(told).not.toContain(secret);
    }
    for (const secret of HIDDEN) expect(told).not.toContain(secret);
  });

  test('what is kept has no token, and the log no word', async () => {
    const rights = JSON.stringify(await server.store.rights(code));
    const rows = JSON.stringify(await server.store.load(code));
    for (const seat of SEATS) {
      expect(rights).toContain(tokenHash(tokens[seat]));
      expect(rights + rows).not.toContain(tokens[seat]);
    }
    expect(rows).not.toMatch(/canary-(own|whisper|instructions|table|paper)/);
  });

  test('a token of one seat opens no other seat and no other game', async () => {
    const other = await newGame(server.base);
    for (const seat of SEATS) {
      const mine = await post<SeatReserved>(server.base, `/api/games/${code}/seat`, {
        seatToken: tokens[seat],
      });
      expect(mine.body.seat).toBe(seat);
      for (const what of ['seat', 'erase']) {
        const body = { seatToken: tokens[seat] };
        expect((await post(server.base, `/api/games/${other.code}/${what}`, body)).status).toBe(401);
      }
      if (seat === 'ua') continue;
      expect((await post(server.base, `/api/games/${code}/erase`, { seatToken: tokens[seat] })).status).toBe(
        401,
      );
    }
    expect(await server.store.names(code)).not.toEqual([]);
  });

  test('to the end of the game agendas, orders, papers and words stay where they belong', async () => {
    for (let round = players.ua.view.world.round; round <= players.ua.view.world.rounds; round++) {
      for (const seat of SEATS) await players[seat].ask({ kind: 'setReady', ready: true });
      const gone = () => players.ua.view.world.round > round || players.ua.view.world.phase === 'ended';
      await players.ua.until(gone, 30_000);
    }
    for (const seat of SEATS)
      await players[seat].until(() => players[seat].view.world.phase === 'ended', 30_000);
    expect(players.ua.view.world.result?.seats?.us).toBeDefined();
    for (const from of SEATS) {
      expect(whoGot(`canary-own-${from}`)).toEqual([from]);
      expect(whoGot(`canary-instructions-${from}`)).toEqual([from]);
      for (const to of SEATS) {
        if (from === to) continue;
        expect(whoGot(whisper(from, to))).toEqual(SEATS.filter((seat) => seat === from || seat === to));
      }
    }
    expect(whoGot('canary-paper-us-ru')).toEqual(['us', 'ru']);
    expect(bytesOf({ room: spectator })).not.toMatch(/canary-(own|whisper|instructions|table|paper-us)/);
    for (const secret of HIDDEN) expect(whoGot(secret)).toEqual([]);
    expect(logged).not.toMatch(/canary/);
  });
});

test('a person alone with bots gets nothing of theirs until the end', async () => {
  const { code, seatToken } = await newGame(server.base, {
    mode: 'solo',
    seat: 'eu',
    seed: SEED,
    bots: 'normal',
  });
  const player = await Player.come(server.base, code, seatToken);
  for (let round = 0; round <= 3; round++) {
    await player.settled();
    const state = await stateOf(code);
    const bytes = bytesOf(player);
    for (const seat of SEATS) {
      if (seat === 'eu') continue;
      for (const secret of mandateOf(state, seat).slice(1)) expect(bytes).not.toContain(secret);
      // Orders of this round that nobody has played by name before, nor spoken of to this seat.
      const sealed = state.secrets[seat].orders.map((one) => one.order);
      const told = player.view.mine.press.flatMap(({ about, params }) => [
        ...(about?.pledge && 'order' in about.pledge ? [about.pledge.order] : []),
        ...Object.values(params ?? {}),
      ]);
      const known = new Set<unknown>([...state.hidden.played.map((one) => one.order.order), ...told]);
      for (const order of sealed) if (!known.has(order)) expect(bytes).not.toContain(order);
    }
    const unread = state.hidden.papers.filter(
      ({ id }) => !player.view.mine.papers.some((paper) => paper.id === id),
    );
    for (const { id } of unread) expect(bytes).not.toMatch(new RegExp(`paper\\.${id}\\b`));
    const unheard = state.hidden.press.filter(
      ({ id }) => !player.view.mine.press.some((message) => message.id === id),
    );
    for (const { id } of unheard) expect(bytes).not.toContain(`{"id":${id},"round"`);
    expect(new Set(bytes.match(/"disposition":"[^"]*"/g))).toEqual(new Set([mandateOf(state, 'eu')[0]]));
    for (const secret of HIDDEN) expect(bytes).not.toContain(secret);
    await player.ask({ kind: 'setReady', ready: true });
  }
  await player.leave();
});
