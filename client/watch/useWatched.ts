import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Snapshot, Source } from '../source/source.ts';

const none = () => () => {};

/** A live game from no seat; the line is closed with the page. */
export function useWatched(code: string): Snapshot | null {
  const [source, setSource] = useState<Source | null>(null);
  useEffect(() => {
    let line: Source | null = null;
    let left = false;
    const begin = async () => {
      const { LiveSource } = await import('../source/live.ts');
      if (left) return;
      line = new LiveSource(code, null);
      setSource(line);
    };
    void begin();
    return () => {
      left = true;
      line?.close();
    };
  }, [code]);
  return useSyncExternalStore(source?.subscribe ?? none, () => source?.snapshot() ?? null);
}
