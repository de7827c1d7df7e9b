import { type Geography, type LabelKind, type Side } from './geography.ts';
import { type Palette } from './palette.ts';
import { type Box, type Point, type Size, type View, matrixOf, overlaps, toScreen } from './projection.ts';

type Pen = CanvasRenderingContext2D;
type Style = LabelKind | 'capital' | 'city' | 'town';

/** A name with its place on the picture. */
export type PlacedLabel = Readonly<{
  text: string;
  style: Style;
  at: Point; // left end of the base line
  dot: Point | null; // the town itself
  scale: number; // of its type
}>;

type Type = Readonly<{ weight: number; size: number; spacing: number; italic?: boolean }>;

const TYPES: Readonly<Record<Style, Type>> = {
  large: { weight: 600, size: 17, spacing: 6 },
  country: { weight: 600, size: 12.5, spacing: 2.4 },
  small: { weight: 600, size: 11, spacing: 1.6 },
  part: { weight: 600, size: 10.5, spacing: 1.2 },
  sea: { weight: 400, size: 15, spacing: 1.2, italic: true },
  gulf: { weight: 400, size: 12.5, spacing: 0.6, italic: true },
  water: { weight: 400, size: 11, spacing: 0.4, italic: true },
  capital: { weight: 600, size: 12.5, spacing: 0 },
  city: { weight: 400, size: 12, spacing: 0 },
  town: { weight: 400, size: 11, spacing: 0 },
};

/** How far a name may stand from where the map wants it, in steps of 14 CSS pixels. */
const REACH: Readonly<Record<LabelKind, number>> = {
  large: 12,
  country: 9,
  small: 4,
  part: 2,
  sea: 6,
  gulf: 2,
  water: 1,
};

const FOLLOWS = 1.3; // times as near as home, from which names follow into sight
const SHIFTS = shiftsWithin(Math.max(...Object.values(REACH)));

function shiftsWithin(reach: number): readonly Point[] {
  const shifts: Point[] = [];
  for (let x = -reach; x <= reach; x++) for (let y = -reach; y <= reach; y++) shifts.push({ x, y });
  return shifts.toSorted((a, b) => a.x ** 2 + a.y ** 2 - (b.x ** 2 + b.y ** 2));
}

/** Room for names: what they must not cover, and how near the map is. */
export type Room = Readonly<{
  view: View;
  size: Size; // of the picture, CSS pixels
  screen: Box; // the part seen until the map is dragged
  taken: readonly Box[]; // cards, marks
  line: readonly Point[]; // points of the front, every few pixels
  fence: number; // CSS pixels that its ornaments may reach from it
  nearness: number; // 1 shows the whole front
  family: string;
}>;

/** Places as many names as fit, the weightiest first, none over another. */
export function placeLabels(pen: Pen, geography: Geography, room: Room): PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  const taken = [...room.taken];
  const free = (box: Box, fence = room.fence): boolean =>
    box.x > 4 &&
    box.y > 4 &&
    box.x + box.w < room.size.w - 4 &&
    box.y + box.h < room.size.h - 4 &&
    !taken.some((other) => overlaps(box, other, 2)) &&
    !room.line.some(
      (at) =>
        at.x > box.x - fence &&
        at.x < box.x + box.w + fence &&
        at.y > box.y - fence &&
        at.y < box.y + box.h + fence,
    );
  // A name is seen whole or not at all.
  const whole = (box: Box): boolean => !overlaps(box, room.screen, 3) || within(box, room.screen);
  const put = (label: PlacedLabel, box: Box): void => {
    labels.push(label);
    taken.push(box);
  };

  const areas = (kinds: readonly LabelKind[]): void => {
    for (const label of geography.labels.filter((one) => kinds.includes(one.kind))) {
      const isFree: Free = (box) => free(box, label.kind === 'part' ? 4 : room.fence) && whole(box);
      const isPlaced = placeArea(pen, geography, room, label, isFree, put);
      // A large land is never left without its name for want of room.
      if (!isPlaced && label.kind === 'large')
        placeArea(pen, geography, room, { ...label, kind: 'country' }, isFree, put);
    }
  };
  const towns = (rank: 1 | 2 | 3): void => {
    for (const place of geography.places.filter((one) => one.rank === rank)) {
      placeTown(pen, room, place, (box) => free(box) && whole(box), put);
    }
  };

  areas(['part']);
  towns(1);
  areas(['large']);
  areas(['country', 'sea']);
  if (room.nearness > 0.9) towns(2);
  areas(['small', 'gulf']);
  if (room.size.w > 700 || room.nearness > 1.6) {
    towns(3);
    areas(['water']);
  }
  return labels;
}

function within(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.w <= frame.x + frame.w &&
    box.y + box.h <= frame.y + frame.h
  );
}

type Free = (box: Box) => boolean;
type Put = (label: PlacedLabel, box: Box) => void;

