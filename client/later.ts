import { useEffect, useState } from 'react';

const AT_LAST = 3_000; // ms

/**
 * Does something while nothing else is to be done.
 *
 * @returns a way to leave it
 */
export function whenIdle(act: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(act, 1_000);
    return () => clearTimeout(timer);
  }
  const callback = requestIdleCallback(act, { timeout: AT_LAST });
  return () => cancelIdleCallback(callback);
}

/** Whether the page has come to rest since this part of it was drawn. */
export function useRested(): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => whenIdle(() => setRested(true)), []);
  return rested;
}
