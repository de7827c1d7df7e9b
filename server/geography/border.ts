import { mesh } from 'topojson-client';
import { type Lands, nameOf } from './atlas.ts';

type Pair = readonly [number, number];

/** The border of two lands, as far as it goes without a gap. */
export function borderOf(lands: Lands, [one, other]: readonly [string, string]): Pair[][] {
  const geometries = lands.objects.countries.geometries.filter((shape) =>
    [one, other].includes(nameOf(shape)),
  );
  if (geometries.length !== 2) throw new Error(`no border: ${one} and ${other} are not both on the map`);
  const lines = mesh(lands, { type: 'GeometryCollection', geometries }, (left, right) => left !== right);
  return lines.coordinates.map((line) => line.map(([x = 0, y = 0]): Pair => [x, y]));
}

/** The stretch of a border between the two of its points that are nearest to two others. */
export function stretchOf(lines: readonly Pair[][], from: Pair, to: Pair): Pair[] {
  let best: { line: readonly Pair[]; from: number; to: number; off: number } | null = null;
  for (const line of lines) {
    const [begin, end] = [nearest(line, from), nearest(line, to)];
    const off = begin.off + end.off;
    if (!best || off < best.off) best = { line, from: begin.index, to: end.index, off };
  }
  if (!best) throw new Error('the border has no line');
  const stretch = best.line.slice(Math.min(best.from, best.to), Math.max(best.from, best.to) + 1);
  return best.from > best.to ? stretch.toReversed() : stretch;
}

function nearest(line: readonly Pair[], [x, y]: Pair): { index: number; off: number } {
  let least = { index: 0, off: Infinity };
  for (const [index, point] of line.entries()) {
    const off = Math.hypot(point[0] - x, point[1] - y);
    if (off < least.off) least = { index, off };
  }
  return least;
}