/** A land's or a water's name: where the map wants it, else near by, still on its own ground. */
function placeArea(
  pen: Pen,
  geography: Geography,
  room: Room,
  label: { name: string; at: Point; kind: LabelKind },
  free: Free,
  put: Put,
): boolean {
  const size = measure(pen, label.name, label.kind, room);
  const own = geography.countries.get(label.name);
  const wanted = wishFor(room, toScreen(room.view, label.at), size, own !== undefined);
  const isWater = label.kind === 'sea' || label.kind === 'gulf' || label.kind === 'water';
  const matrix = matrixOf(room.view).inverse();
  const isOwn = (x: number, y: number): boolean => {
    const place = matrix.transformPoint({ x, y });
    if (own) return pen.isPointInPath(own, place.x, place.y, 'evenodd');
    return isWater ? label.kind === 'water' || !pen.isPointInPath(geography.land, place.x, place.y) : true;
  };
  const boxes = shiftsOf(REACH[label.kind]).map((shift): Box => {
    const [x, y] = [wanted.at.x + shift.x * 14, wanted.at.y + shift.y * 14];
    return { x: x - size.w / 2, y: y - size.h / 2, w: size.w, h: size.h };
  });
  pen.save();
  pen.resetTransform();
  const isHome = ({ x, y, w, h }: Box): boolean =>
    HOME.every((share) => isOwn(x + 4 + (w - 8) * share, y + h / 2));
  // Not at home anywhere, as in a narrow land: where it was wanted.
  const [first] = boxes;
  const box =
    boxes.find((one) => free(one) && isHome(one)) ??
    (first && !wanted.isMoved && free(first) ? first : undefined);
  pen.restore();
  if (!box) return false;
  put(
    {
      text: label.name,
      style: label.kind,
      at: { x: box.x, y: box.y + size.h * 0.82 },
      dot: null,
      scale: typeScale(room.screen),
    },
    box,
  );
  return true;
}

/** Where along a name its own ground is asked for. */
const HOME = [0, 0.25, 0.5, 0.75, 1];

/** Where a name is wanted; that of a land which is seen only in part follows into sight. */
function wishFor(room: Room, at: Point, size: Size, follows: boolean): { at: Point; isMoved: boolean } {
  if (!follows || room.nearness < FOLLOWS) return { at, isMoved: false };
  const { x, y, w, h } = room.screen;
  const inside = {
    x: Math.min(x + w - size.w, Math.max(x + size.w, at.x)),
    y: Math.min(y + h - 70, Math.max(y + 40, at.y)),
  };
  return { at: inside, isMoved: inside.x !== at.x || inside.y !== at.y };
}

/** Steps away from a wish, the nearest first. */
function shiftsOf(reach: number): readonly Point[] {
  return SHIFTS.filter(({ x, y }) => Math.abs(x) <= reach && Math.abs(y) <= reach);
}

function placeTown(
  pen: Pen,
  room: Room,
  place: { name: string; at: Point; rank: 1 | 2 | 3; side: Side },
  free: Free,
  put: Put,
): void {
  const style = place.rank === 1 ? 'capital' : place.rank === 2 ? 'city' : 'town';
  const size = measure(pen, place.name, style, room);
  const dot = toScreen(room.view, place.at);
  const sides = [place.side, ...(['r', 'l', 't', 'b'] as const).filter((side) => side !== place.side)];
  for (const side of sides) {
    const x = side === 'r' ? dot.x + 7 : side === 'l' ? dot.x - 7 - size.w : dot.x - size.w / 2;
    const y = side === 't' ? dot.y - 6 - size.h : side === 'b' ? dot.y + 6 : dot.y - size.h / 2;
    const words = { x, y, w: size.w, h: size.h };
    const whole = { x: Math.min(x, dot.x - 3), y: Math.min(y, dot.y - 3), w: size.w + 10, h: size.h };
    if (!free(words) || !freeDot(room, dot)) continue;
    put(
      { text: place.name, style, at: { x, y: y + size.h * 0.8 }, dot, scale: typeScale(room.screen) },
      whole,
    );
    return;
  }
}

function freeDot(room: Room, dot: Point): boolean {
  return !room.taken.some((box) => overlaps(box, { x: dot.x - 2, y: dot.y - 2, w: 4, h: 4 }));
}

function measure(pen: Pen, text: string, style: Style, room: Room): Size {
  const scale = typeScale(room.screen);
  setType(pen, style, room.family, scale);
  const size = { w: pen.measureText(text).width, h: TYPES[style].size * 1.1 * scale };
  pen.letterSpacing = '0px';
  return size;
}

/** Names are a little smaller on a phone. */
function typeScale(screen: Box): number {
  return screen.w < 620 ? 0.84 : 1;
}

function setType(pen: Pen, style: Style, family: string, scale: number): void {
  const type = TYPES[style];
  pen.font = `${type.italic ? 'italic ' : ''}${type.weight} ${type.size * scale}px ${family}`;
  pen.letterSpacing = `${type.spacing * scale}px`;
}

/** Draws a name that has its place. */
export function drawLabel(pen: Pen, label: PlacedLabel, palette: Palette, family: string): void {
  pen.save();
  setType(pen, label.style, family, label.scale);
  pen.textBaseline = 'alphabetic';
  pen.lineJoin = 'round';
  const isWater = label.style === 'sea' || label.style === 'gulf' || label.style === 'water';
  if (!isWater) {
    pen.strokeStyle = palette.halo;
    pen.lineWidth = 3;
    pen.strokeText(label.text, label.at.x, label.at.y);
  }
  pen.fillStyle = colourOf(label.style, palette);
  pen.fillText(label.text, label.at.x, label.at.y);
  if (label.dot) drawDot(pen, label.dot, label.style, palette);
  pen.restore();
}

function colourOf(style: Style, palette: Palette): string {
  switch (style) {
    case 'sea':
    case 'gulf':
    case 'water':
      return palette.water;
    case 'capital':
      return palette.name;
    case 'city':
    case 'town':
      return palette.nameQuiet;
    case 'large':
    case 'country':
    case 'small':
    case 'part':
      return palette.country;
  }
}

function drawDot(pen: Pen, dot: Point, style: Style, palette: Palette): void {
  const radius = style === 'capital' ? 2.8 : style === 'city' ? 2.2 : 1.6;
  pen.beginPath();
  pen.arc(dot.x, dot.y, radius, 0, Math.PI * 2);
  pen.strokeStyle = palette.halo;
  pen.lineWidth = 2.4;
  pen.stroke();
  pen.fillStyle = palette.name;
  pen.fill();
}
