import { whenIdle } from '../later.ts';

/** Brings Phaser and the map while nothing else is to be done, so that they are there when the front is opened. */
export function fetchFront(): void {
  whenIdle(() => void import('./mount.ts'));
}
