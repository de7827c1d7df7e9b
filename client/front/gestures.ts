import { type Point, type Size } from './projection.ts';

/** What pointers ask of a picture; points in the picture's own pixels from its upper left corner. */
export type GestureHandlers = Readonly<{
  onPan: (dx: number, dy: number) => void;
  onZoom: (factor: number, about: Point) => void;
  onTap: (at: Point) => void;
  onHover: (at: Point | null) => void;
}>;

const SLOP = 6; // CSS pixels before a press is a drag

/**
 * Listens to mouse, pen and touch: drag pans, wheel and pinch zoom, a tap chooses.
 *
 * The DOM's events, not Phaser's: a sleeping loop handles no input.
 *
 * @param size of the picture in its own pixels, which may be larger than the page's
 * @returns a way to stop listening
 */
export function listen(canvas: HTMLCanvasElement, size: () => Size, handlers: GestureHandlers): () => void {
  const pointers = new Map<number, Point>();
  let from: Point | null = null; // of a press that may still be a tap
  let spread = 0; // between two fingers

  const place = (event: MouseEvent): Point => {
    const box = canvas.getBoundingClientRect();
    const share = size().w / Math.max(1, box.width);
    return { x: (event.clientX - box.left) * share, y: (event.clientY - box.top) * share };
  };
  const measure = (): { middle: Point; spread: number } => {
    const [a, b] = [...pointers.values()];
    if (!a || !b) return { middle: a ?? { x: 0, y: 0 }, spread: 0 };
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, spread: Math.hypot(a.x - b.x, a.y - b.y) };
  };

  const down = (event: PointerEvent): void => {
    if (event.button > 0) return;
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    from = pointers.size === 1 ? place(event) : null;
    spread = measure().spread;
  };
  const move = (event: PointerEvent): void => {
    const before = pointers.get(event.pointerId);
    const at = place(event);
    if (!before) {
      if (event.pointerType === 'mouse') handlers.onHover(at);
      return;
    }
    if (from && Math.hypot(at.x - from.x, at.y - from.y) < SLOP) return;
    from = null;
    pointers.set(event.pointerId, at);
    handlers.onPan((at.x - before.x) / pointers.size, (at.y - before.y) / pointers.size);
    if (pointers.size !== 2) return;
    const now = measure();
    if (spread > 0 && now.spread > 0) handlers.onZoom(now.spread / spread, now.middle);
    spread = now.spread;
  };
  const up = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    if (from && event.type === 'pointerup') handlers.onTap(from);
    from = null;
    spread = measure().spread;
  };
  const leave = (): void => handlers.onHover(null);
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 24 : 1;
    const step = Math.max(-120, Math.min(120, event.deltaY * lines));
    handlers.onZoom(Math.exp(-step / 420), place(event));
  };

  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('wheel', wheel, { passive: false });
  return () => {
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', up);
    canvas.removeEventListener('pointercancel', up);
    canvas.removeEventListener('pointerleave', leave);
    canvas.removeEventListener('wheel', wheel);
  };
}
