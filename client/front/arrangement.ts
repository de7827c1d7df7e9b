import { type Card, nearestOf } from './cards.ts';
import { type Box, type Point, type Size, overlaps } from './projection.ts';
import { type Stretch, beside, stationAt } from './stretch.ts';

/** What an arrangement of cards must mind. */
export type Table = Readonly<{
  size: Size; // of the screen, CSS pixels
  stretches: readonly Stretch[]; // those to be labelled
  sizes: ReadonlyMap<string, Size>; // of the cards
  line: readonly Point[]; // the whole front, every few pixels
  taken: readonly Box[]; // legend, buttons
  avoid: readonly Box[]; // marks of forces: rather not
  spare: readonly Box[]; // names that matter: not if there is other room
}>;

type Candidate = Readonly<{ card: Card; end: Point; reach: Box; cost: number }>; // reach: around card and thread

/** The front in cells: where it runs, and how many of its points lie in any box, each asked in one step. */
type Grid = Readonly<{ runsNear: (x: number, y: number) => boolean; countIn: (box: Box) => number }>;

const CELL = 6; // CSS pixels
const WORST = 5000; // cost of a place that is none
const KEPT = 160; // candidates a card, the cheapest

const TURNS = [0, 24, -24, 48, -48, 72, -72];
const DISTANCES = [26, 40, 56, 76, 100, 128, 160, 200, 245];
const FARTHEST = Math.max(...DISTANCES);
const PASSES = 6;

/**
 * Finds a place for every card: clear of the front, of each other and of each other's threads.
 *
 * Every card has some three hundred candidates; they take turns choosing the cheapest until none moves. That may
 * end in a corner, so it is tried from several beginnings and the best end is taken.
 */
export function arrangeCards(table: Table): Card[] {
  const grid = gridOf(table);
  const choices = table.stretches.map((stretch) => candidatesOf(table, grid, stretch));
  const orders = [...choices.keys()];
  let best: Chosen = [];
  let least = Infinity;
  for (const order of [orders, orders.toReversed(), middleFirst(orders), middleFirst(orders).toReversed()]) {
    for (const isEmpty of [true, false]) {
      const chosen = settleInTurn(choices, order, isEmpty);
      const cost = totalOf(chosen);
      if (cost < least) [best, least] = [chosen, cost];
    }
  }
  return improved(choices, best).flatMap((candidate) => (candidate ? [candidate.card] : []));
}

/** Each card in turn insists on a good place of its own and the others make room; kept where all gain by it. */
function improved(choices: readonly Candidate[][], start: Chosen): Chosen {
  let best = start;
  let least = totalOf(start);
  for (const [index, candidates] of choices.entries()) {
    for (const wish of candidates.slice(0, 3)) {
      const chosen = [...best];
      chosen[index] = wish;
      settle(
        choices,
        chosen,
        [...choices.keys()].filter((other) => other !== index),
      );
      const cost = totalOf(chosen);
      if (cost < least) [best, least] = [chosen, cost];
    }
  }
  return best;
}

type Chosen = (Candidate | undefined)[];

/** One try: cards choose in `order`, from an empty map or from everybody's first wish. */
function settleInTurn(choices: readonly Candidate[][], order: readonly number[], isEmpty: boolean): Chosen {
  const chosen: Chosen = choices.map((candidates) => (isEmpty ? undefined : candidates[0]));
  settle(choices, chosen, order);
  return chosen;
}

/** Lets cards take turns until none of them finds a better place. */
function settle(choices: readonly Candidate[][], chosen: Chosen, order: readonly number[]): void {
  for (let pass = 0; pass < PASSES; pass++) {
    let moved = false;
    for (const index of order) {
      const best = bestOf(choices[index] ?? [], chosen, index);
      if (!best || best === chosen[index]) continue;
      chosen[index] = best;
      moved = true;
    }
    if (!moved) break;
  }
}

