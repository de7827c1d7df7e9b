import { type MarkKind, drawMark } from './marks.ts';
import { type FrontSector } from './model.ts';
import { type Palette, tensionColour } from './palette.ts';
import { type Box, type Point, type View } from './projection.ts';
import { type Stretch, beside, stationAt } from './stretch.ts';

type Pen = CanvasRenderingContext2D;

/** How a sector stands out just now. */
export type Emphasis = Readonly<{ selected: boolean; hovered: boolean; lit: boolean; dimmed: boolean }>;

/** How large the ornaments of a line are: finer where the whole front is small. */
type Grain = number;

/** The grain that suits a view. */
export function grainOf(view: View): Grain {
  return Math.min(1.3, Math.max(0.72, view.scale / 0.3));
}

const FENCE = 7; // CSS pixels from the line to the first rail
const RAIL = 3; // between rails
const FORCES = 22; // from the line to the first mark of forces
const RUNGS = { incident: 1, crisis: 2, clash: 3 } as const;
const MARK_GAP = 21;
const FORCE_GAP = 6.5; // from one mark of forces to the next
const FORCE_SIZE = 1.3; // times a mark of the legend

/** Draws one sector: fence, line, fortification, forces and marks. */
export function drawSector(
  pen: Pen,
  sector: FrontSector,
  stretch: Stretch,
  palette: Palette,
  emphasis: Emphasis,
  grain: Grain,
): void {
  pen.save();
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  if (emphasis.dimmed) pen.globalAlpha = 0.45;
  if (sector.target) drawGlow(pen, stretch, palette.accent, 17, 0.2);
  if (emphasis.lit) drawGlow(pen, stretch, palette.accent, 20, 0.34);
  if (emphasis.selected || emphasis.hovered)
    drawGlow(pen, stretch, palette.accent, 12, emphasis.selected ? 0.5 : 0.28);
  drawFence(pen, sector.guardrails, stretch, palette, grain);
  drawLine(pen, sector, stretch, palette, grain);
  drawTeeth(pen, sector.fortification, stretch, palette, grain);
  drawForces(pen, sector, stretch, palette, grain);
  pen.restore();
}

/** Draws what happens in a sector, over all lines. */
export function drawMarks(
  pen: Pen,
  sector: FrontSector,
  stretch: Stretch,
  palette: Palette,
  grain: Grain,
): void {
  const marks: MarkKind[] = [];
  if (sector.incident) marks.push(sector.incident);
  if (sector.truce) marks.push('truce');
  if (sector.order) marks.push('order');
  // Abreast along the line, even where the stretch is shorter than its marks.
  const middle = stationAt(stretch, 0);
  for (const [index, mark] of marks.entries()) {
    const along = (index - (marks.length - 1) / 2) * MARK_GAP * grain;
    const at = { x: middle.at.x - middle.east.y * along, y: middle.at.y + middle.east.x * along };
    drawMark(pen, mark, at, palette, 9 * grain);
    if (mark === sector.incident) drawLadder(pen, RUNGS[mark], at, palette, grain);
  }
}

/** The three steps an incident can climb, filled as far as it has come. */
function drawLadder(pen: Pen, rung: number, at: Point, palette: Palette, grain: Grain): void {
  pen.save();
  pen.translate(at.x, at.y + 15 * grain);
  pen.scale(grain, grain);
  pen.fillStyle = palette.card;
  pen.beginPath();
  pen.roundRect(-11, -4.5, 22, 9, 2.5);
  pen.fill();
  pen.strokeStyle = palette.alert;
  pen.fillStyle = palette.alert;
  pen.lineWidth = 1;
  for (let step = 0; step < 3; step++) {
    pen.beginPath();
    pen.rect(-8.5 + step * 6, -2, 5, 4);
    if (step < rung) pen.fill();
    else pen.stroke();
  }
  pen.restore();
}

