import { describe, expect, test } from 'vitest';
import Dispatches from '../../client/panels/dispatches/Dispatches.tsx';
import { AgreedTerms } from '../../client/panels/papers/AgreedTerms.tsx';
import { Reports } from '../../client/panels/papers/Reports.tsx';
import Results from '../../client/panels/results/Results.tsx';
import { Road } from '../../client/panels/results/Road.tsx';
import type { AgreedTerm, GameState } from '../../shared/rules/index.ts';
import { read } from './read.tsx';
import { after, propose, talks, term } from './view.ts';

function agreedTruce(change: Partial<AgreedTerm> = {}): GameState {
  let state = propose(talks('ua'), 'ru', [term('full-ceasefire', 2), term('monitoring', 2)]);
  state = after(state, 'ua', { kind: 'sign', proposal: 'p1' });
  const agreements = state.world.agreements.map((agreement) => ({
    ...agreement,
    terms: agreement.terms.map((one) => ({ ...one, ...change })),
  }));
  return { ...state, world: { ...state.world, agreements } };
}

describe('agreed terms', () => {
  test('tell what they wait for', () => {
    const told = read(
      agreedTruce({
        conditions: [{ kind: 'ceasefireHeld', rounds: 2 }],
        snapback: [{ kind: 'ceasefireEnds' }],
      }),
      'ua',
      <AgreedTerms />,
    );
    expect(told).toContain('Enters into force only after a full ceasefire has held for 2 rounds.');
    expect(told).toContain('Snapback: ends by itself if the ceasefire ends.');
  });

  test('tell why they ended', () => {
    const told = read(
      agreedTruce({ state: 'lapsed', why: { kind: 'rule', id: 'TRUCE-3' } }),
      'ru',
      <AgreedTerms />,
    );
    expect(told).toContain('Because: the ceasefire broke in a clash nobody ordered.');
  });

  test('tell what made way for something newer, apart from what stands', () => {
    const why = { kind: 'term', id: 'full-ceasefire', what: 'entered' } as const;
    const told = read(agreedTruce({ state: 'lapsed', why }), 'ru', <AgreedTerms />);
    expect(told).toContain('Nothing that was agreed is left.');
    expect(told).toContain('2 terms that have ended');
    expect(told).toContain('Replaced by a newer agreement on the same matter.');
    expect(told).toContain('Because: “Full ceasefire” entered into force.');
  });

  test('stand at their tables', () => {
    expect(read(agreedTruce(), 'ua', <AgreedTerms table="C" />)).toContain('Monitoring of the ceasefire');
    expect(read(agreedTruce(), 'ua', <AgreedTerms table="S" />)).toContain('Nothing has been agreed yet.');
  });
});

describe('dispatches', () => {
  const told = (phase: 'talks' | 'ended') => {
    const state = talks('ua');
    const dispatches = [{ round: 1, key: 'card', id: 'exchange-day' }];
    return read(
      { ...state, world: { ...state.world, phase, round: phase === 'talks' ? 2 : 1, dispatches } },
      'ua',
      <Dispatches />,
    );
  };

  test('tell what an event is modelled on only when the game is over', () => {
    expect(told('talks')).toContain('Event: Exchange day.');
    expect(told('talks')).toContain('is told when the game is over');
    expect(told('talks')).not.toContain('May 2025');
    expect(told('ended')).toContain('agreed in May 2025');
  });
});

describe('reports', () => {
  const state = agreedTruce({ state: 'inForce' });
  const report = {
    id: 'r1',
    round: 1,
    accused: 'ru',
    key: 'a1/full-ceasefire',
    provision: 'full-ceasefire',
    certain: false,
    confidence: 70,
    answer: null,
    finding: null,
  } as const;
  const reported: GameState = {
    ...state,
    secrets: { ...state.secrets, ua: { ...state.secrets.ua, reports: [report] } },
  };

  test('are told with their doubt and four answers, to whom they were sent', () => {
    const told = read(reported, 'ua', <Reports />);
    expect(told).toContain(
      'A report says that the Russian delegation has broken “Full ceasefire”. Confidence: 70 %.',
    );
    for (const answer of ['Accuse', 'Ask in private', 'Inspect', 'Let it pass'])
      expect(told).toContain(answer);
    expect(read(reported, 'us', <Reports />)).toBe('');
  });

  test('once answered, tell the answer and ask no more', () => {
    const answered = after(reported, 'ua', { kind: 'answerReport', report: 'r1', answer: 'inspect' });
    const told = read(answered, 'ua', <Reports />);
    expect(told).toContain('You have asked for an inspection.');
    expect(told).not.toContain('Let it pass');
  });
});

test('an ending by escalation has no result for anyone, and says so soberly', () => {
  const state = talks('ua');
  const told = read(
    {
      ...state,
      world: {
        ...state.world,
        phase: 'ended',
        result: {
          grade: 'escalation',
          pillars: null,
          joint: 0,
          consent: { asked: false, given: false },
          seats: null,
          forecast: null,
        },
      },
    },
    'nato',
    <Results id={null} />,
  );
  expect(told).toContain('The limit is reached');
  expect(told).not.toContain('Each delegation for itself');
  expect(told).not.toContain('of 100 futures');
  expect(told).not.toContain('At the end');
});

test('the road to an ending tells what was agreed and what broke, round by round', () => {
  const state = talks('ua');
  const dispatches = [
    { round: 3, key: 'truceCollapsed' },
    { round: 2, key: 'truceBegan' },
    { round: 2, key: 'order', seat: 'ua', id: 'ua.tour' },
  ] as const;
  const told = read(
    { ...state, world: { ...state.world, phase: 'ended', dispatches: [...dispatches] } },
    'ua',
    <Road />,
  );
  expect(told).toMatch(/Round 2 The guns fall silent.* Round 3 The ceasefire breaks\./);
  expect(told).not.toContain('Tour of capitals');
});
