import { type Point } from '../front/projection.ts';
import { type Layout, type TableSpot } from './layout.ts';
import { type TableModel } from './model.ts';
import { type HallPalette } from './palette.ts';

type Pen = CanvasRenderingContext2D;

/** A cord from one table to another: a cubic curve in units. */
type Cord = Readonly<{ from: Point; out: Point; back: Point; to: Point; isLong: boolean }>;

/** Draws a cord on the floor between tables that one package spans; it runs under the tables between. */
export function drawLinks(
  pen: Pen,
  tables: readonly TableModel[],
  layout: Layout,
  palette: HallPalette,
): void {
  for (const cord of cordsOf(tables, layout)) drawCord(pen, cord, palette);
}

/** Draws the cords' ends and knots, over the tables. */
export function drawKnots(
  pen: Pen,
  tables: readonly TableModel[],
  layout: Layout,
  palette: HallPalette,
): void {
  for (const cord of cordsOf(tables, layout)) {
    for (const end of [cord.from, cord.to]) drawStud(pen, end, palette);
    for (const share of cord.isLong ? [0.12, 0.88] : [0.5]) drawKnot(pen, cord, share, palette);
  }
}

/**
 * Which tables to tie together: what packages link hangs together by as few and as short cords as it takes. A package
 * over five tables takes four, not ten.
 */
export function linksOf(tables: readonly TableModel[], layout: Layout): (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const table of tables) {
    for (const other of table.span) {
      const pair = [table.id, other].toSorted();
      if (other !== table.id) pairs.set(pair.join(' '), [table.id, other]);
    }
  }
  const length = ([one, other]: readonly [string, string]): number => {
    const [from, to] = [layout.spots.get(one), layout.spots.get(other)];
    return from && to ? Math.hypot(to.middle.x - from.middle.x, to.middle.y - from.middle.y) : Infinity;
  };
  const groups = new Map(tables.map((table) => [table.id, table.id]));
  return [...pairs.values()]
    .toSorted((a, b) => length(a) - length(b))
    .filter(([one, other]) => {
      const [mine, theirs] = [groups.get(one), groups.get(other)];
      if (mine === undefined || theirs === undefined || mine === theirs) return false;
      for (const [id, group] of groups) if (group === theirs) groups.set(id, mine);
      return true;
    });
}

function cordsOf(tables: readonly TableModel[], layout: Layout): Cord[] {
  return linksOf(tables, layout).flatMap(([one, other]) => {
    const from = layout.spots.get(one);
    const to = layout.spots.get(other);
    return from && to ? [cordOf(from, to, layout)] : [];
  });
}

/** Cords leave a table at its side, where nobody sits, and keep to the aisles, clear of the captions. */
function cordOf(from: TableSpot, to: TableSpot, layout: Layout): Cord {
  const across = to.middle.x - from.middle.x;
  const sameColumn = Math.abs(across) < layout.cell.w / 4;
  const isLastColumn = from.middle.x > layout.hall.w - layout.cell.w;
  const fromSide = sameColumn ? (isLastColumn ? -1 : 1) : Math.sign(across);
  const toSide = sameColumn ? fromSide : -fromSide;
  const a = { x: from.middle.x + fromSide * (from.radii.w - 5), y: from.middle.y };
  const b = { x: to.middle.x + toSide * (to.radii.w - 5), y: to.middle.y };
  const reach = sameColumn ? 66 : Math.max(30, Math.abs(b.x - a.x) * 0.5);
  const sag = Math.abs(b.y - a.y) < 20 ? 16 : 0;
  return {
    from: a,
    out: { x: a.x + fromSide * reach, y: a.y + sag },
    back: { x: b.x + toSide * reach, y: b.y + sag },
    to: b,
    isLong: Math.abs(across) > layout.cell.w * 1.2,
  };
}

function drawCord(pen: Pen, cord: Cord, palette: HallPalette): void {
  const path = new Path2D();
  path.moveTo(cord.from.x, cord.from.y);
  path.bezierCurveTo(cord.out.x, cord.out.y, cord.back.x, cord.back.y, cord.to.x, cord.to.y);
  pen.save();
  pen.lineCap = 'round';
  pen.strokeStyle = palette.shadow;
  pen.lineWidth = 8;
  pen.stroke(path);
  pen.strokeStyle = palette.brass;
  pen.lineWidth = 4.6;
  pen.stroke(path);
  pen.strokeStyle = palette.brassInk;
  pen.globalAlpha = 0.7;
  pen.lineWidth = 1.4;
  pen.setLineDash([3.2, 4.4]);
  pen.stroke(path);
  pen.restore();
}

function drawStud(pen: Pen, at: Point, palette: HallPalette): void {
  pen.beginPath();
  pen.arc(at.x, at.y, 5, 0, Math.PI * 2);
  pen.fillStyle = palette.brass;
  pen.fill();
  pen.lineWidth = 1.2;
  pen.strokeStyle = palette.brassInk;
  pen.stroke();
}

function drawKnot(pen: Pen, cord: Cord, share: number, palette: HallPalette): void {
  const at = along(cord, share);
  const next = along(cord, share + 0.02);
  pen.save();
  pen.translate(at.x, at.y);
  pen.rotate(Math.atan2(next.y - at.y, next.x - at.x));
  for (const shift of [-4, 4]) {
    pen.beginPath();
    pen.ellipse(shift, 0, 7.5, 5, 0, 0, Math.PI * 2);
    pen.strokeStyle = palette.brassInk;
    pen.lineWidth = 5;
    pen.stroke();
    pen.strokeStyle = palette.brass;
    pen.lineWidth = 2.8;
    pen.stroke();
  }
  pen.restore();
}

function along(cord: Cord, share: number): Point {
  const rest = 1 - share;
  const mix = (axis: 'x' | 'y'): number =>
    rest ** 3 * cord.from[axis] +
    3 * rest ** 2 * share * cord.out[axis] +
    3 * rest * share ** 2 * cord.back[axis] +
    share ** 3 * cord.to[axis];
  return { x: mix('x'), y: mix('y') };
}
