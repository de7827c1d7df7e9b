import { type Palette } from './palette.ts';
import { type Point } from './projection.ts';

/** What a mark on the map can say; each has a shape of its own. */
export type MarkKind = 'incident' | 'crisis' | 'clash' | 'truce' | 'order';

type Pen = CanvasRenderingContext2D;

/** Draws a mark about 16 CSS pixels wide. */
export function drawMark(pen: Pen, kind: MarkKind, at: Point, palette: Palette, size = 8): void {
  pen.save();
  pen.translate(at.x, at.y);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  switch (kind) {
    case 'incident':
      drawAlert(pen, palette, diamond(size + 1), size, 1);
      break;
    case 'crisis':
      drawAlert(pen, palette, triangle(size + 2.5), size, 2);
      break;
    case 'clash':
      drawAlert(pen, palette, star(size + 3.5, size * 0.68), size, 3);
      break;
    case 'truce':
      drawTruce(pen, palette, size);
      break;
    case 'order':
      drawOrder(pen, palette, size);
      break;
  }
  pen.restore();
}

/** An incident has one stroke, a crisis two, a clash three: told without colour. */
function drawAlert(pen: Pen, palette: Palette, shape: Path2D, size: number, strokes: number): void {
  pen.strokeStyle = palette.casing;
  pen.lineWidth = 3;
  pen.stroke(shape);
  pen.fillStyle = palette.alert;
  pen.fill(shape);
  pen.strokeStyle = palette.alertInk;
  pen.lineWidth = 1.6;
  const height = size * 0.42;
  for (let stroke = 0; stroke < strokes; stroke++) {
    const x = (stroke - (strokes - 1) / 2) * 3.1;
    pen.beginPath();
    pen.moveTo(x, -height + 0.6);
    pen.lineTo(x, height * 0.3 + 0.6);
    pen.moveTo(x, height + 0.9);
    pen.lineTo(x, height + 1);
    pen.stroke();
  }
}

function drawTruce(pen: Pen, palette: Palette, size: number): void {
  pen.beginPath();
  pen.arc(0, 0, size, 0, Math.PI * 2);
  pen.fillStyle = palette.card;
  pen.fill();
  pen.lineWidth = 1.6;
  pen.strokeStyle = palette.calm;
  pen.stroke();
  pen.lineWidth = 2.4;
  pen.beginPath();
  for (const x of [-size * 0.33, size * 0.33]) {
    pen.moveTo(x, -size * 0.42);
    pen.lineTo(x, size * 0.42);
  }
  pen.stroke();
}

/** A ghost: dashed, hollow, an arrow coming down. */
function drawOrder(pen: Pen, palette: Palette, size: number): void {
  pen.beginPath();
  pen.arc(0, 0, size, 0, Math.PI * 2);
  pen.fillStyle = palette.card;
  pen.globalAlpha = 0.75;
  pen.fill();
  pen.globalAlpha = 1;
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1.5;
  pen.setLineDash([3, 3.2]);
  pen.stroke();
  pen.setLineDash([]);
  pen.lineWidth = 1.8;
  pen.beginPath();
  pen.moveTo(0, -size * 0.5);
  pen.lineTo(0, size * 0.45);
  pen.moveTo(-size * 0.36, size * 0.08);
  pen.lineTo(0, size * 0.48);
  pen.lineTo(size * 0.36, size * 0.08);
  pen.stroke();
}

function diamond(radius: number): Path2D {
  return new Path2D(`M0 ${-radius} L${radius} 0 L0 ${radius} L${-radius} 0 Z`);
}

function triangle(radius: number): Path2D {
  return new Path2D(`M0 ${-radius} L${radius} ${radius * 0.72} L${-radius} ${radius * 0.72} Z`);
}

function star(outer: number, inner: number): Path2D {
  const path = new Path2D();
  for (let tip = 0; tip < 16; tip++) {
    const radius = tip % 2 === 0 ? outer : inner;
    const turn = (tip * Math.PI) / 8;
    path.lineTo(Math.sin(turn) * radius, -Math.cos(turn) * radius);
  }
  path.closePath();
  return path;
}
