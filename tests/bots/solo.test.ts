import { describe, expect, test } from 'vitest';
import { SEATS, type Message, type Seat, type Term } from '../../shared/rules/index.ts';
import { chanceOf } from '../../server/bots/chance.ts';
import { wordsOf } from '../../server/bots/wording.ts';
import { Room, lesson } from './game.ts';

const QUESTIONS = 3; // a round

interface Asked {
  question: Message;
  to: Seat;
  answer: Message | undefined;
  signs: boolean | null; // the text that went with the answer, put to it at once; null where none was or things had moved
}

/** A person asks bots this and that, and takes every text that goes with an answer at its word. */
function soloGame(me: Seat, room: Room, seed: string): Asked[] {
  const chance = chanceOf(seed, 'asks');
  const all: Asked[] = [];
  const others = SEATS.filter((seat) => seat !== me);
  const provision = () => chance.pick(lesson.provisions)?.id ?? '';
  room.do(me, { kind: 'setReady', ready: true }).talk();
  while (room.state.world.phase === 'talks') {
    for (let asks = 0; asks < QUESTIONS; asks++) {
      const to = chance.pick(others) ?? 'cn';
      const paper = chance.pick(room.view(me).mine.papers.filter(({ state }) => state === 'open'));
      const about = chance.pick([
        paper ? ({ act: 'why', about: { proposal: paper.id } } as const) : null,
        paper ? ({ act: 'whatWouldChange', about: { proposal: paper.id } } as const) : null,
        { act: 'ask', about: { provision: provision() } } as const,
        { act: 'ask', about: { provision: provision(), with: provision() } } as const,
        { act: 'want', about: null } as const,
      ]) ?? { act: 'want', about: null };
      room.say(me, to, about.act, about.about);
      const question = room.state.hidden.press.at(-1) as Message;
      room.talk();
      const answer = room.saidBy(to).find((message) => message.params?.['re'] === question.id);
      all.push({ question, to, answer, signs: answer ? takenAtItsWord(room, me, to, answer) : null });
    }
    room.do('host', { kind: 'closeTalks' }).talk();
  }
  return all;
}

function takenAtItsWord(room: Room, me: Seat, to: Seat, answer: Message): boolean | null {
  const terms = JSON.parse(String(answer.params?.['terms'] ?? '[]')) as Term[];
  if (terms.length === 0 || !room.view(me).legal.propose) return null;
  const agreed = room.state.world.agreements.length;
  const put = room.ask(me, { kind: 'propose', terms, readers: 'all', counterTo: null, text: null });
  if (!put.ok) return null;
  const { id } = room.lastPaper;
  room.talk();
  const { signatories, signatures } = room.paper(id);
  const isSigned = !signatories.includes(to) || signatures.includes(to);
  room.ask(me, { kind: 'withdraw', proposal: id });
  return isSigned || room.state.world.agreements.length === agreed ? isSigned : null;
}

describe.each([
  ['us', 'normal'],
  ['ua', 'hard'],
  ['ru', 'normal'],
  ['cn', 'easy'],
] as const)('a person at %s among %s bots', (me, difficulty) => {
  const room = new Room([me], { difficulty }, `solo/${me}`);
  const asked = soloGame(me, room, `solo/${me}`);
  const said = room.state.hidden.press.filter(({ from }) => from !== me);

  test('is answered whatever is asked', () => {
    expect(asked.filter(({ answer }) => !answer).map(({ question }) => question)).toEqual([]);
  });

  test('finds every text that goes with an answer signed', () => {
    expect(asked.filter(({ signs }) => signs !== null).length).toBeGreaterThan(0);
    expect(asked.filter(({ signs }) => signs === false).map(({ answer }) => answer)).toEqual([]);
  });

  test('reads nothing twice, nothing empty and no gap in a sentence', () => {
    const words = said.map(wordsOf);
    expect(words.filter((word, i) => words.indexOf(word) < i)).toEqual([]);
    expect(words.filter((word) => word.length < 8 || /[{}]|undefined|null/.test(word))).toEqual([]);
  });

  test('sees no bot ask for what the rules refuse', () => {
    expect(room.asked.filter(({ ok }) => !ok)).toEqual([]);
  });
});
