import { type Point } from '../front/projection.ts';
import { type TableSpot } from './layout.ts';
import { type TableModel } from './model.ts';
import { type HallPalette } from './palette.ts';

type Pen = CanvasRenderingContext2D;

const SHOWN = 4; // sheets; the caption has the count
const CROWDED = 3; // open papers that leave no room beside them
const SHEET = { w: 26, h: 35 }; // units
const STEP = 11; // units between two sheets, so that each seal shows

/** What has been agreed lies fanned on the felt, left of what is open: in force with a ticked seal, before with a ring. */
export function drawAgreed(pen: Pen, table: TableModel, spot: TableSpot, palette: HallPalette): void {
  if (table.papers.length >= CROWDED) return;
  const shown = Math.min(SHOWN, table.agreed + table.inForce);
  const spread = (shown - 1) / 2;
  const middle = spot.middle.x - (table.papers.length > 0 ? spot.radii.w * 0.52 : 0);
  for (let index = 0; index < shown; index++) {
    const from = index - spread;
    const at = { x: middle + from * STEP, y: spot.middle.y - 2 + Math.abs(from) };
    drawSheet(pen, at, from * 0.09, index < table.inForce, palette);
  }
}

function drawSheet(pen: Pen, at: Point, turn: number, isInForce: boolean, palette: HallPalette): void {
  const { w, h } = SHEET;
  pen.save();
  pen.translate(at.x, at.y);
  pen.rotate(turn);
  pen.shadowColor = palette.shadow;
  pen.shadowBlur = 4;
  pen.shadowOffsetY = 1.5;
  pen.fillStyle = palette.paper;
  pen.beginPath();
  pen.roundRect(-w / 2, -h / 2, w, h, 1.5);
  pen.fill();
  pen.shadowColor = 'transparent';
  pen.strokeStyle = palette.paperEdge;
  pen.lineWidth = 0.8;
  pen.stroke();
  pen.strokeStyle = palette.paperLine;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const y of [-11, -7, -3]) {
    pen.moveTo(-w / 2 + 3, y);
    pen.lineTo(w / 2 - 3, y);
  }
  pen.stroke();
  drawStamp(pen, { x: -w / 2 + 6.5, y: h / 2 - 7 }, isInForce, palette);
  pen.restore();
}

function drawStamp(pen: Pen, at: Point, isInForce: boolean, palette: HallPalette): void {
  pen.beginPath();
  pen.arc(at.x, at.y, 4.4, 0, Math.PI * 2);
  pen.strokeStyle = palette.paperInk;
  pen.lineWidth = 1.1;
  if (!isInForce) {
    pen.stroke();
    return;
  }
  pen.fillStyle = palette.paperInk;
  pen.fill();
  pen.strokeStyle = palette.paper;
  pen.lineWidth = 1.3;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  pen.moveTo(at.x - 1.8, at.y + 0.1);
  pen.lineTo(at.x - 0.5, at.y + 1.5);
  pen.lineTo(at.x + 2, at.y - 1.4);
  pen.stroke();
}
