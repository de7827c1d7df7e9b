import { describe, expect, test } from 'vitest';
import press from '../../shared/content/texts/en/press.json' with { type: 'json' };
import { REASONS, SEATS, type Act, type Message, type Seat, type Term } from '../../shared/rules/index.ts';
import { playGame } from '../../server/bots/play.ts';
import { TEMPERAMENTS, temperamentsOf } from '../../server/bots/temperament.ts';
import { costOfTerms } from '../../shared/rules/terms.ts';
import { Room, lesson, term } from './game.ts';

const words: Readonly<Record<string, string>> = press;
const wordsOf = (key: string | null) => words[`press.${key}`];

/** What the bot answers to the question, from the press alone. */
function reply(room: Room, from: Seat, to: Seat, act: Act, about: Message['about']): Message {
  room.say(from, to, act, about);
  const question = room.state.hidden.press.at(-1)?.id ?? 0;
  room.talk();
  const found = room.saidBy(to).find((message) => message.params?.['re'] === question);
  if (!found) throw new Error(`${to} did not answer ${act}`);
  return found;
}

describe('asked why', () => {
  test('a bot gives the reason it refused with', () => {
    const room = new Room(['ua']).open().propose('ua', term('full-ceasefire', 2));
    const { id } = room.lastPaper;
    room.talk();
    const rejection = room.paper(id).rejections.ru;
    const answer = reply(room, 'ua', 'ru', 'why', { proposal: id });
    expect(answer.key).toMatch(new RegExp(`^explain\\.${rejection?.reason}\\.`));
    expect(answer.params?.['provision']).toBe('full-ceasefire');
    expect(answer.channel).toBe('seat:ua');
  });

  test('it names the red line', () => {
    const room = new Room(['us']).open().propose('us', term('council'), term('force-ceilings', 3));
    const { id } = room.lastPaper;
    room.talk();
    const answer = reply(room, 'us', 'nato', 'why', { proposal: id });
    expect(answer.key).toMatch(/^explain\.redLine\./);
    expect(answer.params?.['provision']).toBe('force-ceilings');
  });

  test('it says that it signed, where it did, and that a paper is not its own to sign', () => {
    const room = new Room(['us']).open().propose('us', term('embassies'));
    const { id } = room.lastPaper;
    room.talk();
    expect(reply(room, 'us', 'ru', 'why', { proposal: id }).key).toMatch(/^explain\.signed\./);
    expect(reply(room, 'us', 'cn', 'why', { proposal: id }).key).toMatch(/^explain\.notOurs\./);
  });

  test('each question is answered once', () => {
    const room = new Room(['us']).open().propose('us', term('embassies'));
    const { id } = room.lastPaper;
    reply(room, 'us', 'ru', 'why', { proposal: id });
    const spoken = room.saidBy('ru').length;
    room.talk();
    expect(room.saidBy('ru')).toHaveLength(spoken);
  });
});

describe('asked what would change its mind', () => {
  test('the amendment it names makes it sign', () => {
    const room = new Room(['us']).open().propose('us', term('council'), term('force-ceilings', 3));
    room.talk();
    const { id } = room.state.hidden.papers.find((paper) => paper.author === 'us') ?? room.lastPaper;
    const answer = reply(room, 'us', 'nato', 'whatWouldChange', { proposal: id });
    expect(answer.key).toMatch(/^change\.(without|level)\./);
    expect(answer.params?.['provision']).toBe('force-ceilings');

    const level = answer.params?.['level'];
    const next =
      level === undefined ? [term('council')] : [term('council'), term('force-ceilings', level as 1 | 2)];
    room.do('us', { kind: 'withdraw', proposal: id }).propose('us', ...next);
    const amended = room.lastPaper.id;
    room.talk();
    expect(room.paper(amended).signatures).toContain('nato');
  });
});

/** The text that goes with an answer. */
function textOf(answer: Message): Term[] {
  return JSON.parse(String(answer.params?.['terms'] ?? '[]')) as Term[];
}

