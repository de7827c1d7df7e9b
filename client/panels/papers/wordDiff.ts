/** A run of words that stayed, came or went. */
export interface Run {
  kind: 'same' | 'new' | 'gone';
  words: string;
}

/** What changed from one text to another, word by word: the longest words in common stay. */
export function wordDiff(before: string, after: string): Run[] {
  const old = before.split(' ').filter(Boolean);
  const now = after.split(' ').filter(Boolean);
  const common = commonLengths(old, now);
  const runs: Run[] = [];
  const put = (kind: Run['kind'], word: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.words += ` ${word}`;
    else runs.push({ kind, words: word });
  };
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && was === is) {
      put('same', was);
      i += 1;
      j += 1;
    } else if (
      was !== undefined &&
      (is === undefined || lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))
    ) {
      put('gone', was);
      i += 1;
    } else if (is !== undefined) {
      put('new', is);
      j += 1;
    }
  }
  return runs;
}

/** How many words the rests of two texts have in common, from each place in both. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: now.length + 1 }, () => 0),
  );
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      row[j] =
        old[i] === now[j]
          ? lengthAt(lengths, i + 1, j + 1) + 1
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
    }
  return lengths;
}

function lengthAt(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
