/** Draws whole numbers from 0 below `sides`; the same seed draws the same. */
export type Dice = (sides: number) => number;

/** A small generator for tools (xorshift); the rules have their own. */
export function dice(seed: number): Dice {
  let state = seed | 0 || 1;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

export function pick<T>(roll: Dice, from: readonly T[]): T {
  return from[roll(from.length)] as T;
}

/** What parsers and rules are seldom given. */
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  0.5,
  99999999999,
  '',
  'x'.repeat(2_000),
  '__proto__',
  'constructor',
  '\u0000\u202E\uD800',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE games; --",
  '../../../etc/passwd',
  '=1+1',
  [],
  {},
  [[[[[[[[]]]]]]]],
  { __proto__: { ok: true } },
  { toString: 1, length: -1 },
];

/** The value with something in it changed: a field replaced, left out, added, doubled or swapped for an odd one. */
export function mutated(roll: Dice, value: unknown, depth = 0): unknown {
  if (roll(depth === 0 ? 40 : 5) === 0) return pick(roll, ODD);
  if (Array.isArray(value)) {
    if (value.length === 0) return [pick(roll, ODD)];
    const at = roll(value.length);
    if (roll(6) === 0) return value.toSpliced(at, 1);
    if (roll(6) === 0) return [...value, ...value, ...value, ...value].slice(0, 40);
    return value.with(at, mutated(roll, value[at], depth + 1));
  }
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value);
    const key = pick(roll, keys);
    const record: Record<string, unknown> = { ...value };
    const what = keys.length === 0 ? 0 : roll(6);
    if (what === 0) record[pick(roll, ['admin', '__proto__', 'seat', 'kind'])] = pick(roll, ODD);
    else if (what === 1) delete record[key];
    else record[key] = mutated(roll, record[key], depth + 1);
    return record;
  }
  if (typeof value === 'number')
    return pick(roll, [value + 1, value - 1, -value, value * 1e6, String(value)]);
  if (typeof value === 'string')
    return pick(roll, [`${value}x`, value.slice(1), value.toUpperCase(), roll(9), '']);
  return pick(roll, ODD);
}

/** Bytes as they come. */
export function noise(roll: Dice, most: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: roll(most) }, () => roll(256));
}
