/** A text case: what holds, what is done, and what must follow. */
export interface Case {
  id: string; // the rule it shows, with a number: TREATY-4.2
  title: string;
  given: readonly string[];
  steps: readonly { kind: 'TALKS' | 'ORDERS'; items: readonly string[] }[];
  claims: readonly string[];
}

const HEAD = /^CASE\s+([A-Z]+-\d+\.\d+)\s+(.+)$/;
const LINE = /^(GIVEN|TALKS|ORDERS|THEN)\s+(.+)$/;

/** Statements of a line: split at semicolons. */
function statements(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '');
}

function mutable(id: string, title: string) {
  return { id, title, given: [] as string[], steps: [] as Case['steps'][number][], claims: [] as string[] };
}

/**
 * The cases of a file. A line that goes on is indented; `#` starts a comment.
 *
 * @throws Error with the line's number when a line is none of CASE, GIVEN, TALKS, ORDERS, THEN
 */
export function readCases(text: string): Case[] {
  const cases: ReturnType<typeof mutable>[] = [];
  let last: { push(...items: string[]): unknown } | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/(^|\s)#.*$/, '').trimEnd();
    if (line.trim() === '') continue;
    const head = HEAD.exec(line);
    if (head) {
      cases.push(mutable(head[1] ?? '', (head[2] ?? '').trim()));
      last = null;
      continue;
    }
    const current = cases.at(-1);
    const [, word, rest] = LINE.exec(line) ?? [];
    if (/^\s/.test(line) && last) {
      last.push(...statements(line));
      continue;
    }
    if (!current || rest === undefined)
      throw new Error(`line ${index + 1}: “${line.trim()}” is no line of a case`);
    const items = statements(rest);
    if (word === 'GIVEN') {
      current.given.push(...items);
      last = current.given;
    } else if (word === 'THEN') {
      current.claims.push(...items);
      last = current.claims;
    } else {
      current.steps.push({ kind: word === 'TALKS' ? 'TALKS' : 'ORDERS', items });
      last = items;
    }
  }
  return cases;
}
