import { type Camera, homeCamera, pan, zoom } from '../front/camera.ts';
import { listen } from '../front/gestures.ts';
import { type Box, type Point, type View, contains, toScreen } from '../front/projection.ts';
import { type Stage } from '../front/stage.ts';
import { drawAgreed } from './agreed.ts';
import { drawCaption, drawWaiting } from './captions.ts';
import { paintHall } from './hall.ts';
import { type Insignia, insigniaOf, loadFlags } from './insignia.ts';
import { type Layout, type PaperSpot, type TableSpot, hallView, layHall, paperSpots } from './layout.ts';
import { type TableModel, type TablePaper, type TablesHandlers, type TablesModel } from './model.ts';
import { type HallPalette, hallPaletteOf } from './palette.ts';
import { drawPaper, sealKey } from './papers.ts';
import { drawMember, drawPlate, layPlates } from './places.ts';

type Pen = CanvasRenderingContext2D;

/** The conference on a stage. */
export type TablesScene = Readonly<{
  show: (model: TablesModel) => void;
  tableBox: (id: string) => Box | null;
  paperBox: (id: string) => Box | null;
  zoomBy: (factor: number) => void;
  reset: () => void;
  stop: () => void;
}>;

const SETTLE = 160; // ms after the last gesture before the hall is painted anew
const NEAREST = 3.2; // times the whole hall
const FALL = 520; // ms a seal falls
const STAGGER = 160; // ms between two seals
const MARGIN = 0.15; // of the screen, painted beyond each edge

