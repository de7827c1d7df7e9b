import { describe, expect, test } from 'vitest';
import { SEATS, type Seat, type Term } from '../../shared/rules/index.ts';
import { demandIn } from '../../server/bots/needs.ts';
import { Room, lesson, term } from './game.ts';

/** What a bot answers to a person's paper. */
function answerTo(person: Seat, bot: Seat, ...terms: Term[]): { signed: boolean; rejection: unknown } {
  const room = new Room([person]).open().propose(person, ...terms);
  const { id } = room.lastPaper;
  const first = room
    .bot(bot)
    .act(room.view(bot))
    .find((command) => command.kind === 'sign' || command.kind === 'reject');
  if (!first || first.proposal !== id) throw new Error(`${bot} gave no answer to ${id}`);
  return {
    signed: first.kind === 'sign',
    rejection: first.kind === 'reject' ? { reason: first.reason, about: first.about } : null,
  };
}

describe('signing', () => {
  test.each([
    ['declared small steps', 'us', 'ru', [term('embassies')]],
    ['humanitarian returns', 'ua', 'ru', [term('humanitarian-returns', 2)]],
    ['what is plainly good for it', 'eu', 'ua', [term('security-agreements', 2), term('eu-accession', 2)]],
    [
      'relief for nothing, where its signature is asked',
      'us',
      'ru',
      [term('relief-finance'), term('embassies', 2)],
    ],
  ] as const)('a bot signs %s', (_what, person, bot, terms) => {
    expect(answerTo(person, bot, ...terms).signed).toBe(true);
  });

  test.each(
    SEATS.flatMap((seat) =>
      lesson.redLines[seat].flatMap((line) => {
        const rule = lesson.provisions.find((provision) => provision.id === line.provision);
        if (!rule || rule.signs[seat] === undefined) return [];
        const needs = rule.needs.map((need) => term(need.provision, need.level));
        return [[seat, line.provision, line.level, [...needs, term(line.provision, line.level)]] as const];
      }),
    ),
  )('%s refuses %s %i, its red line, and says so', (seat, provision, _level, terms) => {
    const person = seat === 'us' ? 'ru' : 'us';
    expect(answerTo(person, seat, ...terms)).toEqual({
      signed: false,
      rejection: { reason: 'redLine', about: provision },
    });
  });

  test('Russia refuses a bare ceasefire and names it', () => {
    const { signed, rejection } = answerTo('ua', 'ru', term('full-ceasefire', 2));
    expect(signed).toBe(false);
    expect(rejection).toMatchObject({ reason: 'tooLittle' });
  });

  test('what a text must bring falls from round to round, and never below the floor', () => {
    const demands = [1, 2, 3, 4, 5].map((round) => demandIn(round, 5));
    expect(demands[0]).toBeCloseTo(1.75, 5);
    expect(demands.at(-1)).toBeCloseTo(0.4, 5);
    expect(demands).toEqual(demands.toSorted((a, b) => b - a));
  });

  test('a refusal is given once, and taken back when the text has become acceptable', () => {
    const room = new Room(['ua']).open().propose('ua', term('full-ceasefire', 2));
    const { id } = room.lastPaper;
    room.talk();
    const refusals = room.asked.filter(
      ({ seat, command }) => seat === 'ru' && command.kind === 'reject' && command.proposal === id,
    );
    expect(refusals).toHaveLength(1);
    room.talk();
    expect(
      room.asked.filter(({ command }) => command.kind === 'reject' && command.proposal === id),
    ).toHaveLength(1);
  });
});
