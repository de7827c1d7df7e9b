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
      return `[${depth < 0 ? value.map(deepText).join(',') : listText(value)}]`;
    default:
      return 'null';
  }
}

function deepText(value: unknown): string {
  return textOf(value, -1);
}

function fieldsText(record: Record<string, unknown>, depth: number): string {
  const { keys, labels } = orderOf(record);
  let text = '{';
  for (let i = 0; i < keys.length; i++) {
    const value = record[keys[i] as string];
    if (value === undefined) continue;
    text += (text === '{' ? '' : ',') + (labels[i] as string) + textOf(value, depth);
  }
  return `${text}}`;
}

/** The keys of objects that were made alike, sorted, and as they stand before their values. */
interface Order {
  keys: readonly string[];
  labels: readonly string[];
}

/** Objects by the keys they were given one after the other. */
interface Shape {
  next: Map<string, Shape>;
  order: Order | null;
}

const root: Shape = { next: new Map(), order: null };
/** Keys that are ids make ever new shapes; after so many they are forgotten. */
const MOST_SHAPES = 20_000;
let shapes = 0;

function orderOf(record: object): Order {
  let shape = root;
  for (const key in record) {
    let next = shape.next.get(key);
    if (!next) {
      next = { next: new Map(), order: null };
      shape.next.set(key, next);
      shapes++;
    }
    shape = next;
  }
  if (shape.order) return shape.order;

  const keys = Object.keys(record).toSorted();
  const order = { keys, labels: keys.map((key) => `${JSON.stringify(key)}:`) };
  shape.order = order;
  if (shapes > MOST_SHAPES) {
    root.next.clear();
    shapes = 0;
  }
  return order;
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
    const run = { entries, text: entries.map(deepText).join(',') };
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
