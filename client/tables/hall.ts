import { type Box, type Point, type Size, type View } from '../front/projection.ts';
import { type Layout, type TableSpot } from './layout.ts';
import { drawKnots, drawLinks } from './links.ts';
import { type TableModel } from './model.ts';
import { type HallPalette } from './palette.ts';

type Pen = CanvasRenderingContext2D;

/** What the hall is painted from. */
export type Hall = Readonly<{
  size: Size; // of the picture, CSS pixels
  view: View; // in the coordinates of the picture
  layout: Layout;
  tables: readonly TableModel[];
  palette: HallPalette;
}>;

/** How much is seen of a table that is not open yet. */
const CLOSED = 0.35;

/** Paints what does not move: floor, carpet, light, cords, chairs and tables. Once for each view. */
export function paintHall(pen: Pen, { size, view, layout, tables, palette }: Hall): void {
  pen.fillStyle = palette.floor;
  pen.fillRect(0, 0, size.w, size.h);
  pen.save();
  pen.translate(view.x, view.y);
  pen.scale(view.scale, view.scale);
  paintFloor(pen, size, view, palette);
  paintCarpet(pen, layout, palette);
  const isOpen = ([id]: readonly [string, TableSpot]) => !tables.find((table) => table.id === id)?.closed;
  const open = [...layout.spots].filter(isOpen).map(([, spot]) => spot);
  const closed = [...layout.spots].filter((entry) => !isOpen(entry)).map(([, spot]) => spot);
  for (const spot of open) paintLight(pen, spot, palette);
  pen.restore();
  paintDusk(pen, size, palette);
  pen.save();
  pen.translate(view.x, view.y);
  pen.scale(view.scale, view.scale);
  pen.globalAlpha = CLOSED;
  for (const spot of closed) paintPlace(pen, spot, palette, view);
  pen.globalAlpha = 1;
  for (const spot of open) for (const chair of spot.chairs) paintChair(pen, chair.at, chair.out, palette);
  drawLinks(pen, tables, layout, palette);
  for (const spot of open) paintTable(pen, spot, palette, view);
  drawKnots(pen, tables, layout, palette);
  pen.restore();
}

/** A table with its chairs. */
function paintPlace(pen: Pen, spot: TableSpot, palette: HallPalette, view: View): void {
  for (const chair of spot.chairs) paintChair(pen, chair.at, chair.out, palette);
  paintTable(pen, spot, palette, view);
}

/** A herringbone floor. */
function paintFloor(pen: Pen, size: Size, view: View, palette: HallPalette): void {
  const step = 26; // units
  const from = toUnits(view, { x: 0, y: 0 });
  const to = toUnits(view, { x: size.w, y: size.h });
  pen.strokeStyle = palette.board;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let x = Math.floor(from.x / step) * step; x < to.x + step; x += step) {
    const isOdd = Math.round(x / step) % 2 !== 0;
    for (let y = Math.floor(from.y / step) * step - step; y < to.y + step; y += step / 2) {
      pen.moveTo(x, isOdd ? y : y + step);
      pen.lineTo(x + step, isOdd ? y + step : y);
    }
    pen.moveTo(x, from.y);
    pen.lineTo(x, to.y);
  }
  pen.stroke();
}

function toUnits(view: View, at: Point): Point {
  return { x: (at.x - view.x) / view.scale, y: (at.y - view.y) / view.scale };
}

function paintCarpet(pen: Pen, layout: Layout, palette: HallPalette): void {
  const carpet: Box = { x: 5, y: 5, w: layout.hall.w - 10, h: layout.hall.h - 10 };
  pen.save();
  pen.beginPath();
  pen.roundRect(carpet.x, carpet.y, carpet.w, carpet.h, 18);
  pen.shadowColor = palette.shadow;
  pen.shadowBlur = 24;
  pen.fillStyle = palette.carpet;
  pen.fill();
  pen.shadowColor = 'transparent';
  pen.clip();
  pen.strokeStyle = palette.weave;
  pen.lineWidth = 1.2;
  pen.beginPath();
  const tile = 30;
  for (let x = carpet.x; x < carpet.x + carpet.w + tile; x += tile) {
    for (let y = carpet.y; y < carpet.y + carpet.h + tile; y += tile) {
      pen.moveTo(x, y - tile / 2);
      pen.lineTo(x + tile / 2, y);
      pen.lineTo(x, y + tile / 2);
      pen.lineTo(x - tile / 2, y);
      pen.closePath();
    }
  }
  pen.stroke();
  pen.restore();
  pen.strokeStyle = palette.trim;
  for (const [inset, width] of [[7, 2] as const, [12, 0.8] as const]) {
    pen.lineWidth = width;
    pen.beginPath();
    pen.roundRect(carpet.x + inset, carpet.y + inset, carpet.w - 2 * inset, carpet.h - 2 * inset, 14);
    pen.stroke();
  }
}

