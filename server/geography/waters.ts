import { feature, mesh, transform } from 'topojson-client';
import { planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import { readWaters, type Waters } from './atlas.ts';
import { onMap, type Spot, UNIT } from './projection.ts';
import { isSeen } from './sight.ts';

const DETAIL = 4 / UNIT ** 2; // a bend of less than 4 square kilometres is cut

/** Rivers as lines and lakes as rings, on the map. */
export function watersOf(): { rivers: Spot[][]; lakes: Spot[][] } {
  const atlas = readWaters();
  const placed = transform(atlas.transform ?? null);
  const projected: Waters = {
    type: 'Topology',
    objects: atlas.objects,
    arcs: atlas.arcs.map((arc) =>
      arc.map((step, index) => {
        const [east = 0, north = 0] = placed([step[0] ?? 0, step[1] ?? 0], index > 0);
        return [...onMap([east, north])];
      }),
    ),
  };
  const drawn = simplify(presimplify(projected, planarTriangleArea), DETAIL);
  const rivers = mesh(drawn, drawn.objects.rivers).coordinates;
  const lakes = feature(drawn, drawn.objects.lakes).features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return geometry.coordinates;
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
  });
  return { rivers: seen(rivers), lakes: seen(lakes) };
}

function seen(lines: readonly number[][][]): Spot[][] {
  return lines.filter((line) => line.some(isSeen)).map((line) => line.map(([x = 0, y = 0]): Spot => [x, y]));
}
