import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Snapshot, Source } from './source/source.ts';

const none = () => () => {};

/** A line that was opened before the page that needs it had come. */
let ahead: { code: string; token: string; line: Promise<Source> } | null = null;

/** Opens the line to a game at once, for the page that will ask for it. */
export function openAhead(code: string, token: string): void {
  ahead = { code, token, line: openLine(code, token) };
}

/** The part of the client that knows how is loaded only now. */
async function openLine(code: string, token: string): Promise<Source> {
  const { LiveSource } = await import('./source/live.ts');
  return new LiveSource(code, token);
}

function lineTo(code: string, token: string): Promise<Source> {
  const line = ahead?.code === code && ahead.token === token ? ahead.line : openLine(code, token);
  ahead = null;
  return line;
}

/** A live game; it is left with the page. */
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
      const line = await lineTo(code, token);
      if (left) {
        line.close();
        return;
      }
      opened = line;
      setSource(line);
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
