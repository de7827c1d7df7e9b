import { expect, test } from 'vitest';
import { type Recorded, recordedFrom, viewAt } from '../../client/source/record.ts';
import { decide, evolve, newGame } from '../../shared/rules/index.ts';
import type { Command, GameEvent, Seat } from '../../shared/rules/index.ts';
import { SEATS } from '../../shared/rules/types.ts';
import { LESSON, term, view } from './view.ts';

/** A game's first moves as its log holds them, and the state they lead to. */
function played() {
  const opening = newGame(LESSON, { seed: 'record', mode: 'simulation' });
  const rows: (readonly GameEvent[])[] = [];
  let state = opening;
  const ask = (actor: Seat | 'host', command: Command) => {
    const decision = decide(LESSON, state, actor, command);
    if (!decision.ok) throw new Error(decision.refusal.code);
    rows.push(decision.events);
    state = decision.events.reduce(evolve, state);
  };
  ask('host', { kind: 'start' });
  for (const seat of SEATS) ask(seat, { kind: 'setReady', ready: true });
  const text = { readers: 'signatories', counterTo: null, text: null } as const;
  ask('ru', { kind: 'propose', terms: [term('embassies')], ...text });
  for (const seat of SEATS) ask(seat, { kind: 'setReady', ready: true });
  return { log: { code: 'ABCDEF', opening, rows }, state };
}

const { log, state } = played();
const recorded: Recorded = recordedFrom(log);
const last = recorded.states.length - 1;

test('a log read again leads to the state that was played', () => {
  expect(recorded.states.at(-1)).toEqual(state);
  expect(viewAt(LESSON, recorded, last, 'us', 'us')?.world).toEqual(view(state, 'us').world);
});

test('rounds and phases are found by their first move', () => {
  const starts = recorded.rounds.map((move) => {
    const world = recorded.states[move]?.world;
    return `${world?.phase} ${world?.round}`;
  });
  expect(starts).toEqual(['briefing 0', 'talks 1', 'talks 2']);
});

test('a seat sees what it saw, all of it shows what none but two saw, and nobody may do anything', () => {
  const papers = (seat: Seat | null) => viewAt(LESSON, recorded, last, seat, 'ua')?.mine.papers.length;
  expect([papers('us'), papers('ru'), papers('ua'), papers(null)]).toEqual([1, 1, 0, 1]);
  const legal = viewAt(LESSON, recorded, last, 'ru', 'ua')?.legal;
  expect(legal).toMatchObject({ propose: null, orders: null, ready: false, withdraw: [] });
});

test('there is nothing beyond the last move', () => {
  expect(viewAt(LESSON, recorded, last + 1, 'us', 'us')).toBeNull();
});
