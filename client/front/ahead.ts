import { whenIdle } from '../later.ts';

/** Brings Phaser and the map, and makes ready what can be before there is anything to show on it. */
export async function readyFront(): Promise<void> {
  const { prepareFront } = await import('./mount.ts');
  prepareFront();
}

/** The same while nothing else is to be done, so that the map is there when the front is opened. */
export function fetchFront(): void {
  whenIdle(() => void readyFront());
}
