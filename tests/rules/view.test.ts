import { describe, expect, test } from 'vitest';
import { SEATS, legalFor, viewFor } from '../../shared/rules/index.ts';
import type { GameState, Seat } from '../../shared/rules/index.ts';
import { publicViewOf } from '../../shared/rules/view.ts';
import { Game, lesson, rich, term } from './game.ts';

/** A game with something secret in every drawer. */
function busy(): Game {
  const game = new Game(lesson, 'view').begin().with((state) => rich(state));
  game.propose('us', [term('embassies', 2)], 'signatories');
  game.propose('ru', [term('stability-talks', 2)], 'table');
  game.propose('cn', [term('council', 1)], 'all');
  const say = { kind: 'say', act: 'say', about: null, key: null, params: null } as const;
  game.do('us', { ...say, channel: 'seat:ru', text: 'secret-us-ru' });
  game.do('eu', { ...say, channel: 'own', text: 'secret-eu' });
  game.do('ua', { ...say, channel: 'table:C', text: 'secret-table-c' });
  game.do('cn', { ...say, channel: 'all', text: 'open-cn' });
  game.order('ru', 'ru.offensive', 'DON').order('nato', 'nato.train');
  return game;
}

/** Another game in all that `seat` may not see, the same in all it may. */
function scrambled(state: GameState, seat: Seat): GameState {
  const secrets = { ...state.secrets };
  for (const other of SEATS) {
    if (other === seat) continue;
    const own = secrets[other];
    secrets[other] = {
      ...own,
      disposition: own.disposition === 'maximalist' ? 'besieged' : 'maximalist',
      agenda: ['other'],
      agendaDealt: ['other'],
      pc: own.pc + 777,
      orders: [],
      reports: [],
      instructions: 'other',
    };
  }
  return {
    ...state,
    secrets,
    hidden: { ...state.hidden, seed: 'other', streams: {}, truths: { r9: '1/cn.dual-up' }, played: [] },
  };
}

describe('what a seat sees', () => {
  test.each(SEATS)('[VIEW-1] %s sees the same whatever the others hide', (seat) => {
    const { state } = busy();
    expect(viewFor(lesson, scrambled(state, seat), seat)).toEqual(viewFor(lesson, state, seat));
  });

  test.each<[Seat, readonly string[], readonly string[]]>([
    ['us', ['p1', 'p2', 'p3'], ['secret-us-ru', 'open-cn', 'secret-table-c']],
    ['ru', ['p1', 'p2', 'p3'], ['secret-us-ru', 'secret-table-c', 'open-cn']],
    ['cn', ['p2', 'p3'], ['open-cn']],
    ['nato', ['p3'], ['open-cn']],
  ])('[TALK-5, PRESS-2] %s reads these papers and hears this press', (seat, papers, press) => {
    const view = viewFor(lesson, busy().state, seat);
    expect(view.mine.papers.map((paper) => paper.id)).toEqual(papers);
    expect(new Set(view.mine.press.map((message) => message.text))).toEqual(new Set(press));
  });

  test('[VIEW-2] a spectator sees no secret', () => {
    const text = JSON.stringify(publicViewOf(busy().state));
    for (const secret of [
      'secret-us-ru',
      'secret-eu',
      'secret-table-c',
      '"pc"',
      'ru.offensive',
      'disposition',
    ])
      expect(text).not.toContain(secret);
    expect(text).toContain('open-cn');
  });
});

describe('what a seat may do', () => {
  test('[LEGAL-1] in talks: sign what it is asked for and can pay, withdraw what is its own', () => {
    const game = busy();
    const legal = legalFor(lesson, game.state, 'ru');
    expect(legal).toMatchObject({
      sign: ['p1', 'p3'],
      reject: ['p1', 'p3'],
      withdraw: ['p2'],
      propose: null,
    });
    game.with((state) => rich(state, 0));
    expect(legalFor(lesson, game.state, 'ru')).toMatchObject({ sign: [], reject: ['p1', 'p3'] });
  });

  test('[LEGAL-1] orders say what they would breach', () => {
    const game = new Game().begin().with((state) => rich(state));
    game.agree('ua', term('full-ceasefire', 2)).next();
    const push = legalFor(lesson, game.state, 'ru').orders?.list.find(
      (order) => order.order === 'ru.offensive',
    );
    expect(push?.violates).toEqual([{ key: 'a1/full-ceasefire', provision: 'full-ceasefire', overt: true }]);
  });

  test('[CLOCK-1] in the lobby only its host may start', () => {
    const game = new Game().do('host', { kind: 'takeSeat', seat: 'ua', by: 'human' });
    expect(legalFor(lesson, game.state, 'ua').start).toBe(true);
    expect(legalFor(lesson, game.state, 'us').start).toBe(false);
    expect(game.ask('us', { kind: 'start' })).toMatchObject({ code: 'NOT_YOURS_TO_ASK' });
    expect(game.ask('host', { kind: 'takeSeat', seat: 'ua', by: 'human' })).toMatchObject({
      code: 'SEAT_TAKEN',
      free: ['us', 'ru', 'eu', 'nato', 'cn'],
    });
  });
});
