import type { Log } from '../log.ts';
import type { Sessions } from './sessions.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Deletes games that nobody has opened for `days`: finished or abandoned, they are all the same by then.
 *
 * @returns the codes of those deleted
 */
export async function deleteOld(sessions: Sessions, days: number, now: number): Promise<string[]> {
  const deleted: string[] = [];
  for (const { code, usedAt } of await sessions.store.list()) {
    if (now - usedAt < days * DAY_MS || sessions.isOpen(code)) continue;
    await sessions.remove(code);
    deleted.push(code);
  }
  return deleted;
}

/** Does so now and every hour. @returns a function that ends it */
export function keepDeletingOld(sessions: Sessions, days: number, log: Log): () => void {
  const sweep = async () => {
    try {
      const deleted = await deleteOld(sessions, days, Date.now());
      if (deleted.length > 0) log.info({ games: deleted.length }, 'old games were deleted');
    } catch (error) {
      log.error({ err: error }, 'old games could not be deleted');
    }
  };
  const timer = setInterval(() => void sweep(), 3_600_000).unref();
  void sweep();
  return () => clearInterval(timer);
}
