import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import '../../client/words.ts';
import { glossed } from '../../client/panels/glossed.ts';
import { keysOf, t } from '../../client/text.ts';

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

/** What hangs on what, in words; lines of terms are told with their words explained. */
const TIES = ['term.ceasefireHeld', 'term.inForce', 'term.fromDate', 'term.ceasefireEnds', 'term.breachOf'];

/** The words of a key without its holes. */
function bare(key: string): string {
  return t(key).replaceAll(/\{\w+(?:, number)?\}/g, '…');
}

/** The texts that screens show with their words explained: `<Glossed>{t('key')}</Glossed>`, keys with holes included. */
function shownGlossed(): string[] {
  const keys = keysOf('', '');
  return globSync('client/**/*.tsx').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/<Glossed[^>]*>\s*\{([\s\S]*?)\}\s*<\/Glossed>/g)].flatMap(
      ([, inside = '']) =>
        [...inside.matchAll(/t\(\s*(?:'([^']+)'|`([^`]+)`)/g)].flatMap(([, plain, holed = '']) => {
          if (plain) return [bare(plain)];
          const parts = holed.split(/\$\{[^}]+\}/).map((part) => part.replaceAll('.', '\\.'));
          const fits = new RegExp(`^${parts.join('[\\w-]+')}$`);
          return keys.filter((key) => fits.test(key)).map(bare);
        }),
    ),
  );
}

test('every word of the glossary is explained where it stands on some screen', () => {
  const shown = [...shownGlossed(), ...TIES.map(bare)];
  const explained = new Set(shown.flatMap((text) => glossed(text).map(({ key }) => key)));
  const words = keysOf('glossary.', '.term').map((key) => key.slice(0, -'.term'.length));
  expect(words.filter((word) => !explained.has(word))).toEqual([]);
});
