import { type Box, type Point, overlaps } from '../front/projection.ts';
import { type Insignia, drawShape } from './insignia.ts';
import { type Chair } from './layout.ts';
import { type TableMember } from './model.ts';
import { type HallPalette } from './palette.ts';

type Pen = CanvasRenderingContext2D;

const FLAG = 13; // units, radius: the same for all

/** Draws a member's flag on its chair: faint in a dotted ring while nobody sits there. In units. */
export function drawMember(
  pen: Pen,
  member: TableMember,
  chair: Chair,
  insignia: Insignia,
  palette: HallPalette,
): void {
  const { x, y } = chair.at;
  pen.save();
  pen.globalAlpha = member.present ? 1 : 0.34;
  if (insignia.flag) pen.drawImage(insignia.flag, x - FLAG, y - FLAG, FLAG * 2, FLAG * 2);
  else drawShape(pen, insignia, chair.at, FLAG * 0.8, insignia.accent);
  pen.globalAlpha = 1;
  pen.strokeStyle = insignia.accent;
  pen.lineWidth = 2.2;
  if (!member.present) pen.setLineDash([2.6, 3.2]);
  pen.beginPath();
  pen.arc(x, y, FLAG + 2.2, 0, Math.PI * 2);
  pen.stroke();
  pen.setLineDash([]);
  const badge = { x: x + FLAG * 0.85, y: y + FLAG * 0.85 };
  pen.fillStyle = insignia.accent;
  pen.beginPath();
  pen.arc(badge.x, badge.y, 5.6, 0, Math.PI * 2);
  pen.fill();
  drawShape(pen, insignia, badge, 3.5, palette.sealInk);
  pen.restore();
}

/** A name plate with its place on the screen. */
export type Plate = Readonly<{ box: Box; words: string; present: boolean }>;

/** Lays a table's name plates in CSS pixels: whole names if they all fit side by side, else codes. */
export function layPlates(
  pen: Pen,
  members: readonly TableMember[],
  chairs: readonly Chair[],
  place: (at: Point) => Point,
  cell: Box,
  scale: number,
  family: string,
): Plate[] {
  pen.font = plateType(scale, family);
  const lay = (codes: boolean): Plate[] =>
    members.flatMap((member, index) => {
      const chair = chairs[index];
      if (!chair) return [];
      const words = codes ? (member.code ?? member.seat.toUpperCase()) : member.name;
      const w = Math.ceil(pen.measureText(words).width + plateSize(scale) * 0.9);
      const h = Math.round(plateSize(scale) * 1.42);
      // Above the flags of the far side, below those of the near side.
      const at = place({ x: chair.at.x, y: chair.at.y + (chair.out.y < -0.1 ? -FLAG - 7 : FLAG + 7) });
      const y = chair.out.y < -0.1 ? at.y - h : at.y;
      const x = Math.min(cell.x + cell.w - w - 12 * scale, Math.max(cell.x + 12 * scale, at.x - w / 2));
      return [{ box: { x, y, w, h }, words, present: member.present }];
    });
  const names = lay(false);
  const flags = chairs.map((chair): Box => {
    const at = place(chair.at);
    const half = (FLAG + 3) * scale;
    return { x: at.x - half, y: at.y - half, w: half * 2, h: half * 2 };
  });
  const isFree = names.every(
    (plate, index) =>
      names.slice(index + 1).every((other) => !overlaps(plate.box, other.box, 3)) &&
      flags.every((flag, chair) => chair === index || !overlaps(plate.box, flag)),
  );
  return isFree ? names : lay(true);
}

/** Draws a name plate; an absent member's is only outlined. */
export function drawPlate(pen: Pen, plate: Plate, scale: number, palette: HallPalette, family: string): void {
  const { x, y, w, h } = plate.box;
  pen.save();
  pen.beginPath();
  pen.roundRect(x, y, w, h, 2.5);
  pen.fillStyle = plate.present ? palette.plate : palette.halo;
  pen.fill();
  pen.strokeStyle = palette.paperEdge;
  pen.lineWidth = 1;
  if (!plate.present) pen.setLineDash([2.5, 2.5]);
  pen.stroke();
  pen.font = plateType(scale, family);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = plate.present ? palette.plateInk : palette.inkQuiet;
  pen.fillText(plate.words, x + w / 2, y + h / 2 + 0.5);
  pen.restore();
}

function plateSize(scale: number): number {
  return Math.max(10.5, 12 * scale);
}

function plateType(scale: number, family: string): string {
  return `600 ${plateSize(scale)}px ${family}`;
}
