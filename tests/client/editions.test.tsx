import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { Picker } from '../../client/composer/Picker.tsx';
import { ScopeMap } from '../../client/composer/ScopeMap.tsx';
import type { Draft } from '../../client/composer/draft.ts';
import { dateChoices, freshTerm, mayBeTied, tieChoices, wholeLine } from '../../client/composer/terms.ts';
import { warningsFor } from '../../client/composer/warnings.ts';
import { loadEditionWords } from '../../client/editionWords.ts';
import { waitingFor } from '../../client/game/waiting.ts';
import { GameContext } from '../../client/game/context.ts';
import { opensIn, provisionName } from '../../client/names.ts';
import Brief from '../../client/panels/brief/Brief.tsx';
import Orders from '../../client/panels/orders/Orders.tsx';
import { AgreedTerms } from '../../client/panels/papers/AgreedTerms.tsx';
import { changesOf } from '../../client/panels/papers/changes.ts';
import { tablesModel } from '../../client/panels/tables/model.ts';
import World from '../../client/panels/world/World.tsx';
import { scenarioOf } from '../../shared/content/index.ts';
import type { GameState, Term } from '../../shared/rules/index.ts';
import { REGIONS, SUPPORT } from '../../shared/rules/types.ts';
import { gameOf, read } from './read.tsx';
import { after, briefing, propose, talks, term, view } from './view.ts';

const double = scenarioOf('double');
const campaign = scenarioOf('campaign');
const READ = { round: 99, press: {} };

beforeAll(() => loadEditionWords('campaign'));

/** Nuclear limits signed by Washington and Moscow: they wait for the US Congress. */
function limitsSigned(edition: 'double' | 'campaign' = 'double'): GameState {
  let state = talks('us', edition);
  state = { ...state, world: { ...state.world, round: 4 } };
  state = propose(state, 'us', [term('stability-talks'), term('new-start', 2)]);
  return after(state, 'ru', { kind: 'sign', proposal: 'p1' });
}

describe('one more term of a draft', () => {
  test('spans the whole line, and what is left of it when a part stands there already', () => {
    const first = freshTerm(campaign, [], 'notification');
    expect(first?.scope).toEqual(REGIONS);
    expect(wholeLine(double)).toEqual(REGIONS);
    const north: Term = { ...(first as Term), scope: ['north'] };
    expect(freshTerm(campaign, [north], 'notification')?.scope).toEqual(['baltic', 'centre', 'south']);
    expect(freshTerm(campaign, [first as Term], 'notification')).toBeNull();
  });

  test('stands once where a provision has no regions', () => {
    expect(freshTerm(double, [], 'council', 2)).toMatchObject({ provision: 'council', level: 2, scope: [] });
    expect(freshTerm(double, [term('council')], 'council')).toBeNull();
  });
});

test('the small map draws the stretches of a scope strong, and all sixteen of them', () => {
  const game = gameOf(talks('us', 'campaign'), 'us');
  const markup = renderToStaticMarkup(
    <GameContext value={game}>
      <ScopeMap scope={['north']} />
    </GameContext>,
  );
  expect(markup.match(/<path/g)).toHaveLength(16);
  expect(markup.match(/data-in="true"/g)).toHaveLength(5);
});

describe('what a term may hang on', () => {
  const { world } = talks('us', 'campaign');

  test('is the rest of its paper first, and never itself or what is never priced', () => {
    const terms = [term('full-ceasefire'), term('relief-oil'), term('monitoring')];
    const choices = tieChoices(campaign, world, terms, 'relief-oil');
    expect(choices.inPaper).toEqual(['full-ceasefire', 'monitoring']);
    expect(choices.agreed).toEqual([]);
    const all = [...choices.inPaper, ...choices.others];
    expect(all).not.toContain('relief-oil');
    expect(all).not.toContain('humanitarian-returns');
    expect(mayBeTied(campaign, 'humanitarian-returns')).toBe(false);
    expect(mayBeTied(campaign, 'relief-oil')).toBe(true);
  });

  test('may be a day on which a later round opens, up to the last', () => {
    const days = dateChoices(campaign, world);
    expect(days[0]).toEqual({ round: 3, date: '2025-04-21' });
    expect(days.at(-1)).toEqual({ round: 13, date: '2026-02-01' });
  });

  test('is accepted by the rules as the menus offer it', () => {
    const relief: Term = {
      ...term('relief-maritime'),
      conditions: [
        { kind: 'ceasefireHeld', rounds: 1 },
        { kind: 'fromDate', date: '2026-02-01' },
        { kind: 'inForce', provision: 'monitoring', level: 2 },
      ],
      snapback: [{ kind: 'ceasefireEnds' }, { kind: 'breachOf', provision: 'full-ceasefire' }],
    };
    const draft: Draft = { terms: [relief], readers: 'table', counterTo: null, note: '' };
    const state = talks('us', 'campaign');
    expect(warningsFor(campaign, view(state, 'us'), draft).filter(({ stops }) => stops)).toEqual([]);
    expect(() => propose(state, 'us', [relief])).not.toThrow();
    const inDouble = warningsFor(double, view(talks('us', 'double'), 'us'), draft);
    expect(inDouble[0]).toMatchObject({ kind: 'refused', refusal: { code: 'CONDITION_NOT_ALLOWED' } });
  });
});

