import { type Box, type Point, type Size, type View, zoomed } from './projection.ts';

/** A view that can be moved, and the one that shows everything. */
export type Camera = Readonly<{
  home: View;
  extent: Box; // of what matters, CSS pixels in the home view
  size: Size;
  nearest: number; // times the home view
  view: View;
}>;

/** A camera at home. */
export function homeCamera(home: View, extent: Box, size: Size, nearest: number): Camera {
  return { home, extent, size, nearest, view: home };
}

/** How much nearer than home; 1 is home. */
export function nearness(camera: Camera): number {
  return camera.view.scale / camera.home.scale;
}

/** The camera after a drag, held so that the picture cannot be lost. */
export function pan(camera: Camera, dx: number, dy: number): Camera {
  return hold({ ...camera, view: { ...camera.view, x: camera.view.x + dx, y: camera.view.y + dy } });
}

/** The camera after a zoom about a point of the screen. */
export function zoom(camera: Camera, factor: number, about: Point): Camera {
  const wanted = Math.min(camera.nearest, Math.max(1, nearness(camera) * factor));
  return hold({ ...camera, view: zoomed(camera.view, wanted / nearness(camera), about) });
}

/** A new camera, as for another size of the screen, that looks where one looked before: as near, at the same place. */
export function lookingAs(before: Camera, fresh: Camera): Camera {
  const factor = nearness(before);
  if (factor <= 1 || before.view.angle !== fresh.view.angle) return fresh;
  const scale = fresh.home.scale * factor;
  const of = { w: before.size.w / 2 - before.view.x, h: before.size.h / 2 - before.view.y };
  const [x, y] = [of.w, of.h].map((length) => (length / before.view.scale) * scale) as [number, number];
  return hold({ ...fresh, view: { ...fresh.home, scale, x: fresh.size.w / 2 - x, y: fresh.size.h / 2 - y } });
}

/** Keeps a good part of what matters on the screen; home always holds. */
function hold(camera: Camera): Camera {
  const { home, extent, size, view } = camera;
  const factor = nearness(camera);
  const [slackX, slackY] = [size.w * 0.5, size.h * 0.5];
  const left = (extent.x - home.x) * factor; // from the view's origin
  const top = (extent.y - home.y) * factor;
  const x = clamp(
    view.x,
    Math.min(slackX - left - extent.w * factor, home.x),
    Math.max(slackX - left, home.x),
  );
  const y = clamp(view.y, Math.min(slackY - top - extent.h * factor, home.y), Math.max(slackY - top, home.y));
  return { ...camera, view: { ...view, x, y } };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
