import { drawMark } from './marks.ts';
import { type FrontSector, type FrontWords } from './model.ts';
import { hatchOf } from './ground.ts';
import { type Palette, pipsOf, tensionColour } from './palette.ts';
import { type Box, type Point } from './projection.ts';
import { type Emphasis } from './sectors.ts';

type Pen = CanvasRenderingContext2D;

/** How much a card tells: name, miles and figures, or number and pips only. */
export type CardKind = 'full' | 'brief';

/** A card with its place and the point of the line that it speaks of. */
export type Card = Readonly<{ id: string; box: Box; anchor: Point }>;

const BADGE = 24;

/** Width and height of a sector's card, in CSS pixels; they do not change with its figures. */
export function cardSize(
  pen: Pen,
  sector: FrontSector,
  words: FrontWords,
  kind: CardKind,
  family: string,
): Box {
  if (kind === 'brief') return { x: 0, y: 0, w: 64, h: 23 };
  pen.font = `600 13.5px ${family}`;
  const name = pen.measureText(sector.name).width;
  pen.font = `400 12px ${family}`;
  const miles = pen.measureText(`${sector.miles} ${words.miles}`).width;
  const control = sector.hot ? pen.measureText('100 %').width + 20 : 0;
  return { x: 0, y: 0, w: Math.ceil(BADGE + 9 + Math.max(name, miles + 10 + 46 + control) + 9), h: 38 };
}

/** Draws the thread from a card to its stretch. */
export function drawThread(pen: Pen, card: Card, palette: Palette, emphasis: Emphasis): void {
  const end = nearestOf(card.box, card.anchor);
  pen.save();
  if (emphasis.dimmed) pen.globalAlpha = 0.4;
  pen.lineCap = 'round';
  for (const [colour, width] of [
    [palette.casing, 3] as const,
    [emphasis.selected ? palette.accent : palette.inkQuiet, emphasis.selected ? 1.6 : 1] as const,
  ]) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    pen.moveTo(card.anchor.x, card.anchor.y);
    pen.lineTo(end.x, end.y);
    pen.stroke();
  }
  pen.fillStyle = emphasis.selected ? palette.accent : palette.inkQuiet;
  pen.beginPath();
  pen.arc(card.anchor.x, card.anchor.y, 2, 0, Math.PI * 2);
  pen.fill();
  pen.restore();
}

/** What a card is painted with. */
export type CardPaint = Readonly<{
  number: number; // 1 to 16, north to south
  words: FrontWords;
  palette: Palette;
  family: string;
  dpr: number;
  emphasis: Emphasis;
  kind: CardKind;
}>;

