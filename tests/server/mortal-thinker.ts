/** A thread that dies over its first task, or over every one, and thinks as any other otherwise. */
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const { diedOnce } = workerData as { diedOnce: string | null };
if (diedOnce === null || !existsSync(diedOnce)) {
  parentPort?.on('message', () => {
    if (diedOnce !== null) writeFileSync(diedOnce, 'died');
    process.exit(1);
  });
} else await import('../../server/session/thinker.ts');
