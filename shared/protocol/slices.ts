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

/** Some slices, and the parts of a view that they are cut from: while those are the same, so are the slices. */
export interface Cut<View> {
  from: (view: View) => readonly unknown[];
  cut: (view: View) => Slices;
}

export const PUBLIC_CUTS: readonly Cut<PublicView>[] = [
  { from: ({ world }) => [world], cut: cutWorld },
  { from: ({ world }) => [world.ledger], cut: ({ world }) => cutByRound('ledger', world.ledger) },
  { from: ({ world }) => [world.dispatches], cut: ({ world }) => cutByRound('dispatches', world.dispatches) },
  { from: ({ papers }) => [papers], cut: ({ papers }) => cutPapers(papers) },
  { from: ({ press }) => [press], cut: ({ press }) => cutPress(press) },
];

/** Of a view in which papers and press that are open to all are left out. */
export const PRIVATE_CUTS: readonly Cut<SeatView>[] = [
  { from: ({ mine }) => OWN.map((name) => mine[name]), cut: ({ mine }) => pick(mine, OWN) },
  { from: ({ legal }) => [legal], cut: cutLegal },
  { from: ({ mine }) => [mine.papers], cut: ({ mine }) => cutPapers(mine.papers) },
  { from: ({ mine }) => [mine.press], cut: ({ mine }) => cutPress(mine.press) },
];

/** What everyone may see, in slices. */
export function publicSlices(view: PublicView): Slices {
  return Object.assign({}, ...PUBLIC_CUTS.map(({ cut }) => cut(view))) as Slices;
}

/** What one seat alone may see, in slices; papers and press without those that are open to all. */
export function privateSlices(view: SeatView): Slices {
  const { papers, press } = view.mine;
  const mine = { ...view.mine, papers: papers.filter(isSealed), press: press.filter(isInPrivate) };
  return Object.assign({}, ...PRIVATE_CUTS.map(({ cut }) => cut({ ...view, mine }))) as Slices;
}

/** Whether a paper is not open to all. */
export function isSealed(paper: Proposal): boolean {
  return paper.readers !== 'all';
}

/** Whether a message is not open to all. */
export function isInPrivate(message: Message): boolean {
  return message.channel !== 'all';
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

/** The slice that holds one piece of what somebody wrote. */
export function textSlice(id: TextId): string {
  return `text.${id}`;
}

function textsIn(slices: Slices): Words['texts'] {
  const texts: Record<TextId, string> = {};
  for (const [name, text] of Object.entries(slices))
    if (name.startsWith('text.')) texts[name.slice(5)] = text as string;
  return texts;
}

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}

function cutWorld({ world }: PublicView): Slices {
  const slices = { head: pick(world, HEAD), ...pick(world, WHOLE) };
  return world.reveal ? { ...slices, reveal: world.reveal } : slices;
}

function cutLegal({ legal }: SeatView): Slices {
  return Object.fromEntries(LEGAL.map((name) => [`legal.${name}`, legal[name]]));
}

function cutByRound(name: string, lines: readonly { round: number }[]): Slices {
  return Object.fromEntries(
    [...Map.groupBy(lines, (line) => line.round)].map(([round, list]) => [`${name}.${round}`, list]),
  );
}

function cutPapers(papers: readonly Proposal[]): Slices {
  return Object.fromEntries(papers.map((paper) => [`paper.${paper.id}`, paper]));
}

function cutPress(press: readonly Message[]): Slices {
  const chunks = Map.groupBy(press, (message) => Math.floor(message.id / PRESS_CHUNK));
  return Object.fromEntries([...chunks].map(([chunk, list]) => [`press.${chunk}`, list]));
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
