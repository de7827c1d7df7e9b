import { type Box, type Point, type Size, type View } from '../front/projection.ts';
import { type TableModel } from './model.ts';

/** How the tables stand in the hall, in units: a cell is 300 wide. */
export type Layout = Readonly<{
  columns: number;
  cell: Size;
  hall: Size; // all cells
  spots: ReadonlyMap<string, TableSpot>;
}>;

/** One table: its middle, its half axes, and where its members sit. */
export type TableSpot = Readonly<{
  cell: Box; // with chairs and caption
  middle: Point;
  radii: Size; // half axes of the oval
  chairs: readonly Chair[]; // in the order of the members
  title: Point; // middle of the line
}>;

/** A chair and the way it faces away from the table. */
export type Chair = Readonly<{ at: Point; out: Point }>;

const CELL = 300; // units
const PAD = 16; // of the carpet around the cells
const FLAT = 58; // the flattest table's upright half axis
const CHAIR = 24; // from the rim to the middle of a chair
const PHONE = 620; // CSS pixels
/** Where members sit, in degrees clockwise from the right. */
const ANGLES: Readonly<Record<number, readonly number[]>> = {
  1: [-90],
  2: [-90, 90],
  3: [-146, -34, 90],
  4: [-140, -40, 140, 40],
  5: [-150, -90, -30, 140, 40],
  6: [-148, -90, -32, 148, 90, 32],
};

/** Lays the hall out for a screen: two columns on a phone, else as large as the tables can be. */
export function layHall(tables: readonly TableModel[], size: Size): Layout {
  const columns = columnsFor(tables.length, size);
  const rows = Math.max(1, Math.ceil(tables.length / columns));
  let scale = size.w / (columns * CELL + 2 * PAD);
  let needs = needsAt(scale);
  if (size.w >= PHONE) {
    scale = Math.min(scale, size.h / (rows * needs.cell + 2 * PAD));
    needs = needsAt(scale);
  }
  // A tall cell makes a rounder table.
  const tall = (size.h / scale - 2 * PAD) / rows;
  const cell = { w: CELL, h: Math.min(needs.cell + 110, Math.max(needs.cell, tall)) };
  const spare = cell.h - needs.cell;
  const radii = { w: 100, h: FLAT + Math.min(32, spare * 0.42) };
  const spots = new Map<string, TableSpot>();
  for (const [index, table] of tables.entries()) {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, tables.length - row * columns);
    const column = (index % columns) + (columns - inRow) / 2;
    const left = PAD + column * CELL;
    const top = PAD + row * cell.h;
    const slack = cell.h - needs.cell - 2 * (radii.h - FLAT); // shared above and below
    const middle = { x: left + CELL / 2, y: top + slack / 2 + needs.above + radii.h };
    spots.set(table.id, {
      cell: { x: left, y: top, ...cell },
      middle,
      radii,
      chairs: chairsOf(table.members.length, middle, radii),
      title: { x: middle.x, y: top + cell.h - slack / 2 - needs.caption },
    });
  }
  return { columns, cell, hall: { w: columns * CELL + 2 * PAD, h: rows * cell.h + 2 * PAD }, spots };
}

/** Heights in units at a scale: type does not shrink with the tables. */
function needsAt(scale: number): { cell: number; above: number; caption: number } {
  const plate = Math.max(17, 15 / scale);
  const chair = CHAIR + 20; // from the rim to the plate beyond the flag
  const above = 6 + plate + chair;
  const caption = Math.max(34, 31 / scale);
  return { above, caption, cell: above + 2 * FLAT + chair + plate + 15 / scale + caption };
}

function columnsFor(count: number, size: Size): number {
  if (size.w < PHONE) return Math.min(2, count);
  let [best, scale] = [1, 0];
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const fits = Math.min(size.w / columns / CELL, size.h / rows / 310);
    // Full rows look better than a gap at the end.
    const worth = fits * (count % columns === 0 ? 1.12 : 1);
    if (worth > scale) [best, scale] = [columns, worth];
  }
  return best;
}

function chairsOf(count: number, middle: Point, radii: Size): Chair[] {
  const angles =
    ANGLES[count] ?? Array.from({ length: count }, (_chair, index) => (index * 360) / count - 90);
  return angles.map((degrees) => {
    const turn = (degrees * Math.PI) / 180;
    const out = { x: Math.cos(turn), y: Math.sin(turn) };
    return { at: { x: middle.x + out.x * (radii.w + CHAIR), y: middle.y + out.y * (radii.h + CHAIR) }, out };
  });
}

/** The view that shows the hall: whole, or as wide as a phone and scrolled. */
export function hallView(layout: Layout, size: Size): View {
  const byWidth = size.w / layout.hall.w;
  const scale = size.w < PHONE ? byWidth : Math.min(byWidth, size.h / layout.hall.h);
  const spare = { w: size.w - layout.hall.w * scale, h: size.h - layout.hall.h * scale };
  return { angle: 0, scale, x: spare.w / 2, y: Math.max(0, spare.h / 2) };
}

/** A paper's place on its table, in units. */
export type PaperSpot = Readonly<{ at: Point; size: Size; turn: number }>;

const SHOWN = 4; // papers; more lie under these

/** Where the first papers lie on a table; a paper's size follows the felt. */
export function paperSpots(spot: TableSpot, count: number): PaperSpot[] {
  const shown = Math.min(SHOWN, count);
  const h = spot.radii.h * 0.96;
  const w = Math.min(h * 0.74, 138 / Math.max(2.4, shown));
  return Array.from({ length: shown }, (_paper, index) => {
    const from = index - (shown - 1) / 2;
    return {
      at: { x: spot.middle.x + from * (w + 5), y: spot.middle.y - 3 + Math.abs(from) * 1.5 },
      size: { w, h: Math.min(h, w * 1.36) },
      turn: from * 0.035 + (index % 2 === 0 ? -0.02 : 0.025),
    };
  });
}
