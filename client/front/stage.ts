import * as Phaser from 'phaser';
import { type Box, type Size } from './projection.ts';

type Pen = CanvasRenderingContext2D;

/**
 * A Phaser game on loan to one element: it draws when something changes and sleeps otherwise.
 *
 * Games are never destroyed but parked and lent again: destroying one while its loop sleeps does nothing.
 */
export type Stage = Readonly<{
  canvas: HTMLCanvasElement;
  scene: Phaser.Scene;
  size: () => Size; // CSS pixels, or larger ones on a wall: see grow
  grow: () => number; // CSS pixels to one of the stage's: above 1 on a projector, so that it reads from afar
  dpr: () => number; // device pixels to one of the stage's
  family: () => string; // the type of the element it stands in
  addSheet: () => Sheet; // the later above the earlier
  poke: (ms?: number) => void; // stay awake so long, 120 ms unless told
  play: (ms: number, step: (share: number) => void) => () => void; // 0 to 1; returns a way to stop
  onFrame: (draw: () => void) => void; // before each frame
  onResize: (paint: () => void) => void; // size, resolution or type changed
  isResting: () => boolean;
  close: () => void;
}>;

/** A picture the size of the stage or larger, painted with Canvas2D and shown by Phaser. */
export type Sheet = Readonly<{
  image: Phaser.GameObjects.Image;
  paint: (size: Size, draw: (pen: Pen) => void) => void; // size in CSS pixels
}>;

const MAX_DPR = 2;
const GROWS = { from: 1400, flat: 4 / 7, most: 2.5 }; // CSS pixels wide, and a share as high, above which all grows
const parked: Phaser.Game[] = [];
const waiting: ((game: Phaser.Game) => void)[] = []; // for the game that is being warmed
let isWarming = false;
let isWarm = false; // a game was started, and is lent or parked
let sheets = 0;

/** Opens a stage in an element. `onOpen` is called once Phaser has started, unless the stage is closed before. */
export function openStage(element: HTMLElement, onOpen: (stage: Stage) => void): { close: () => void } {
  let stage: Stage | null = null;
  let isClosed = false;
  const open = (game: Phaser.Game): void => {
    if (isClosed) {
      park(game);
      return;
    }
    stage = lend(game, element);
    onOpen(stage);
  };
  const spare = parked.pop();
  if (spare) open(spare);
  else if (isWarming) waiting.push(open);
  else start(open);
  return {
    close: () => {
      isClosed = true;
      stage?.close();
      stage = null;
    },
  };
}

/** Starts Phaser ahead, so that the first stage opens at once. */
export function warmStage(): void {
  if (isWarming || isWarm) return;
  isWarming = true;
  start((game) => {
    isWarming = false;
    const [first, ...others] = waiting.splice(0);
    if (first) first(game);
    else park(game);
    for (const open of others) start(open);
  });
}

/** Lays a game aside; one that is only starting falls asleep after its first frame. */
function park(game: Phaser.Game): void {
  parked.push(game);
  game.loop.sleep();
}

/** A box of the stage in CSS pixels. */
export function grown(box: Box | null | undefined, stage: Stage | null): Box | null {
  if (!box || !stage) return null;
  const by = stage.grow();
  return { x: box.x * by, y: box.y * by, w: box.w * by, h: box.h * by };
}

function start(onReady: (game: Phaser.Game) => void): void {
  const game = new Phaser.Game({
    type: Phaser.CANVAS,
    parent: null as unknown as undefined, // null: we place the canvas ourselves
    width: 64,
    height: 64,
    transparent: true,
    banner: false,
    autoFocus: false,
    audio: { noAudio: true },
    input: { mouse: false, touch: false, keyboard: false, gamepad: false },
    scale: { mode: Phaser.Scale.NONE, autoRound: true },
    scene: { key: 'stage', create: () => onReady(game) },
  });
  isWarm = true;
  game.events.on(Phaser.Core.Events.POST_RENDER, () => {
    if (parked.includes(game)) game.loop.sleep();
  });
}