/** Draws the short strokes that part one sector from the next. */
export function drawEnds(pen: Pen, stretch: Stretch, palette: Palette, grain: Grain): void {
  pen.lineCap = 'round';
  for (const end of [-Infinity, Infinity]) {
    const station = stationAt(stretch, end);
    const [a, b] = [beside(station, 7 * grain), beside(station, -7 * grain)];
    for (const [colour, width] of [[palette.casing, 4] as const, [palette.tick, 1.6] as const]) {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.beginPath();
      pen.moveTo(a.x, a.y);
      pen.lineTo(b.x, b.y);
      pen.stroke();
    }
  }
}

/** The boxes that a sector's marks of forces fill, for labels to stay clear of. */
export function forceBoxes(sector: FrontSector, stretch: Stretch, grain: Grain): Box[] {
  return (['east', 'west'] as const).map((side) => {
    const sign = side === 'east' ? 1 : -1;
    const inner = FORCES * grain;
    const outer = inner + countOf(sector.forces[side]) * FORCE_GAP * grain;
    const station = stationAt(stretch, 0);
    const [a, b] = [beside(station, sign * inner), beside(station, sign * outer)];
    const [x, y] = [Math.min(a.x, b.x) - 7, Math.min(a.y, b.y) - 7];
    return { x, y, w: Math.abs(a.x - b.x) + 14, h: Math.abs(a.y - b.y) + 14 };
  });
}

/** Where two marks of a sector stand abreast, whether or not there are any now: names do not move as they come. */
export function markBox(stretch: Stretch, grain: Grain): Box {
  const { at, east } = stationAt(stretch, 0);
  const reach = (share: number): number => (9 + (Math.abs(share) * MARK_GAP) / 2) * grain;
  const [x, y] = [reach(east.y), reach(east.x)];
  return { x: at.x - x, y: at.y - y, w: 2 * x, h: 2 * y };
}

function drawGlow(pen: Pen, stretch: Stretch, colour: string, width: number, strength: number): void {
  pen.save();
  pen.strokeStyle = colour;
  pen.globalAlpha *= strength;
  pen.lineWidth = width;
  strokeLine(
    pen,
    stretch.stations.map((station) => station.at),
  );
  pen.restore();
}

function drawLine(pen: Pen, sector: FrontSector, stretch: Stretch, palette: Palette, grain: Grain): void {
  const width = (2.4 + sector.tension / 38) * grain;
  pen.strokeStyle = palette.casing;
  pen.lineWidth = width + 3;
  strokeLine(pen, stretch.path);
  pen.strokeStyle = tensionColour(palette, sector.tension);
  pen.lineWidth = width;
  if (stretch.kind === 'contact') pen.setLineDash([width * 2.2, width * 1.7]);
  if (stretch.kind === 'sea') pen.setLineDash([0.5, width * 2.4]);
  strokeLine(pen, stretch.path);
  pen.setLineDash([]);
  pen.lineWidth = 1.6;
  for (const spur of stretch.spurs) strokeLine(pen, spur);
}

/** More guardrails: more rails, more posts, a fuller band; each provision in force shows. */
function drawFence(pen: Pen, guardrails: number, stretch: Stretch, palette: Palette, grain: Grain): void {
  if (guardrails < 5) return;
  const rails = Math.min(4, Math.ceil(guardrails / 22));
  const first = FENCE * grain;
  const gap = RAIL * grain;
  const outer = first + (rails - 1) * gap;
  const posts = Math.round(6 - guardrails / 25); // stations between posts
  pen.save();
  pen.lineCap = 'butt';
  pen.strokeStyle = palette.fence;
  pen.fillStyle = palette.fence;
  for (const sign of [1, -1]) {
    const inner = stretch.stations.map((station) => beside(station, sign * (first - 1.5)));
    const edge = stretch.stations.map((station) => beside(station, sign * (outer + 1.5)));
    pen.save();
    pen.globalAlpha *= 0.08 + guardrails / 500;
    pen.beginPath();
    for (const { x, y } of [...inner, ...edge.toReversed()]) pen.lineTo(x, y);
    pen.fill();
    pen.restore();
    pen.lineWidth = (0.8 + guardrails / 160) * grain;
    for (let rail = 0; rail < rails; rail++) {
      strokeLine(
        pen,
        stretch.stations.map((station) => beside(station, sign * (first + rail * gap))),
      );
    }
    pen.lineWidth = 1.1;
    pen.beginPath();
    for (const [index, station] of stretch.stations.entries()) {
      if (index % posts !== 0) continue;
      const [a, b] = [
        beside(station, sign * (first - 2.5 * grain)),
        beside(station, sign * (outer + 2.5 * grain)),
      ];
      pen.moveTo(a.x, a.y);
      pen.lineTo(b.x, b.y);
    }
    pen.stroke();
  }
  pen.restore();
}

