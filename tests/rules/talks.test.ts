import { describe, expect, test } from 'vitest';
import type { Command, Seat, Term } from '../../shared/rules/index.ts';
import { Game, lesson, rich, term, variant } from './game.ts';

function proposing(terms: readonly Term[]): Command {
  return { kind: 'propose', terms, readers: 'all', counterTo: null, text: null };
}

describe('what a text may say', () => {
  test.each<[string, readonly Term[], string]>([
    ['[TALK-2] not nothing', [], 'NO_TERMS'],
    ['[TALK-2] not a provision nobody knows', [term('moon-base')], 'PROVISION_UNKNOWN'],
    ['[TALK-2] not a level beyond its last', [term('military-hotlines', 2)], 'LEVEL_UNKNOWN'],
    [
      '[TALK-2] not a scope the edition has not',
      [term('notification', 1, { scope: ['north'] })],
      'SCOPE_UNKNOWN',
    ],
    ['[TALK-2] no scope where there is none', [term('embassies', 1, { scope: ['north'] })], 'SCOPE_UNKNOWN'],
    [
      '[TALK-2] not more terms than the edition has',
      [
        term('embassies'),
        term('council'),
        term('stability-talks'),
        term('military-hotlines'),
        term('full-ceasefire'),
        term('spending'),
      ],
      'TOO_MANY_TERMS',
    ],
    ['[TALK-2] none twice', [term('embassies'), term('embassies', 2)], 'TERM_TWICE'],
    [
      '[TALK-6] returns never in a package',
      [term('humanitarian-returns'), term('embassies')],
      'HUMANITARIAN_STANDS_ALONE',
    ],
    [
      '[TALK-6] returns never conditional',
      [term('humanitarian-returns', 1, { conditions: [{ kind: 'ceasefireHeld', rounds: 1 }] })],
      'HUMANITARIAN_STANDS_ALONE',
    ],
    [
      '[TALK-6] returns never under snapback',
      [term('humanitarian-returns', 1, { snapback: [{ kind: 'ceasefireEnds' }] })],
      'HUMANITARIAN_STANDS_ALONE',
    ],
    ['[TALK-7] not without what it needs', [term('monitoring')], 'NEED_MISSING'],
    [
      '[GAME-3] no condition the edition lacks',
      [term('embassies', 1, { conditions: [{ kind: 'fromDate', date: '2025-05-01' }] })],
      'CONDITION_NOT_ALLOWED',
    ],
    [
      '[TALK-2] no senseless condition',
      [term('embassies', 1, { conditions: [{ kind: 'ceasefireHeld', rounds: 9 }] })],
      'CONDITION_NOT_ALLOWED',
    ],
    [
      '[GAME-3] no snapback the edition lacks',
      [term('embassies', 1, { snapback: [{ kind: 'breachOf', provision: 'notification' }] })],
      'SNAPBACK_NOT_ALLOWED',
    ],
  ])('%s', (_rule, terms, code) => {
    const game = new Game().begin();
    const before = game.state;
    expect(game.ask('us', proposing(terms))).toMatchObject({ code });
    expect(game.state).toBe(before);
  });

  test.each<[string, Partial<Term>]>([
    ['waits for returns', { conditions: [{ kind: 'inForce', provision: 'humanitarian-returns', level: 1 }] }],
    ['ends on a breach of them', { snapback: [{ kind: 'breachOf', provision: 'humanitarian-returns' }] }],
  ])('[TALK-6] no term %s, in any edition', (_what, tie) => {
    const longer = variant({ conditions: ['inForce'], snapbacks: ['breachOf'] });
    const game = new Game(longer).begin().with((state) => rich(state));
    expect(game.ask('us', proposing([term('council', 2, tie)]))).toEqual({
      code: 'HUMANITARIAN_STANDS_ALONE',
      provision: 'humanitarian-returns',
    });
  });

  test('[TALK-7] what it needs may stand in the same text', () => {
    const game = new Game().begin();
    expect(game.ask('ru', proposing([term('monitoring', 1), term('full-ceasefire', 1)]))).toBeNull();
  });

  test('[TALK-1] a seat may author terms that bind others only, and does not sign them', () => {
    const game = new Game().begin();
    const id = game.propose('ru', [term('relief-maritime')]);
    expect(game.state.hidden.papers.find((paper) => paper.id === id)).toMatchObject({
      signatories: ['us', 'eu'],
      signatures: [],
    });
  });

  test('[GAME-3] no more open texts than the edition has', () => {
    const game = new Game().begin();
    game.propose('us', [term('embassies')]);
    expect(game.ask('us', proposing([term('council')]))).toMatchObject({
      code: 'TOO_MANY_PROPOSALS',
      limit: 1,
    });
  });

  test('[TREATY-5] what is agreed to the letter cannot be proposed again', () => {
    const game = new Game().begin().agree('us', term('embassies'));
    expect(game.ask('ru', proposing([term('embassies')]))).toMatchObject({ code: 'ALREADY_AGREED' });
    expect(game.ask('ru', proposing([term('embassies', 2)]))).toBeNull();
  });

  test('[GAME-3] a table that is not yet open', () => {
    const late = new Game(variant({ opens: { P: 4 } })).begin();
    expect(late.ask('ru', proposing([term('line-of-control')]))).toMatchObject({
      code: 'TABLE_CLOSED',
      opens: 4,
    });
  });
});

