import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { queryStore } from './queries.ts';
import type { Ask, Told, WorkerData } from './sqlite-worker.ts';
import type { EventStore } from './store.ts';
import { type BatchResult, sqlite, type Step } from './tables.ts';

interface Options {
  /** For looking into a file that a server may have open. */
  readOnly?: boolean;
  /** Called when the worker is gone though nobody closed it: nothing can be stored any more. */
  onDeath: (reason: Error) => void;
}

/**
 * Games in one SQLite file, written by a worker thread so that a slow disk does not hold up the server.
 *
 * Fails, saying why, when another server has the file open or it cannot be read.
 */
export async function sqliteStore(file: string, { readOnly = false, onDeath }: Options): Promise<EventStore> {
  if (!readOnly) mkdirSync(dirname(file), { recursive: true });

  const data: WorkerData = { file, readOnly };
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: data });
  const waiting = new Map<number, PromiseWithResolvers<BatchResult>>();
  let gathered: Ask[] = [];
  let asked = 0;
  let isBusy = false; // with what it was given last
  let isClosed = false;

  function ask(batch: Ask['batch']): Promise<BatchResult> {
    if (isClosed) return Promise.reject(new Error(`the store ${file} is closed`));

    const answer = Promise.withResolvers<BatchResult>();
    const id = asked++;
    waiting.set(id, answer);
    gathered.push({ id, batch: batch && batch.map(bareOf) });
    if (gathered.length === 1 && !isBusy) setImmediate(give);
    return answer.promise;
  }

  /** What was gathered meanwhile goes over together: one sync to disk serves all of it. */
  function give(): void {
    if (gathered.length === 0 || isBusy) return;

    isBusy = true;
    worker.postMessage(gathered, []);
    gathered = [];
  }

  function die(reason: Error): void {
    if (isClosed) return;

    isClosed = true;
    for (const answer of waiting.values()) answer.reject(reason);
    waiting.clear();
    onDeath(reason);
  }

  const opened = Promise.withResolvers<void>();
  worker.on('message', (told: Told) => {
    if (told.kind === 'ready') return opened.resolve();
    if (told.kind === 'refused') return opened.reject(new Error(told.message));

    isBusy = false;
    give();
    for (const done of told.answers) {
      const answer = waiting.get(done.id);
      waiting.delete(done.id);
      if ('result' in done) answer?.resolve(done.result);
      else answer?.reject(new Error(done.message));
    }
  });
  worker.on('error', (reason) => {
    opened.reject(reason);
    die(reason instanceof Error ? reason : new Error(String(reason)));
  });
  worker.on('exit', (status) => die(new Error(`the store's worker ended with status ${status}`)));

  try {
    await opened.promise;
  } catch (reason) {
    isClosed = true;
    await worker.terminate();
    throw reason;
  }

  async function close(): Promise<void> {
    if (isClosed) return;

    const done = ask(null);
    isClosed = true;
    await done;
    await worker.terminate();
  }

  return queryStore(sqlite, ask, close, { isShared: false, lockGames: false });
}

/** A step without the tree it was compiled from, which would be copied to the worker for nothing. */
function bareOf({ query: { sql, parameters }, mustReturn }: Step): Step {
  return mustReturn ? { query: { sql, parameters }, mustReturn } : { query: { sql, parameters } };
}
