import { type Point, type View, toScreen } from '../front/projection.ts';
import { type TableSpot } from './layout.ts';
import { type TableModel, type TablesWords } from './model.ts';
import { type HallPalette } from './palette.ts';

type Pen = CanvasRenderingContext2D;

/** Draws a table's name and its figures below it, in CSS pixels. */
export function drawCaption(
  pen: Pen,
  table: TableModel,
  spot: TableSpot,
  view: View,
  words: TablesWords,
  palette: HallPalette,
  family: string,
  emphasis: Readonly<{ selected: boolean; width: number }>,
): void {
  const at = toScreen(view, spot.title);
  const size = Math.max(13, 15.5 * view.scale);
  pen.save();
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.font = `650 ${size}px ${family}`;
  const name = shorten(pen, table.name, emphasis.width);
  pen.strokeStyle = palette.halo;
  pen.lineWidth = 3.5;
  pen.strokeText(name, at.x, at.y);
  pen.fillStyle = emphasis.selected ? palette.chosen : palette.ink;
  pen.fillText(name, at.x, at.y);
  if (emphasis.selected) {
    const half = pen.measureText(name).width / 2;
    pen.fillStyle = palette.brass;
    pen.fillRect(at.x - half, at.y + size * 0.62, half * 2, 2);
  }
  if (table.closed) {
    const line = Math.max(12, 12.5 * view.scale);
    pen.font = `400 ${line}px ${family}`;
    pen.lineWidth = 3;
    const told = shorten(pen, table.closed, emphasis.width);
    pen.strokeText(told, at.x, at.y + size * 1.36);
    pen.fillStyle = palette.inkQuiet;
    pen.fillText(told, at.x, at.y + size * 1.36);
    pen.restore();
    return;
  }
  drawFigures(
    pen,
    table,
    { x: at.x, y: at.y + size * 1.36 },
    words,
    palette,
    family,
    emphasis.width,
    Math.max(12, 12.5 * view.scale),
  );
  pen.restore();
}

function drawFigures(
  pen: Pen,
  table: TableModel,
  at: Point,
  words: TablesWords,
  palette: HallPalette,
  family: string,
  width: number,
  size: number,
): void {
  const grow = size / 12;
  const figures = (
    [
      ['open', table.open, words.open],
      ['agreed', table.agreed, words.agreed],
      ['inForce', table.inForce, words.inForce],
    ] as const
  ).filter(([, count]) => count > 0);
  pen.font = `400 ${size}px ${family}`;
  pen.textAlign = 'left';
  const wordsOf = (isBrief: boolean): { kind: FigureKind; text: string; w: number }[] =>
    figures.map(([kind, count, word]) => {
      const text = isBrief ? String(count) : `${count} ${word}`;
      return { kind, text, w: 15 * grow + pen.measureText(text).width };
    });
  const widthOf = (items: readonly { w: number }[]): number =>
    items.reduce((sum, item) => sum + item.w + 12, -12);
  const whole = wordsOf(false);
  const items = widthOf(whole) > width ? wordsOf(true) : whole;
  let x = at.x - widthOf(items) / 2;
  for (const item of items) {
    drawGlyph(pen, item.kind, { x: x + 5 * grow, y: at.y }, palette, grow);
    pen.strokeStyle = palette.halo;
    pen.lineWidth = 3;
    pen.strokeText(item.text, x + 14 * grow, at.y + 0.5);
    pen.fillStyle = palette.inkQuiet;
    pen.fillText(item.text, x + 14 * grow, at.y + 0.5);
    x += item.w + 12;
  }
}

type FigureKind = 'open' | 'agreed' | 'inForce';

/** An empty sheet, a sealed sheet, a ticked disc. */
function drawGlyph(pen: Pen, kind: FigureKind, at: Point, palette: HallPalette, grow: number): void {
  pen.save();
  pen.translate(at.x, at.y);
  pen.scale(grow, grow);
  pen.strokeStyle = palette.brass;
  pen.fillStyle = palette.brass;
  pen.lineWidth = 1.3;
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  pen.beginPath();
  if (kind === 'inForce') {
    pen.arc(0, 0, 5.4, 0, Math.PI * 2);
    pen.fill();
    pen.strokeStyle = palette.brassInk;
    pen.lineWidth = 1.7;
    pen.beginPath();
    pen.moveTo(-2.6, 0.2);
    pen.lineTo(-0.7, 2.2);
    pen.lineTo(2.8, -2);
    pen.stroke();
  } else {
    pen.rect(-4, -5.2, 8, 10.4);
    pen.stroke();
    if (kind === 'agreed') {
      pen.beginPath();
      pen.arc(1.4, 2.4, 2.6, 0, Math.PI * 2);
      pen.fill();
    } else {
      pen.beginPath();
      pen.moveTo(-2, -2);
      pen.lineTo(2, -2);
      pen.moveTo(-2, 0.6);
      pen.lineTo(2, 0.6);
      pen.stroke();
    }
  }
  pen.restore();
}

/** A brass tag across the near rim: something here waits for me. */
export function drawWaiting(
  pen: Pen,
  spot: TableSpot,
  view: View,
  words: string,
  palette: HallPalette,
  family: string,
): void {
  const at = toScreen(view, { x: spot.middle.x, y: spot.middle.y + spot.radii.h - 7 });
  const size = Math.max(11, 12 * view.scale);
  pen.save();
  pen.font = `650 ${size}px ${family}`;
  const [w, h] = [pen.measureText(words).width + size * 2.3, size * 1.6];
  const left = at.x - w / 2;
  pen.shadowColor = palette.shadow;
  pen.shadowBlur = 8;
  pen.shadowOffsetY = 2;
  pen.fillStyle = palette.brass;
  pen.beginPath();
  // Notched at both ends, so that its outline is like nothing else on the table.
  pen.moveTo(left, at.y - h / 2);
  pen.lineTo(left + w, at.y - h / 2);
  pen.lineTo(left + w - h * 0.32, at.y);
  pen.lineTo(left + w, at.y + h / 2);
  pen.lineTo(left, at.y + h / 2);
  pen.lineTo(left + h * 0.32, at.y);
  pen.closePath();
  pen.fill();
  pen.shadowColor = 'transparent';
  pen.fillStyle = palette.brassInk;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(words, at.x, at.y + 0.5);
  pen.restore();
}

function shorten(pen: Pen, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  let short = text;
  while (short.length > 1 && pen.measureText(`${short}…`).width > width) short = short.slice(0, -1).trimEnd();
  return `${short}…`;
}
