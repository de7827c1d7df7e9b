import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** How deep the lists that grow lie in a state: `world.ledger`, `hidden.press`. */
const LISTS = 2;

/** Some entries that follow each other in such a list, and their text. */
interface Run {
  entries: readonly unknown[];
  text: string; // without brackets
}

/** Runs by their first entry. Entries are never changed in place, and most are there again a round later. */
let runs = new WeakMap<object, Run>();
/** Those that were there before it began anew; what is still in use moves over. */
let older = new WeakMap<object, Run>();
let kept = 0;
/** Characters kept in each of the two, whatever the number of games. */
const MOST_KEPT = 8_000_000;

/** JSON with sorted keys and without undefined, so that equal values have equal text on every machine (HASH-1). */
export function canonical(value: unknown): string {
  return textOf(value, LISTS);
}

/** @param depth down to which lists are remembered */
function textOf(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return Number.isFinite(value) ? `${value}` : 'null';
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (!Array.isArray(value)) return fieldsText(value as Record<string, unknown>, depth - 1);
      return `[${depth < 0 ? entriesText(value) : listText(value)}]`;
    default:
      return 'null';
  }
}

/** Added one to the other, for most lists are short and short-lived; joined, they would be copied here already. */
function entriesText(entries: readonly unknown[]): string {
  let text = '';
  for (let i = 0; i < entries.length; i++) text += (i === 0 ? '' : ',') + textOf(entries[i], -1);
  return text;
}

/** The values of the objects that are being written, one object's above the other's. */
const values: unknown[] = [];
let top = 0;

/** One pass over the object in the order in which it was made, which is fast; then its text in the order of the keys. */
function fieldsText(record: Record<string, unknown>, depth: number): string {
  const from = top;
  let shape = root;
  for (const key in record) {
    shape = shape.lastKey === key ? (shape.last as Shape) : after(shape, key);
    values[top++] = record[key];
  }
  const { labels, places } = (shape.order ??= orderOf(record));
  let text = '';
  for (let i = 0; i < places.length; i++) {
    const value = values[from + (places[i] as number)];
    if (value === undefined) continue;
    const label = labels[i] as string;
    text += text === '' ? label : `,${label}`;
    text += textOf(value, depth);
  }
  top = from;
  return `{${text}}`;
}

/** The keys of objects that were made alike, sorted: as they stand before their values, and where each was given. */
interface Order {
  labels: readonly string[];
  places: readonly number[];
}

/** Objects by the keys they were given one after the other. */
interface Shape {
  next: Map<string, Shape>;
  lastKey: string | null; // the one of them that came last
  last: Shape | null;
  order: Order | null;
}

function newShape(): Shape {
  return { next: new Map(), lastKey: null, last: null, order: null };
}

let root = newShape();
/** Keys that are ids make ever new shapes; after so many they are forgotten. */
const MOST_SHAPES = 20_000;
let shapes = 0;

function after(shape: Shape, key: string): Shape {
  let next = shape.next.get(key);
  if (!next) {
    next = newShape();
    shape.next.set(key, next);
    shapes++;
  }
  shape.lastKey = key;
  shape.last = next;
  return next;
}

function orderOf(record: object): Order {
  if (shapes > MOST_SHAPES) {
    root = newShape();
    shapes = 0;
  }
  const given = Object.keys(record);
  const keys = given.toSorted();
  const place = new Map(given.map((key, i) => [key, i]));
  return {
    labels: keys.map((key) => `${JSON.stringify(key)}:`),
    places: keys.map((key) => place.get(key) as number),
  };
}

/** The entries of a list that grows: runs that stand there as before have their text already. */
function listText(list: readonly unknown[]): string {
  const texts: string[] = [];
  let from = 0;
  while (from < list.length) {
    const known = runAt(list, from);
    if (known) {
      texts.push(known.text);
      from += known.entries.length;
      continue;
    }
    let to = from + 1;
    while (to < list.length && !runAt(list, to)) to++;
    const entries = list.slice(from, to);
    const run = { entries, text: entries.map((entry) => textOf(entry, -1)).join(',') };
    keep(run);
    texts.push(run.text);
    from = to;
  }
  return texts.join(',');
}

/** The known run that begins at a place of a list, if it stands there whole. */
function runAt(list: readonly unknown[], from: number): Run | null {
  const first = list[from];
  if (typeof first !== 'object' || first === null) return null;

  const recent = runs.get(first);
  const run = recent ?? older.get(first);
  if (!run?.entries.every((entry, i) => entry === list[from + i])) return null;
  if (!recent) keep(run);
  return run;
}

function keep(run: Run): void {
  const first = run.entries[0];
  if (typeof first !== 'object' || first === null) return;

  kept += run.text.length;
  if (kept > MOST_KEPT) {
    older = runs;
    runs = new WeakMap();
    kept = run.text.length;
  }
  runs.set(first, run);
}

/** Texts in which JSON writes every character as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** SHA-256 of the canonical text, as 64 hexadecimal digits. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}
