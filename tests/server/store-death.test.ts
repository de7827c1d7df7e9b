import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Threads from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { sqliteStore } from '../../server/store/sqlite.ts';

const workers: Threads.Worker[] = [];
vi.mock('node:worker_threads', async (original) => {
  const threads = await original<typeof Threads>();
  class KnownWorker extends threads.Worker {
    constructor(...args: ConstructorParameters<typeof threads.Worker>) {
      super(...args);
      workers.push(this);
    }
  }
  return { ...threads, Worker: KnownWorker };
});

test('when its worker dies a store says so, and stores nothing more', async () => {
  const folder = mkdtempSync(join(tmpdir(), '830-death-'));
  const dead = vi.fn<(reason: Error) => void>();
  const store = await sqliteStore(join(folder, 'games.db'), { onDeath: dead });
  await store.create('AAAAAA', 1, { rows: [] });
  const gone = workers[0]!.terminate();
  await Promise.all([expect(store.list()).rejects.toThrow(/worker ended/), gone]);
  expect(dead).toHaveBeenCalledTimes(1);
  await expect(store.claim('AAAAAA', 7)).rejects.toThrow(/closed/);
  await store.close();
  rmSync(folder, { recursive: true });
});
