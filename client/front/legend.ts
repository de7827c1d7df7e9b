import { hatchOf } from './ground.ts';
import { drawMark } from './marks.ts';
import { type FrontModel } from './model.ts';
import { type Palette, paletteOf } from './palette.ts';
import { type Box, type Point, type Size, type View } from './projection.ts';
import { drawForce } from './sectors.ts';

type Pen = CanvasRenderingContext2D;
type Entry = Readonly<{ words: string; width: number; draw: (pen: Pen, at: Point) => void }>;

const ROW = 18;
const MILE = 1.609344; // km

/** The legend laid out for a screen: where it lies and what stands in it. */
export type Legend = Readonly<{
  box: Box;
  rows: readonly (readonly Entry[])[];
  note: readonly string[];
  beside: number | null; // CSS pixels from the left where the note ends the last row; null: below
}>;

/** A sign of the legend for the page, which tells it where the picture is too small to. */
export type Sign = Readonly<{ words: string; draw: (canvas: HTMLCanvasElement) => void }>;

const SIGN = { w: 40, h: ROW }; // CSS pixels

/** Every sign of the legend, to be drawn on a canvas of its own. */
export function signsOf(model: FrontModel): Sign[] {
  const palette = paletteOf(model.theme);
  const dpr = window.devicePixelRatio;
  return entriesOf(model, palette, dpr)
    .filter(({ words }) => words !== '')
    .map(({ words, width, draw }) => ({
      words,
      draw: (canvas) => {
        const pen = canvas.getContext('2d');
        if (!pen) return;
        canvas.width = SIGN.w * dpr;
        canvas.height = SIGN.h * dpr;
        pen.scale(dpr, dpr);
        draw(pen, { x: (SIGN.w - width) / 2, y: SIGN.h / 2 });
      },
    }));
}

/** Lays out the legend along the foot of the screen; a small screen has only the note. */
export function layLegend(
  pen: Pen,
  model: FrontModel,
  palette: Palette,
  family: string,
  size: Size,
  dpr: number,
): Legend {
  const isSmall = size.w < 620 || size.h < 480;
  pen.font = `400 ${isSmall ? 10.5 : 11.5}px ${family}`;
  const note = wrap(pen, model.freezeNote, size.w - 40);
  const entries = isSmall ? [] : entriesOf(model, palette, dpr).filter((entry) => entry.words !== '');
  const rows: Entry[][] = [];
  let left = Infinity;
  for (const entry of entries) {
    const width = entry.width + 6 + pen.measureText(entry.words).width + 14;
    if (left + width > size.w - 36) {
      rows.push([]);
      left = 0;
    }
    rows.at(-1)?.push(entry);
    left += width;
  }
  // A note of one line ends the last row where there is room for it.
  const last = note.length === 1 && rows.length > 0 ? left + pen.measureText(note[0] ?? '').width : Infinity;
  const beside = last <= size.w - 36 ? left : null;
  const lines = beside === null ? note.length : 0;
  const h = rows.length * ROW + lines * (isSmall ? 14 : 16) + (isSmall ? 8 : 14);
  return { box: { x: 0, y: size.h - h, w: size.w, h }, rows, note, beside };
}

/** Draws the legend and the note that lines imply no recognition. */
export function drawLegend(pen: Pen, legend: Legend, palette: Palette, family: string): void {
  const { box } = legend;
  const isSmall = legend.rows.length === 0;
  pen.save();
  pen.fillStyle = palette.card;
  pen.fillRect(box.x, box.y, box.w, box.h);
  pen.fillStyle = palette.cardEdge;
  pen.fillRect(box.x, box.y, box.w, 1);
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  const size = isSmall ? 10.5 : 11.5;
  let y = box.y + 7 + ROW / 2;
  for (const row of legend.rows) {
    let x = box.x + 18;
    for (const entry of row) {
      pen.save();
      entry.draw(pen, { x, y });
      pen.restore();
      pen.font = `400 ${size}px ${family}`;
      pen.fillStyle = palette.ink;
      pen.fillText(entry.words, x + entry.width + 6, y + 0.5);
      x += entry.width + 6 + pen.measureText(entry.words).width + 14;
    }
    y += ROW;
  }
  pen.font = `400 ${size}px ${family}`;
  pen.fillStyle = palette.inkQuiet;
  const leading = isSmall ? 14 : 16;
  if (legend.beside !== null) {
    pen.fillText(legend.note[0] ?? '', box.x + 18 + legend.beside, y - ROW + 0.5);
    pen.restore();
    return;
  }
  let foot = box.y + (isSmall ? 5 : 8) + legend.rows.length * ROW + leading / 2;
  for (const line of legend.note) {
    pen.fillText(line, box.x + (isSmall ? 12 : 18), foot);
    foot += leading;
  }
  pen.restore();
}

