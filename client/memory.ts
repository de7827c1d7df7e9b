import { type Channel } from '../shared/rules/state.ts';
import { type Seat } from '../shared/rules/types.ts';
import { type Seen } from './game/waiting.ts';

/** A game that was played on this device; the token is the right to its seat. */
export interface Remembered {
  code: string;
  token: string;
  seat: Seat;
  mode: 'solo' | 'table';
  at: number; // ms since epoch, last seen
  round: number; // last seen; 0 before talks
  rounds: number;
  ended: boolean;
}

const KEY = '830.games';
const KEPT = 12;

/** The games of this device, latest first. */
export function remembered(): readonly Remembered[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as Remembered[]).toSorted((a, b) => b.at - a.at) : [];
  } catch {
    return [];
  }
}

/** Keeps a game, or what changed about it. */
export function remember(game: Partial<Remembered> & { code: string }): void {
  const others = remembered().filter((other) => other.code !== game.code);
  const before = remembered().find((other) => other.code === game.code);
  const now: Remembered = {
    token: '',
    seat: 'ua',
    mode: 'solo',
    round: 0,
    rounds: 0,
    ended: false,
    ...before,
    ...game,
    at: Date.now(),
  };
  localStorage.setItem(KEY, JSON.stringify([now, ...others].slice(0, KEPT)));
}

/** Takes a game off this device's list; the game itself goes on. */
export function forget(code: string): void {
  localStorage.setItem(KEY, JSON.stringify(remembered().filter((game) => game.code !== code)));
}

/**
 * The token for a game: from the address, else kept by this tab, else by this device. It is taken out of the address,
 * which others may see on a screen that is shared.
 */
export function tokenFor(code: string): string | null {
  const ofTab = `830.token.${code}`;
  const inAddress = decodeURIComponent(location.hash.slice(1));
  if (inAddress) {
    sessionStorage.setItem(ofTab, inAddress);
    history.replaceState(null, '', location.pathname);
    return inAddress;
  }
  return sessionStorage.getItem(ofTab) ?? (remembered().find((game) => game.code === code)?.token || null);
}

/** The last round whose dispatches were read on this device. */
export function readRound(code: string): number {
  return Number(localStorage.getItem(`830.read.${code}`) ?? 0);
}
export function setReadRound(code: string, round: number): void {
  localStorage.setItem(`830.read.${code}`, String(round));
}

/** Up to which message each thread of the press was read on this device. */
export function seenPress(code: string): Seen {
  const kept: unknown = JSON.parse(localStorage.getItem(`830.press.${code}`) ?? '{}');
  return typeof kept === 'object' && kept !== null ? kept : {};
}
export function setSeenPress(code: string, thread: Channel, id: number): void {
  localStorage.setItem(`830.press.${code}`, JSON.stringify({ ...seenPress(code), [thread]: id }));
}

/** Whether a sector of the front was opened on this device. */
export function hasLooked(code: string): boolean {
  return localStorage.getItem(`830.looked.${code}`) !== null;
}
export function setLooked(code: string): void {
  localStorage.setItem(`830.looked.${code}`, '1');
}

/** Where this tab looks through a finished game: the move, and whose view; a seat of null is everyone's. */
export interface ReplayAt {
  move: number;
  seat: Seat | null;
}

/** Where this tab was looking through a game before it was loaded again; nothing when it was not. */
export function replayAt(code: string): ReplayAt | null {
  const kept = sessionStorage.getItem(`830.replay.${code}`);
  return kept === null ? null : (JSON.parse(kept) as ReplayAt);
}
export function setReplayAt(code: string, at: ReplayAt | null): void {
  if (at) sessionStorage.setItem(`830.replay.${code}`, JSON.stringify(at));
  else sessionStorage.removeItem(`830.replay.${code}`);
}

/** How much a solo player's own analysts say of a draft. */
export const HELP_LEVELS = ['full', 'estimates', 'none'] as const;
export type HelpLevel = (typeof HELP_LEVELS)[number];

export function helpLevel(): HelpLevel {
  const kept = localStorage.getItem('830.help');
  return HELP_LEVELS.find((level) => level === kept) ?? 'full';
}
export function setHelpLevel(level: HelpLevel): void {
  localStorage.setItem('830.help', level);
}
