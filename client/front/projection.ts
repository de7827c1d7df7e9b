/** A place: kilometres on the projected map, or CSS pixels on the screen. */
export type Point = Readonly<{ x: number; y: number }>;
/** Width and height in CSS pixels. */
export type Size = Readonly<{ w: number; h: number }>;
/** A rectangle in CSS pixels. */
export type Box = Readonly<{ x: number; y: number; w: number; h: number }>;

/** How the map lies on the screen. */
export type View = Readonly<{
  angle: number; // radians, anticlockwise
  scale: number; // CSS pixels a kilometre
  x: number; // CSS pixels: where the centre of the projection lies
  y: number;
}>;

/** From kilometres to CSS pixels. */
export function toScreen(view: View, place: Point): Point {
  const cos = Math.cos(view.angle) * view.scale;
  const sin = Math.sin(view.angle) * view.scale;
  return { x: view.x + place.x * cos + place.y * sin, y: view.y - place.x * sin + place.y * cos };
}

/** The same as {@link toScreen}, as a matrix for paths. */
export function matrixOf(view: View): DOMMatrix {
  const cos = Math.cos(view.angle) * view.scale;
  const sin = Math.sin(view.angle) * view.scale;
  return new DOMMatrix([cos, -sin, sin, cos, view.x, view.y]);
}

/**
 * The turn of the map that suits a screen: the front runs from corner to corner of a wide one and
 * straight down a phone.
 *
 * @returns radians, anticlockwise
 */
export function angleFor(size: Size): number {
  const aspect = size.w / Math.max(1, size.h);
  const share = Math.min(1, Math.max(0, (aspect - 0.75) / 0.5));
  return (share * 50 * Math.PI) / 180;
}

/**
 * The view that shows all of `places` inside `frame`, as large as it goes.
 *
 * @param lean the share of the width to spare that goes to the left
 */
export function fitView(places: readonly Point[], frame: Box, angle: number, lean = 0.5): View {
  const turned = boundsOf(places.map((place) => toScreen({ angle, scale: 1, x: 0, y: 0 }, place)));
  const scale = Math.min(frame.w / turned.w, frame.h / turned.h);
  return {
    angle,
    scale,
    x: frame.x + (frame.w - turned.w * scale) * lean - turned.x * scale,
    y: frame.y + frame.h / 2 - (turned.y + turned.h / 2) * scale,
  };
}

/** The smallest box around some points. */
export function boundsOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** The view, `factor` times as large, with `about` staying where it is. */
export function zoomed(view: View, factor: number, about: Point): View {
  return {
    angle: view.angle,
    scale: view.scale * factor,
    x: about.x + (view.x - about.x) * factor,
    y: about.y + (view.y - about.y) * factor,
  };
}

/** Whether two boxes touch, with `gap` pixels kept between them. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

/** Whether a point lies in a box. */
export function contains(box: Box, point: Point): boolean {
  return point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h;
}
