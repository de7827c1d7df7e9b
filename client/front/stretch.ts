import { type SectorKind, type SectorLine } from './geography.ts';
import { type Point, type View, toScreen } from './projection.ts';

/** A point of a line with the unit vector to its eastern (Russian and Belarusian) side. */
export type Station = Readonly<{ at: Point; east: Point }>;

/** A sector's line as it lies on the screen, in CSS pixels. */
export type Stretch = Readonly<{
  id: string;
  kind: SectorKind;
  path: readonly Point[];
  spurs: readonly (readonly Point[])[];
  stations: readonly Station[]; // every few pixels, smoothed: fences and marks stand on them
  length: number; // CSS pixels, of the smoothed line
}>;

const STEP = 3; // CSS pixels between stations
const SMOOTH = 5; // stations to each side that a smoothed station looks at

/** Lays a sector's line on the screen. */
export function stretchOf(line: SectorLine, view: View): Stretch {
  const path = line.line.map((place) => toScreen(view, place));
  const even = resample(path, STEP);
  const smooth = even.map((_point, index) =>
    meanOf(even.slice(Math.max(0, index - SMOOTH), index + SMOOTH + 1)),
  );
  const stations = smooth.map((at, index) => {
    const before = smooth[Math.max(0, index - SMOOTH)] ?? at;
    const after = smooth[Math.min(smooth.length - 1, index + SMOOTH)] ?? at;
    return { at, east: leftOf(before, after) };
  });
  return {
    id: line.id,
    kind: line.kind,
    path,
    spurs: line.spurs.map((spur) => spur.map((place) => toScreen(view, place))),
    stations,
    length: stations.length * STEP,
  };
}

/** The station at a distance in CSS pixels from the middle of the stretch. */
export function stationAt(stretch: Stretch, fromMiddle: number): Station {
  const middle = (stretch.stations.length - 1) / 2;
  const index = Math.round(middle + fromMiddle / STEP);
  const clamped = Math.min(stretch.stations.length - 1, Math.max(0, index));
  return stretch.stations[clamped] ?? { at: { x: 0, y: 0 }, east: { x: 1, y: 0 } };
}

/** A point beside a station: positive to the east, in CSS pixels. */
export function beside(station: Station, east: number): Point {
  return { x: station.at.x + station.east.x * east, y: station.at.y + station.east.y * east };
}

/** The shortest distance from a point to a stretch, in CSS pixels. */
export function distanceTo(stretch: Stretch, point: Point): number {
  let least = Infinity;
  for (const { at } of stretch.stations) least = Math.min(least, Math.hypot(at.x - point.x, at.y - point.y));
  return least;
}

function resample(path: readonly Point[], step: number): Point[] {
  const points: Point[] = [];
  let left = 0;
  let before: Point | null = null;
  for (const point of path) {
    if (before) {
      const length = Math.hypot(point.x - before.x, point.y - before.y);
      for (; left < length; left += step) {
        const share = left / length;
        points.push({
          x: before.x + (point.x - before.x) * share,
          y: before.y + (point.y - before.y) * share,
        });
      }
      left -= length;
    }
    before = point;
  }
  if (before) points.push(before);
  return points;
}

function meanOf(points: readonly Point[]): Point {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point.x / points.length;
    y += point.y / points.length;
  }
  return { x, y };
}

/** The front is told north to south, so the east is on its left. */
function leftOf(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: dy / length, y: -dx / length };
}