/** Teeth along both sides of the line, closer together the more is dug in. */
function drawTeeth(pen: Pen, fortification: number, stretch: Stretch, palette: Palette, grain: Grain): void {
  if (fortification < 10) return;
  const every = Math.max(3, Math.round(9 - fortification / 16)); // stations
  pen.fillStyle = palette.tick;
  pen.strokeStyle = palette.casing;
  pen.lineWidth = 0.8;
  for (const [index, station] of stretch.stations.entries()) {
    if (index % every !== Math.floor(every / 2)) continue;
    const along: Point = { x: -station.east.y, y: station.east.x };
    for (const sign of [1, -1]) {
      const [base, tip] = [beside(station, sign * 2.4 * grain), beside(station, sign * 5.8 * grain)];
      pen.beginPath();
      pen.moveTo(base.x + along.x * 2 * grain, base.y + along.y * 2 * grain);
      pen.lineTo(tip.x, tip.y);
      pen.lineTo(base.x - along.x * 2 * grain, base.y - along.y * 2 * grain);
      pen.closePath();
      pen.stroke();
      pen.fill();
    }
  }
}

function countOf(strength: number): number {
  return strength < 5 ? 0 : Math.min(5, Math.ceil(strength / 20));
}

/** Bars in the west, lozenges in the east; those that are ready are filled. */
function drawForces(pen: Pen, sector: FrontSector, stretch: Stretch, palette: Palette, grain: Grain): void {
  const station = stationAt(stretch, 0);
  for (const side of ['east', 'west'] as const) {
    const sign = side === 'east' ? 1 : -1;
    const count = countOf(sector.forces[side]);
    const ready = Math.round((count * sector.readiness[side]) / 100);
    for (let index = 0; index < count; index++) {
      const at = beside(station, sign * (FORCES + index * FORCE_GAP) * grain);
      drawForce(pen, side, at, station.east, index < ready, palette, grain * FORCE_SIZE);
    }
  }
}

/** One mark of forces, across the direction `east`. */
export function drawForce(
  pen: Pen,
  side: 'east' | 'west',
  at: Point,
  east: Point,
  ready: boolean,
  palette: Palette,
  grain: Grain = 1,
): void {
  pen.save();
  pen.translate(at.x, at.y);
  pen.rotate(Math.atan2(east.y, east.x));
  pen.scale(grain, grain);
  pen.lineJoin = 'round';
  const shape = forceShape(side);
  pen.strokeStyle = palette.casing;
  pen.lineWidth = 2.6;
  pen.stroke(shape);
  pen.fillStyle = ready ? palette[side] : palette.card;
  pen.fill(shape);
  pen.strokeStyle = palette[side];
  pen.lineWidth = 0.9;
  pen.stroke(shape);
  pen.restore();
}

function forceShape(side: 'east' | 'west'): Path2D {
  if (side === 'east') return new Path2D('M-2.1 0 L0 -5.4 L2.1 0 L0 5.4 Z');
  const path = new Path2D();
  path.roundRect(-1.6, -5, 3.2, 10, 1);
  return path;
}

function strokeLine(pen: Pen, points: readonly Point[]): void {
  pen.beginPath();
  for (const { x, y } of points) pen.lineTo(x, y);
  pen.stroke();
}