describe('signatures', () => {
  test('[TALK-4] a text needs every seat one of its terms binds at its level', () => {
    const game = new Game().begin().with((state) => rich(state));
    const id = game.propose('us', [term('stability-talks', 2), term('council')]);
    const paper = game.state.hidden.papers.find((candidate) => candidate.id === id);
    expect(paper?.signatories).toEqual(['us', 'ru', 'nato', 'cn']);
  });

  test.each<[string, Seat, string]>([
    ['[TALK-8] not by a seat the text does not bind', 'eu', 'NOT_A_SIGNATORY'],
    ['[TALK-8] not twice', 'us', 'ALREADY_SIGNED'],
  ])('%s', (_rule, seat, code) => {
    const game = new Game().begin();
    const id = game.propose('us', [term('embassies')]);
    expect(game.ask(seat, { kind: 'sign', proposal: id })).toMatchObject({ code });
    expect(game.ask(seat, { kind: 'reject', proposal: id, reason: 'wait' })).toMatchObject({ code });
  });

  test('[TALK-5] a text one may not read is not known to one', () => {
    const game = new Game().begin();
    const id = game.propose('us', [term('embassies')], 'signatories');
    expect(game.ask('ua', { kind: 'sign', proposal: id })).toMatchObject({ code: 'PROPOSAL_UNKNOWN' });
  });

  test('[TALK-8] a rejection is replaced by a signature while the text lives', () => {
    const game = new Game().begin();
    const id = game.propose('us', [term('embassies')]);
    game.do('ru', { kind: 'reject', proposal: id, reason: 'wait' });
    game.do('ru', { kind: 'sign', proposal: id });
    expect(game.state.world.agreements).toHaveLength(1);
    expect(game.state.hidden.papers[0]).toMatchObject({ state: 'agreed', rejections: {} });
  });

  test('[TALK-8] only its author withdraws a text, and not once it is agreed', () => {
    const game = new Game().begin();
    const id = game.propose('us', [term('embassies')]);
    expect(game.ask('ru', { kind: 'withdraw', proposal: id })).toMatchObject({ code: 'NOT_THE_AUTHOR' });
    game.do('ru', { kind: 'sign', proposal: id });
    expect(game.ask('us', { kind: 'withdraw', proposal: id })).toMatchObject({ code: 'PROPOSAL_CLOSED' });
  });

  test('[TALK-8] a text lapses at its second resolution', () => {
    const game = new Game().begin();
    game.propose('us', [term('embassies')]);
    game.next();
    expect(game.state.hidden.papers[0]?.state).toBe('open');
    game.next();
    expect(game.state.hidden.papers[0]?.state).toBe('lapsed');
  });

  test('[TALK-11] a text whose every term was agreed elsewhere lapses', () => {
    const game = new Game().begin();
    const id = game.propose('ru', [term('embassies')]);
    game.agree('us', term('embassies'));
    expect(game.state.hidden.papers.find((paper) => paper.id === id)?.state).toBe('lapsed');
  });

  test('[TALK-13] to hold, with a reason, is told and counted', () => {
    const game = new Game().begin();
    game.do('cn', { kind: 'hold', reason: 'wait' });
    expect(game.state.world.dispatches).toContainEqual({ round: 1, key: 'held.wait', seat: 'cn' });
    expect(game.state.secrets.cn.reasons).toBe(1);
    expect(game.ask('cn', { kind: 'hold', reason: 'wait' })).toMatchObject({ code: 'NOTHING_CHANGES' });
  });
});

