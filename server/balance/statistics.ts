/** A figure with the range in which it lies at two standard errors. */
export interface Estimate {
  mean: number;
  low: number;
  high: number;
  n: number;
}

/** `null`: the sample is too small to tell. */
export type Verdict = boolean | null;

const ERRORS = 2;
/** Fewer values than this say nothing about their spread. */
const FEWEST = 10;

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation. */
export function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

/** The mean of some values, differences over common seeds for instance. */
export function meanOf(values: readonly number[]): Estimate {
  const n = values.length;
  const middle = mean(values);
  const reach = n < FEWEST ? Infinity : (ERRORS * deviation(values)) / Math.sqrt(n);
  return { mean: middle, low: middle - reach, high: middle + reach, n };
}

/** A share of cases, 0 to 1; its range after Agresti and Coull, sound at 0 and at 1 too. */
export function shareOf(flags: readonly boolean[]): Estimate {
  return shareIn(flags.filter(Boolean).length, flags.length);
}

/** The same from counts. */
export function shareIn(count: number, n: number): Estimate {
  const around = (count + ERRORS) / (n + 2 * ERRORS);
  const reach = ERRORS * Math.sqrt((around * (1 - around)) / (n + 2 * ERRORS));
  return {
    mean: n === 0 ? 0 : count / n,
    low: Math.max(0, around - reach),
    high: Math.min(1, around + reach),
    n,
  };
}

/** Uses over chances, both summed over games; games differ, so the range is at least as wide as their spread. */
export function ratioOf(games: readonly { uses: number; chances: number }[]): Estimate {
  const uses = games.reduce((sum, game) => sum + game.uses, 0);
  const chances = games.reduce((sum, game) => sum + game.chances, 0);
  const plain = shareIn(uses, chances);
  const ratio = plain.mean;
  const squares = games.reduce((sum, game) => sum + (game.uses - ratio * game.chances) ** 2, 0);
  const reach = chances === 0 ? 1 : (ERRORS * Math.sqrt(squares)) / chances;
  return {
    ...plain,
    low: Math.max(0, Math.min(plain.low, ratio - reach)),
    high: Math.min(1, Math.max(plain.high, ratio + reach)),
  };
}

/** The chance that the mean of a block of differences is above nothing, from single differences; normal approximation. */
export function blocksWon(differences: readonly number[], block: number): Estimate {
  const n = differences.length;
  const spread = deviation(differences);
  if (n < FEWEST || spread === 0) return { mean: 0.5, low: 0, high: 1, n };
  const size = mean(differences) / spread;
  const reach = ERRORS * Math.sqrt(1 / n + size ** 2 / (2 * n));
  const won = (effect: number): number => normal(effect * Math.sqrt(block));
  return { mean: won(size), low: won(size - reach), high: won(size + reach), n };
}

/** The normal distribution function. @see Abramowitz and Stegun, 26.2.17 */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    terms.reduceRight((sum, factor) => (sum + factor) * t, 0);
  return z >= 0 ? 1 - tail : tail;
}

/** Whether a figure lies between two bounds, at two standard errors. */
export function within({ low, high }: Estimate, from: number, to: number): Verdict {
  if (low >= from && high <= to) return true;
  return high < from || low > to ? false : null;
}

export const atLeast = (estimate: Estimate, from: number): Verdict => within(estimate, from, Infinity);
export const atMost = (estimate: Estimate, to: number): Verdict => within(estimate, -Infinity, to);

const FIRM = 1.5; // three standard errors for two

/** A verdict, and whether it would be reached with a range half as wide again: looking often misleads less then. */
export function judged(
  estimate: Estimate,
  verdict: (estimate: Estimate) => Verdict,
): { holds: Verdict; firm: boolean } {
  const { mean: middle, low, high } = estimate;
  const wider = { ...estimate, low: middle - FIRM * (middle - low), high: middle + FIRM * (high - middle) };
  return { holds: verdict(estimate), firm: verdict(wider) !== null };
}

/** One verdict of several: all must hold. */
export function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

/** A share as people read it. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** A share with its reach. */
export function percentOf({ mean, low, high }: Estimate): string {
  return `${percent(mean)} (${Math.round(100 * low)}–${Math.round(100 * high)})`;
}

/** A figure with its reach. */
export function figureOf({ mean, high }: Estimate, digits = 1): string {
  const reach = high - mean;
  return `${signed(mean, digits)} ± ${Number.isFinite(reach) ? reach.toFixed(digits) : '?'}`;
}

export function signed(value: number, digits = 1): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;
}
