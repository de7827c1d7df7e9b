import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** How deep the lists that grow lie in a state: `world.ledger`, `hidden.press`. */
const LISTS = 2;

/** Texts of the entries of such lists. They are never changed in place, and most are there again a round later. */
const known = new WeakMap<object, string>();

/** JSON with sorted keys and without undefined, so that equal values have equal text on every machine (HASH-1). */
export function canonical(value: unknown): string {
  return textOf(value, LISTS);
}

function textOf(value: unknown, depth: number): string {
  if (depth < 0 || value === null || typeof value !== 'object') return JSON.stringify(sorted(value) ?? null);
  if (Array.isArray(value)) return `[${value.map(entryText).join(',')}]`;
  const record = value as Record<string, unknown>;
  const fields = keysInOrder(record)
    .filter((key) => record[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${textOf(record[key], depth - 1)}`);
  return `{${fields.join(',')}}`;
}

function entryText(entry: unknown): string {
  if (entry === null || typeof entry !== 'object') return JSON.stringify(entry ?? null);
  let text = known.get(entry);
  if (text === undefined) {
    text = JSON.stringify(sorted(entry));
    known.set(entry, text);
  }
  return text;
}

/** The same value, the keys of its objects in order; none of them is a number, which would always come first. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  const record = value as Record<string, unknown>;
  const inOrder: Record<string, unknown> = {};
  for (const key of keysInOrder(record)) inOrder[key] = sorted(record[key]);
  return inOrder;
}

function keysInOrder(record: object): string[] {
  const keys = Object.keys(record);
  for (let i = 1; i < keys.length; i++)
    if ((keys[i - 1] as string) > (keys[i] as string)) return keys.toSorted();
  return keys;
}

/** SHA-256 of the canonical text, as 64 hexadecimal digits. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}
