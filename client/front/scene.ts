import { type Camera, homeCamera, nearness, pan, zoom } from './camera.ts';
import { arrangeCards } from './arrangement.ts';
import { type Card, type CardKind, cardSize, drawCard, drawThread } from './cards.ts';
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
import { type Emphasis, drawEnds, drawMarks, drawSector, forceBoxes, grainOf } from './sectors.ts';
import { type Stage } from './stage.ts';
import { type Stretch, distanceTo, stretchOf } from './stretch.ts';

type Pen = CanvasRenderingContext2D;

/** The front on a stage. */
export type FrontScene = Readonly<{
  show: (model: FrontModel) => void;
  boxOf: (id: string) => Box | null;
  zoomBy: (factor: number) => void;
  reset: () => void;
  stop: () => void;
}>;

const SETTLE = 160; // ms after the last gesture before names and cards are placed anew
const MARGIN = 0.15; // of the screen, painted beyond each edge so that a drag shows no gap
const ROOMY = 540_000; // square CSS pixels that sixteen full cards need
const NEAREST = 10; // times the whole front
const REACH = 16; // CSS pixels from a line at which a tap still means it

/** Puts the front on a stage: static ground below, the sectors above, repainted only when something changes. */
export function frontScene(stage: Stage, first: FrontModel, handlers: FrontHandlers): FrontScene {
  const map = geography();
  const ground = stage.addSheet();
  const front = stage.addSheet();
  const ruler = document.createElement('canvas').getContext('2d'); // measures, never shown
  const rings = new Set<{ id: string; share: number }>(); // incidents just reported
  let model = first;
  let shown = new Map(first.sectors.map((sector) => [sector.id, sector]));
  let hovered: string | null = null;
  let camera = fitCamera();
  let painted: View = camera.view; // the view in which the ground is painted
  let legend: Legend = { box: { x: 0, y: 0, w: 0, h: 0 }, rows: [], note: [] };
  let cards: readonly Card[] = []; // placed for `arranged`
  let arranged: View = camera.view;
  let stretches: readonly Stretch[] = [];
  let isStale = true; // the sectors are to be painted before the next frame
  let settling = 0;
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

    const [mx, my] = [Math.round(size.w * MARGIN), Math.round(size.h * MARGIN)];
    const whole = { w: size.w + 2 * mx, h: size.h + 2 * my };
    const view = { ...camera.view, x: camera.view.x + mx, y: camera.view.y + my };
    const shift = (box: Box): Box => ({ ...box, x: box.x + mx, y: box.y + my });
    const labels = placeLabels(ruler, map, {
      view,
      size: whole,
      screen: shift({ x: 0, y: 0, ...size }),
      taken: [...cards.map((card) => card.box), legend.box, scaleBox(), ...forceMarks()].map(shift),
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
    stage.poke();
  }

  function layStretches(): void {
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
      taken: [scaleBox()],
      avoid: forceMarks(),
      spare: weightyNames(),
    });
    arranged = camera.view;
  }

  /** A card while the map is being moved: it keeps its distance from its anchor. */
  function carried(card: Card): Card {
    const factor = camera.view.scale / arranged.scale;
    const anchor = {
      x: camera.view.x + (card.anchor.x - arranged.x) * factor,
      y: camera.view.y + (card.anchor.y - arranged.y) * factor,
    };
    const [dx, dy] = [anchor.x - card.anchor.x, anchor.y - card.anchor.y];
    return { ...card, anchor, box: { ...card.box, x: card.box.x + dx, y: card.box.y + dy } };
  }

  function emphasisOf(sector: FrontSector): Emphasis {
    const choosing = model.sectors.some((one) => one.target);
    return {
      selected: sector.id === model.selected,
      hovered: sector.id === hovered,
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
    const grain = grainOf(camera.view);
    for (const { stretch, sector, emphasis } of told)
      drawSector(pen, sector, stretch, palette, emphasis, grain);
    for (const { stretch } of told) drawEnds(pen, stretch, palette, grain);
    const placed = cards.map(carried).flatMap((card) => {
      const sector = shown.get(card.id);
      return sector ? [{ card, sector, emphasis: emphasisOf(sector) }] : [];
    });
    for (const { card, emphasis } of placed) drawThread(pen, card, palette, emphasis);
    for (const { stretch, sector } of told) drawMarks(pen, sector, stretch, palette, grain);
    for (const ring of rings) drawRing(pen, ring, palette.alert);
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
    drawLegend(pen, legend, palette, family);
    drawScale(pen, camera.view, model.legend.miles, palette, family, { x: 18, y: legend.box.y - 14 });
  }

  function drawRing(pen: Pen, ring: { id: string; share: number }, colour: string): void {
    const stretch = stretches.find((one) => one.id === ring.id);
    const at = stretch?.stations[Math.floor(stretch.stations.length / 2)]?.at;
    if (!at) return;
    const turn = (ring.share * 3) % 1;
    pen.save();
    pen.globalAlpha = 1 - turn;
    pen.strokeStyle = colour;
    pen.lineWidth = 3 * (1 - turn) + 0.5;
    pen.beginPath();
    pen.arc(at.x, at.y, 8 + turn * 30, 0, Math.PI * 2);
    pen.stroke();
    pen.restore();
  }

  function beforeFrame(): void {
    const dpr = stage.dpr();
    const size = stage.size();
    const factor = camera.view.scale / painted.scale;
    const [mx, my] = [Math.round(size.w * MARGIN), Math.round(size.h * MARGIN)];
    const x = (camera.view.x - (painted.x + mx) * factor) * dpr;
    const y = (camera.view.y - (painted.y + my) * factor) * dpr;
    // Whole pixels while only dragged: sharp, and far cheaper to copy.
    const isDragged = factor === 1;
    ground.image.setScale(factor).setPosition(isDragged ? Math.round(x) : x, isDragged ? Math.round(y) : y);
    if (!isStale) return;
    isStale = false;
    front.paint(size, paintFront);
    if (isReady) return;
    isReady = true;
    handlers.onReady?.();
  }

  function moved(next: Camera): void {
    camera = next;
    layStretches();
    isStale = true;
    stage.poke();
    window.clearTimeout(settling);
    settling = window.setTimeout(settle, SETTLE);
  }

  function refit(): void {
    camera = fitCamera();
    settle();
  }

  function sectorAt(at: Point): string | null {
    const card = cards.map(carried).findLast((one) => contains(one.box, at));
    if (card) return card.id;
    if (contains(legend.box, at)) return null;
    let nearest: { id: string; distance: number } | null = null;
    for (const stretch of stretches) {
      const distance = distanceTo(stretch, at);
      if (distance < REACH && distance < (nearest?.distance ?? Infinity))
        nearest = { id: stretch.id, distance };
    }
    return nearest?.id ?? null;
  }

  /** Figures run from what was shown to what is; new incidents ring three times. */
  function change(next: FrontModel): void {
    const before = shown;
    const fresh = next.sectors.filter((one) => one.incident && one.incident !== before.get(one.id)?.incident);
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
    draw(0);
    const moving = next.sectors.some((sector) => differs(before.get(sector.id), sector));
    const stopFigures = moving ? stage.play(600, (share) => draw(ease(share))) : (draw(1), () => {});
    const ringing = fresh.map((sector) => ({ id: sector.id, share: 0 }));
    for (const ring of ringing) rings.add(ring);
    const stopRings =
      ringing.length === 0
        ? () => {}
        : stage.play(2400, (share) => {
            for (const ring of ringing) ring.share = share;
            if (share === 1) for (const ring of ringing) rings.delete(ring);
            isStale = true;
          });
    stopMotion = () => {
      stopFigures();
      stopRings();
    };
    stage.poke();
  }

  function show(next: FrontModel): void {
    const needsGround = !sameGround(model, next);
    model = next;
    change(next);
    if (needsGround) refit();
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

  return {
    show,
    boxOf: (id) => {
      const card = cards.find((one) => one.id === id);
      if (!card) return null;
      const { box } = carried(card);
      const size = stage.size();
      return overlaps(box, { x: 0, y: 0, w: size.w, h: size.h }) ? box : null;
    },
    zoomBy: (factor) => {
      const { w, h } = stage.size();
      const from = camera;
      const about = { x: w / 2, y: h / 2 };
      if (model.reducedMotion) moved(zoom(from, factor, about));
      else stage.play(180, (share) => moved(zoom(from, factor ** ease(share), about)));
    },
    reset: refit,
    stop: () => {
      window.clearTimeout(settling);
      stopMotion();
      deaf();
    },
  };
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
