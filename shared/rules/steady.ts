/**
 * `after`, with what is the same as in `before` taken from there, so that whoever compares sees no change.
 *
 * @param depth levels of lists and objects that are compared part by part; deeper ones only by reference
 */
export function steady<T>(before: T, after: T, depth = 1): T {
  if (before === after || depth === 0 || !isPart(before) || !isPart(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  if (Array.isArray(before)) return steadyList(before, after as unknown as unknown[], depth) as T;

  const old = before as Record<string, unknown>;
  const now = after as Record<string, unknown>;
  const keys = Object.keys(now);
  let isSame = keys.length === Object.keys(old).length;
  let result: Record<string, unknown> | null = null;
  for (const key of keys) {
    const part = steady(old[key], now[key], depth - 1);
    if (part !== old[key] || !(key in old)) isSame = false;
    if (part === now[key]) continue;
    result ??= { ...now };
    result[key] = part;
  }
  return isSame ? before : ((result ?? after) as T);
}

function steadyList<T>(before: readonly T[], after: readonly T[], depth: number): readonly T[] {
  const list = depth === 1 ? after : after.map((entry, i) => steady(before[i] as T, entry, depth - 1));
  return list.length === before.length && list.every((entry, i) => entry === before[i]) ? before : list;
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * The entries of a list that pass, when those of an earlier list are known: a list that has only grown is looked at
 * where it is new. Without a new entry that passes it is `passed` itself.
 */
export function filterOn<T>(
  earlier: readonly T[],
  passed: readonly T[],
  list: readonly T[],
  passes: (entry: T) => boolean,
): readonly T[] {
  if (list === earlier) return passed;
  const hasGrown = list.length >= earlier.length && earlier.every((entry, i) => entry === list[i]);
  if (!hasGrown) return steady(passed, list.filter(passes));
  const more = list.slice(earlier.length).filter(passes);
  return more.length === 0 ? passed : [...passed, ...more];
}
