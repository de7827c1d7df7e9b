import { type Geography, type Tint } from './geography.ts';
import { type PlacedLabel, drawLabel } from './labels.ts';
import { type Palette } from './palette.ts';
import { type Size, type View, matrixOf } from './projection.ts';

type Pen = CanvasRenderingContext2D;

/** What the static picture is painted from. */
export type Ground = Readonly<{
  geography: Geography;
  view: View; // in the coordinates of the picture
  size: Size; // of the picture, CSS pixels
  palette: Palette;
  family: string; // of the type
  labels: readonly PlacedLabel[];
  dpr: number;
}>;

/** Paints sea, lands, borders and names: once for each view, never for each frame. */
export function paintGround(pen: Pen, ground: Ground): void {
  const { geography, palette, size } = ground;
  const matrix = matrixOf(ground.view);
  const placed = (path: Path2D): Path2D => {
    const turned = new Path2D();
    turned.addPath(path, matrix);
    return turned;
  };

  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  paintSea(pen, size, palette);
  pen.strokeStyle = palette.graticule;
  pen.lineWidth = 1;
  pen.stroke(placed(geography.graticule));

  const coasts = placed(geography.coasts);
  pen.strokeStyle = palette.seaGlow;
  for (const width of [22, 13, 6]) {
    pen.globalAlpha = 0.22;
    pen.lineWidth = width;
    pen.stroke(coasts);
  }
  pen.globalAlpha = 1;

  for (const [tint, path] of geography.tints) paintLand(pen, tint, placed(path), ground);
  paintControl(pen, placed, ground);
  paintWater(pen, placed, ground);

  pen.strokeStyle = palette.oblast;
  pen.lineWidth = 0.8;
  pen.setLineDash([2, 3]);
  pen.stroke(placed(geography.oblasts));
  pen.setLineDash([]);
  pen.strokeStyle = palette.border;
  pen.lineWidth = 1;
  pen.stroke(placed(geography.borders));
  pen.strokeStyle = palette.coast;
  pen.lineWidth = 0.9;
  pen.stroke(coasts);
  pen.strokeStyle = palette.ukraineBorder;
  pen.lineWidth = 1.3;
  pen.stroke(placed(geography.ukraineBorder));

  for (const label of ground.labels) drawLabel(pen, label, palette, ground.family);
}

function paintSea(pen: Pen, size: Size, palette: Palette): void {
  const reach = Math.hypot(size.w, size.h) / 2;
  const light = pen.createRadialGradient(size.w / 2, size.h / 2, reach * 0.2, size.w / 2, size.h / 2, reach);
  light.addColorStop(0, palette.sea);
  light.addColorStop(1, palette.deep);
  pen.fillStyle = light;
  pen.fillRect(0, 0, size.w, size.h);
}

/** Each group of lands has a tint and a pattern, so that hue alone says nothing. */
function paintLand(pen: Pen, tint: Tint, path: Path2D, ground: Ground): void {
  const { palette, dpr } = ground;
  pen.fillStyle = palette.lands[tint];
  pen.strokeStyle = palette.lands[tint];
  pen.lineWidth = 0.7;
  pen.stroke(path);
  pen.fill(path, 'evenodd');
  const pattern = landPattern(pen, tint, palette, dpr);
  if (!pattern) return;
  pen.fillStyle = pattern;
  pen.fill(path, 'evenodd');
}

function landPattern(pen: Pen, tint: Tint, palette: Palette, dpr: number): CanvasPattern | null {
  switch (tint) {
    case 'nato':
      return patternOf(pen, 7, dpr, (tile) => {
        tile.strokeStyle = palette.landPattern;
        tile.lineWidth = 1;
        tile.beginPath();
        tile.moveTo(0, 3.5);
        tile.lineTo(7, 3.5);
        tile.stroke();
      });
    case 'russia':
      return dots(pen, palette, dpr, 7, 0.9);
    case 'belarus':
      return patternOf(pen, 9, dpr, (tile) => {
        tile.strokeStyle = palette.landPattern;
        tile.lineWidth = 1;
        tile.beginPath();
        tile.moveTo(4.5, 2.5);
        tile.lineTo(4.5, 6.5);
        tile.moveTo(2.5, 4.5);
        tile.lineTo(6.5, 4.5);
        tile.stroke();
      });
    case 'ukraine':
    case 'other':
      return null;
  }
}

function dots(pen: Pen, palette: Palette, dpr: number, size: number, radius: number): CanvasPattern | null {
  return patternOf(pen, size, dpr, (tile) => {
    tile.fillStyle = palette.landPattern;
    for (const at of [size * 0.25, size * 0.75]) {
      tile.beginPath();
      tile.arc(at, at, radius, 0, Math.PI * 2);
      tile.fill();
    }
  });
}

/** Military control: hatched over Ukraine's own colour, within Ukraine's own border. */
function paintControl(pen: Pen, placed: (path: Path2D) => Path2D, ground: Ground): void {
  const ukraine = ground.geography.tints.get('ukraine');
  const hatch = hatchOf(pen, ground.palette, ground.dpr);
  if (!ukraine || !hatch) return;
  pen.save();
  pen.clip(placed(ukraine), 'evenodd');
  pen.fillStyle = hatch;
  pen.fill(placed(ground.geography.occupied));
  pen.restore();
}

/** The hatching of military control, also for the legend. */
export function hatchOf(pen: Pen, palette: Palette, dpr: number): CanvasPattern | null {
  return patternOf(pen, 6, dpr, (tile) => {
    tile.strokeStyle = palette.hatch;
    tile.lineWidth = 1.3;
    tile.beginPath();
    for (const shift of [-6, 0, 6]) {
      tile.moveTo(shift - 1, 7);
      tile.lineTo(shift + 7, -1);
    }
    tile.stroke();
  });
}

function paintWater(pen: Pen, placed: (path: Path2D) => Path2D, ground: Ground): void {
  const { geography, palette } = ground;
  pen.strokeStyle = palette.river;
  pen.lineWidth = 0.9;
  pen.stroke(placed(geography.rivers));
  const lakes = placed(geography.lakes);
  pen.fillStyle = palette.sea;
  pen.fill(lakes);
  pen.strokeStyle = palette.coast;
  pen.lineWidth = 0.6;
  pen.stroke(lakes);
}

/** A square tile repeated over an area, sharp on any screen. */
function patternOf(pen: Pen, size: number, dpr: number, draw: (tile: Pen) => void): CanvasPattern | null {
  const canvas = document.createElement('canvas');
  const pixels = Math.round(size * dpr);
  canvas.width = pixels;
  canvas.height = pixels;
  const tile = canvas.getContext('2d');
  if (!tile) return null;
  tile.scale(pixels / size, pixels / size);
  draw(tile);
  const pattern = pen.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(size / pixels));
  return pattern;
}
