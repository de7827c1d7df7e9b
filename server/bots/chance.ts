/** Seeded chance for bots: the same words give the same stream, so that a bot needs no memory of its draws. */

export interface Chance {
  next(): number; // 0 (included) to 1 (excluded)
  below(limit: number): number; // whole number from 0 to limit - 1
  noise(): number; // mean 0, standard deviation 1
  pick<T>(list: readonly T[]): T | undefined;
}

/**
 * A stream of chance named by `words`.
 *
 * Cyrb128 spreads the words over 128 bits, sfc32 draws from them; both are in the public domain.
 */
export function chanceOf(...words: readonly (string | number)[]): Chance {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  const text = words.join('|');
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();

  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    noise: () => (next() + next() + next() + next() + next() + next() - 3) * Math.SQRT2, // six uniform draws: variance 1/2 × 2
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}