describe('a text that goes with an answer is one that the bot signs:', () => {
  test.each([
    { seat: 'ru', terms: [term('full-ceasefire', 2), term('monitoring', 2)] },
    { seat: 'nato', terms: [term('council'), term('force-ceilings', 3)] },
  ] as const)('$seat, asked what would change its mind', ({ seat, terms }) => {
    const room = new Room(SEATS.filter((other) => other !== seat)).open().propose('us', ...terms);
    const { id } = room.lastPaper;
    room.talk();
    const answer = reply(room, 'us', seat, 'whatWouldChange', { proposal: id });
    const next = textOf(answer);
    expect(next.length).toBeGreaterThan(0);
    expect(answer.about?.proposal).toBe(id);
    room.do('us', { kind: 'withdraw', proposal: id }).propose('us', ...next);
    const amended = room.lastPaper.id;
    room.talk();
    expect(room.paper(amended).signatures).toContain(seat);
  });

  /** Asks Ukraine for one provision with another and puts the text of its answer to it: what it said, and who signed. */
  function askedAndPut(room: Room, about: { provision: string; with: string }) {
    const answer = reply(room, 'us', 'ua', 'ask', about);
    room.propose('us', ...textOf(answer));
    const { id } = room.lastPaper;
    room.talk();
    return { said: answer.key, signatures: room.paper(id).signatures };
  }

  const SIGNED = { said: expect.stringMatching(/^would\.yes\./), signatures: expect.arrayContaining(['ua']) };

  test('asked whether it would sign one provision with another', () => {
    const room = new Room(['us']).open();
    expect(askedAndPut(room, { provision: 'eu-accession', with: 'relief-finance' })).toEqual(SIGNED);
  });

  test('and keeps the capital for it until the round is over', () => {
    const room = new Room(['us']).open();
    const about = { provision: 'eu-accession', with: 'relief-finance' };
    const terms = textOf(reply(room, 'us', 'ua', 'ask', about));
    const { free } = room.view('ua').mine.pc;
    expect(room.state.hidden.papers.some(({ signatures }) => signatures.includes('ua'))).toBe(true);
    expect(free).toBeGreaterThanOrEqual(costOfTerms(lesson, terms, 'ua'));
    expect(room.word('ua')?.terms).toEqual(terms);
    room.do('host', { kind: 'closeTalks' });
    expect(room.word('ua')).toBeNull();
  });

  test.each(['relief-finance', 'article-five', 'council'])(
    'asked whether it would sign one provision with %s',
    (other) => {
      const room = new Room(['us']).open();
      room.talk(); // what others have put to it by now, and what it has signed, is in its answer
      expect(askedAndPut(room, { provision: 'security-agreements', with: other })).toEqual(SIGNED);
    },
  );
});

test('asked what it wants, a bot shows the paper it has on the table', () => {
  const room = new Room(['eu']).open();
  room.talk();
  const own = room.state.hidden.papers.find(({ author, state }) => author !== 'eu' && state === 'open');
  const answer = reply(room, 'eu', own?.author ?? 'nato', 'want', null);
  expect(textOf(answer)).toEqual(own?.terms);
  expect(answer.channel).toBe('seat:eu');
});

test('put to it by a person, its own text takes the place of its own paper', () => {
  const room = new Room(['us']).open();
  room.talk();
  const own = room.state.hidden.papers.find(
    ({ author, state, signatories }) => author !== 'us' && state === 'open' && signatories.includes(author),
  );
  if (!own) throw new Error('no bot has put a paper forward');
  room.propose('us', ...own.terms);
  const { id } = room.lastPaper;
  room.talk();
  expect(room.paper(id).signatures).toContain(own.author);
  expect(room.paper(own.id).state).toBe('withdrawn');
});

test('a bot that prefers a text it has signed does not say that nothing is missing in the other', () => {
  const room = new Room(['us', 'eu']).open();
  room.propose('us', term('security-agreements', 3), term('article-five'));
  const better = room.lastPaper.id;
  room.talk();
  room.propose('eu', term('security-agreements', 2), term('article-five'));
  const worse = room.lastPaper.id;
  room.talk();
  expect(room.paper(better).signatures).toContain('ua');
  expect(room.paper(worse).rejections.ua?.reason).toBe('betterAlternative');
  expect(reply(room, 'eu', 'ua', 'why', { proposal: worse }).key).toMatch(/^explain\.betterAlternative\./);
  expect(reply(room, 'eu', 'ua', 'whatWouldChange', { proposal: worse }).key).toMatch(/^change\.rival\./);
});

