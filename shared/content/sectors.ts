import type { SectorRule } from '../rules/scenario.ts';
import type { Points, Region, SectorId } from '../rules/types.ts';

type Start = SectorRule['start'];

/**
 * Start values, 0 to 100: tension, forces and readiness of the east (Russia and Belarus) and the west (NATO or Ukraine),
 * fortification, and per cent of the sector's land under Russian military control.
 * A point of forces stands for about 3,000 troops; public estimates, order of magnitude only (grade EST).
 */
function start(
  tension: Points,
  [forcesEast, forcesWest]: readonly [Points, Points],
  [readinessEast, readinessWest]: readonly [Points, Points],
  fortification: Points,
  control: Points = 0,
): Start {
  return { tension, forcesEast, forcesWest, readinessEast, readinessWest, fortification, control };
}

/** `weight`: per cent of its region's risk that a flash point here is where the peace breaks. */
function sector(id: SectorId, region: Region, miles: number, weight: number, values: Start): SectorRule {
  return { id, region, hot: region === 'south', miles, weight, start: values };
}

/**
 * Sixteen sectors from the Barents Sea to the Black Sea. Miles follow the line itself; the four Finnish sectors,
 * LAP KAI NKA KYM, sum to the 830 miles of the Finnish border.
 * Control in March 2025: Kharkiv oblast about 3 % and Luhansk 99 %, together 47; Donetsk 66 to 70; Zaporizhzhia 74; Kherson 73 to 75.
 */
export const SECTOR_RULES: readonly SectorRule[] = [
  sector('KOL', 'north', 187, 30, start(42, [12, 8], [50, 45], 20)),
  sector('LAP', 'north', 206, 20, start(34, [4, 9], [30, 45], 20)),
  sector('KAI', 'north', 233, 10, start(26, [3, 7], [25, 40], 20)),
  sector('NKA', 'north', 221, 12, start(30, [4, 8], [30, 40], 20)),
  sector('KYM', 'north', 170, 28, start(40, [6, 12], [35, 45], 25)),
  sector('NAR', 'baltic', 228, 35, start(46, [8, 6], [40, 50], 20)),
  sector('LAT', 'baltic', 182, 20, start(38, [8, 6], [35, 45], 20)),
  sector('SUW', 'baltic', 438, 45, start(48, [10, 14], [45, 50], 25)),
  sector('BUG', 'centre', 212, 45, start(40, [12, 20], [40, 50], 35)),
  sector('POL', 'centre', 535, 55, start(44, [9, 14], [40, 50], 40)),
  sector('SUM', 'south', 349, 10, start(78, [24, 24], [65, 60], 40, 1)),
  sector('KHA', 'south', 219, 18, start(84, [38, 34], [70, 65], 55, 47)),
  sector('DON', 'south', 95, 30, start(92, [66, 52], [80, 70], 65, 68)),
  sector('ZAP', 'south', 90, 16, start(82, [28, 26], [65, 65], 65, 74)),
  sector('KHE', 'south', 196, 14, start(76, [18, 18], [60, 60], 50, 74)),
  sector('CRI', 'south', 396, 12, start(70, [16, 6], [60, 50], 45, 100)),
];
