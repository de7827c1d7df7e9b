/** One figure of a measure. */
export interface Figure {
  measure: string;
  what: string;
  value: number;
  unit: string;
  most?: number; // where it should stay below this
}

/** One thing that is measured. It says how it came by its figures in its own file. */
export interface Measure {
  name: string;
  /** @param size how much of it: 1 for a figure to go by, less for a quick look */
  run(size: number): Promise<Figure[]> | Figure[];
}

/** The share `part`, 0 to 1, of some values lies at or below what comes back. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? NaN;
}

/** How many of something a measure takes: its full number by the size asked for, at least one. */
export function sized(full: number, size: number): number {
  return Math.max(1, Math.round(full * size));
}
