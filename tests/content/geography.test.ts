import { describe, expect, test } from 'vitest';
import front from '../../shared/content/geography/front.json';
import geo from '../../shared/content/geography/geo.json';

type Point = readonly [number, number]; // tenths of a kilometre, x to the east and y to the south

const RADIUS = 63_710; // of the earth, tenths of a kilometre
const CENTRE = { east: 28.5, north: 57.5 }; // of the projection, degrees

/** Lambert's azimuthal equal-area projection, as the map is drawn in. */
function projected(east: number, north: number): Point {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const [dx, y, y0] = [rad(east - CENTRE.east), rad(north), rad(CENTRE.north)];
  const across = Math.cos(y) * Math.cos(dx);
  const k = RADIUS * Math.sqrt(2 / (1 + Math.sin(y0) * Math.sin(y) + Math.cos(y0) * across));
  return [k * Math.cos(y) * Math.sin(dx), -k * (Math.cos(y0) * Math.sin(y) - Math.sin(y0) * across)];
}

function pointsOf(line: readonly number[]): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < line.length; i += 2) {
    x += line[i]!;
    y += line[i + 1]!;
    points.push([x, y]);
  }
  return points;
}

const arcs = geo.arcs.map(pointsOf);
const rings = new Map(
  geo.countries.map(({ name, polygons }) => [
    name,
    polygons
      .flat()
      .map((ring) => ring.flatMap((arc) => (arc < 0 ? (arcs[~arc] ?? []).toReversed() : (arcs[arc] ?? [])))),
  ]),
);

/** Whether a point is inside an odd number of rings. */
function isIn(shapes: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of shapes) {
    for (const [i, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(i + 1) % ring.length]!;
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

/** The countries a point lies in. */
const countriesAt = (at: Point) => [...rings].filter(([, shapes]) => isIn(shapes, at)).map(([name]) => name);
const placeOf = (name: string): Point => {
  const place = geo.places.find((one) => one.name === name);
  if (!place) throw new Error(`${name} is not on the map`);
  return [place.at[0]!, place.at[1]!];
};

describe('borders are those of the texts of the General Assembly', () => {
  test.each<[string, Point]>([
    ['Simferopol', placeOf('Simferopol')],
    ['Sevastopol', placeOf('Sevastopol')],
    ['Kerch', projected(36.44, 45.34)],
    ['Donetsk', placeOf('Donetsk')],
    ['Luhansk', placeOf('Luhansk')],
    ['Mariupol', projected(37.55, 47.13)],
    ['Kherson', placeOf('Kherson')],
    ['Zaporizhzhia', placeOf('Zaporizhzhia')],
  ])('%s lies in Ukraine, and in Ukraine alone', (_name, at) => {
    expect(countriesAt(at)).toEqual(['Ukraine']);
  });

  test('the projection of this test is that of the map', () => {
    const [x, y] = projected(34.1, 44.95);
    expect(Math.hypot(x - placeOf('Simferopol')[0], y - placeOf('Simferopol')[1])).toBeLessThan(50); // 5 km
  });

  test('Kola is Russia’s, and so is Kaliningrad', () => {
    const towns = ['Murmansk', 'Kaliningrad', 'St Petersburg', 'Moscow', 'Belgorod', 'Kursk'];
    expect(towns.map((name) => countriesAt(placeOf(name)))).toEqual(towns.map(() => ['Russia']));
  });
});

describe('nothing is drawn inside the wrong country', () => {
  test.each([
    ['Finland', ['Rovaniemi', 'Oulu', 'Joensuu', 'Helsinki']],
    ['Sweden', ['Stockholm']],
    ['Norway', ['Oslo', 'Kirkenes']],
    ['Estonia', ['Tallinn', 'Narva']],
    ['Latvia', ['Riga', 'Daugavpils']],
    ['Lithuania', ['Vilnius']],
    ['Poland', ['Warsaw']],
    ['Belarus', ['Minsk', 'Brest', 'Gomel']],
    ['Ukraine', ['Kyiv', 'Lviv', 'Chernihiv', 'Sumy', 'Kharkiv', 'Dnipro', 'Odesa']],
    ['Moldova', ['Chișinău']],
    ['Romania', ['Bucharest', 'Constanța']],
    ['Russia', ['Pskov', 'Petrozavodsk', 'Smolensk', 'Voronezh', 'Arkhangelsk']],
  ])('the towns of %s', (country, towns) => {
    expect(towns.map((town) => [town, ...countriesAt(placeOf(town))])).toEqual(
      towns.map((town) => [town, country]),
    );
  });

  test('a country’s name stands in it', () => {
    const names = geo.labels.filter(({ kind }) => ['large', 'country', 'small'].includes(kind));
    const wrong = names.filter(({ name, at }) => countriesAt([at[0]!, at[1]!])[0]?.toUpperCase() !== name);
    expect(names.length).toBeGreaterThan(15);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('the name of Crimea stands in Ukraine, that of Kaliningrad in Russia', () => {
    const at = (begin: string): Point => {
      const label = geo.labels.find(({ name }) => name.startsWith(begin));
      return [label!.at[0]!, label!.at[1]!];
    };
    expect(countriesAt(at('CRIMEA'))).toEqual(['Ukraine']);
    expect(countriesAt(at('KALININGRAD'))).toEqual(['Russia']);
  });

  test('the line of contact runs through Ukraine, and along its border where there is no other', () => {
    const contact = front.sectors.filter((sector) => sector.kind === 'contact');
    expect(contact.map(({ id }) => id)).toEqual(['KHA', 'DON', 'ZAP', 'KHE']);
    for (const { line } of contact) {
      const points = pointsOf(line);
      const inside = points.filter((at) => countriesAt(at).includes('Ukraine'));
      expect(inside.length / points.length).toBeGreaterThan(0.6);
    }
  });
});
