import { type Dispatch, type LedgerLine, type Message, type Proposal, type World } from '../rules/state.ts';
import { type BySeat, SEATS, type Seat, type TextId } from '../rules/types.ts';
import { type Legal, type PrivateView, type PublicView, type SeatView } from '../rules/view.ts';

/**
 * A view cut into named pieces, so that only what changed is sent. Each piece is a plain JSON value.
 *
 * Lists that grow are cut where old parts stay as they are: `ledger.3`, `paper.p7`, `press.2` (eight messages).
 */
export type Slices = Readonly<Record<string, unknown>>;

/** Words that people wrote and names they gave: beside the views, because they can be erased. */
export interface Words {
  names: BySeat<readonly string[]>;
  texts: Readonly<Record<TextId, string>>; // an id without words here has been erased
}

const HEAD = ['rules', 'content', 'edition', 'mode', 'round', 'rounds', 'phase', 'date', 'host'] as const;
const WHOLE = [
  'seats',
  'measures',
  'bare',
  'given',
  'sectors',
  'agreements',
  'truce',
  'cards',
  'result',
] as const;
const OWN = ['seat', 'mandate', 'pc', 'orders', 'trust', 'reports', 'promises'] as const;
const LEGAL = [
  'propose',
  'sign',
  'reject',
  'counter',
  'withdraw',
  'object',
  'denounce',
  'lobby',
  'orders',
  'reports',
  'channels',
  'agenda',
  'ready',
  'start',
] as const;

/** Messages in one slice of the press. */
const PRESS_CHUNK = 8;

type Grow = Record<string, unknown>;

/** What everyone may see, in slices. */
export function publicSlices(view: PublicView): Slices {
  const { world } = view;
  const slices: Grow = { head: pick(world, HEAD) };
  for (const name of WHOLE) slices[name] = world[name];
  if (world.reveal) slices['reveal'] = world.reveal;
  cutByRound(slices, 'ledger', world.ledger);
  cutByRound(slices, 'dispatches', world.dispatches);
  cutPapers(slices, view.papers);
  cutPress(slices, view.press);
  return slices;
}

/** What one seat alone may see, in slices; papers and press without those that are open to all. */
export function privateSlices(view: SeatView): Slices {
  const { mine, legal } = view;
  const slices: Grow = {};
  for (const name of OWN) slices[name] = mine[name];
  for (const name of LEGAL) slices[`legal.${name}`] = legal[name];
  const openPapers = new Set(view.papers.map((paper) => paper.id));
  const openPress = new Set(view.press.map((message) => message.id));
  cutPapers(
    slices,
    mine.papers.filter((paper) => !openPapers.has(paper.id)),
  );
  cutPress(
    slices,
    mine.press.filter((message) => !openPress.has(message.id)),
  );
  return slices;
}

/** The view that {@link publicSlices} cut. */
export function joinPublic(slices: Slices): PublicView {
  const world: Grow = { ...(slices['head'] as object) };
  for (const name of WHOLE) world[name] = slices[name];
  if ('reveal' in slices) world['reveal'] = slices['reveal'];
  world['ledger'] = joinRounds<LedgerLine>(slices, 'ledger');
  world['dispatches'] = joinRounds<Dispatch>(slices, 'dispatches');
  return { world: world as unknown as World, papers: joinPapers(slices), press: joinPress(slices) };
}

/** The view that {@link publicSlices} and {@link privateSlices} cut together. */
export function joinViews(open: Slices, own: Slices): SeatView {
  const view = joinPublic(open);
  const mine: Grow = {};
  for (const name of OWN) mine[name] = own[name];
  mine['papers'] = inOrder([...view.papers, ...joinPapers(own)], paperNumber);
  mine['press'] = inOrder([...view.press, ...joinPress(own)], (message) => message.id);
  const legal: Grow = {};
  for (const name of LEGAL) legal[name] = own[`legal.${name}`];
  return { ...view, mine: mine as unknown as PrivateView, legal: legal as unknown as Legal };
}

/** Whether all slices of what everyone may see have arrived. */
export function isPublicWhole(open: Slices): boolean {
  return 'head' in open && WHOLE.every((name) => name in open);
}

/** Whether all slices of a seat's view have arrived. */
export function isWhole(open: Slices, own: Slices): boolean {
  return isPublicWhole(open) && OWN.every((name) => name in own);
}

/** Names and words in both parts; a seat nobody has named has no names. */
export function joinWords(open: Slices, own: Slices): Words {
  const given = (open['names'] ?? {}) as Partial<Record<Seat, readonly string[]>>;
  const names = Object.fromEntries(
    SEATS.map((seat) => [seat, given[seat] ?? []]),
  ) as unknown as Words['names'];
  return { names, texts: { ...textsIn(open), ...textsIn(own) } };
}

/** Words, a slice each. */
export function textSlices(texts: Words['texts']): Slices {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [`text.${id}`, text]));
}

function textsIn(slices: Slices): Words['texts'] {
  const texts: Record<TextId, string> = {};
  for (const [name, text] of Object.entries(slices))
    if (name.startsWith('text.')) texts[name.slice(5)] = text as string;
  return texts;
}

/** The ids of words that papers, press and instructions of a view refer to: those open to all, and those that are not. */
export function textsOf(view: SeatView | PublicView): { open: Set<TextId>; own: Set<TextId> } {
  const open = new Set(textIds([...view.papers, ...view.press]));
  if (!('mine' in view)) return { open, own: new Set() };

  const { papers, press, mandate } = view.mine;
  const own = textIds([...papers, ...press, { text: mandate.instructions }]).filter((id) => !open.has(id));
  return { open, own: new Set(own) };
}

function textIds(things: readonly { text: TextId | null }[]): TextId[] {
  return things.flatMap((thing) => (thing.text === null ? [] : [thing.text]));
}

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}

function cutByRound(slices: Grow, name: string, lines: readonly { round: number }[]): void {
  for (const [round, list] of Map.groupBy(lines, (line) => line.round)) slices[`${name}.${round}`] = list;
}

function cutPapers(slices: Grow, papers: readonly Proposal[]): void {
  for (const paper of papers) slices[`paper.${paper.id}`] = paper;
}

function cutPress(slices: Grow, press: readonly Message[]): void {
  for (const [chunk, list] of Map.groupBy(press, (message) => Math.floor(message.id / PRESS_CHUNK))) {
    slices[`press.${chunk}`] = list;
  }
}

/** Values of slices `name.<number>`, by that number. */
function numbered<T>(slices: Slices, name: string): T[] {
  const keys = Object.keys(slices).filter((key) => key.startsWith(`${name}.`));
  return inOrder(keys, (key) => Number(key.slice(name.length + 1))).map((key) => slices[key] as T);
}

function joinRounds<T>(slices: Slices, name: string): T[] {
  return numbered<readonly T[]>(slices, name).flat();
}

function joinPapers(slices: Slices): Proposal[] {
  const keys = Object.keys(slices).filter((key) => key.startsWith('paper.'));
  return inOrder(
    keys.map((key) => slices[key] as Proposal),
    paperNumber,
  );
}

function joinPress(slices: Slices): Message[] {
  return numbered<readonly Message[]>(slices, 'press').flat();
}

/** `p12` → 12: papers stand in the order they were made. */
function paperNumber(paper: Proposal): number {
  return Number(paper.id.slice(1));
}

function inOrder<T>(list: readonly T[], by: (one: T) => number): T[] {
  return list.toSorted((one, other) => by(one) - by(other));
}
