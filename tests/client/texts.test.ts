import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import content from '../../shared/content/texts/en/content.json';
import guide from '../../shared/content/texts/en/guide.json';
import home from '../../shared/content/texts/en/home.json';
import longer from '../../shared/content/texts/en/longer.json';
import map from '../../shared/content/texts/en/map.json';
import parts from '../../shared/content/texts/en/parts.json';
import press from '../../shared/content/texts/en/press.json';
import ui from '../../shared/content/texts/en/ui.json';
import { SCREENS } from '../../client/route.ts';
import { ERROR_STATUS } from '../../shared/protocol/errors.ts';
import { ACTS, GRADES, READERS, REASONS, RESULTS } from '../../shared/rules/state.ts';
import { FEATURES, SEATS, SECTORS, TRACKS } from '../../shared/rules/types.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CATALOGUE: Readonly<Record<string, string>> = {
  ...home,
  ...ui,
  ...content,
  ...guide,
  ...longer,
  ...map,
  ...parts,
  ...press,
};
const KEYS = new Set(Object.keys(CATALOGUE));

/** Words that stand in a call's condition beside its keys. */
const NO_KEYS = new Set(['entered', 'less', 'more']);

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The first arguments of all calls of `t(…)` in a source file. */
function keyArguments(source: string): string[] {
  const found: string[] = [];
  for (const call of source.matchAll(/\bt\(/g)) {
    let depth = 1;
    let quote = '';
    let end = call.index + call[0].length;
    const from = end;
    for (; end < source.length; end++) {
      const letter = source.charAt(end);
      if (quote) quote = letter === quote ? '' : quote;
      else if (`'"\``.includes(letter)) quote = letter;
      else if ('([{'.includes(letter)) depth += 1;
      else if (')]}'.includes(letter)) depth -= 1;
      if (depth === 0 || (depth === 1 && letter === ',' && !quote)) break;
    }
    found.push(source.slice(from, end));
  }
  return found;
}

const sources = globSync('client/**/*.{ts,tsx}', { cwd: ROOT });
const uses = sources.flatMap((path) => keyArguments(read(path)).map((argument) => ({ path, argument })));

describe('words of the interface', () => {
  test('are looked for in a good many places', () => {
    expect(uses.length).toBeGreaterThan(300);
  });

  test('have an entry for every key that the sources name', () => {
    const missing = uses.flatMap(({ path, argument }) =>
      [...argument.matchAll(/'([^']+)'/g)]
        .map(([, key]) => key ?? '')
        .filter((key) => !KEYS.has(key) && !NO_KEYS.has(key))
        .map((key) => `${key} in ${path}`),
    );
    expect(missing).toEqual([]);
  });

  test('have at least one entry for every pattern of keys', () => {
    const missing = uses.flatMap(({ path, argument }) =>
      [...argument.matchAll(/`([^`]+)`/g)]
        .map(([, pattern]) => pattern ?? '')
        .filter((pattern) => {
          const parts = pattern
            .split(/\$\{[^}]*\}/)
            .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
          const shape = new RegExp(`^${parts.join('.+')}$`);
          return ![...KEYS].some((key) => shape.test(key));
        })
        .map((pattern) => `${pattern} in ${path}`),
    );
    expect(missing).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['act.', ACTS],
    ['reason.', REASONS],
    ['readers.', READERS],
    ['answer.', ['accuse', 'ask', 'inspect', 'pass']],
    ['state.', ['pending', 'inForce', 'suspended', 'lapsed', 'denounced']],
    ['paper.state.', ['open', 'agreed', 'withdrawn', 'lapsed']],
    ['phase.', ['lobby', 'briefing', 'talks', 'ended']],
    ['result.', RESULTS],
    ['cause.term.', ['entered', 'ended', 'truce', 'war', 'suspended', 'resumed', 'limit']],
    ['nav.', SCREENS],
    ['dispatch.held.', REASONS],
    ['dispatch.rung.', ['incident', 'crisis', 'clash']],
    ['sector.incident.', ['incident', 'crisis', 'clash']],
    ['feature.', FEATURES],
    ['setup.bots.', ['easy', 'normal', 'hard']],
    ['report.answered.', ['accuse', 'ask', 'inspect', 'pass']],
  ])('are complete for %s…', (family, members) => {
    expect(members.filter((member) => !KEYS.has(family + member))).toEqual([]);
  });

  test('tell every track, seat, sector and ending', () => {
    const keys = [
      ...TRACKS.flatMap((track) => [`track.${track}.name`, `track.${track}.about`]),
      ...SEATS.flatMap((seat) => [`seat.${seat}.name`, `ui.seat.${seat}.want`, `ui.seat.${seat}.code`]),
      ...SECTORS.map((sector) => `sector.${sector}.name`),
      ...GRADES.flatMap((grade) => [`ending.${grade}.title`, `ending.${grade}.text`]),
    ];
    expect(keys.filter((key) => !KEYS.has(key))).toEqual([]);
  });

  test('say what would work for every refusal and every error', () => {
    const codes = [...read('shared/rules/refusal.ts').matchAll(/code: '([A-Z_]+)'/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(30);
    const missing = [...codes, ...Object.keys(ERROR_STATUS), 'OFFLINE'].filter(
      (code) => !KEYS.has(`refusal.${code}`),
    );
    expect(missing).toEqual([]);
  });

  test('tell every kind of dispatch that the rules send', () => {
    const rules = globSync('shared/rules/*.ts', { cwd: ROOT }).map(read).join('\n');
    const kinds = [
      ...rules.matchAll(/dispatch\([^;]*?key:([^;]*?)[,}]\s*(?:id|seat|sector|level|\}|\n)/gs),
    ].flatMap(([, value]) => [...(value ?? '').matchAll(/'([a-zA-Z]+)'/g)].map(([, kind]) => kind));
    expect(kinds.length).toBeGreaterThan(15);
    expect(kinds.filter((kind) => !KEYS.has(`dispatch.${kind}`))).toEqual([]);
  });

  test('tell every rule that the ledger names as a cause', () => {
    const rules = globSync('shared/rules/*.ts', { cwd: ROOT }).map(read).join('\n');
    const ids = [...rules.matchAll(/kind: 'rule',\s*id: '([A-Z]+-\d+)'/g)].map(([, id]) => id ?? '');
    expect(ids.length).toBeGreaterThan(10);
    const told = (id: string) =>
      [...KEYS].some((key) => key === `cause.rule.${id}` || key.startsWith(`cause.rule.${id}.`));
    expect([...new Set(ids)].filter((id) => !told(id))).toEqual([]);
  });

  test.each(Object.entries(CATALOGUE).filter(([, message]) => message.includes('{')))(
    'can be read: %s',
    (_key, message) => {
      expect(() => new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true })).not.toThrow();
    },
  );

  test('name nobody by the words that the care list forbids', () => {
    const forbidden =
      /\b(Kiev|Odessa|Lugansk|regime|peacekeepers?|warmonger|appeasement|Ukraine crisis|the Russians)\b/;
    expect(
      Object.entries({ ...home, ...guide, ...ui }).filter(([, message]) => forbidden.test(message)),
    ).toEqual([]);
  });
});
