import { type Camera, homeCamera, lookingAs, nearness, pan, zoom } from './camera.ts';
import { arrangeCards } from './arrangement.ts';
import { type Card, type CardKind, cardSize, drawCard, drawThread, nearestOf } from './cards.ts';
import { geography } from './geography.ts';
import { listen } from './gestures.ts';
import { paintGround } from './ground.ts';
import { placeLabels } from './labels.ts';
import { type Legend, drawLegend, drawScale, layLegend } from './legend.ts';
import { type FrontHandlers, type FrontModel, type FrontSector } from './model.ts';
import { paletteOf } from './palette.ts';
import {
  type Box,
  type Point,
  type View,
  angleFor,
  boundsOf,
  contains,
  fitView,
  overlaps,
  toScreen,
} from './projection.ts';
import { type Emphasis, drawEnds, drawMarks, drawSector, forceBoxes, markBox, grainOf } from './sectors.ts';
import { type Stage } from './stage.ts';
import { type Stretch, distanceTo, stationAt, stretchOf } from './stretch.ts';

type Pen = CanvasRenderingContext2D;
/** Something Phaser can put somewhere. */
type Placed = { setPosition: (x: number, y: number) => unknown };
/** A sector that sends rings: how far they have come, how many there are, how far they go. */
type Ring = { id: string; share: number; times: number; reach: number };

/** The front on a stage. */
export type FrontScene = Readonly<{
  show: (model: FrontModel) => void;
  boxOf: (id: string) => Box | null;
  zoomBy: (factor: number) => void;
  panBy: (dx: number, dy: number) => void;
  reset: () => void;
  stop: () => void;
}>;

const SETTLE = 160; // ms after the last gesture before names and cards are placed anew
const PULSE = 45_000; // ms between the rings of incidents that are not over
const FRAME = 56; // CSS pixels above the legend that scale and north take
const MARGIN = 0.2; // of the screen, painted beyond each edge so that a drag shows no gap
const ROOMY = 540_000; // square CSS pixels that sixteen full cards need
const NEAREST = 10; // times the whole front
const REACH = 16; // CSS pixels from a line at which a tap still means it

