import { geoContains } from 'd3-geo';
import { feature, mergeArcs, transform } from 'topojson-client';
import {
  type Filter,
  filter,
  planarRingArea,
  planarTriangleArea,
  presimplify,
  simplify,
} from 'topojson-simplify';
import type { MultiPolygon } from 'topojson-specification';
import { type Country, type Lands, nameOf, readCountries } from './atlas.ts';
import { PART_OF, RENAMED } from './names.ts';
import { onMap, type Place, UNIT } from './projection.ts';
import { coarsenessAt, isSeen } from './sight.ts';

const SIMFEROPOL: Place = [34.1, 44.95];
const DETAIL = 4 / UNIT ** 2; // a corner of less than 4 square kilometres is cut
const LEAST = 12 / UNIT ** 2; // an island of less than 12 square kilometres is left out

/** The lands of Natural Earth in degrees, with the borders of the General Assembly's texts: Crimea is Ukraine's. */
export function recognised(): Lands {
  const atlas = readCountries();
  const shapes = new Map<string, Country[]>();
  for (const shape of atlas.objects.countries.geometries) {
    if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') continue;
    const name = nameOf(shape);
    const owner = PART_OF.get(name) ?? RENAMED.get(name) ?? name;
    shapes.set(owner, [...(shapes.get(owner) ?? []), shape]);
  }

  const russia = parts(shapes.get('Russia'));
  const crimea = russia.filter((part) => geoContains(feature(atlas, part), [...SIMFEROPOL]));
  if (crimea.length !== 1)
    throw new Error(`Simferopol lies in ${crimea.length} parts of Russia; one was to be moved`);
  shapes.set(
    'Russia',
    russia.filter((part) => !crimea.includes(part)),
  );
  shapes.set('Ukraine', [...parts(shapes.get('Ukraine')), ...crimea]);

  const geometries = [...shapes].map(([name, those]): Country => ({
    ...mergeArcs(atlas, parts(those)),
    properties: { name },
  }));
  return inPlaces(atlas, { type: 'GeometryCollection', geometries });
}

/** The same on the map: as fine as it can be looked at, and nothing from where it cannot. */
export function drawn(lands: Lands): Lands {
  const arcs = lands.arcs.map((arc) => arc.map(([east = 0, north = 0]) => [...onMap([east, north])]));
  const fine = keep({ ...lands, arcs }, (corners) => corners.some(isSeen));
  const weighed = presimplify(fine, (triangle) => planarTriangleArea(triangle) / coarsenessAt(triangle[1]));
  return keep(simplify(weighed, DETAIL), (corners) => {
    const least = LEAST * Math.min(...corners.map(coarsenessAt));
    return corners.some(isSeen) && planarRingArea(corners) >= least;
  });
}

/** The lands without those of their parts that do not hold. */
function keep(lands: Lands, holds: (corners: [number, number][]) => boolean): Lands {
  const isKept: Filter = (ring) => holds(cornersOf(lands, ring));
  const { countries } = lands.objects;
  const kept = filter<Lands['objects']>(lands, isKept);
  return { ...kept, objects: { countries: kept.objects.countries as typeof countries } };
}

/** The corners of a ring of arcs; the type of the filter takes the arcs for corners. */
function cornersOf(lands: Lands, arcs: unknown): [number, number][] {
  const { geometry } = feature(lands, { type: 'Polygon', arcs: [arcs as number[]] });
  return (geometry.coordinates[0] ?? []).map(([x = 0, y = 0]) => [x, y]);
}

/** Every polygon by itself. */
function parts(shapes: readonly Country[] = []): MultiPolygon<{ name: string }>[] {
  return shapes.flatMap((shape) =>
    (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs).map((arcs) => ({
      type: 'MultiPolygon' as const,
      arcs: [arcs],
    })),
  );
}

/** A topology whose arcs are written out, place for place. */
function inPlaces(atlas: Lands, countries: Lands['objects']['countries']): Lands {
  const placed = transform(atlas.transform ?? null);
  const arcs = atlas.arcs.map((arc) =>
    arc.map((step, index) => placed([step[0] ?? 0, step[1] ?? 0], index > 0)),
  );
  return { type: 'Topology', objects: { countries }, arcs };
}
