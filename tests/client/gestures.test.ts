import { beforeEach, describe, expect, test } from 'vitest';
import { listen } from '../../client/front/gestures.ts';
import { type Camera, homeCamera, lookingAs, nearness, pan, zoom } from '../../client/front/camera.ts';

const SIZE = { w: 400, h: 300 };

/** A canvas as far as gestures know it: twice as wide on the page as in its own pixels. */
function canvasOf(): HTMLCanvasElement {
  return Object.assign(new EventTarget(), {
    setPointerCapture: () => {},
    getBoundingClientRect: () => ({ left: 10, top: 20, width: 800, height: 600 }),
  }) as unknown as HTMLCanvasElement;
}

let canvas = canvasOf();
let asked: { pan: [number, number][]; zoom: [number, number, number][]; tap: [number, number][] };

beforeEach(() => {
  canvas = canvasOf();
  asked = { pan: [], zoom: [], tap: [] };
  listen(canvas, () => SIZE, {
    onPan: (dx, dy) => asked.pan.push([dx, dy]),
    onZoom: (factor, { x, y }) => asked.zoom.push([factor, x, y]),
    onTap: ({ x, y }) => asked.tap.push([x, y]),
    onHover: () => {},
  });
});

/** A finger in the canvas's own pixels. */
function finger(type: string, pointerId: number, x: number, y: number): void {
  const at = { clientX: 10 + x * 2, clientY: 20 + y * 2, button: 0, pointerType: 'touch', pointerId };
  canvas.dispatchEvent(Object.assign(new Event(`pointer${type}`), at));
}

describe('two fingers', () => {
  test('apart: the map grows as they spread, about the middle between them', () => {
    finger('down', 1, 180, 150);
    finger('down', 2, 220, 150);
    finger('move', 1, 160, 150);
    finger('move', 2, 240, 150);
    const grown = asked.zoom.reduce((all, [factor]) => all * factor, 1);
    expect(grown).toBeCloseTo(2); // 40 pixels between them became 80
    expect(asked.zoom.at(-1)?.slice(1)).toEqual([200, 150]);
  });

  test('together: it shrinks by as much', () => {
    finger('down', 1, 100, 150);
    finger('down', 2, 300, 150);
    finger('move', 1, 150, 150);
    finger('move', 2, 250, 150);
    expect(asked.zoom.reduce((all, [factor]) => all * factor, 1)).toBeCloseTo(0.5);
  });

  test('side by side: it goes with them and keeps its size', () => {
    finger('down', 1, 100, 100);
    finger('down', 2, 200, 100);
    finger('move', 1, 100, 130);
    finger('move', 2, 200, 130);
    expect(asked.pan.reduce((sum, [, dy]) => sum + dy, 0)).toBeCloseTo(30);
    expect(asked.zoom.reduce((all, [factor]) => all * factor, 1)).toBeCloseTo(1);
  });

  test('what lay between them when they began lies between them when they end', () => {
    const home = { angle: 0, scale: 1, x: 0, y: 0 };
    let camera: Camera = homeCamera(home, { x: 0, y: 0, ...SIZE }, SIZE, 10);
    const target = canvasOf();
    listen(target, () => SIZE, {
      onPan: (dx, dy) => (camera = pan(camera, dx, dy)),
      onZoom: (factor, about) => (camera = zoom(camera, factor, about)),
      onTap: () => {},
      onHover: () => {},
    });
    canvas = target;
    finger('down', 1, 180, 140);
    finger('down', 2, 220, 160);
    for (let step = 1; step <= 20; step++) {
      finger('move', 1, 180 - step * 3, 140 - step);
      finger('move', 2, 220 + step * 3, 160 + step);
    }
    expect(nearness(camera)).toBeCloseTo(Math.hypot(160, 60) / Math.hypot(40, 20), 1);
    // The place that was in the middle, (200, 150), is still there.
    expect(camera.view.x + 200 * camera.view.scale).toBeCloseTo(200, 0);
    expect(camera.view.y + 150 * camera.view.scale).toBeCloseTo(150, 0);
  });

  test('choose nothing, and the one that stays drags on', () => {
    finger('down', 1, 100, 100);
    finger('down', 2, 200, 100);
    finger('up', 2, 200, 100);
    finger('move', 1, 120, 100);
    finger('up', 1, 120, 100);
    expect(asked.tap).toEqual([]);
    expect(asked.pan).toEqual([[20, 0]]);
    expect(asked.zoom).toEqual([]);
  });
});

describe('one finger', () => {
  test('that hardly moves chooses', () => {
    finger('down', 1, 100, 100);
    finger('move', 1, 102, 101);
    finger('up', 1, 102, 101);
    expect(asked).toEqual({ pan: [], zoom: [], tap: [[100, 100]] });
  });

  test('that moves drags, and chooses nothing', () => {
    finger('down', 1, 100, 100);
    finger('move', 1, 130, 110);
    finger('up', 1, 130, 110);
    expect(asked).toEqual({ pan: [[30, 10]], zoom: [], tap: [] });
  });

  test('that the page takes away chooses nothing', () => {
    finger('down', 1, 100, 100);
    finger('cancel', 1, 100, 100);
    expect(asked.tap).toEqual([]);
  });
});

describe('another size of the screen', () => {
  const cameraOf = (w: number, h: number): Camera =>
    homeCamera({ angle: 0, scale: w / 400, x: 0, y: 0 }, { x: 0, y: 0, w, h }, { w, h }, 10);

  test('keeps what lies in the middle there, and as near', () => {
    const near = pan(zoom(cameraOf(400, 300), 3, { x: 200, y: 150 }), 40, -25);
    const wider = lookingAs(near, cameraOf(800, 600));
    expect(nearness(wider)).toBeCloseTo(3);
    const middle = ({ view, size }: Camera) => [
      (size.w / 2 - view.x) / view.scale,
      (size.h / 2 - view.y) / view.scale,
    ];
    expect(middle(wider)[0]).toBeCloseTo(middle(near)[0]!);
    expect(middle(wider)[1]).toBeCloseTo(middle(near)[1]!);
  });

  test('shows the whole again to who saw the whole', () => {
    const fresh = cameraOf(800, 600);
    expect(lookingAs(cameraOf(400, 300), fresh)).toBe(fresh);
  });
});
