/// <reference types="vite/client" />
import cn from 'circle-flags/flags/cn.svg?url&no-inline';
import eu from 'circle-flags/flags/eu.svg?url&no-inline';
import ru from 'circle-flags/flags/ru.svg?url&no-inline';
import ua from 'circle-flags/flags/ua.svg?url&no-inline';
import us from 'circle-flags/flags/us.svg?url&no-inline';
import nato from '../flags/nato.svg?url&no-inline';
import { type Point } from '../front/projection.ts';

type Pen = CanvasRenderingContext2D;

/** A seat's own signs: flag, accent, and a shape that tells it without colour. */
export type Insignia = Readonly<{ flag: HTMLCanvasElement | null; accent: string; shape: Path2D }>;

const FLAGS: Readonly<Record<string, string>> = { us, ru, eu, ua, nato, cn };
const FLAG_PIXELS = 128;

/** Shapes within a circle of radius 1. */
const SHAPES: Readonly<Record<string, Path2D>> = {
  us: new Path2D(starPath(5, 0.42)),
  ru: new Path2D('M-.72 -.72 H.72 V.72 H-.72 Z'),
  eu: ringPath(),
  ua: new Path2D('M0 -.95 L.88 .68 H-.88 Z'),
  nato: new Path2D(starPath(4, 0.3)),
  cn: new Path2D('M-.95 0 L-.48 -.82 H.48 L.95 0 L.48 .82 H-.48 Z'),
};
const NO_SHAPE = new Path2D('M-.5 -.5 H.5 V.5 H-.5 Z');

const flags = new Map<string, HTMLCanvasElement>();
let loading: Promise<unknown> | null = null;

/** Loads the flags once; each is painted small, so that drawing it again costs nothing. */
export async function loadFlags(): Promise<void> {
  loading ??= Promise.all(Object.entries(FLAGS).map(([seat, url]) => loadFlag(seat, url)));
  await loading;
}

async function loadFlag(seat: string, url: string): Promise<void> {
  const image = new Image(FLAG_PIXELS, FLAG_PIXELS);
  image.src = url;
  try {
    await image.decode();
  } catch {
    return; // the shape stands in for it
  }
  const canvas = document.createElement('canvas');
  canvas.width = FLAG_PIXELS;
  canvas.height = FLAG_PIXELS;
  canvas.getContext('2d')?.drawImage(image, 0, 0, FLAG_PIXELS, FLAG_PIXELS);
  flags.set(seat, canvas);
}

/** Reads the seats' accents from the page's custom properties `--seat-us` and so on. */
export function insigniaOf(element: Element): (seat: string) => Insignia {
  const style = getComputedStyle(element);
  const known = new Map<string, Insignia>();
  return (seat) => {
    const found = known.get(seat);
    if (found) return found;
    const insignia = {
      flag: flags.get(seat) ?? null,
      accent: style.getPropertyValue(`--seat-${seat}`).trim() || '#c9c2ae',
      shape: SHAPES[seat] ?? NO_SHAPE,
    };
    if (insignia.flag) known.set(seat, insignia);
    return insignia;
  };
}

/** Draws a seat's shape, filled. */
export function drawShape(pen: Pen, insignia: Insignia, at: Point, radius: number, colour: string): void {
  pen.save();
  pen.translate(at.x, at.y);
  pen.scale(radius, radius);
  pen.fillStyle = colour;
  pen.fill(insignia.shape, 'evenodd');
  pen.restore();
}

function starPath(tips: number, inner: number): string {
  const corners = Array.from({ length: tips * 2 }, (_corner, index) => {
    const radius = index % 2 === 0 ? 1 : inner;
    const turn = (index * Math.PI) / tips;
    return `${Math.sin(turn) * radius} ${-Math.cos(turn) * radius}`;
  });
  return `M${corners.join(' L')} Z`;
}

function ringPath(): Path2D {
  const path = new Path2D();
  path.arc(0, 0, 0.9, 0, Math.PI * 2);
  path.closePath();
  path.moveTo(0.42, 0);
  path.arc(0, 0, 0.42, 0, Math.PI * 2);
  return path;
}
