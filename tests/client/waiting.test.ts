import { describe, expect, test } from 'vitest';
import { firstSteps } from '../../client/game/firstSteps.ts';
import { newsBetween } from '../../client/game/newsBetween.ts';
import { type Seen, waitingFor } from '../../client/game/waiting.ts';
import { SEATS } from '../../shared/rules/types.ts';
import { after, briefing, LESSON, propose, talks, term, view } from './view.ts';

const NOTHING_READ = { round: 0, press: {} };
const kinds = (list: ReturnType<typeof waitingFor>) => list.map((item) => item.kind);

describe('what waits for a seat', () => {
  test('in the briefing: to read, then the others', () => {
    const state = briefing('ua');
    expect(kinds(waitingFor(view(state, 'ua'), NOTHING_READ))).toEqual(['briefing']);
  });

  test('in talks: a paper and an order, before one is ready', () => {
    const list = waitingFor(view(talks('ua'), 'ua'), NOTHING_READ);
    expect(kinds(list)).toEqual(['propose', 'order', 'ready']);
    expect(list.filter((item) => item.asks).map((item) => item.kind)).toEqual(['order']);
  });

  test('a paper that needs its signature comes first, and leads to that paper', () => {
    const state = propose(talks('ua'), 'ru', [term('full-ceasefire')]);
    const [first] = waitingFor(view(state, 'ua'), NOTHING_READ);
    expect(first).toMatchObject({ kind: 'sign', count: 1, screen: 'papers', id: 'p1', asks: true });
    // Its author has signed it already.
    expect(kinds(waitingFor(view(state, 'ru'), NOTHING_READ))).not.toContain('sign');
  });

  test('a refused paper waits no more', () => {
    const state = after(propose(talks('ua'), 'ru', [term('full-ceasefire')]), 'ua', {
      kind: 'reject',
      proposal: 'p1',
      reason: 'distrust',
    });
    expect(kinds(waitingFor(view(state, 'ua'), NOTHING_READ))).not.toContain('sign');
  });

  test('an order written waits no more, and taken back waits again', () => {
    let state = after(talks('ua'), 'ua', {
      kind: 'writeOrders',
      orders: [{ order: 'ua.industry', target: null, intensity: 1 }],
    });
    expect(kinds(waitingFor(view(state, 'ua'), NOTHING_READ))).not.toContain('order');
    state = after(state, 'ua', { kind: 'writeOrders', orders: [] });
    expect(kinds(waitingFor(view(state, 'ua'), NOTHING_READ))).toContain('order');
  });

  test('after a resolution the dispatches come first until they are read', () => {
    let state = talks('ua');
    for (const seat of SEATS)
      if (state.world.round === 1 && !state.world.seats[seat].ready)
        state = after(state, seat, { kind: 'setReady', ready: true });
    expect(state.world.round).toBe(2);
    expect(waitingFor(view(state, 'ua'), NOTHING_READ)[0]?.kind).toBe('dispatches');
    expect(waitingFor(view(state, 'ua'), { round: 1, press: {} })[0]?.kind).not.toBe('dispatches');
  });

  test('unread messages of others are counted, own ones are not', () => {
    const say = {
      kind: 'say',
      channel: 'all',
      act: 'ask',
      about: null,
      key: null,
      params: null,
      text: null,
    } as const;
    let state = after(talks('ua'), 'us', say);
    state = after(state, 'ua', say);
    state = after(state, 'ru', { ...say, channel: 'seat:ua' });
    const unread = (press: Seen) =>
      waitingFor(view(state, 'ua'), { round: 0, press }).find((item) => item.kind === 'press');
    expect(unread({})).toMatchObject({ count: 2, id: 'all' });
    // What was read in one thread does not count the others as read.
    expect(unread({ all: 1000 })).toMatchObject({ count: 1, id: 'seat:ru' });
    expect(unread({ all: 1000, 'seat:ru': 1000 })).toBeUndefined();
  });
});

describe('news between two views', () => {
  const before = talks('ua');
  const offered = propose(before, 'ru', [term('full-ceasefire')]);

  test('tell of a paper to who can read it, not to its author', () => {
    expect(newsBetween(view(before, 'ua'), view(offered, 'ua'))).toEqual([{ kind: 'paper', seat: 'ru' }]);
    expect(newsBetween(view(before, 'ru'), view(offered, 'ru'))).toEqual([]);
  });

  test('tell of an agreement once, and not of its last signature besides', () => {
    const agreed = after(offered, 'ua', { kind: 'sign', proposal: 'p1' });
    const news = newsBetween(view(offered, 'us'), view(agreed, 'us'));
    expect(news).toMatchObject([{ kind: 'agreed', agreement: { id: 'a1', signatories: ['ru', 'ua'] } }]);
    // An agreement is public, whoever could read its paper.
    expect(newsBetween(view(offered, 'cn'), view(agreed, 'cn')).map((one) => one.kind)).toEqual(['agreed']);
  });

  test('tell of a refusal to whom the paper binds, and to nobody else', () => {
    const refused = after(offered, 'ua', { kind: 'reject', proposal: 'p1', reason: 'wait' });
    expect(newsBetween(view(offered, 'ru'), view(refused, 'ru'))).toEqual([{ kind: 'refused', seat: 'ua' }]);
    expect(newsBetween(view(offered, 'cn'), view(refused, 'cn'))).toEqual([]);
  });

  test('are nothing when nothing changed', () => {
    const same = view(offered, 'ua');
    expect(newsBetween(same, same)).toEqual([]);
    expect(LESSON.edition.id).toBe('lesson');
  });
});

describe('the steps of a first round', () => {
  const taken = (...[state, looked]: [Parameters<typeof view>[0], boolean]) =>
    firstSteps(view(state, 'ua'), looked)
      .filter(({ done }) => done)
      .map(({ step }) => step);

  test('begin with the brief, which is read when its reader says so', () => {
    expect(taken(briefing('ua'), false)).toEqual([]);
    expect(taken(talks('ua'), false)).toEqual(['brief']);
  });

  test('are ticked off as they are taken: the front, an answer, a paper, an order', () => {
    let state = propose(talks('ua'), 'ru', [term('full-ceasefire')]);
    expect(taken(state, true)).toEqual(['brief', 'front']);
    state = after(state, 'ua', { kind: 'reject', proposal: 'p1', reason: 'distrust' });
    expect(taken(state, true)).toEqual(['brief', 'front', 'answer']);
    state = propose(state, 'ua', [term('full-ceasefire')]);
    const orders = [{ order: 'ua.industry', target: null, intensity: 1 }] as const;
    state = after(state, 'ua', { kind: 'writeOrders', orders });
    expect(taken(state, true)).toEqual(['brief', 'front', 'answer', 'propose', 'order']);
  });
});
