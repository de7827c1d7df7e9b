import { describe, expect, test } from 'vitest';
import { historyOf } from '../../client/panels/papers/history.ts';
import { tieGraphOf } from '../../client/panels/papers/tieGraph.ts';
import { wordDiff } from '../../client/panels/papers/wordDiff.ts';
import type { Proposal } from '../../shared/rules/index.ts';
import { talks, propose, term } from './view.ts';

describe('what changed from one text to another', () => {
  test.each([
    ['the same', 'guns fall silent', 'guns fall silent', ['same guns fall silent']],
    [
      'a word for another',
      'for thirty days',
      'for sixty days',
      ['same for', 'gone thirty', 'new sixty', 'same days'],
    ],
    [
      'more at the end',
      'for thirty days',
      'for thirty days and more',
      ['same for thirty days', 'new and more'],
    ],
    ['nothing left', 'for thirty days', '', ['gone for thirty days']],
  ])('%s', (_name, before, now, runs) => {
    expect(wordDiff(before, now).map(({ kind, words }) => `${kind} ${words}`)).toEqual(runs);
  });

  test('with what came left out it is the old text, with what went left out the new one', () => {
    const before = 'Both sides move heavy weapons fifteen kilometres back.';
    const now = 'Both sides move all weapons fifty kilometres back within a month.';
    const runs = wordDiff(before, now);
    const without = (kind: 'new' | 'gone') =>
      runs
        .filter((run) => run.kind !== kind)
        .map(({ words }) => words)
        .join(' ');
    expect([without('new'), without('gone')]).toEqual([before, now]);
  });
});

describe('the graph of a text', () => {
  const truce = term('full-ceasefire', 2);
  const relief = {
    ...term('relief-finance', 1, true),
    conditions: [{ kind: 'inForce', provision: 'monitoring', level: 1 }],
  } as const;

  test('has no box for what hangs on nothing', () => {
    expect(tieGraphOf([truce, term('council')])).toEqual({ nodes: [], edges: [] });
  });

  test('shows what a term waits for and what ends it, each to the left of it', () => {
    const { nodes, edges } = tieGraphOf([truce, relief]);
    expect(edges.map(({ kind }) => kind).toSorted()).toEqual(['snaps', 'waits']);
    const to = nodes.find(({ of }) => 'term' in of && of.term === relief);
    const others = nodes.filter((node) => node !== to);
    expect(others).toHaveLength(2);
    expect(others.every(({ column }) => column < (to?.column ?? 0))).toBe(true);
    expect(nodes.some(({ of }) => 'condition' in of)).toBe(true); // the monitors are not in this text
  });

  test('ends, though two terms wait for each other', () => {
    const waits = (one: string, other: string) => ({
      ...term(one),
      conditions: [{ kind: 'inForce', provision: other, level: 1 } as const],
    });
    expect(tieGraphOf([waits('embassies', 'business'), waits('business', 'embassies')]).nodes).toHaveLength(
      2,
    );
  });
});

test('the history of a text holds what it answers and what answers it, and nothing else', () => {
  let state = propose(talks('us'), 'us', [term('embassies')]);
  state = propose(state, 'ru', [term('military-hotlines')]);
  const [one, other] = state.hidden.papers;
  if (!one || !other) throw new Error('two papers lie on the table');
  const version = (id: Proposal['id'], counterTo: Proposal['id'] | null) => ({ ...one, id, counterTo });
  const papers = [
    version('p1', null),
    version('p2', 'p1'),
    version('p3', 'p2'),
    { ...other, id: 'p9' as const },
  ];
  const ids = (of: number) => historyOf(papers, papers[of] ?? one).map(({ id }) => id);
  expect(ids(0)).toEqual(['p1', 'p2', 'p3']);
  expect(ids(2)).toEqual(['p1', 'p2', 'p3']);
  expect(ids(3)).toEqual(['p9']);
});
