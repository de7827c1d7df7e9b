import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Readers, Term } from '../../shared/rules/state.ts';
import type { ProposalId } from '../../shared/rules/types.ts';

/** A paper that is being written; kept on this device until it is sent. */
export interface Draft {
  terms: readonly Term[];
  readers: Readers;
  counterTo: ProposalId | null;
  note: string;
}

export const BLANK: Draft = { terms: [], readers: 'table', counterTo: null, note: '' };

const listeners = new Set<() => void>();
const read = new Map<string, { kept: string; draft: Draft }>();
const keyOf = (code: string) => `830.draft.${code}`;

function draftOf(code: string): Draft {
  const kept = localStorage.getItem(keyOf(code));
  if (!kept) return BLANK;
  const known = read.get(code);
  if (known?.kept === kept) return known.draft;
  try {
    const draft = { ...BLANK, ...(JSON.parse(kept) as Partial<Draft>) };
    read.set(code, { kept, draft });
    return draft;
  } catch {
    return BLANK;
  }
}

const STEPS = 50;
const past = new Map<string, readonly Draft[]>(); // by game, the latest last
const future = new Map<string, readonly Draft[]>(); // undone, the next last

/** Puts a draft in the place of the one before. Words of the note are no step of their own. */
export function setDraft(code: string, draft: Draft): void {
  const before = draftOf(code);
  if (stepIn(before) !== stepIn(draft)) {
    past.set(code, [...(past.get(code) ?? []), before].slice(-STEPS));
    future.delete(code);
  }
  put(code, draft);
}

/** What of a draft can be undone. */
function stepIn({ terms, readers }: Draft): string {
  return JSON.stringify([terms, readers]);
}

/** One step back, or forward again; nothing happens where there is none. */
export function stepDraft(code: string, way: 'undo' | 'redo'): void {
  const [from, to] = way === 'undo' ? [past, future] : [future, past];
  const step = from.get(code)?.at(-1);
  if (!step) return;
  from.set(code, from.get(code)?.slice(0, -1) ?? []);
  to.set(code, [...(to.get(code) ?? []), draftOf(code)]);
  put(code, step);
}

/** Whether there is a step back and one forward. */
export function stepsOf(code: string): { undo: boolean; redo: boolean } {
  return { undo: (past.get(code)?.length ?? 0) > 0, redo: (future.get(code)?.length ?? 0) > 0 };
}

function put(code: string, draft: Draft): void {
  localStorage.setItem(keyOf(code), JSON.stringify(draft));
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** The draft of a game and how to change it. */
export function useDraft(code: string): [Draft, (change: Partial<Draft>) => void] {
  const draft = useSyncExternalStore(subscribe, () => draftOf(code));
  const change = useCallback((part: Partial<Draft>) => setDraft(code, { ...draftOf(code), ...part }), [code]);
  return [draft, change];
}

/** A draft that was put aside, on this device. */
export interface Kept {
  id: number;
  draft: Draft;
}

const keptKey = (code: string) => `830.drafts.${code}`;
const KEPT = 8;

/** The drafts put aside, the latest first. */
export function keptDrafts(code: string): readonly Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptKey(code)) ?? '[]');
    return Array.isArray(kept) ? (kept as Kept[]) : [];
  } catch {
    return [];
  }
}

/** Puts a draft aside. */
export function keepDraft(code: string, draft: Draft): void {
  const kept = keptDrafts(code);
  const id = 1 + Math.max(0, ...kept.map((one) => one.id));
  localStorage.setItem(keptKey(code), JSON.stringify([{ id, draft }, ...kept].slice(0, KEPT)));
  for (const tell of listeners) tell();
}

export function dropDraft(code: string, id: number): void {
  localStorage.setItem(keptKey(code), JSON.stringify(keptDrafts(code).filter((one) => one.id !== id)));
  for (const tell of listeners) tell();
}

/** Draws anew when a draft was put aside or thrown away. */
export function useKeptDrafts(code: string): readonly Kept[] {
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(keptKey(code)));
  return useMemo(() => (kept === null ? [] : keptDrafts(code)), [code, kept]);
}