function wrap(pen: Pen, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function entriesOf(model: FrontModel, palette: Palette, dpr: number): Entry[] {
  const words = model.legend;
  const land =
    (tint: keyof Palette['lands'], hatched = false): Entry['draw'] =>
    (pen, at) => {
      pen.beginPath();
      pen.roundRect(at.x, at.y - 6, 20, 12, 2);
      pen.fillStyle = palette.lands[tint];
      pen.fill();
      const hatch = hatched ? hatchOf(pen, palette, dpr) : null;
      if (hatch) {
        pen.fillStyle = hatch;
        pen.fill();
      }
      pen.strokeStyle = tint === 'ukraine' ? palette.ukraineBorder : palette.border;
      pen.lineWidth = 1;
      pen.stroke();
    };
  const line = (pen: Pen, at: Point, colour: string, width: number, dash: number[]): void => {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.setLineDash(dash);
    pen.beginPath();
    pen.moveTo(at.x, at.y);
    pen.lineTo(at.x + 26, at.y);
    pen.stroke();
    pen.setLineDash([]);
  };
  const forces =
    (side: 'east' | 'west', ready: readonly boolean[]): Entry['draw'] =>
    (pen, at) => {
      for (const [index, isReady] of ready.entries()) {
        drawForce(pen, side, { x: at.x + 3 + index * 6, y: at.y }, { x: 1, y: 0 }, isReady, palette);
      }
    };
  const mark =
    (kind: Parameters<typeof drawMark>[1]): Entry['draw'] =>
    (pen, at) =>
      drawMark(pen, kind, { x: at.x + 8, y: at.y }, palette, 6.5);
  return [
    { words: words.nato, width: 20, draw: land('nato') },
    { words: words.russia, width: 20, draw: land('russia') },
    { words: words.belarus, width: 20, draw: land('belarus') },
    { words: words.ukraine, width: 20, draw: land('ukraine') },
    { words: words.control, width: 20, draw: land('ukraine', true) },
    {
      words: words.contact,
      width: 26,
      draw: (pen, at) => line(pen, at, palette.ramp[3] ?? palette.tick, 3.5, [7, 5]),
    },
    {
      words: words.tension,
      width: 40,
      draw: (pen, at) => {
        for (const [index, colour] of palette.ramp.entries()) {
          pen.fillStyle = colour;
          pen.fillRect(at.x + index * 8, at.y - 1.5 - index * 0.6, 7, 3 + index * 1.2);
        }
      },
    },
    {
      words: words.guardrails,
      width: 26,
      draw: (pen, at) => {
        for (const rail of [-3, 0, 3]) line(pen, { x: at.x, y: at.y + rail }, palette.fence, 1.1, []);
        pen.beginPath();
        for (let post = 2; post < 26; post += 7) {
          pen.moveTo(at.x + post, at.y - 6);
          pen.lineTo(at.x + post, at.y + 6);
        }
        pen.stroke();
      },
    },
    {
      words: words.fortification,
      width: 22,
      draw: (pen, at) => {
        pen.fillStyle = palette.tick;
        for (let tooth = 3; tooth < 22; tooth += 8) {
          pen.beginPath();
          pen.moveTo(at.x + tooth - 2.6, at.y + 3);
          pen.lineTo(at.x + tooth, at.y - 3);
          pen.lineTo(at.x + tooth + 2.6, at.y + 3);
          pen.fill();
        }
      },
    },
    { words: words.forcesWest, width: 17, draw: forces('west', [true, true, true]) },
    { words: words.forcesEast, width: 17, draw: forces('east', [true, true, true]) },
    {
      words: words.readiness,
      width: 24,
      draw: (pen, at) => {
        forces('west', [true, false])(pen, at);
        forces('east', [true, false])(pen, { x: at.x + 13, y: at.y });
      },
    },
    { words: words.truce, width: 16, draw: mark('truce') },
    { words: words.incident, width: 16, draw: mark('incident') },
    { words: words.crisis, width: 16, draw: mark('crisis') },
    { words: words.clash, width: 16, draw: mark('clash') },
    { words: words.order, width: 16, draw: mark('order') },
    {
      words: words.target,
      width: 16,
      draw: (pen, at) => {
        pen.strokeStyle = palette.accent;
        pen.lineWidth = 1.8;
        for (const [sx, sy] of [[-1, -1] as const, [1, -1] as const, [1, 1] as const, [-1, 1] as const]) {
          pen.beginPath();
          pen.moveTo(at.x + 8 + sx * 7, at.y + sy * 2);
          pen.lineTo(at.x + 8 + sx * 7, at.y + sy * 6);
          pen.lineTo(at.x + 8 + sx * 3, at.y + sy * 6);
          pen.stroke();
        }
      },
    },
  ];
}

/** Draws north and a scale in round miles, above the legend at the left. */
export function drawScale(
  pen: Pen,
  view: View,
  words: string,
  palette: Palette,
  family: string,
  at: Point,
): void {
  const round = [10, 20, 50, 100, 200, 500].findLast((miles) => miles * MILE * view.scale < 130) ?? 10;
  const width = round * MILE * view.scale;
  pen.save();
  pen.lineCap = 'butt';
  pen.translate(at.x + 13, at.y - 12);
  pen.rotate(-view.angle);
  pen.fillStyle = palette.name;
  pen.strokeStyle = palette.halo;
  pen.lineWidth = 2.5;
  for (const shape of [new Path2D('M0 -12 L6 9 L0 5 Z'), new Path2D('M0 -12 L-6 9 L0 5 Z')]) {
    pen.stroke(shape);
    pen.globalAlpha = 1;
    pen.fill(shape);
    pen.fillStyle = palette.inkQuiet;
  }
  pen.restore();

  pen.save();
  pen.lineCap = 'butt';
  const left = at.x + 36;
  for (const [colour, thickness] of [[palette.halo, 4] as const, [palette.name, 1.6] as const]) {
    pen.strokeStyle = colour;
    pen.lineWidth = thickness;
    pen.beginPath();
    pen.moveTo(left, at.y - 7);
    pen.lineTo(left, at.y);
    pen.lineTo(left + width, at.y);
    pen.lineTo(left + width, at.y - 7);
    pen.moveTo(left + width / 2, at.y);
    pen.lineTo(left + width / 2, at.y - 4);
    pen.stroke();
  }
  pen.font = `500 12px ${family}`;
  pen.textBaseline = 'alphabetic';
  pen.strokeStyle = palette.halo;
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  pen.strokeText(`${round} ${words}`, left, at.y - 11);
  pen.fillStyle = palette.name;
  pen.fillText(`${round} ${words}`, left, at.y - 11);
  pen.restore();
}
