/** Brings Phaser and the map while nothing else is to be done, so that they are there when the front is opened. */
export function fetchFront(): void {
  const begin = (): void => void import('./mount.ts');
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 3_000 });
  else setTimeout(begin, 1_000);
}
