import type { SectorId } from '../../rules/types.ts';

/** Where shots are exchanged while no ceasefire holds; Crimea is struck from afar, not attacked on the ground. */
export const ATTACKED: readonly SectorId[] = ['SUM', 'KHA', 'DON', 'ZAP', 'KHE'];

export const HOT: readonly SectorId[] = [...ATTACKED, 'CRI'];

/** Where Russia and Belarus may hold an exercise. */
export const QUIET: readonly SectorId[] = [
  'KOL',
  'LAP',
  'KAI',
  'NKA',
  'KYM',
  'NAR',
  'LAT',
  'SUW',
  'BUG',
  'POL',
];