/** Draws a sector's card. */
export function drawCard(pen: Pen, sector: FrontSector, card: Card, paint: CardPaint): void {
  const { palette, emphasis, kind, family } = paint;
  const { x, y, w, h } = card.box;
  const badge = kind === 'full' ? BADGE : 22;
  pen.save();
  const shape = outline(card.box);
  // Not shadowBlur: sixteen of them halve the frame rate of a drag.
  pen.fillStyle = 'rgba(0,0,0,0.09)';
  for (const grow of [1, 2.5])
    pen.fill(outline({ x: x - grow, y: y - grow + 2, w: w + 2 * grow, h: h + 2 * grow }));
  pen.fillStyle = palette.card;
  pen.fill(shape);
  if (emphasis.dimmed) pen.globalAlpha = 0.6;

  pen.save();
  pen.clip(shape);
  pen.fillStyle = tensionColour(palette, sector.tension);
  pen.fillRect(x, y, badge, h);
  pen.restore();
  pen.fillStyle = palette.rampInk;
  pen.font = `700 13px ${family}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(String(paint.number), x + badge / 2, y + h / 2 + 0.5);
  pen.textAlign = 'left';

  if (kind === 'full') drawFigures(pen, sector, card.box, paint);
  else drawPips(pen, sector, { x: x + badge + 6, y: y + h / 2 }, palette, 5);
  drawEdge(pen, shape, card.box, sector.target, palette, emphasis);
  pen.restore();
  if (kind === 'brief') drawCorner(pen, sector, card.box, palette);
}

function outline(box: Box): Path2D {
  const path = new Path2D();
  path.roundRect(box.x, box.y, box.w, box.h, 5);
  return path;
}

function drawFigures(pen: Pen, sector: FrontSector, box: Box, paint: CardPaint): void {
  const { palette, family, words } = paint;
  const left = box.x + BADGE + 9;
  pen.fillStyle = palette.ink;
  pen.font = `600 13.5px ${family}`;
  pen.fillText(sector.name, left, box.y + 12.5);
  pen.font = `400 12px ${family}`;
  pen.fillStyle = palette.inkQuiet;
  const miles = `${sector.miles} ${words.miles}`;
  pen.fillText(miles, left, box.y + 27);
  const after = left + pen.measureText(miles).width + 10;
  drawPips(pen, sector, { x: after, y: box.y + 26.5 }, palette, 6.5);
  if (sector.control === undefined || !sector.hot) return;
  const swatch = after + 46 + 2;
  pen.fillStyle = palette.lands.ukraine;
  pen.fillRect(swatch, box.y + 22, 11, 9);
  const hatch = hatchOf(pen, palette, paint.dpr);
  if (hatch) {
    pen.fillStyle = hatch;
    pen.fillRect(swatch, box.y + 22, 11, 9);
  }
  pen.fillStyle = palette.inkQuiet;
  pen.fillText(`${Math.round(sector.control)} %`, swatch + 15, box.y + 27);
}

/** One to five filled pips. */
function drawPips(pen: Pen, sector: FrontSector, at: Point, palette: Palette, width: number): void {
  const filled = pipsOf(sector.tension);
  for (let pip = 0; pip < 5; pip++) {
    pen.beginPath();
    pen.roundRect(at.x + pip * (width + 2), at.y - 2.5, width, 5, 1.5);
    pen.fillStyle = tensionColour(palette, sector.tension);
    pen.strokeStyle = palette.cardEdge;
    pen.lineWidth = 1;
    if (pip < filled) pen.fill();
    else pen.stroke();
  }
}

function drawEdge(
  pen: Pen,
  shape: Path2D,
  box: Box,
  isTarget: boolean,
  palette: Palette,
  emphasis: Emphasis,
): void {
  pen.strokeStyle = emphasis.selected || emphasis.hovered || emphasis.lit ? palette.accent : palette.cardEdge;
  pen.lineWidth = emphasis.selected || emphasis.lit ? 2.4 : emphasis.hovered ? 1.6 : 1;
  pen.stroke(shape);
  if (!isTarget) return;
  const [gap, arm] = [3.5, 8];
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 2;
  pen.beginPath();
  for (const [x, sx] of [[box.x - gap, 1] as const, [box.x + box.w + gap, -1] as const]) {
    for (const [y, sy] of [[box.y - gap, 1] as const, [box.y + box.h + gap, -1] as const]) {
      pen.moveTo(x + sx * arm, y);
      pen.lineTo(x, y);
      pen.lineTo(x, y + sy * arm);
    }
  }
  pen.stroke();
}

/** On a phone what happens in a sector also shows at the corner of its card. */
function drawCorner(pen: Pen, sector: FrontSector, box: Box, palette: Palette): void {
  if (sector.order) drawMark(pen, 'order', { x: box.x + box.w, y: box.y }, palette, 6.5);
}

/** The point of a box nearest to another point. */
export function nearestOf(box: Box, point: Point): Point {
  return {
    x: Math.min(box.x + box.w, Math.max(box.x, point.x)),
    y: Math.min(box.y + box.h, Math.max(box.y, point.y)),
  };
}
