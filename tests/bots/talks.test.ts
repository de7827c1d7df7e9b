import { describe, expect, test } from 'vitest';
import { SEATS, type Command, type Seat } from '../../shared/rules/index.ts';
import { runBeats, type Answer, type BotPlayer } from '../../server/bots/talks.ts';
import { Room, lesson, term } from './game.ts';

/** A bot that says the same thing at every turn. */
function stubborn(seat: Seat, command: Command): BotPlayer {
  return { seat, act: () => [command] };
}

describe('beats', () => {
  test('people are skipped: their seats are nobody else’s to act for', () => {
    const room = new Room(['us', 'ru']).open();
    expect(room.talk().why).toBe('quiet');
    expect(new Set(room.asked.map(({ seat }) => seat))).toEqual(new Set(['eu', 'ua', 'nato', 'cn']));
    expect(room.state.world.round).toBe(1);
  });

  test('bots are ready once they have nothing to add, and stay so', () => {
    const room = new Room(['cn']).open();
    room.talk();
    for (const seat of SEATS) expect(room.state.world.seats[seat].ready).toBe(seat !== 'cn');
    const before = room.state;
    expect(room.talk().why).toBe('quiet');
    expect(room.state).toBe(before);
  });

  test('when the person is ready the round is resolved and the bots go on in the next', () => {
    const room = new Room(['cn']).open();
    room.talk();
    room.do('cn', { kind: 'setReady', ready: true });
    expect(room.state.world.round).toBe(2);
    room.talk();
    expect(room.asked.some(({ command }) => command.kind === 'writeOrders')).toBe(true);
    for (const seat of SEATS) expect(room.state.world.seats[seat].ready).toBe(seat !== 'cn');
  });

  test('a refusal never loops', async () => {
    const room = new Room([]).open();
    let asked = 0;
    const handle = (seat: Seat, command: Command): Promise<Answer> => {
      asked++;
      return Promise.resolve(room.ask(seat, command));
    };
    const end = await runBeats(
      { view: (seat) => room.view(seat), handle },
      [stubborn('us', { kind: 'sign', proposal: 'p99' }), stubborn('ru', { kind: 'start' })],
      { maxBeats: 40 },
    );
    expect(end).toEqual({ why: 'quiet', beats: 2 });
    expect(asked).toBe(2);
  });

  test('talk that does not end is cut short', async () => {
    const room = new Room([]).open();
    const chatter: BotPlayer = {
      seat: 'us',
      act: ({ mine }) => [
        {
          kind: 'say',
          channel: 'all',
          act: 'say',
          about: null,
          key: `answer.words.${mine.press.length}`,
          params: null,
          text: null,
        },
      ],
    };
    const end = await runBeats(
      {
        view: (seat) => room.view(seat),
        handle: (seat, command) => Promise.resolve(room.ask(seat, command)),
      },
      [chatter],
      { maxBeats: 7 },
    );
    expect(end).toEqual({ why: 'limit', beats: 7 });
  });

  test('a bot that is ready still answers a person’s new paper', () => {
    const room = new Room(['ua']).open();
    room.talk();
    const before = room.state.world.round;
    room.propose('ua', term('eu-accession', 1));
    const { id } = room.lastPaper;
    room.talk();
    const paper = room.paper(id);
    expect(paper.signatures.includes('eu') || paper.rejections.eu !== undefined).toBe(true);
    expect(room.state.world.round).toBe(before);
  });

  test('starter papers are answered, all of them', () => {
    const signing = lesson.starters.flatMap((starter) =>
      starter.signatories.map((seat) => [starter, seat] as const),
    );
    for (const [starter, person] of signing) {
      const room = new Room([person]).open();
      room.propose(
        person,
        ...starter.terms.map((each) =>
          term(each.provision, each.level, 'snapback' in each && each.snapback === true),
        ),
      );
      const { id } = room.lastPaper;
      room.talk();
      const paper = room.paper(id);
      for (const seat of paper.signatories.filter((other) => other !== person))
        expect(paper.signatures.includes(seat) || paper.rejections[seat] !== undefined).toBe(true);
    }
  });
});
