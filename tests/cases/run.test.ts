import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { order, talk } from './act.ts';
import { prepare } from './given.ts';
import { readCases } from './read.ts';
import { openTable } from './table.ts';
import { wrong } from './then.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.cases'));
const all = files.flatMap((file) => readCases(readFileSync(new URL(file, folder), 'utf8')));

describe.each(files)('%s', (file) => {
  test.each(readCases(readFileSync(new URL(file, folder), 'utf8')))(
    '[$id] $title',
    ({ given, steps, claims }) => {
      const table = openTable();
      prepare(table, given);
      for (const { kind, items } of steps) (kind === 'TALKS' ? talk : order)(table, items);
      expect(claims.length).toBeGreaterThan(0);
      expect(wrong(table, claims)).toEqual([]);
    },
  );
});

test('every case has a number of its own, cites a rule that exists, and says what follows', () => {
  const rules = readFileSync(new URL('../../shared/rules/RULES.md', folder), 'utf8');
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(
    all.filter(({ id }) => !rules.includes(`**${id.slice(0, id.indexOf('.'))}**`)).map(({ id }) => id),
  ).toEqual([]);
  expect(all.length).toBeGreaterThanOrEqual(60);
});

test('a line that is none of a case is refused with its number', () => {
  expect(() => readCases('CASE TALK-1.1 a case\nGIVEN round 1\nWHEN nothing')).toThrow('line 3');
});

test('a statement that no verb understands fails its case', () => {
  const table = openTable();
  expect(() => prepare(table, ['round five'])).toThrow('no verb understands “round five”');
});

test('a claim that is not so is told with what is', () => {
  const table = openTable();
  prepare(table, []);
  talk(table, ['us proposes embassies 1', 'eu signs p1']);
  expect(wrong(table, ['p1 agreed', 'track relations is 15'])).toEqual([
    'refused : it is PROPOSAL_UNKNOWN',
    'p1 agreed: it is open',
  ]);
});
