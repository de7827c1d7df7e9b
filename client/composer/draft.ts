import { useCallback, useSyncExternalStore } from 'react';
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

/** Puts a draft in the place of the one before. */
export function setDraft(code: string, draft: Draft): void {
  localStorage.setItem(keyOf(code), JSON.stringify(draft));
  for (const tell of listeners) tell();
}

/** The draft of a game and how to change it. */
export function useDraft(code: string): [Draft, (change: Partial<Draft>) => void] {
  const draft = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => draftOf(code),
  );
  const change = useCallback((part: Partial<Draft>) => setDraft(code, { ...draftOf(code), ...part }), [code]);
  return [draft, change];
}