function bestOf(candidates: readonly Candidate[], chosen: Chosen, index: number): Candidate | undefined {
  let best: Candidate | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    if (candidate.cost >= least) break; // they are sorted
    let cost = candidate.cost;
    for (const [other, neighbour] of chosen.entries()) {
      if (other !== index && neighbour) cost += clash(candidate, neighbour);
      if (cost >= least) break;
    }
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

function totalOf(chosen: Chosen): number {
  let cost = 0;
  for (const [index, one] of chosen.entries()) {
    if (!one) continue;
    cost += one.cost;
    for (const other of chosen.slice(index + 1)) if (other) cost += clash(one, other);
  }
  return cost;
}

/** From the middle of the front outwards. */
function middleFirst(orders: readonly number[]): number[] {
  const middle = (orders.length - 1) / 2;
  return orders.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
}

function candidatesOf(table: Table, grid: Grid, stretch: Stretch): Candidate[] {
  const size = table.sizes.get(stretch.id) ?? { w: 0, h: 0 };
  const candidates: Candidate[] = [];
  const shifts = stretch.length > 70 ? [0, -0.22, 0.22, -0.4, 0.4] : [0];
  for (const shift of shifts) {
    const station = stationAt(stretch, shift * stretch.length);
    const near = tableNear(table, station.at, size);
    for (const side of [1, -1]) {
      for (const turn of TURNS) {
        const angle = Math.atan2(station.east.y * side, station.east.x * side) + (turn * Math.PI) / 180;
        const way = { x: Math.cos(angle), y: Math.sin(angle) };
        for (const distance of DISTANCES) {
          const box = {
            x: Math.round(station.at.x + way.x * (distance + size.w / 2) - size.w / 2),
            y: Math.round(station.at.y + way.y * (distance + size.h / 2) - size.h / 2),
            ...size,
          };
          const card = { id: stretch.id, box, anchor: beside(station, 0) };
          const cost = staticCost(near, grid, card) + Math.abs(turn) * 0.12 + Math.abs(shift) * 45;
          if (cost >= WORST) continue;
          const end = nearestOf(box, card.anchor);
          candidates.push({ card, end, reach: reachOf(box, card.anchor), cost });
        }
      }
    }
  }
  return candidates.toSorted((a, b) => a.cost - b.cost).slice(0, KEPT);
}

/** What a card of a size that hangs on a point could ever touch. */
function tableNear(table: Table, { x, y }: Point, size: Size): Table {
  const [w, h] = [FARTHEST + size.w, FARTHEST + size.h];
  const around = { x: x - w, y: y - h, w: 2 * w, h: 2 * h };
  const near = (boxes: readonly Box[]): readonly Box[] => boxes.filter((box) => overlaps(box, around, 6));
  return { ...table, taken: near(table.taken), avoid: near(table.avoid), spare: near(table.spare) };
}

/** A box with a point. */
function reachOf(box: Box, point: Point): Box {
  const [x, y] = [Math.min(box.x, point.x), Math.min(box.y, point.y)];
  return { x, y, w: Math.max(box.x + box.w, point.x) - x, h: Math.max(box.y + box.h, point.y) - y };
}

function staticCost(table: Table, grid: Grid, card: Card): number {
  const { box } = card;
  const margin = 8;
  const out =
    Math.max(0, margin - box.x) +
    Math.max(0, margin - box.y) +
    Math.max(0, box.x + box.w + margin - table.size.w) +
    Math.max(0, box.y + box.h + margin - table.size.h);
  let cost = out > 0 ? 1500 + out * 30 : 0;
  if (cost >= WORST) return cost;
  const end = nearestOf(box, card.anchor);
  const thread = Math.hypot(end.x - card.anchor.x, end.y - card.anchor.y);
  cost += thread * 0.6 + Math.max(0, thread - 60) * 2.4;
  for (const other of table.taken) if (overlaps(box, other, 6)) cost += 3000;
  for (const other of table.avoid) if (overlaps(box, other, 2)) cost += 130;
  for (const other of table.spare) if (overlaps(box, other, 2)) cost += 110;
  // A thread may leave its own stretch but had better not cross the front again.
  cost += crossings(grid, card.anchor, end) * 60;
  return cost + grid.countIn({ x: box.x - 12, y: box.y - 12, w: box.w + 24, h: box.h + 24 }) * 110;
}

/** How often a thread runs along or over the front, past its first pixels. */
function crossings(grid: Grid, from: Point, to: Point): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  let count = 0;
  for (let along = 18; along < length; along += CELL) {
    const share = along / length;
    if (grid.runsNear(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)) count += 1;
  }
  return count;
}

function gridOf({ size, line }: Table): Grid {
  const [columns, rows] = [Math.ceil(size.w / CELL) + 2, Math.ceil(size.h / CELL) + 2];
  const near = new Uint8Array(columns * rows);
  const sums = new Uint16Array(columns * rows); // of points above and to the left
  const column = (x: number): number => Math.min(columns - 1, Math.max(0, Math.floor(x / CELL) + 1));
  const row = (y: number): number => Math.min(rows - 1, Math.max(0, Math.floor(y / CELL) + 1));
  for (const { x, y } of line) {
    if (x < 0 || y < 0 || x > size.w || y > size.h) continue;
    const at = row(y) * columns + column(x);
    sums[at] = (sums[at] ?? 0) + 1;
    for (const step of [0, 1, -1, columns, -columns]) near[at + step] = 1;
  }
  for (let at = 0; at < sums.length; at++) {
    const left = at % columns > 0 ? (sums[at - 1] ?? 0) : 0;
    const above = sums[at - columns] ?? 0;
    const corner = at % columns > 0 ? (sums[at - columns - 1] ?? 0) : 0;
    sums[at] = (sums[at] ?? 0) + left + above - corner;
  }
  return {
    runsNear: (x, y) => near[row(y) * columns + column(x)] === 1,
    countIn: (box) => {
      const [left, right] = [column(box.x) - 1, column(box.x + box.w)];
      const [top, bottom] = [row(box.y) - 1, row(box.y + box.h)];
      const upTo = (y: number, x: number): number => (x < 0 || y < 0 ? 0 : (sums[y * columns + x] ?? 0));
      return upTo(bottom, right) - upTo(top, right) - upTo(bottom, left) + upTo(top, left);
    },
  };
}

function clash(a: Candidate, b: Candidate): number {
  if (!overlaps(a.reach, b.reach, 7)) return 0; // far apart, as nearly all are
  let cost = 0;
  if (overlaps(a.card.box, b.card.box, 7)) cost += 2500;
  if (crosses(a.card.anchor, a.end, b.card.anchor, b.end)) cost += 400;
  if (threads(b.card.box, a.card.anchor, a.end)) cost += 500;
  if (threads(a.card.box, b.card.anchor, b.end)) cost += 500;
  return cost;
}

function threads(box: Box, from: Point, to: Point): boolean {
  for (let step = 1; step < 10; step++) {
    const x = from.x + ((to.x - from.x) * step) / 10;
    const y = from.y + ((to.y - from.y) * step) / 10;
    if (x > box.x - 3 && x < box.x + box.w + 3 && y > box.y - 3 && y < box.y + box.h + 3) return true;
  }
  return false;
}

function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point): number =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
