import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeGeography } from '../../server/geography/geography.ts';
import { onMap } from '../../server/geography/projection.ts';
import front from '../../shared/content/geography/front.json';
import geo from '../../shared/content/geography/geo.json';
import { SECTOR_RULES } from '../../shared/content/sectors.ts';

type Point = readonly [number, number]; // units of the map, x to the east and y to the south

const FOLDER = new URL('../../shared/content/geography/', import.meta.url);

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
/** The countries around a point, within three kilometres. */
const beside = ([x, y]: Point): ReadonlySet<string> => {
  const steps = [-12, -8, 0, 8, 12];
  return new Set(steps.flatMap((dx) => steps.flatMap((dy) => countriesAt([x + dx, y + dy]))));
};
const placeOf = (name: string): Point => {
  const place = geo.places.find((one) => one.name === name);
  if (!place) throw new Error(`${name} is not on the map`);
  return [place.at[0]!, place.at[1]!];
};

describe('the files are what the script makes of its sources', () => {
  test.each(Object.entries(makeGeography()))('%s', (name, text) => {
    expect(readFileSync(new URL(name, FOLDER), 'utf8') === text).toBe(true); // to see how: npm run geography, git diff
  });
});

describe('lengths', () => {
  const miles = (id: string) => front.sectors.find((sector) => sector.id === id)?.miles ?? NaN;

  test('the Finnish sectors are 830 miles together', () => {
    expect(miles('LAP') + miles('KAI') + miles('NKA') + miles('KYM')).toBe(830);
  });

  test.each(SECTOR_RULES.map((sector) => [sector.id, sector.miles] as const))(
    '%s is %i miles, as the game has it',
    (id, told) => {
      expect(Math.abs(miles(id) - told)).toBeLessThanOrEqual(1);
    },
  );
});

describe('borders are those of the texts of the General Assembly', () => {
  test.each<[string, Point]>([
    ['Simferopol', placeOf('Simferopol')],
    ['Sevastopol', placeOf('Sevastopol')],
    ['Kerch', onMap([36.44, 45.34])],
    ['Donetsk', placeOf('Donetsk')],
    ['Luhansk', placeOf('Luhansk')],
    ['Mariupol', onMap([37.55, 47.13])],
    ['Kherson', placeOf('Kherson')],
    ['Zaporizhzhia', placeOf('Zaporizhzhia')],
  ])('%s lies in Ukraine, and in Ukraine alone', (_name, at) => {
    expect(countriesAt(at)).toEqual(['Ukraine']);
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

  test('what is drawn by hand says so: lines at sea and of contact, and no other', () => {
    const parts = (share: string) =>
      front.sectors.filter(({ byHand }) => byHand === share).map(({ id }) => id);
    expect(parts('whole')).toEqual(['DON', 'ZAP', 'KHE', 'CRI']);
    expect(parts('part')).toEqual(['KOL', 'NAR', 'KHA']); // Varanger and the Gulf of Finland; the line's two ends
    expect(front.sectors.filter(({ kind, byHand }) => kind === 'contact' && byHand === 'none')).toEqual([]);
  });

  test('a border sector keeps to the border: beside each of its points lie two countries', () => {
    for (const { id, kind, byHand, line } of front.sectors) {
      if (kind !== 'border' || byHand !== 'none') continue;
      const alone = pointsOf(line)
        .slice(1, -1)
        .filter((at) => beside(at).size < 2);
      expect([id, alone]).toEqual([id, []]);
    }
  });

  test('the line of contact runs through Ukraine or along its border, or over water', () => {
    const contact = front.sectors.filter((sector) => sector.kind === 'contact');
    expect(contact.map(({ id }) => id)).toEqual(['KHA', 'DON', 'ZAP', 'KHE']);
    for (const { id, line } of contact) {
      const abroad = pointsOf(line).filter((at) => beside(at).size > 0 && !beside(at).has('Ukraine'));
      expect([id, abroad]).toEqual([id, []]);
    }
  });
});