function lend(game: Phaser.Game, element: HTMLElement): Stage {
  const scene = game.scene.getScene('stage');
  const canvas = game.canvas;
  const keys: string[] = [];
  const frames: (() => void)[] = [];
  const resizes: (() => void)[] = [];
  const motions = new Set<() => void>();
  let size: Size = { w: 0, h: 0 };
  let dpr = 1;
  let grow = 1;
  let awakeUntil = 0;

  const poke = (ms = 120): void => {
    awakeUntil = Math.max(awakeUntil, performance.now() + ms);
    if (!game.loop.running && size.w > 0) game.loop.wake();
  };
  const beforeFrame = (): void => {
    for (const step of motions) step();
    for (const draw of frames) draw();
  };
  const afterFrame = (): void => {
    if (motions.size === 0 && performance.now() > awakeUntil) game.loop.sleep();
  };
  const fit = (): void => {
    const outer = { w: element.clientWidth, h: element.clientHeight };
    const sharp = Math.min(MAX_DPR, window.devicePixelRatio || 1);
    if (outer.w === 0 || outer.h === 0) {
      size = { w: 0, h: 0 };
      game.loop.sleep();
      return;
    }
    // A wall is read from farther away: its styles say from which width the map grows.
    const from = Number(getComputedStyle(element).getPropertyValue('--map-width')) || GROWS.from;
    const larger = Math.min(outer.w / from, outer.h / (from * GROWS.flat));
    const grown = Math.min(GROWS.most, Math.max(1, larger));
    const wanted = { w: outer.w / grown, h: outer.h / grown };
    if (wanted.w === size.w && wanted.h === size.h && sharp * grown === dpr) return;
    size = wanted;
    grow = grown;
    dpr = sharp * grown;
    game.scale.resize(Math.round(outer.w * sharp), Math.round(outer.h * sharp));
    repaint();
  };
  const repaint = (): void => {
    if (size.w === 0) return;
    for (const paint of resizes) paint();
    poke(200);
  };

  if (getComputedStyle(element).position === 'static') element.style.position = 'relative';
  Object.assign(canvas.style, {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    display: 'block',
  });
  canvas.style.touchAction = 'none';
  canvas.setAttribute('aria-hidden', 'true'); // the DOM mirror tells it
  element.append(canvas);
  scene.events.on(Phaser.Scenes.Events.UPDATE, beforeFrame);
  game.events.on(Phaser.Core.Events.POST_RENDER, afterFrame);
  const watcher = new ResizeObserver(fit);
  watcher.observe(element);
  window.addEventListener('resize', fit);
  document.fonts.addEventListener('loadingdone', repaint);
  fit();

  return {
    canvas,
    scene,
    size: () => size,
    grow: () => grow,
    dpr: () => dpr,
    family: () => getComputedStyle(element).fontFamily || 'sans-serif',
    addSheet: () => addSheet(scene, keys, () => dpr),
    poke,
    play: (ms, step) => {
      const began = performance.now();
      const motion = (): void => {
        const share = Math.min(1, (performance.now() - began) / ms);
        if (share === 1) motions.delete(motion);
        step(share);
      };
      motions.add(motion);
      poke();
      return () => motions.delete(motion);
    },
    onFrame: (draw) => frames.push(draw),
    onResize: (paint) => resizes.push(paint),
    isResting: () => !game.loop.running,
    close: () => {
      watcher.disconnect();
      window.removeEventListener('resize', fit);
      document.fonts.removeEventListener('loadingdone', repaint);
      scene.events.off(Phaser.Scenes.Events.UPDATE, beforeFrame);
      game.events.off(Phaser.Core.Events.POST_RENDER, afterFrame);
      motions.clear();
      scene.children.removeAll(true);
      for (const key of keys) scene.textures.remove(key);
      canvas.remove();
      park(game);
    },
  };
}

function addSheet(scene: Phaser.Scene, keys: string[], dpr: () => number): Sheet {
  const image = scene.add.image(0, 0, '__DEFAULT').setOrigin(0, 0);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  let key = '';
  return {
    image,
    paint: (size, draw) => {
      const [w, h] = [Math.round(size.w * dpr()), Math.round(size.h * dpr())];
      if (!pen || w === 0 || h === 0) return;
      const isNew = key === '' || canvas.width !== w || canvas.height !== h;
      if (isNew) {
        canvas.width = w;
        canvas.height = h;
      }
      pen.reset();
      pen.textRendering = 'geometricPrecision'; // or spaces are lost where a pixel is not a pixel
      pen.scale(dpr(), dpr());
      draw(pen);
      if (!isNew) {
        scene.textures.get(key).source[0]?.update();
        return;
      }
      const old = key;
      key = `sheet-${(sheets += 1)}`;
      keys.push(key);
      // Not createCanvas: it would read the pixels back and keep a copy.
      scene.textures.create(key, canvas, w, h)?.add('__BASE', 0, 0, 0, w, h);
      image.setTexture(key);
      if (old !== '') {
        keys.splice(keys.indexOf(old), 1);
        scene.textures.remove(old);
      }
    },
  };
}