test('a paper on a table that is not open yet is stopped, and says when it opens', () => {
  const state = talks('us', 'campaign');
  expect(opensIn(campaign, state.world, 'T')).toBe(4);
  expect(opensIn(campaign, state.world, 'C')).toBeNull();
  const draft: Draft = { terms: [term('stability-talks')], readers: 'table', counterTo: null, note: '' };
  expect(warningsFor(campaign, view(state, 'us'), draft)[0]).toMatchObject({
    kind: 'refused',
    refusal: { code: 'TABLE_CLOSED', opens: 4 },
  });
  const model = tablesModel(gameOf(state, 'us'), { theme: 'light', reducedMotion: true, selected: null });
  expect(model.tables.filter(({ closed }) => closed).map(({ id, closed }) => [id, closed])).toEqual([
    ['T', 'Opens in round 4'],
    ['A', 'Opens in round 4'],
    ['P', 'Opens in round 7'],
  ]);
});

describe('ratification', () => {
  test('tells the chance, and lets the seat whose home it is win votes', () => {
    const state = limitsSigned();
    const told = read(state, 'us', <AgreedTerms />);
    expect(told).toContain('Must still be ratified by the US Congress (chance 65 %)');
    expect(told).toContain('1 political capital: 75 %');
    expect(told).toContain('Win votes at home');
    expect(read(state, 'ru', <AgreedTerms />)).not.toContain('Win votes at home');
    expect(waitingFor(view(state, 'us'), READ)).toContainEqual(
      expect.objectContaining({ kind: 'ratify', count: 1, screen: 'papers' }),
    );
  });

  test('counts what was spent, and asks once', () => {
    const state = after(limitsSigned(), 'us', { kind: 'lobby', term: 'a1/new-start', pc: 200 });
    expect(read(state, 'us', <AgreedTerms />)).toContain('(chance 85 %)');
    expect(waitingFor(view(state, 'us'), READ).map(({ kind }) => kind)).not.toContain('ratify');
  });
});

test('an agreement over one’s head can be objected to, and what was filed is told once', () => {
  let state = propose(talks('us', 'double'), 'us', [term('embassies', 2), term('root-causes', 2)]);
  state = after(state, 'ru', { kind: 'sign', proposal: 'p1' });
  expect(read(state, 'ua', <AgreedTerms />)).toContain('Object …');
  expect(waitingFor(view(state, 'ua'), READ).map(({ kind }) => kind)).toContain('object');
  expect(read(state, 'ru', <AgreedTerms />)).not.toContain('Object …');
  const objected = after(state, 'ua', { kind: 'object', agreement: 'a1' });
  expect(read(objected, 'us', <AgreedTerms />).match(/Objected to by Ukraine/g)).toHaveLength(1);
  expect(read(objected, 'ua', <AgreedTerms />)).not.toContain('Object …');
});

test('notice can be given in the campaign only', () => {
  expect(read(limitsSigned('campaign'), 'us', <AgreedTerms />)).toContain('Give notice …');
  expect(read(limitsSigned('double'), 'us', <AgreedTerms />)).not.toContain('Give notice …');
});

test('the briefing asks which agenda cards to keep before it may be left', () => {
  const state = briefing('us', 'campaign');
  const told = read(state, 'us', <Brief />);
  expect(told).toContain('Agenda cards: keep 2 of 3');
  expect(told).toContain('First choose below which agenda cards you keep.');
  const [a, b] = state.secrets.us.agendaDealt;
  const chosen = after(state, 'us', { kind: 'chooseAgenda', cards: [a as string, b as string] });
  const then = read(chosen, 'us', <Brief />);
  expect(then).toContain('Your agenda cards');
  expect(then).not.toContain('First choose below');
});

describe('orders', () => {
  test('stand in groups, with a strength to choose in the campaign', () => {
    const told = read(talks('us', 'campaign'), 'us', <Orders />);
    for (const words of [
      'Along the front',
      'Policy and pressure',
      'What every delegation may do',
      'Strength 3',
    ])
      expect(told).toContain(words);
    expect(told).toContain('You may still write 3 of 3.');
    expect(read(talks('us', 'double'), 'us', <Orders />)).not.toContain('Strength 3');
    expect(read(talks('us'), 'us', <Orders />)).not.toContain('Policy and pressure');
  });

  test('cost by their strength, and no further one fits on a full sheet', () => {
    const orders = [
      { order: 'us.arms', target: null, intensity: 3 },
      { order: 'us.back-channel', target: null, intensity: 1 },
      { order: 'us.address', target: null, intensity: 1 },
    ] as const;
    const state = after(talks('us', 'campaign'), 'us', { kind: 'writeOrders', orders: [...orders] });
    const told = read(state, 'us', <Orders />);
    expect(told).toContain('Arms package, strength 3');
    expect(told).toContain('All 3 orders of this round are written.');
  });
});

test('the world shows each of the campaign’s figures once, under headings', () => {
  const told = read(talks('us', 'campaign'), 'us', <World />);
  expect(told.match(/How normally Washington and Moscow deal/g)).toHaveLength(1);
  expect(told).toContain('Europe and its alliance');
  expect(told).not.toContain('All other figures');
  expect(campaign.edition.tracks).toContain(SUPPORT.us);
  expect(read(talks('us', 'double'), 'us', <World />)).toContain('All other figures');
});

test('a counter-proposal says that it reaches other regions', () => {
  const whole = { ...term('notification'), scope: REGIONS };
  const south: Term = { ...whole, scope: ['south'] };
  const { changes } = changesOf({ terms: [south] }, { terms: [whole] });
  expect(changes.get(south)).toEqual({ kind: 'scope', was: whole });
});

test('every provision can be found when writing a paper, those of closed tables too', () => {
  const draft: Draft = { terms: [], readers: 'table', counterTo: null, note: '' };
  const told = read(talks('us', 'campaign'), 'us', <Picker draft={draft} onAdd={() => {}} />);
  const missing = campaign.provisions.filter(({ id }) => !told.includes(provisionName(id)));
  expect(missing.map(({ id }) => id)).toEqual([]);
  expect(told).toContain('Opens in round 7');
});
