import { beforeEach, expect, test, vi } from 'vitest';
import {
  BLANK,
  type Draft,
  dropDraft,
  keepDraft,
  keptDrafts,
  setDraft,
  stepDraft,
  stepsOf,
} from '../../client/composer/draft.ts';
import { term } from './view.ts';

const device = new Map<string, string>();
let code = '';
beforeEach(() => {
  code += 'A'; // another game for each test
  device.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, value: string) => device.set(key, value),
  });
});

const draft = (...ids: string[]): Draft => ({ ...BLANK, terms: ids.map((id) => term(id)) });
const written = () =>
  (JSON.parse(device.get(`830.draft.${code}`) ?? '{}') as Draft).terms.map(({ provision }) => provision);

test('a draft goes a step back and forward again', () => {
  setDraft(code, draft('embassies'));
  setDraft(code, draft('embassies', 'council'));
  stepDraft(code, 'undo');
  expect(written()).toEqual(['embassies']);
  stepDraft(code, 'redo');
  expect(written()).toEqual(['embassies', 'council']);
});

test('there is nothing to undo before the first change, nor to redo after a new one', () => {
  expect(stepsOf(code)).toEqual({ undo: false, redo: false });
  setDraft(code, draft('embassies'));
  stepDraft(code, 'undo');
  expect(stepsOf(code)).toEqual({ undo: false, redo: true });
  setDraft(code, draft('council'));
  expect(stepsOf(code)).toEqual({ undo: true, redo: false });
});

test('words of the note are no step of their own', () => {
  setDraft(code, draft('embassies'));
  setDraft(code, { ...draft('embassies'), note: 'A first step?' });
  stepDraft(code, 'undo');
  expect(written()).toEqual([]);
  expect(stepsOf(code)).toEqual({ undo: false, redo: true });
});

test('drafts put aside are kept, the latest first, until they are thrown away', () => {
  keepDraft(code, draft('embassies'));
  keepDraft(code, draft('council'));
  expect(keptDrafts(code).map((kept) => kept.draft.terms[0]?.provision)).toEqual(['council', 'embassies']);
  dropDraft(code, keptDrafts(code)[0]?.id ?? 0);
  expect(keptDrafts(code).map((kept) => kept.draft.terms[0]?.provision)).toEqual(['embassies']);
});

test('no more than eight are kept', () => {
  for (let i = 0; i < 12; i++) keepDraft(code, draft('embassies'));
  expect(keptDrafts(code)).toHaveLength(8);
});