describe('political capital', () => {
  test('[PC-2] a signature reserves its cost and a dead text returns it', () => {
    const game = new Game().begin();
    const id = game.propose('us', [term('business', 1), term('embassies', 2)]);
    const reserved = 200 + 100;
    expect(game.free('us')).toBe(lesson.edition.startPc * 100 - reserved);
    game.do('us', { kind: 'withdraw', proposal: id });
    expect(game.free('us')).toBe(lesson.edition.startPc * 100);
  });

  test('[PC-3] an agreement spends it and costs support at home', () => {
    const game = new Game().begin();
    const before = game.state.world.measures.supportUs;
    game.agree('us', term('embassies', 2));
    expect(game.state.secrets.us.pc).toBe(lesson.edition.startPc * 100 - 100);
    expect(game.state.world.measures.supportUs).toBe(before - 40);
  });

  test('[PC-2] not more than is free', () => {
    const game = new Game().begin().with((state) => rich(state, 2));
    expect(game.ask('us', proposing([term('business'), term('embassies', 2)]))).toEqual({
      code: 'PC_SHORT',
      needed: 300,
      free: 200,
    });
  });

  test('[TALK-3] small steps cost nothing', () => {
    const game = new Game().begin().with((state) => rich(state, 0));
    game.agree('us', term('embassies'));
    game.agree('us', term('military-hotlines'));
    game.agree('us', term('stability-talks'));
    game.agree('nato', term('council'));
    game.agree('ua', term('humanitarian-returns', 2));
    expect(game.state.world.agreements).toHaveLength(5);
  });

  test('[SEAT-5] NATO pays for guardrails by region', () => {
    const campaign = variant({ scopes: [['north'], ['centre'], ['north', 'baltic', 'centre', 'south']] });
    const costOf = (scope: Term['scope']) => {
      const game = new Game(campaign).begin().with((state) => rich(state));
      game.agree('nato', term('council', 1));
      game.agree('nato', term('force-ceilings', 3, { scope }));
      return 5_000 - game.state.secrets.nato.pc;
    };
    expect(costOf(['north'])).toBe(180);
    expect(costOf(['centre'])).toBe(45);
    expect(costOf(['north', 'baltic', 'centre', 'south'])).toBe(450);
  });
});

describe('objections and notice, where the edition has them', () => {
  const full = variant({ objections: true, denouncing: true });

  test('[GAME-3] the lesson has neither', () => {
    const game = new Game().begin().agree('us', term('embassies'));
    expect(game.ask('us', { kind: 'denounce', term: 'a1/embassies' })).toMatchObject({
      code: 'NOT_IN_THIS_EDITION',
    });
    expect(game.ask('ua', { kind: 'object', agreement: 'a1' })).toMatchObject({
      code: 'NOT_IN_THIS_EDITION',
    });
  });

  test('[TREATY-11] a seat that loses by a deal over its head may object, once', () => {
    const game = new Game(full).begin().with((state) => rich(state));
    game.agree('us', term('relief-finance'));
    const before = game.state.world.measures;
    game.do('ua', { kind: 'object', agreement: 'a1' });
    expect(game.state.world.measures.cohesion).toBe(before.cohesion - 70);
    expect(game.state.world.measures.supportEu).toBe(before.supportEu - 30);
    expect(game.ask('ua', { kind: 'object', agreement: 'a1' })).toMatchObject({ code: 'ALREADY_OBJECTED' });
    expect(game.ask('us', { kind: 'object', agreement: 'a1' })).toMatchObject({ code: 'NOT_CONCERNED' });
    expect(game.ask('ru', { kind: 'object', agreement: 'a1' })).toMatchObject({ code: 'NOT_CONCERNED' });
  });

  test('[TREATY-10] notice ends a term a round later, and trust pays', () => {
    const game = new Game(full).begin().agree('us', term('embassies')).next();
    const before = game.state.secrets.ru.trust.us.value;
    game.do('us', { kind: 'denounce', term: 'a1/embassies' });
    expect(game.state.secrets.ru.trust.us.value).toBe(before - 1_500);
    game.next();
    expect(game.term('embassies')?.state).toBe('inForce');
    game.next();
    expect(game.term('embassies')?.state).toBe('denounced');
    expect(game.state.world.given['a1/embassies']).toBeUndefined();
  });
});

describe('press', () => {
  test('[PRESS-2] a message is heard on its channel and nowhere else', () => {
    const game = new Game().begin();
    const say = (channel: Extract<Command, { kind: 'say' }>['channel']): Command => ({
      kind: 'say',
      channel,
      act: 'say',
      about: null,
      key: null,
      params: null,
      text: 't1',
    });
    game.do('us', say('seat:ru'));
    expect(game.state.secrets.us.talkedWith).toEqual(['ru']);
    expect(game.ask('cn', say('table:U'))).toMatchObject({ code: 'CHANNEL_CLOSED' });
    expect(game.ask('cn', say('seat:cn'))).toMatchObject({ code: 'CHANNEL_CLOSED' });
  });

  test('[PRESS-3] one quotes only what one can see', () => {
    const game = new Game().begin();
    const id = game.propose('us', [term('embassies')], 'signatories');
    const quote: Command = {
      kind: 'say',
      channel: 'all',
      act: 'ask',
      about: { proposal: id },
      key: null,
      params: null,
      text: null,
    };
    expect(game.ask('ua', quote)).toMatchObject({ code: 'PROPOSAL_UNKNOWN' });
    expect(game.ask('ru', quote)).toBeNull();
    const quoteLine = (ledger: number): Command => ({ ...quote, about: { ledger } });
    expect(game.ask('ua', quoteLine(0))).toEqual({ code: 'LEDGER_LINE_UNKNOWN', line: 0, lines: 0 });
    game.next();
    const lines = game.state.world.ledger.length;
    expect(game.ask('ua', quoteLine(lines - 1))).toBeNull();
    expect(game.ask('ua', quoteLine(lines))).toMatchObject({ code: 'LEDGER_LINE_UNKNOWN', lines });
  });
});