/** Puts the conference on a stage: the hall below, papers, people and words above. */
export function tablesScene(stage: Stage, first: TablesModel, handlers: TablesHandlers): TablesScene {
  const hall = stage.addSheet();
  const top = stage.addSheet();
  const falling = new Map<string, number>();
  let model = first;
  let layout: Layout = layHall(first.tables, stage.size());
  let camera: Camera = fitCamera();
  let painted: View = camera.view;
  let insignia: (seat: string) => Insignia = insigniaOf(stage.canvas);
  let hovered: { table: string | null; paper: string | null } = { table: null, paper: null };
  let isStale = true;
  let isReady = false;
  let isStopped = false;
  let settling = 0;
  let stopMotion: () => void = () => {};

  function fitCamera(): Camera {
    const size = stage.size();
    const view = hallView(layout, size);
    const extent = { x: view.x, y: view.y, w: layout.hall.w * view.scale, h: layout.hall.h * view.scale };
    return homeCamera(view, extent, size, NEAREST);
  }

  function refit(): void {
    layout = layHall(model.tables, stage.size());
    camera = fitCamera();
    settle();
  }

  /** Paints the hall for the present view. */
  function settle(): void {
    const size = stage.size();
    if (size.w === 0) return;
    // A finger scrolls the page over a hall that is seen whole, and drags one that is seen near by.
    stage.canvas.style.touchAction =
      camera.view.scale > hallView(layout, size).scale * 1.01 ? 'none' : 'pan-y';
    insignia = insigniaOf(stage.canvas);
    const [mx, my] = [Math.round(size.w * MARGIN), Math.round(size.h * MARGIN)];
    const view = { ...camera.view, x: camera.view.x + mx, y: camera.view.y + my };
    const whole = { w: size.w + 2 * mx, h: size.h + 2 * my };
    hall.paint(whole, (pen) =>
      paintHall(pen, {
        size: whole,
        view,
        layout,
        tables: model.tables,
        palette: hallPaletteOf(model.theme),
      }),
    );
    painted = camera.view;
    isStale = true;
    stage.poke();
  }

  function paintTop(pen: Pen): void {
    const palette = hallPaletteOf(model.theme);
    const told = model.tables.flatMap((table) => {
      const spot = layout.spots.get(table.id);
      return spot ? [{ table, spot }] : [];
    });
    pen.save();
    pen.translate(camera.view.x, camera.view.y);
    pen.scale(camera.view.scale, camera.view.scale);
    for (const { table, spot } of told) drawHighlight(pen, table, spot, palette);
    for (const { table, spot } of told) {
      drawAgreed(pen, table, spot, palette);
      for (const { paper, place } of papersOf(table, spot)) {
        drawPaper(pen, paper, place, {
          palette,
          insignia,
          family: stage.family(),
          scale: camera.view.scale,
          falling,
          hovered: hovered.paper,
        });
      }
      for (const [index, member] of table.members.entries()) {
        const chair = spot.chairs[index];
        if (chair) drawMember(pen, member, chair, insignia(member.seat), palette);
      }
    }
    pen.restore();
    for (const { table, spot } of told) drawWords(pen, table, spot, palette);
  }

  function drawWords(pen: Pen, table: TableModel, spot: TableSpot, palette: HallPalette): void {
    const { view } = camera;
    const family = stage.family();
    const box = screenBox(spot.cell);
    const place = (at: Point): Point => toScreen(view, at);
    for (const plate of layPlates(pen, table.members, spot.chairs, place, box, view.scale, family)) {
      drawPlate(pen, plate, view.scale, palette, family);
    }
    const more = table.papers.length - papersOf(table, spot).length;
    if (more > 0) drawMore(pen, more, spot, palette, family);
    if (table.waiting) drawWaiting(pen, spot, view, model.words.waiting, palette, family);
    drawCaption(pen, table, spot, view, model.words, palette, family, {
      selected: table.id === model.selected,
      width: box.w - 16,
    });
  }

  /** How many papers lie under those shown. */
  function drawMore(pen: Pen, more: number, spot: TableSpot, palette: HallPalette, family: string): void {
    const at = toScreen(camera.view, { x: spot.middle.x + spot.radii.w - 24, y: spot.middle.y });
    pen.save();
    pen.font = `600 ${Math.max(11, 12 * camera.view.scale)}px ${family}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillStyle = palette.paper;
    pen.fillText(`+${more}`, at.x, at.y);
    pen.restore();
  }

  function drawHighlight(pen: Pen, table: TableModel, spot: TableSpot, palette: HallPalette): void {
    const isSelected = table.id === model.selected;
    if (!isSelected && table.id !== hovered.table) return;
    pen.save();
    pen.strokeStyle = palette.chosen;
    for (const [grow, width, strength] of isSelected ? SELECTED : HOVERED) {
      pen.globalAlpha = strength;
      pen.lineWidth = width;
      pen.beginPath();
      pen.ellipse(spot.middle.x, spot.middle.y, spot.radii.w + grow, spot.radii.h + grow, 0, 0, Math.PI * 2);
      pen.stroke();
    }
    pen.restore();
  }

  function papersOf(table: TableModel, spot: TableSpot): { paper: TablePaper; place: PaperSpot }[] {
    return paperSpots(spot, table.papers.length).flatMap((place, index) => {
      const paper = table.papers[index];
      return paper ? [{ paper, place }] : [];
    });
  }

  function screenBox(box: Box): Box {
    const at = toScreen(camera.view, box);
    return { ...at, w: box.w * camera.view.scale, h: box.h * camera.view.scale };
  }

  function paperOnScreen(place: PaperSpot): Box {
    const { w, h } = place.size;
    return screenBox({ x: place.at.x - w / 2, y: place.at.y - h / 2, w, h });
  }

  function thingAt(at: Point): { table: string | null; paper: string | null } {
    for (const table of model.tables) {
      const spot = layout.spots.get(table.id);
      if (!spot || !contains(screenBox(spot.cell), at)) continue;
      const paper = papersOf(table, spot).findLast(({ place }) => contains(paperOnScreen(place), at));
      return { table: table.id, paper: paper?.paper.id ?? null };
    }
    return { table: null, paper: null };
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
    hall.image.setScale(factor).setPosition(isDragged ? Math.round(x) : x, isDragged ? Math.round(y) : y);
    if (!isStale) return;
    isStale = false;
    top.paint(size, paintTop);
    if (isReady) return;
    isReady = true;
    handlers.onReady?.();
  }

  function moved(next: Camera): void {
    camera = next;
    isStale = true;
    stage.poke();
    window.clearTimeout(settling);
    settling = window.setTimeout(settle, SETTLE);
  }

  async function showFlags(): Promise<void> {
    await loadFlags();
    if (isStopped) return;
    insignia = insigniaOf(stage.canvas);
    isStale = true;
    stage.poke();
  }

  /** Fresh signatures fall one after another. */
  function dropSeals(before: TablesModel, after: TablesModel): void {
    stopMotion();
    falling.clear();
    if (after.reducedMotion) return;
    const known = new Map(before.tables.flatMap((table) => table.papers.map((paper) => [paper.id, paper])));
    const fresh = after.tables.flatMap((table) =>
      table.papers.flatMap((paper) => {
        const old = known.get(paper.id);
        return old
          ? paper.signed.filter((seat) => !old.signed.includes(seat)).map((seat) => sealKey(paper.id, seat))
          : [];
      }),
    );
    const keys = [...new Set(fresh)]; // a package lies on several tables
    if (keys.length === 0) return;
    const whole = FALL + STAGGER * (keys.length - 1);
    const drop = (ms: number): void => {
      for (const [index, key] of keys.entries()) {
        falling.set(key, Math.min(1, Math.max(0, (ms - index * STAGGER) / FALL)));
      }
      isStale = true;
    };
    drop(0);
    stopMotion = stage.play(whole, (share) => drop(share * whole));
  }

  function show(next: TablesModel): void {
    const before = model;
    model = next;
    dropSeals(before, next);
    isStale = true;
    stage.poke();
    if (sameHall(before, next)) return;
    if (sameTables(before, next)) settle();
    else refit();
  }

  const deaf = listen(stage.canvas, stage.size, {
    onPan: (dx, dy) => moved(pan(camera, dx, dy)),
    onZoom: (factor, about) => moved(zoom(camera, factor, about)),
    onTap: (at) => {
      const thing = thingAt(at);
      if (thing.paper) handlers.onPaper(thing.paper);
      else if (thing.table) handlers.onSelect(thing.table);
    },
    onHover: (at) => {
      const thing = at ? thingAt(at) : { table: null, paper: null };
      stage.canvas.style.cursor = thing.table ? 'pointer' : 'grab';
      if (thing.table === hovered.table && thing.paper === hovered.paper) return;
      hovered = thing;
      isStale = true;
      stage.poke();
    },
  });
  stage.onFrame(beforeFrame);
  stage.onResize(refit);
  settle();
  void showFlags();

  return {
    show,
    tableBox: (id) => {
      const spot = layout.spots.get(id);
      return spot ? screenBox(spot.cell) : null;
    },
    paperBox: (id) => {
      for (const table of model.tables) {
        const spot = layout.spots.get(table.id);
        const found = spot ? papersOf(table, spot).find(({ paper }) => paper.id === id) : undefined;
        if (found) return paperOnScreen(found.place);
      }
      return null;
    },
    zoomBy: (factor) => {
      const { w, h } = stage.size();
      const from = camera;
      const about = { x: w / 2, y: h / 2 };
      if (model.reducedMotion) moved(zoom(from, factor, about));
      else stage.play(180, (share) => moved(zoom(from, factor ** (1 - (1 - share) ** 3), about)));
    },
    reset: refit,
    stop: () => {
      isStopped = true;
      window.clearTimeout(settling);
      stopMotion();
      deaf();
    },
  };
}

/** Rings around a table: how far outside it, how wide, how strong. */
const SELECTED = [
  [3, 3.5, 1],
  [9, 10, 0.22],
] as const;
const HOVERED = [[3, 2.5, 0.6]] as const;

/** Whether the static picture is the same for both. */
function sameHall(a: TablesModel, b: TablesModel): boolean {
  const key = (model: TablesModel): string =>
    JSON.stringify([model.theme, model.tables.map((table) => table.span)]);
  return sameTables(a, b) && key(a) === key(b);
}

/** Whether the tables stand alike in both. */
function sameTables(a: TablesModel, b: TablesModel): boolean {
  const key = (model: TablesModel): string =>
    JSON.stringify(model.tables.map((table) => [table.id, table.members.length]));
  return key(a) === key(b);
}
