import { geoAzimuthalEqualArea, geoLength } from 'd3-geo';

/** Degrees east and north. */
export type Place = readonly [number, number];
/** On the map: units east and south of its centre. */
export type Spot = readonly [number, number];

/** Of the projection, degrees east and north. */
export const CENTRE: Place = [28.5, 57.5];
/** Kilometres in a unit of the map. */
export const UNIT = 0.25;

const EARTH = 6371; // km, radius
const MILE = 1.609344; // km

const project = geoAzimuthalEqualArea()
  .rotate([-CENTRE[0], -CENTRE[1]])
  .translate([0, 0])
  .scale(EARTH / UNIT);

/** Lambert's azimuthal equal-area projection: lands keep their sizes. */
export function onMap(place: Place): Spot {
  const spot = project([place[0], place[1]]);
  if (!spot) throw new Error(`${place.join(', ')} is nowhere on the map`);
  return spot;
}

/** The length on the ground of a line, in miles. */
export function milesOf(line: readonly Place[]): number {
  const coordinates = line.map(([east, north]) => [east, north]);
  return (geoLength({ type: 'LineString', coordinates }) * EARTH) / MILE;
}

/** A line as the map keeps it: its first spot in whole units, and then differences; no spot twice. */
export function written(line: readonly Spot[]): number[] {
  const numbers: number[] = [];
  let [x, y] = [0, 0];
  for (const spot of line) {
    const [dx, dy] = [Math.round(spot[0]) - x, Math.round(spot[1]) - y];
    if (numbers.length > 0 && dx === 0 && dy === 0) continue;
    numbers.push(dx, dy);
    x += dx;
    y += dy;
  }
  return numbers;
}
