import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Snapshot, Source } from './source/source.ts';

const none = () => () => {};

/** Opens a live game, with the part of the client that knows how loaded only now; closes it with the page. */
export function useLive(
  code: string,
  token: string | null,
): { source: Source | null; snapshot: Snapshot | null } {
  const [source, setSource] = useState<Source | null>(null);
  useEffect(() => {
    if (!token) return;
    let opened: Source | null = null;
    let left = false;
    const begin = async () => {
      const { LiveSource } = await import('./source/live.ts');
      if (left) return;
      opened = new LiveSource(code, token);
      setSource(opened);
    };
    void begin();
    return () => {
      left = true;
      opened?.close();
      setSource(null);
    };
  }, [code, token]);
  const snapshot = useSyncExternalStore(source?.subscribe ?? none, () => source?.snapshot() ?? null);
  return { source, snapshot };
}