/** Puts the front on a stage: static ground below, the sectors above, repainted only when something changes. */
export function frontScene(stage: Stage, first: FrontModel, handlers: FrontHandlers): FrontScene {
  const map = geography();
  const ground = stage.addSheet();
  const front = stage.addSheet();
  const waves = stage.scene.add.graphics(); // rings that spread: drawn anew in each frame, so kept apart
  const frame = stage.addSheet(); // legend and scale, which stay while the map moves
  const ruler = document.createElement('canvas').getContext('2d'); // measures, never shown
  if (ruler) ruler.textRendering = 'geometricPrecision'; // as the sheets
  const rings = new Set<Ring>();
  let model = first;
  let shown = new Map(first.sectors.map((sector) => [sector.id, sector]));
  let hovered: string | null = null;
  let camera = fitCamera();
  let painted: View = camera.view; // the view in which the ground is painted
  let legend: Legend = { box: { x: 0, y: 0, w: 0, h: 0 }, rows: [], note: [], beside: null };
  let cards: readonly Card[] = []; // placed for `arranged`
  let arranged: View = camera.view;
  let stretches: readonly Stretch[] = []; // laid for `laid`, and painted there
  let laid: View = camera.view;
  let isStale = true; // the sectors are to be painted before the next frame
  let settling = 0;
  let pulsing = 0;
  let isReady = false;
  let stopMotion = (): void => {};

  function kind(): CardKind {
    const { w, h } = stage.size();
    return w < 620 || w * h < ROOMY ? 'brief' : 'full';
  }

  /** The whole front between header and legend, with room for cards. */
  function fitCamera(): Camera {
    const size = stage.size();
    const foot = ruler ? layLegend(ruler, model, paletteOf(model.theme), stage.family(), size, 1).box.h : 0;
    // Cards stand to the right of the southern end; on a phone to both sides.
    const [left, right] = size.w < 620 ? [74, 74] : [44, 120];
    const frame = {
      x: left,
      y: 34,
      w: Math.max(60, size.w - left - right),
      h: Math.max(60, size.h - foot - 34 - 40),
    };
    const places = map.sectors.flatMap((sector) => sector.line);
    const home = fitView(places, frame, angleFor(size), size.w < 620 ? 0.5 : 0.3);
    return homeCamera(home, boundsOf(places.map((place) => toScreen(home, place))), size, NEAREST);
  }

  /** Places cards and names for the present view and paints the ground for it. */
  function settle(): void {
    const size = stage.size();
    if (!ruler || size.w === 0) return;
    const palette = paletteOf(model.theme);
    const family = stage.family();
    const dpr = stage.dpr();
    legend = layLegend(ruler, model, palette, family, size, dpr);
    layStretches();
    arrange(ruler, family);

    const { x: mx, y: my } = margins();
    const whole = { w: size.w + 2 * mx, h: size.h + 2 * my };
    const view = { ...camera.view, x: camera.view.x + mx, y: camera.view.y + my };
    const shift = (box: Box): Box => ({ ...box, x: box.x + mx, y: box.y + my });
    const labels = placeLabels(ruler, map, {
      view,
      size: whole,
      screen: shift({ x: 0, y: 0, ...size }),
      taken: [
        ...cards.flatMap((card) => [card.box, ...threadBoxes(card)]),
        legend.box,
        scaleBox(),
        buttonBox(),
        ...forceMarks(),
        ...stretches.map((stretch) => markBox(stretch, grainOf(camera.view))),
      ].map(shift),
      line: linePoints().map((at) => ({ x: at.x + mx, y: at.y + my })),
      fence: 14 * grainOf(camera.view),
      nearness: nearness(camera),
      family,
    });
    ground.paint(whole, (sheet) =>
      paintGround(sheet, { geography: map, view, size: whole, palette, family, labels, dpr }),
    );
    painted = camera.view;
    isStale = true;
    paintFrame();
    stage.poke();
  }

  /** CSS pixels painted beyond each edge. */
  function margins(): Point {
    const { w, h } = stage.size();
    return { x: Math.round(w * MARGIN), y: Math.round(h * MARGIN) };
  }

  function layStretches(): void {
    laid = camera.view;
    stretches = map.sectors.flatMap((line) => (shown.has(line.id) ? [stretchOf(line, camera.view)] : []));
  }

  function linePoints(): Point[] {
    return stretches.flatMap((stretch) =>
      stretch.stations.filter((_one, index) => index % 3 === 0).map((one) => one.at),
    );
  }

  function forceMarks(): Box[] {
    return stretches.flatMap((stretch) => {
      const sector = shown.get(stretch.id);
      return sector ? forceBoxes(sector, stretch, grainOf(camera.view)) : [];
    });
  }

  /** About where the names stand that a card had better leave free. */
  function weightyNames(): Box[] {
    const labels = map.labels.filter(
      (label) => label.kind === 'large' || label.name === 'CRIMEA' || label.name === 'BELARUS',
    );
    const capitals = map.places.filter((place) => place.rank === 1);
    return [
      ...labels.map((label) =>
        around(toScreen(camera.view, label.at), label.kind === 'large' ? 124 : 76, 20),
      ),
      ...capitals.map((place) => around(toScreen(camera.view, place.at), 60, 16)),
    ];
  }

  function scaleBox(): Box {
    return { x: 14, y: legend.box.y - 44, w: 190, h: 36 };
  }

  /** Where the page lays its buttons over the map. */
  function buttonBox(): Box {
    const by = stage.grow();
    return { x: 8 / by, y: 8 / by, w: 44 / by, h: 126 / by };
  }

  function arrange(pen: Pen, family: string): void {
    const size = stage.size();
    const screen = { x: 0, y: 0, w: size.w, h: legend.box.y };
    const sizes = new Map(
      model.sectors.map((sector) => [sector.id, cardSize(pen, sector, model.legend, kind(), family)]),
    );
    cards = arrangeCards({
      size: { w: size.w, h: legend.box.y },
      // Only the part on the screen is spoken of.
      stretches: stretches.flatMap((stretch) => {
        const stations = stretch.stations.filter((station) => contains(screen, station.at));
        return stations.length < 4 ? [] : [{ ...stretch, stations, length: stations.length * 3 }];
      }),
      sizes: new Map([...sizes].map(([id, { w, h }]) => [id, { w, h }])),
      line: linePoints(),
      taken: [scaleBox(), buttonBox()],
      avoid: forceMarks(),
      spare: weightyNames(),
    });
    arranged = camera.view;
  }

  /** A card in another view than it was placed for: it keeps its distance from its anchor. */
  function carried(card: Card, view: View): Card {
    const factor = view.scale / arranged.scale;
    const anchor = {
      x: view.x + (card.anchor.x - arranged.x) * factor,
      y: view.y + (card.anchor.y - arranged.y) * factor,
    };
    const [dx, dy] = [anchor.x - card.anchor.x, anchor.y - card.anchor.y];
    return { ...card, anchor, box: { ...card.box, x: card.box.x + dx, y: card.box.y + dy } };
  }

  function emphasisOf(sector: FrontSector): Emphasis {
    const choosing = model.sectors.some((one) => one.target);
    return {
      selected: sector.id === model.selected,
      hovered: sector.id === hovered,
      lit: sector.lit,
      dimmed: choosing && !sector.target && sector.id !== model.selected,
    };
  }

  function paintFront(pen: Pen): void {
    const palette = paletteOf(model.theme);
    const family = stage.family();
    const told = stretches.flatMap((stretch) => {
      const sector = shown.get(stretch.id);
      return sector ? [{ stretch, sector, emphasis: emphasisOf(sector) }] : [];
    });
    const grain = grainOf(laid);
    for (const { stretch, sector, emphasis } of told)
      drawSector(pen, sector, stretch, palette, emphasis, grain);
    for (const { stretch } of told) drawEnds(pen, stretch, palette, grain);
    const placed = cards.flatMap((one) => {
      const card = carried(one, laid);
      const sector = shown.get(card.id);
      return sector ? [{ card, sector, emphasis: emphasisOf(sector) }] : [];
    });
    for (const { card, emphasis } of placed) drawThread(pen, card, palette, emphasis);
    for (const { stretch, sector } of told) drawMarks(pen, sector, stretch, palette, grain);
    const order = [...model.sectors.keys()];
    for (const { card, sector, emphasis } of placed) {
      const number = (order.find((index) => model.sectors[index]?.id === sector.id) ?? 0) + 1;
      const paint = {
        number,
        words: model.legend,
        palette,
        family,
        dpr: stage.dpr(),
        emphasis,
        kind: kind(),
      };
      drawCard(pen, sector, card, paint);
    }
  }

  /** Legend and scale: above everything, and still while the map moves. */
  function paintFrame(): void {
    const size = stage.size();
    const palette = paletteOf(model.theme);
    const family = stage.family();
    const top = Math.max(0, legend.box.y - FRAME);
    frame.paint({ w: size.w, h: size.h - top }, (pen) => {
      pen.translate(0, -top);
      drawLegend(pen, legend, palette, family);
      const at = { x: 18, y: legend.box.y - 14 };
      drawScale(pen, camera.view, model.legend.miles, palette, family, at);
    });
    frame.image.setPosition(0, top * stage.dpr());
  }

  /** Rings spread from the middle of a sector: one for each rung of its incident, or where the story is. */
  function drawWaves(): void {
    waves.clear();
    if (rings.size === 0) return;
    const palette = paletteOf(model.theme);
    const dpr = stage.dpr();
    const factor = camera.view.scale / laid.scale;
    for (const ring of rings) {
      const stretch = stretches.find((one) => one.id === ring.id);
      const at = stretch && stationAt(stretch, 0).at;
      if (!at) continue;
      const x = (camera.view.x + (at.x - laid.x) * factor) * dpr;
      const y = (camera.view.y + (at.y - laid.y) * factor) * dpr;
      const turn = (ring.share * ring.times) % 1;
      if (ring.share === 0) continue;
      waves.lineStyle((3 * (1 - turn) + 0.6) * dpr, numberOf(palette.alert), 1 - turn);
      waves.strokeCircle(x, y, (8 + turn * ring.reach) * dpr);
    }
  }

  /** Moves a picture that was painted in another view to where it belongs now. */
  function follow(image: { setScale: (by: number) => Placed }, from: View): void {
    const dpr = stage.dpr();
    const factor = camera.view.scale / from.scale;
    const margin = margins();
    const x = (camera.view.x - (from.x + margin.x) * factor) * dpr;
    const y = (camera.view.y - (from.y + margin.y) * factor) * dpr;
    // Whole pixels while only dragged: sharp, and far cheaper to copy.
    const isDragged = factor === 1;
    image.setScale(factor).setPosition(isDragged ? Math.round(x) : x, isDragged ? Math.round(y) : y);
  }

  function beforeFrame(): void {
    if (isStale) {
      const size = stage.size();
      const margin = margins();
      front.paint({ w: size.w + 2 * margin.x, h: size.h + 2 * margin.y }, (pen) => {
        pen.translate(margin.x, margin.y);
        paintFront(pen);
      });
    }
    follow(ground.image, painted);
    follow(front.image, laid);
    drawWaves();
    if (!isStale) return;
    isStale = false;
    if (isReady) return;
    isReady = true;
    handlers.onReady?.();
  }

  /** A drag moves the pictures; a zoom lays the lines anew, and so does a drag beyond what is painted. */
  function moved(next: Camera): void {
    camera = next;
    const margin = margins();
    const { x, y, scale } = camera.view;
    window.clearTimeout(settling);
    if (scale !== laid.scale) {
      layStretches();
      isStale = true;
      paintFrame();
    } else if (Math.abs(x - laid.x) > margin.x || Math.abs(y - laid.y) > margin.y) {
      settle();
      return;
    }
    stage.poke();
    settling = window.setTimeout(settle, SETTLE);
  }

  /** The size or the type has changed: who has gone near stays there. */
  function refit(): void {
    camera = lookingAs(camera, fitCamera());
    settle();
  }

  function goHome(): void {
    camera = fitCamera();
    settle();
  }

  function sectorAt(at: Point): string | null {
    if (contains(legend.box, at)) return null;
    const card = cards.findLast((one) => contains(carried(one, camera.view).box, at));
    if (card) return card.id;
    const there = { x: at.x - camera.view.x + laid.x, y: at.y - camera.view.y + laid.y };
    let nearest: { id: string; distance: number } | null = null;
    for (const stretch of stretches) {
      const distance = distanceTo(stretch, there);
      if (distance < REACH && distance < (nearest?.distance ?? Infinity))
        nearest = { id: stretch.id, distance };
    }
    return nearest?.id ?? null;
  }

  /** Figures run from what was shown to what is; new incidents ring, and so does where the story is. */
  function change(next: FrontModel): void {
    const before = shown;
    const fresh = next.sectors.filter((one) => {
      const was = before.get(one.id);
      return (one.incident && one.incident !== was?.incident) || (one.lit && !was?.lit);
    });
    const draw = (share: number): void => {
      shown = new Map(
        next.sectors.map((sector) => [sector.id, between(before.get(sector.id), sector, share)]),
      );
      isStale = true;
    };
    stopMotion();
    rings.clear();
    if (next.reducedMotion) {
      draw(1);
      stage.poke();
      return;
    }
    const moving = next.sectors.some((sector) => differs(before.get(sector.id), sector));
    draw(moving ? 0 : 1);
    const stopFigures = moving ? stage.play(600, (share) => draw(ease(share))) : () => {};
    const stopRings = ring(fresh, 3);
    stopMotion = () => {
      stopFigures();
      stopRings();
    };
    stage.poke();
  }

  /** Sends rings from some sectors, `times` one after the other; returns a way to stop. */
  function ring(sectors: readonly FrontSector[], times: number): () => void {
    if (sectors.length === 0) return () => {};
    const sent = sectors.map((sector): Ring => ({ id: sector.id, share: 0, times, reach: reachOf(sector) }));
    for (const one of sent) rings.add(one);
    const end = (): void => {
      for (const one of sent) rings.delete(one);
    };
    const stop = stage.play(800 * times, (share) => {
      for (const one of sent) one.share = share;
      if (share === 1) end();
    });
    return () => {
      stop();
      end();
    };
  }

  /** What has not been settled is not forgotten: now and then it rings once. */
  function pulse(): void {
    if (model.reducedMotion || document.hidden || rings.size > 0) return;
    ring(
      model.sectors.filter((sector) => sector.incident),
      1,
    );
  }

  /** What a zoom by button or key means: the chosen sector, else the part of the front nearest to the middle. */
  function heart(): Point {
    const size = stage.size();
    const middle = { x: size.w / 2, y: legend.box.y / 2 };
    const chosen = stretches.find((one) => one.id === model.selected);
    if (chosen) return stationAt(chosen, 0).at;
    const far = ({ x, y }: Point): number => Math.hypot(x - middle.x, y - middle.y);
    return linePoints().reduce((best, at) => (far(at) < far(best) ? at : best), { x: Infinity, y: Infinity });
  }

  /** A zoom about a point that comes nearer to the middle with it, as far as the map may be moved. */
  function closer(from: Camera, factor: number, about: Point): Camera {
    const near = zoom(from, factor, about);
    const share = Math.max(0, 1 - from.view.scale / near.view.scale);
    return pan(near, (stage.size().w / 2 - about.x) * share, (legend.box.y / 2 - about.y) * share);
  }

  /** A sector that is chosen in the list comes into sight. */
  function seek(id: string | null): void {
    const screen = { x: 0, y: 0, w: stage.size().w, h: legend.box.y };
    const stretch = stretches.find((one) => one.id === id);
    if (!stretch || laid !== camera.view || stretch.stations.some(({ at }) => contains(screen, at))) return;
    const { at } = stationAt(stretch, 0);
    moved(pan(camera, screen.w / 2 - at.x, screen.h / 2 - at.y));
  }

  function show(next: FrontModel): void {
    const needsGround = !sameGround(model, next);
    const isChosen = next.selected !== model.selected;
    model = next;
    change(next);
    if (needsGround) refit();
    if (isChosen) seek(next.selected);
  }

  const deaf = listen(stage.canvas, stage.size, {
    onPan: (dx, dy) => moved(pan(camera, dx, dy)),
    onZoom: (factor, about) => moved(zoom(camera, factor, about)),
    onTap: (at) => {
      const id = sectorAt(at);
      if (id) handlers.onSelect(id);
    },
    onHover: (at) => {
      const id = at ? sectorAt(at) : null;
      stage.canvas.style.cursor = id ? 'pointer' : 'grab';
      if (id === hovered) return;
      hovered = id;
      isStale = true;
      stage.poke();
    },
  });
  stage.onFrame(beforeFrame);
  stage.onResize(refit);
  settle();
  pulse();
  pulsing = window.setInterval(pulse, PULSE);

  return {
    show,
    boxOf: (id) => {
      const card = cards.find((one) => one.id === id);
      if (!card) return null;
      const { box } = carried(card, camera.view);
      const size = stage.size();
      return overlaps(box, { x: 0, y: 0, w: size.w, h: size.h }) ? box : null;
    },
    zoomBy: (factor) => {
      const from = camera;
      const about = heart();
      if (model.reducedMotion) moved(closer(from, factor, about));
      else stage.play(180, (share) => moved(closer(from, factor ** ease(share), about)));
    },
    panBy: (dx, dy) => moved(pan(camera, dx, dy)),
    reset: goHome,
    stop: () => {
      window.clearTimeout(settling);
      window.clearInterval(pulsing);
      stopMotion();
      deaf();
    },
  };
}

