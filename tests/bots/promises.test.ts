import { describe, expect, test } from 'vitest';
import { scenarioOf } from '../../shared/content/index.ts';
import { SEATS, type Pledge, type Promised, type Seat } from '../../shared/rules/index.ts';
import { createBot } from '../../server/bots/bot.ts';
import { playGame } from '../../server/bots/play.ts';
import { Room, lesson, term } from './game.ts';

const bot = (seat: Seat, temper: object = {}) =>
  createBot(lesson, seat, { difficulty: 'hard', talks: 'linked', seed: 'word', temper });

/** A room in which `by` has promised something to all, and what `by`'s bot then orders. */
function ordersAfter(by: Seat, pledge: Pledge, temper: object = {}): string[] {
  const room = new Room(SEATS).open();
  room.do(by, {
    kind: 'say',
    channel: 'all',
    act: 'promise',
    about: { pledge },
    key: null,
    params: null,
    text: null,
  });
  const player = bot(by, temper);
  for (let turn = 0; turn < 30; turn++)
    for (const command of player.act(room.view(by), turn > 5)) {
      if (command.kind === 'writeOrders') return command.orders.map(({ order }) => order);
      if (command.kind === 'setReady') return [];
      room.do(by, command);
    }
  throw new Error('it never wrote its orders');
}

describe('a bot’s word', { timeout: 30_000 }, () => {
  test('an order it promised for this round is written', () => {
    expect(ordersAfter('us', { kind: 'give', order: 'us.troops', until: 1 })).toEqual(['us.troops']);
    expect(ordersAfter('us', { kind: 'give', order: 'us.ease', until: 1 })).toEqual(['us.ease']);
  });

  test('an order it promised to leave is left, where it would else have come', () => {
    const [wanted] = ordersAfter('nato', { kind: 'withhold', order: 'nato.reinforce', until: 2 });
    if (!wanted) throw new Error('it wanted nothing');
    const pledge = { kind: 'withhold', order: wanted as 'nato.train', until: 2 } as const;
    expect(ordersAfter('nato', pledge)).not.toContain(wanted);
  });

  test('bots give promises, and keep nearly all of them', () => {
    const made = ['p1', 'p2', 'p3'].flatMap(
      (seed) =>
        playGame(scenarioOf('double'), { seed, talks: 'linked', difficulty: 'normal' }).state.hidden
          .promises ?? [],
    );
    const came = (to: Promised['state']): number => made.filter(({ state }) => state === to).length;
    expect(came('kept')).toBeGreaterThan(2);
    expect(came('kept')).toBeGreaterThan(3 * came('broken'));
  });
});

/** What Ukraine's bot says to a text by the US after promises of theirs came to this. */
function answerAfter(...promises: Pick<Promised, 'state'>[]): { ask: number; doubt: number } {
  const room = new Room(SEATS).open();
  const { hidden } = room.state;
  const given = promises.map(({ state }, i): Promised => ({
    id: i + 1,
    by: 'us',
    to: ['ua'],
    pledge: { kind: 'give', order: 'us.arms', until: 1 },
    round: 1,
    state,
  }));
  room.state = { ...room.state, hidden: { ...hidden, promises: given } };
  room.propose('us', term('security-agreements', 2), term('eu-accession', 1));
  const player = bot('ua');
  for (const command of player.act(room.view('ua')))
    if ((command.kind === 'sign' || command.kind === 'reject') && command.account?.of === 'text')
      return { ask: command.account.ask, doubt: command.account.doubt };
  throw new Error('it gave no account of itself');
}

describe('the word of others', () => {
  test('a broken promise makes a bot ask for more from who broke it, and two for more still', () => {
    const none = answerAfter();
    const one = answerAfter({ state: 'broken' });
    const two = answerAfter({ state: 'broken' }, { state: 'broken' });
    expect(none.doubt).toBe(0);
    expect(one.doubt).toBeGreaterThan(none.doubt);
    expect(two.doubt).toBeGreaterThan(one.doubt);
  });

  test('an open promise makes it ask for a little less, and never for much less', () => {
    const none = answerAfter().ask;
    const one = answerAfter({ state: 'open' }).ask;
    const many = answerAfter(...Array.from({ length: 9 }, () => ({ state: 'open' }) as const)).ask;
    expect(one).toBeLessThan(none);
    expect(many).toBeGreaterThanOrEqual(none - 30);
  });
});
