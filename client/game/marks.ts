import type { Channel } from '../../shared/rules/state.ts';
import { hasLooked, setLooked, setReadRound, setSeenPress } from '../memory.ts';

const listeners = new Set<() => void>();
let changes = 0;

function tell(): void {
  changes += 1;
  for (const listener of listeners) listener();
}

/** What this device has read; screens that count the unread follow it. */
export const readMarks = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  count: (): number => changes,
  round(code: string, round: number): void {
    setReadRound(code, round);
    tell();
  },
  thread(code: string, thread: Channel, message: number): void {
    setSeenPress(code, thread, message);
    tell();
  },
  look(code: string): void {
    if (hasLooked(code)) return;
    setLooked(code);
    tell();
  },
};