test('asked about a paper that it cannot see, a bot says so', () => {
  const room = new Room(['us', 'cn']).open();
  const terms = [term('stability-talks', 2), term('china-transparency', 1)];
  room.do('us', { kind: 'propose', terms, readers: 'signatories', counterTo: null, text: null });
  const { id } = room.lastPaper;
  expect(room.view('eu').mine.papers.map((paper) => paper.id)).not.toContain(id);
  for (const act of ['why', 'whatWouldChange'] as const)
    expect(reply(room, 'us', 'eu', act, { proposal: id }).key).toMatch(/^explain\.unseen\./);
});

test('a person who asks why is told of no paper that others keep between them', () => {
  const room = new Room(['us', 'cn']).open();
  const terms = [term('stability-talks', 2), term('china-transparency', 1)];
  room.do('us', { kind: 'propose', terms, readers: 'signatories', counterTo: null, text: null });
  room.talk();
  expect(room.paper(room.lastPaper.id).rejections).toBeDefined();
  const answer = reply(room, 'cn', 'eu', 'why', null);
  expect(answer.about?.proposal).toBeUndefined();
});

describe('asked about a provision', () => {
  test.each([
    ['ua', 'eu-accession', 'open'],
    ['ru', 'full-ceasefire', '(price|for)'],
    ['cn', 'china-transparency', '(price|for)'],
  ] as const)('%s on %s: %s', (seat, provision, stance) => {
    const room = new Room(['us']).open();
    expect(reply(room, 'us', seat, 'ask', { provision }).key).toMatch(new RegExp(`^interest\\.${stance}\\.`));
  });
});

test('free words, promises and warnings are answered for what they are', () => {
  const room = new Room(['us']).open();
  expect(reply(room, 'us', 'eu', 'say', null).key).toMatch(/^answer\.words\./);
  expect(reply(room, 'us', 'eu', 'promise', null).key).toMatch(/^answer\.promise\./);
  expect(reply(room, 'us', 'eu', 'warn', null).key).toMatch(/^answer\.warning\./);
  expect(reply(room, 'us', 'eu', 'thank', null).key).toMatch(/^answer\.thanks\./);
  expect(reply(room, 'us', 'eu', 'greet', null).key).toMatch(/^answer\.greeting\./);
  expect(reply(room, 'us', 'eu', 'who', null).key).toMatch(/^answer\.who\./);
});

test('every bot says once that it is simulated, where people play', () => {
  const room = new Room(['us']).open();
  room.talk();
  room.do('us', { kind: 'setReady', ready: true });
  room.talk();
  for (const seat of SEATS.filter((other) => other !== 'us'))
    expect(room.saidBy(seat).filter((message) => message.key?.startsWith('simulated'))).toHaveLength(1);
});

describe('the catalogue of the press', { timeout: 20_000 }, () => {
  test('has words for everything bots say in a game, with the parameters they need', () => {
    const said = ['a', 'b', 'c'].flatMap(
      (seed) => playGame(lesson, { seed, talks: 'linked', difficulty: 'normal' }).state.hidden.press,
    );
    expect(said.length).toBeGreaterThan(20);
    const unsaid = said.filter(({ key, params }) => {
      const asks = [...(wordsOf(key) ?? '{words}').matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? '');
      return asks.some((name) => params?.[name] === undefined);
    });
    expect(unsaid.map(({ key }) => key)).toEqual([]);
  });

  test('has at least four wordings of each speech act', () => {
    const kinds = Map.groupBy(Object.keys(words), (key) => key.replace(/\.\d+$/, ''));
    const unsaid = REASONS.flatMap((reason) => [`press.refuse.${reason}`, `press.explain.${reason}`]).filter(
      (kind) => ![...kinds.keys()].some((known) => known === kind || known.startsWith(`${kind}.`)),
    );
    expect(unsaid).toEqual([]);
    const few = [...kinds].filter(([, keys]) => keys.length < 4).map(([kind]) => kind);
    expect(few).toEqual([]);
  });

  test('its wordings differ', () => {
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
  });
});

test('bots keep to the measure of talk of their temperament', () => {
  const { state } = playGame(lesson, { seed: 'measure', talks: 'linked', difficulty: 'normal' });
  const most = Math.max(...TEMPERAMENTS.map(({ talk }) => talk));
  for (const seat of SEATS) {
    expect(temperamentsOf(seat)).toHaveLength(3);
    for (let round = 1; round <= state.world.rounds; round++) {
      const spoken = state.hidden.press.filter((message) => message.from === seat && message.round === round);
      expect(spoken.length).toBeLessThanOrEqual(most + 1);
    }
  }
});