/** A clash is seen from farther away than an incident. */
function reachOf({ incident }: FrontSector): number {
  return incident === 'clash' ? 54 : incident === 'crisis' ? 40 : 28;
}

/** The boxes along a card's thread that names had better leave free. */
function threadBoxes({ anchor, box }: Card): Box[] {
  const end = nearestOf(box, anchor);
  const steps = Math.ceil(Math.hypot(end.x - anchor.x, end.y - anchor.y) / 8);
  return Array.from({ length: steps }, (_none, step) => {
    const share = (step + 0.5) / steps;
    return around(
      { x: anchor.x + (end.x - anchor.x) * share, y: anchor.y + (end.y - anchor.y) * share },
      8,
      8,
    );
  });
}

/** A colour of the palette as Phaser wants it. */
function numberOf(hex: string): number {
  return Number.parseInt(hex.slice(1), 16);
}

function around(at: Point, w: number, h: number): Box {
  return { x: at.x - w / 2, y: at.y - h / 2, w, h };
}

function ease(share: number): number {
  return 1 - (1 - share) ** 3;
}

/** Whether the static picture and the places of the cards are the same for both. */
function sameGround(a: FrontModel, b: FrontModel): boolean {
  const key = (model: FrontModel): string =>
    JSON.stringify([
      model.theme,
      model.freezeNote,
      model.legend,
      model.sectors.map((sector) => [sector.id, sector.name, sector.miles, sector.hot]),
    ]);
  return key(a) === key(b);
}

function differs(before: FrontSector | undefined, after: FrontSector): boolean {
  if (!before) return false;
  return (
    before.tension !== after.tension ||
    before.guardrails !== after.guardrails ||
    before.fortification !== after.fortification ||
    before.forces.east !== after.forces.east ||
    before.forces.west !== after.forces.west
  );
}

function between(before: FrontSector | undefined, after: FrontSector, share: number): FrontSector {
  if (!before || share === 1) return after;
  const mix = (a: number, b: number): number => a + (b - a) * share;
  return {
    ...after,
    tension: mix(before.tension, after.tension),
    guardrails: mix(before.guardrails, after.guardrails),
    fortification: mix(before.fortification, after.fortification),
    forces: {
      east: mix(before.forces.east, after.forces.east),
      west: mix(before.forces.west, after.forces.west),
    },
  };
}
