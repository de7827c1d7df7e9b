import { expect, test } from 'vitest';
import '../../client/words.ts';
import { glossed } from '../../client/panels/glossed.ts';

const marked = (text: string, most?: number) =>
  glossed(text, most).flatMap(({ key, words }) => (key ? [`${words} = ${key}`] : []));

test('words of the glossary are found in running text, in either number, once each', () => {
  expect(marked('A snapback ends it. Snapbacks are listed under Guardrails.')).toEqual([
    'snapback = glossary.snapback',
    'Guardrails = glossary.guardrail',
  ]);
});

test('a longer word goes before one that lies in it, and parts of words are no words', () => {
  expect(marked('The line of contact, and reporters disorderly.')).toEqual([
    'line of contact = glossary.line-of-contact',
  ]);
});

test('the pieces make the whole text again, and no more words are marked than asked for', () => {
  const text = 'A ceasefire, a guardrail and a snapback.';
  expect(
    glossed(text)
      .map(({ words }) => words)
      .join(''),
  ).toBe(text);
  expect(marked(text, 1)).toEqual(['ceasefire = glossary.ceasefire']);
});
