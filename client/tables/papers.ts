import { type Point } from '../front/projection.ts';
import { type Insignia, drawShape } from './insignia.ts';
import { type PaperSpot } from './layout.ts';
import { type TablePaper } from './model.ts';
import { type HallPalette } from './palette.ts';

type Pen = CanvasRenderingContext2D;

/** How far a seal has fallen (1 lies on the paper), by `paper seat`; those not named lie. */
export type Falling = ReadonlyMap<string, number>;

/** The key of a seal while it falls. */
export function sealKey(paper: string, seat: string): string {
  return `${paper} ${seat}`;
}

/** What papers are drawn with. */
export type PaperPaint = Readonly<{
  palette: HallPalette;
  insignia: (seat: string) => Insignia;
  family: string;
  scale: number; // CSS pixels a unit
  falling: Falling;
  hovered: string | null;
}>;

/** Draws a paper in units: its lines or its title, and a seal for each seat that has to sign. */
export function drawPaper(pen: Pen, paper: TablePaper, spot: PaperSpot, paint: PaperPaint): void {
  const { palette, scale } = paint;
  const { w, h } = spot.size;
  pen.save();
  pen.translate(spot.at.x, spot.at.y);
  pen.rotate(spot.turn);
  pen.shadowColor = palette.shadow;
  pen.shadowBlur = 5 * scale;
  pen.shadowOffsetY = 2 * scale;
  pen.fillStyle = palette.paper;
  pen.beginPath();
  pen.roundRect(-w / 2, -h / 2, w, h, 1.5);
  pen.fill();
  pen.shadowColor = 'transparent';
  const isHovered = paint.hovered === paper.id;
  pen.strokeStyle = isHovered ? palette.brass : palette.paperEdge;
  pen.lineWidth = isHovered ? 2 : 0.8;
  pen.stroke();
  if (w * scale > 62) drawTitle(pen, paper.title, spot, paint);
  else drawLines(pen, spot, palette);
  drawSeals(pen, paper, spot, paint);
  pen.restore();
}

function drawLines(pen: Pen, spot: PaperSpot, palette: HallPalette): void {
  const { w, h } = spot.size;
  pen.lineCap = 'round';
  pen.strokeStyle = palette.paperInk;
  pen.lineWidth = 1.4;
  pen.beginPath();
  pen.moveTo(-w * 0.3, -h * 0.37);
  pen.lineTo(w * 0.3, -h * 0.37);
  pen.stroke();
  pen.strokeStyle = palette.paperLine;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const [index, length] of [0.76, 0.7, 0.74, 0.46].entries()) {
    const y = -h * 0.25 + index * h * 0.095;
    pen.moveTo(-w * 0.38, y);
    pen.lineTo(-w * 0.38 + w * length, y);
  }
  pen.stroke();
}

/** Near enough to read: the title in up to three lines. */
function drawTitle(pen: Pen, title: string, spot: PaperSpot, paint: PaperPaint): void {
  const { w, h } = spot.size;
  const size = Math.min(w / 6.2, 12 / paint.scale);
  pen.font = `600 ${size}px ${paint.family}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = paint.palette.paperInk;
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && pen.measureText(`${last} ${word}`).width < w * 0.86)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  for (const [index, line] of lines.slice(0, 3).entries()) {
    pen.fillText(line, 0, -h * 0.36 + index * size * 1.12, w * 0.9);
  }
}

/** Signed: a wax seal with the seat's shape. Rejected: a cross. To come: a dotted place. */
function drawSeals(pen: Pen, paper: TablePaper, spot: PaperSpot, paint: PaperPaint): void {
  const { w, h } = spot.size;
  const seats = [...new Set([...paper.needs, ...paper.signed])];
  const perRow = seats.length > 4 ? Math.ceil(seats.length / 2) : seats.length;
  const radius = Math.min(h * 0.105, (w * 0.46) / Math.max(2, perRow));
  const rows = Math.ceil(seats.length / perRow);
  for (const [index, seat] of seats.entries()) {
    const row = Math.floor(index / perRow);
    const inRow = Math.min(perRow, seats.length - row * perRow);
    const x = ((index % perRow) - (inRow - 1) / 2) * radius * 2.15;
    const y = h * 0.5 - radius * 1.5 - (rows - 1 - row) * radius * 2.15;
    if (paper.signed.includes(seat)) {
      drawSeal(
        pen,
        { x, y },
        radius,
        paint.insignia(seat),
        paint.falling.get(sealKey(paper.id, seat)) ?? 1,
        paint.palette,
      );
    } else if (paper.rejected.includes(seat)) drawCross(pen, { x, y }, radius, paint.palette);
    else drawPlace(pen, { x, y }, radius, paint.palette);
  }
}

/** A seal on its way down: it grows smaller and its shadow comes closer. */
function drawSeal(
  pen: Pen,
  at: Point,
  radius: number,
  insignia: Insignia,
  fallen: number,
  palette: HallPalette,
): void {
  if (fallen <= 0) {
    drawPlace(pen, at, radius, palette);
    return;
  }
  const height = (1 - fallen) ** 2;
  const size = radius * (1 + height * 3.4);
  pen.save();
  pen.translate(at.x, at.y - height * radius * 5);
  pen.globalAlpha = Math.min(1, fallen * 2.5);
  pen.shadowColor = palette.shadow;
  pen.shadowBlur = 2 + height * 16;
  pen.shadowOffsetY = 1 + height * 14;
  pen.fillStyle = insignia.accent;
  pen.beginPath();
  for (let step = 0; step < 24; step++) {
    const turn = (step * Math.PI) / 12;
    const wave = size * (1 + (step % 2 === 0 ? 0.07 : -0.03));
    pen.lineTo(Math.cos(turn) * wave, Math.sin(turn) * wave);
  }
  pen.closePath();
  pen.fill();
  pen.shadowColor = 'transparent';
  pen.lineWidth = Math.max(0.4, size * 0.12);
  pen.strokeStyle = palette.sealInk;
  pen.globalAlpha *= 0.35;
  pen.stroke();
  pen.globalAlpha = Math.min(1, fallen * 2.5);
  drawShape(pen, insignia, { x: 0, y: 0 }, size * 0.58, palette.sealInk);
  pen.restore();
}

function drawPlace(pen: Pen, at: Point, radius: number, palette: HallPalette): void {
  pen.save();
  pen.strokeStyle = palette.paperInk;
  pen.globalAlpha = 0.55;
  pen.lineWidth = Math.max(0.5, radius * 0.16);
  pen.setLineDash([radius * 0.45, radius * 0.4]);
  pen.beginPath();
  pen.arc(at.x, at.y, radius * 0.82, 0, Math.PI * 2);
  pen.stroke();
  pen.restore();
}

function drawCross(pen: Pen, at: Point, radius: number, palette: HallPalette): void {
  pen.save();
  pen.strokeStyle = palette.paperInk;
  pen.lineWidth = Math.max(0.9, radius * 0.32);
  pen.lineCap = 'round';
  const arm = radius * 0.62;
  pen.beginPath();
  pen.moveTo(at.x - arm, at.y - arm);
  pen.lineTo(at.x + arm, at.y + arm);
  pen.moveTo(at.x + arm, at.y - arm);
  pen.lineTo(at.x - arm, at.y + arm);
  pen.stroke();
  pen.restore();
}
