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
import { onMap, type Place, type Spot, UNIT } from './projection.ts';
import { alongFront } from './sectors.ts';

const SIMFEROPOL: Place = [34.1, 44.95];
const SEEN = 2_700 / UNIT; // what can be dragged into sight, units from the centre each way
const NEAR = 500 / UNIT; // what is looked at closely, units from the front
const DETAIL = 4 / UNIT ** 2; // a corner of less than 4 square kilometres is cut
const LEAST = 12 / UNIT ** 2; // an island of less than 12 square kilometres is left out
const COARSER = { near: 1, seen: 10, far: 2_500 }; // times, for both

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
  const front = alongFront().map(onMap);
  const coarseness = (spot: Spot): number => {
    if (!isSeen(spot)) return COARSER.far;
    return front.some((at) => Math.hypot(at[0] - spot[0], at[1] - spot[1]) < NEAR)
      ? COARSER.near
      : COARSER.seen;
  };
  const arcs = lands.arcs.map((arc) => arc.map(([east = 0, north = 0]) => [...onMap([east, north])]));
  const weighed = presimplify(
    { ...lands, arcs },
    (triangle) => planarTriangleArea(triangle) / coarseness(triangle[1]),
  );
  const coarse = simplify(weighed, DETAIL);
  const isShown: Filter = (ring) => {
    const corners = cornersOf(coarse, ring);
    const most = Math.min(...corners.map(coarseness));
    return corners.some(isSeen) && planarRingArea(corners) >= LEAST * most;
  };
  const { countries } = coarse.objects;
  const shown = filter<Lands['objects']>(coarse, isShown);
  return { ...shown, objects: { countries: shown.objects.countries as typeof countries } };
}

/** The corners of a ring of arcs; the type of the filter takes the arcs for corners. */
function cornersOf(lands: Lands, arcs: unknown): [number, number][] {
  const { geometry } = feature(lands, { type: 'Polygon', arcs: [arcs as number[]] });
  return (geometry.coordinates[0] ?? []).map(([x = 0, y = 0]) => [x, y]);
}

/** Whether a spot can be dragged into sight. */
export function isSeen([x = 0, y = 0]: readonly number[]): boolean {
  return Math.abs(x) < SEEN && Math.abs(y) < SEEN;
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
