import { describe, expect, test } from 'vitest';
import { SEATS, type Report, type Seat } from '../../shared/rules/index.ts';
import { createBot } from '../../server/bots/bot.ts';
import { playGame } from '../../server/bots/play.ts';
import { Room, lesson, term } from './game.ts';

describe('orders', { timeout: 20_000 }, () => {
  const games = ['o1', 'o2', 'o3'].map((seed) =>
    playGame(lesson, { seed, talks: 'linked', difficulty: 'normal' }),
  );

  test('every bot gives orders in every round, no more than it may', () => {
    for (const { state } of games)
      for (const seat of SEATS)
        for (let round = 1; round <= state.world.rounds; round++) {
          const given = state.hidden.played.filter((play) => play.seat === seat && play.round === round);
          expect(given.length).toBeLessThanOrEqual(lesson.edition.orders);
        }
    const given = games.reduce((sum, { state }) => sum + state.hidden.played.length, 0);
    expect(given).toBeGreaterThan(0.8 * games.length * SEATS.length * lesson.edition.rounds);
  });

  test('no seat gives the same order all the time', () => {
    for (const seat of SEATS) {
      const plays = games.flatMap(({ state }) => state.hidden.played.filter((play) => play.seat === seat));
      const kinds = Map.groupBy(plays, (play) => play.order.order);
      expect(kinds.size).toBeGreaterThan(2);
      for (const [, same] of kinds) expect(same.length).toBeLessThan(0.8 * plays.length);
    }
  });

  test('breaches are rare', () => {
    const breaches = games.flatMap(({ state }) => SEATS.map((seat) => state.world.seats[seat].breaches));
    expect(breaches.reduce((sum, count) => sum + count, 0)).toBeLessThan(games.length);
  });
});

/** What NATO's bot answers to a report that Russia has broken the ceilings or the council. */
function answerOn(provision: 'force-ceilings' | 'council', report: Partial<Report>): string | undefined {
  const room = new Room(SEATS).open();
  room.propose('nato', term('council'), term('force-ceilings', 2));
  const signers: Seat[] = ['us', 'ru'];
  for (const seat of signers) room.do(seat, { kind: 'sign', proposal: room.lastPaper.id });
  room.do('host', { kind: 'closeTalks' });
  const base: Report = {
    id: 'r1',
    round: 1,
    accused: 'ru',
    key: `a1/${provision}`,
    provision,
    certain: false,
    confidence: 60,
    answer: null,
    finding: null,
  };
  const { secrets } = room.state;
  const nato = { ...secrets.nato, reports: [{ ...base, ...report }] };
  room.state = { ...room.state, secrets: { ...secrets, nato } };
  const bot = createBot(lesson, 'nato', {
    difficulty: 'normal',
    talks: 'linked',
    seed: 'r',
    temperament: 'steady',
  });
  const answer = bot.act(room.view('nato')).find((command) => command.kind === 'answerReport');
  return answer?.answer;
}

describe('reports', () => {
  test('what is certain and matters is named in the open', () => {
    expect(answerOn('force-ceilings', { certain: true })).toBe('accuse');
    expect(answerOn('force-ceilings', { confidence: 95 })).toBe('accuse');
  });

  test('what is likely is inspected, what is doubtful asked about', () => {
    expect(answerOn('force-ceilings', { confidence: 60 })).toBe('inspect');
    expect(answerOn('force-ceilings', { confidence: 30 })).toBe('ask');
  });

  test('trifles pass', () => {
    expect(answerOn('council', { confidence: 60 })).toBe('pass');
  });
});

test('a temperament that is not the seat’s is refused by name', () => {
  expect(() =>
    createBot(lesson, 'cn', { difficulty: 'normal', talks: 'linked', seed: 'x', temperament: 'convener' }),
  ).toThrow('convener is no temperament of cn; there are patient, active, reserved');
});
