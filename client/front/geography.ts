/// <reference types="vite/client" />
import frontText from '../../shared/content/geography/front.json?raw';
import geoText from '../../shared/content/geography/geo.json?raw';
import { type Point } from './projection.ts';

/** x, y and then differences, in the units of its file. */
type DeltaLine = readonly number[];
/** Rings of arcs; `~i` is arc `i` walked backwards. */
type ArcPolygon = readonly (readonly number[])[];

type GeoAsset = Readonly<{
  unit: number; // kilometres
  arcs: readonly DeltaLine[];
  countries: readonly { name: string; polygons: readonly ArcPolygon[] }[];
  oblasts: readonly DeltaLine[];
  rivers: readonly DeltaLine[];
  lakes: readonly DeltaLine[];
  graticule: readonly DeltaLine[];
  places: readonly { name: string; at: readonly [number, number]; rank: 1 | 2 | 3; side: Side }[];
  labels: readonly { name: string; at: readonly [number, number]; kind: LabelKind }[];
}>;

type FrontAsset = Readonly<{
  unit: number; // kilometres
  sectors: readonly { id: string; kind: SectorKind; line: DeltaLine; spurs: readonly DeltaLine[] }[];
  occupied: readonly (readonly DeltaLine[])[];
}>;

/** Where a town's name stands: right, left, below, above. */
export type Side = 'r' | 'l' | 'b' | 't';
export type LabelKind = 'large' | 'country' | 'small' | 'part' | 'sea' | 'gulf' | 'water';
/** A land border, a line at sea (an illustration), or the line of contact (dashed and dated). */
export type SectorKind = 'border' | 'sea' | 'contact';
/** How a land is tinted; no tint judges. */
export type Tint = 'nato' | 'russia' | 'belarus' | 'ukraine' | 'other';

export type Place = Readonly<{ name: string; at: Point; rank: 1 | 2 | 3; side: Side }>;
export type MapLabel = Readonly<{ name: string; at: Point; kind: LabelKind }>;
export type SectorLine = Readonly<{
  id: string;
  kind: SectorKind;
  line: readonly Point[];
  spurs: readonly (readonly Point[])[]; // side branches: the two borders of Kaliningrad
}>;

/** The map in kilometres, ready to draw. */
export type Geography = Readonly<{
  tints: ReadonlyMap<Tint, Path2D>;
  countries: ReadonlyMap<string, Path2D>; // by name in capitals, as on its label
  land: Path2D;
  coasts: Path2D;
  borders: Path2D;
  ukraineBorder: Path2D; // the internationally recognised one, on land
  oblasts: Path2D;
  rivers: Path2D;
  lakes: Path2D;
  graticule: Path2D;
  occupied: Path2D;
  places: readonly Place[];
  labels: readonly MapLabel[];
  sectors: readonly SectorLine[];
}>;

/** Members on 1 April 2025. */
const NATO = new Set(
  (
    'Albania,Belgium,Bulgaria,Canada,Croatia,Czechia,Denmark,Estonia,Faroe Islands,Finland,France,Germany,Greece,Hungary,' +
    'Iceland,Italy,Latvia,Lithuania,Luxembourg,Montenegro,Netherlands,North Macedonia,Norway,Poland,Portugal,Romania,' +
    'Slovakia,Slovenia,Spain,Sweden,Türkiye,United Kingdom,United States,Åland'
  ).split(','),
);

let known: Geography | null = null;

/** The geography, decoded once. */
export function geography(): Geography {
  known ??= decode(JSON.parse(geoText) as GeoAsset, JSON.parse(frontText) as FrontAsset);
  return known;
}

function decode(geo: GeoAsset, front: FrontAsset): Geography {
  const pointsOf = (line: DeltaLine): readonly Point[] => placesOf(line, geo.unit);
  const frontPoints = (line: DeltaLine): readonly Point[] => placesOf(line, front.unit);
  const kilometres = ([x, y]: readonly [number, number]): Point => ({ x: x * geo.unit, y: y * geo.unit });
  const arcs = geo.arcs.map(pointsOf);
  const owners = ownersOf(geo.countries.map((country) => country.polygons));
  const ukraine = geo.countries.findIndex((country) => country.name === 'Ukraine');
  const coasts = new Path2D();
  const borders = new Path2D();
  const ukraineBorder = new Path2D();
  for (const [index, arc] of arcs.entries()) {
    const sides = owners.get(index) ?? new Set();
    if (sides.size < 2) trace(coasts, arc);
    else trace(sides.has(ukraine) ? ukraineBorder : borders, arc);
  }

  const land = new Path2D();
  const tints = new Map<Tint, Path2D>();
  const countries = new Map<string, Path2D>();
  for (const country of geo.countries) {
    const path = polygonPath(country.polygons, arcs);
    land.addPath(path);
    countries.set(country.name.toUpperCase(), path);
    const tint = tintOf(country.name);
    const tinted = tints.get(tint) ?? new Path2D();
    tinted.addPath(path);
    tints.set(tint, tinted);
  }

  return {
    tints,
    countries,
    land,
    coasts,
    borders,
    ukraineBorder,
    oblasts: linesPath(geo.oblasts.map(pointsOf)),
    rivers: linesPath(geo.rivers.map(pointsOf)),
    lakes: linesPath(geo.lakes.map(pointsOf), true),
    graticule: linesPath(geo.graticule.map(pointsOf)),
    occupied: linesPath(
      front.occupied.flatMap((area) => area.map(frontPoints)),
      true,
    ),
    places: geo.places.map((place) => ({ ...place, at: kilometres(place.at) })),
    labels: geo.labels.map((label) => ({ ...label, at: kilometres(label.at) })),
    sectors: front.sectors.map((sector) => ({
      id: sector.id,
      kind: sector.kind,
      line: frontPoints(sector.line),
      spurs: sector.spurs.map(frontPoints),
    })),
  };
}

function tintOf(country: string): Tint {
  if (country === 'Russia') return 'russia';
  if (country === 'Belarus') return 'belarus';
  if (country === 'Ukraine') return 'ukraine';
  return NATO.has(country) ? 'nato' : 'other';
}

function placesOf(line: DeltaLine, unit: number): readonly Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (const [index, step] of line.entries()) {
    if (index % 2 === 0) x += step;
    else {
      y += step;
      points.push({ x: x * unit, y: y * unit });
    }
  }
  return points;
}

/** Which shapes use each arc: one side is a coast, two are a border. */
function ownersOf(shapes: readonly (readonly ArcPolygon[])[]): Map<number, Set<number>> {
  const owners = new Map<number, Set<number>>();
  for (const [shape, polygons] of shapes.entries()) {
    for (const reference of polygons.flat(2)) {
      const arc = reference < 0 ? ~reference : reference;
      const sides = owners.get(arc) ?? new Set();
      owners.set(arc, sides.add(shape));
    }
  }
  return owners;
}

function polygonPath(polygons: readonly ArcPolygon[], arcs: readonly (readonly Point[])[]): Path2D {
  const rings = polygons.flat().map((ring) =>
    ring.flatMap((reference) => {
      const arc = arcs[reference < 0 ? ~reference : reference] ?? [];
      return reference < 0 ? arc.toReversed() : arc;
    }),
  );
  return linesPath(rings, true);
}

function linesPath(lines: readonly (readonly Point[])[], closed = false): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    trace(path, line);
    if (closed) path.closePath();
  }
  return path;
}

function trace(path: Path2D, line: readonly Point[]): void {
  for (const [index, { x, y }] of line.entries()) {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
}
