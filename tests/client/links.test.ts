import { describe, expect, test } from 'vitest';
import { layHall } from '../../client/tables/layout.ts';
import { linksOf } from '../../client/tables/links.ts';
import type { TableModel } from '../../client/tables/model.ts';

const IDS = ['A', 'B', 'C', 'D', 'E', 'F'];
const SIZE = { w: 938, h: 662 }; // three tables beside each other, in two rows: A B C over D E F

/** Tables with packages over some of them. */
function hall(...packages: string[]): TableModel[] {
  return IDS.map((id) => ({
    id,
    name: id,
    members: [],
    open: 0,
    agreed: 0,
    inForce: 0,
    waiting: false,
    closed: null,
    span: [...new Set(packages.filter((one) => one.includes(id)).flatMap((one) => one.split('')))].filter(
      (other) => other !== id,
    ),
    papers: [],
  }));
}

function linked(...packages: string[]): string[] {
  const tables = hall(...packages);
  return linksOf(tables, layHall(tables, SIZE))
    .map((pair) => pair.toSorted().join(''))
    .toSorted();
}

describe('cords between tables', () => {
  test('none where no package spans tables', () => expect(linked('A', 'F')).toEqual([]));
  test('one for two tables, however many packages span them', () =>
    expect(linked('AD', 'DA')).toEqual(['AD']));
  test('one less than the tables of a package, each to a neighbour', () => {
    expect(linked('ABDEF')).toHaveLength(4);
    const neighbours = new Set(['AB', 'BC', 'DE', 'EF', 'AD', 'BE', 'CF']);
    expect(linked('ABDEF').filter((pair) => !neighbours.has(pair))).toEqual([]);
  });
  test('packages that share no table are not tied together', () =>
    expect(linked('AB', 'EF')).toEqual(['AB', 'EF']));
  test('far apart and nothing between: one long cord', () => expect(linked('AF')).toEqual(['AF']));
});
