const listeners = new Set<(words: string) => void>();

/** Says something to whoever listens: shown for a moment and read out. */
export function announce(words: string): void {
  for (const listener of listeners) listener(words);
}

export function onAnnounce(listener: (words: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
