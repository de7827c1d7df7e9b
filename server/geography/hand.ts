import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './projection.ts';

/** What no package ships: drawn and placed by hand; each file says from what. */
interface Hand {
  'names.json': { places: Named[]; labels: Named[] };
  'control.json': { areas: Place[][][] };
  'oblasts.json': { lines: Place[][] };
  'sectors.json': { sectors: { id: string; kind: SectorKind; line: Part[]; spurs?: Part[][] }[] };
}

/** Something with a name, where it stands, and how it is set. */
export type Named = Readonly<{ name: string; at: Place; rank?: number; side?: string; kind?: string }>;
/** A land border, a line at sea, or the line of contact. */
export type SectorKind = 'border' | 'sea' | 'contact';
/** A part of a sector's line: points by hand, or the border of two lands between two places. */
export type Part = { hand: Place[] } | { border: [string, string]; from: Place; to: Place };

/** Reads one of the files made by hand. */
export function byHand<F extends keyof Hand>(file: F): Hand[F] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'hand', file), 'utf8')) as Hand[F];
}