/** A lamp over each table. */
function paintLight(pen: Pen, spot: TableSpot, palette: HallPalette): void {
  const { x, y } = spot.middle;
  pen.save();
  pen.translate(x, y);
  pen.scale(1, (spot.radii.h + 60) / (spot.radii.w + 40));
  const reach = spot.radii.w + 52;
  const light = pen.createRadialGradient(0, 0, reach * 0.3, 0, 0, reach);
  light.addColorStop(0, palette.light);
  light.addColorStop(1, 'rgba(255,255,255,0)');
  pen.fillStyle = light;
  pen.fillRect(-reach, -reach, 2 * reach, 2 * reach);
  pen.restore();
}

function paintDusk(pen: Pen, size: Size, palette: HallPalette): void {
  const reach = Math.hypot(size.w, size.h) / 2;
  const dusk = pen.createRadialGradient(size.w / 2, size.h / 2, reach * 0.45, size.w / 2, size.h / 2, reach);
  dusk.addColorStop(0, 'rgba(0,0,0,0)');
  dusk.addColorStop(1, palette.dusk);
  pen.fillStyle = dusk;
  pen.fillRect(0, 0, size.w, size.h);
}

/** A chair from above: a seat and the arc of its back, turned to the table. */
function paintChair(pen: Pen, at: Point, out: Point, palette: HallPalette): void {
  pen.save();
  pen.translate(at.x, at.y);
  pen.rotate(Math.atan2(out.y, out.x));
  pen.shadowColor = palette.shadow;
  pen.shadowBlur = 6;
  pen.fillStyle = palette.chair;
  pen.beginPath();
  pen.roundRect(-20, -21, 41, 42, 13);
  pen.fill();
  pen.shadowColor = 'transparent';
  pen.strokeStyle = palette.chairEdge;
  pen.lineWidth = 1;
  pen.stroke();
  pen.lineWidth = 5;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.arc(-1, 0, 24, -0.85, 0.85);
  pen.stroke();
  pen.restore();
}

function paintTable(pen: Pen, spot: TableSpot, palette: HallPalette, view: View): void {
  const { x, y } = spot.middle;
  const { w, h } = spot.radii;
  pen.save();
  pen.shadowColor = palette.shadow;
  pen.shadowBlur = 16 * view.scale;
  pen.shadowOffsetY = 7 * view.scale;
  const wood = pen.createLinearGradient(x - w, y - h, x + w, y + h);
  for (const [index, colour] of palette.wood.entries()) wood.addColorStop(index / 2, colour);
  pen.fillStyle = wood;
  ellipse(pen, spot, 0);
  pen.fill();
  pen.shadowColor = 'transparent';

  ellipse(pen, spot, 0);
  pen.clip();
  pen.strokeStyle = palette.grain;
  pen.lineWidth = 0.8;
  pen.beginPath();
  for (let line = -h; line < h; line += 4.2) {
    const bow = Math.sin(line * 0.7) * 3;
    pen.moveTo(x - w, y + line);
    pen.bezierCurveTo(x - w * 0.4, y + line + bow, x + w * 0.4, y + line - bow, x + w, y + line + bow * 0.5);
  }
  pen.stroke();
  pen.restore();

  pen.strokeStyle = palette.rim;
  pen.lineWidth = 1.4;
  ellipse(pen, spot, 2.5);
  pen.stroke();
  const felt = pen.createRadialGradient(x, y - h * 0.2, 4, x, y, w * 0.8);
  felt.addColorStop(0, palette.felt[0]);
  felt.addColorStop(1, palette.felt[1]);
  pen.fillStyle = felt;
  ellipse(pen, spot, 14);
  pen.fill();
  pen.strokeStyle = palette.feltEdge;
  pen.lineWidth = 1;
  pen.stroke();
}

function ellipse(pen: Pen, spot: TableSpot, inset: number): void {
  pen.beginPath();
  pen.ellipse(spot.middle.x, spot.middle.y, spot.radii.w - inset, spot.radii.h - inset, 0, 0, Math.PI * 2);
}
