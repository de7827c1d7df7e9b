import type { Lands } from './atlas.ts';
import { borderOf, stretchOf } from './border.ts';
import { byHand, type Part, type SectorKind } from './hand.ts';
import { milesOf, onMap, type Place, type Spot } from './projection.ts';

/** A sector on the map. */
export interface Sector {
  id: string;
  kind: SectorKind;
  byHand: 'none' | 'part' | 'whole'; // how much of it is an illustration
  miles: number;
  line: Spot[];
  spurs: Spot[][];
}

/** The Finnish border is the 830 miles that the game is named after; generalised, it is shorter. */
const FINNISH = { ids: ['LAP', 'KAI', 'NKA', 'KYM'], miles: 830 } as const;

/** The sixteen sectors, north to south, along the borders as they are drawn and as long as they are in the atlas. */
export function sectorsOf(lands: Lands, drawn: Lands): Sector[] {
  const raw = byHand('sectors.json').sectors.map(({ id, kind, line, spurs = [] }) => ({
    id,
    kind,
    byHand: shareByHand(line),
    miles: milesOf(inPlaces(lands, line)),
    line: onTheMap(drawn, line),
    spurs: spurs.map((spur) => onTheMap(drawn, spur)),
  }));
  const calibrated = calibrate(new Map(raw.map(({ id, miles }) => [id, miles])));
  return raw.map((sector) => ({ ...sector, miles: calibrated.get(sector.id) ?? Math.round(sector.miles) }));
}

/** The Finnish sectors in whole miles, in their proportions and 830 together: the largest remainders are rounded up. */
function calibrate(miles: ReadonlyMap<string, number>): Map<string, number> {
  const sum = FINNISH.ids.reduce((all, id) => all + (miles.get(id) ?? 0), 0);
  const exact = FINNISH.ids.map((id) => ({ id, miles: ((miles.get(id) ?? 0) * FINNISH.miles) / sum }));
  const whole = exact.map((one) => Math.floor(one.miles));
  const left = FINNISH.miles - whole.reduce((all, one) => all + one, 0);
  const up = new Set(exact.toSorted((a, b) => (b.miles % 1) - (a.miles % 1)).slice(0, left));
  return new Map(exact.map((one, index) => [one.id, (whole[index] ?? 0) + (up.has(one) ? 1 : 0)]));
}

function shareByHand(line: readonly Part[]): Sector['byHand'] {
  const hands = line.filter((part) => 'hand' in part).length;
  return hands === 0 ? 'none' : hands === line.length ? 'whole' : 'part';
}

function inPlaces(lands: Lands, line: readonly Part[]): Place[] {
  return line.flatMap((part): Place[] =>
    'hand' in part ? part.hand : stretchOf(borderOf(lands, part.border), part.from, part.to),
  );
}

function onTheMap(drawn: Lands, line: readonly Part[]): Spot[] {
  return line.flatMap((part): Spot[] =>
    'hand' in part
      ? part.hand.map(onMap)
      : stretchOf(borderOf(drawn, part.border), onMap(part.from), onMap(part.to)),
  );
}

/** Places along the front, every few hundred kilometres or closer. */
export function alongFront(): Place[] {
  return byHand('sectors.json').sectors.flatMap(({ line }) =>
    line.flatMap((part) => ('hand' in part ? part.hand : [part.from, part.to])),
  );
}
