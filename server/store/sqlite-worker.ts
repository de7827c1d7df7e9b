import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { migrateSqlite } from './migrate-sqlite.ts';
import type { Batch, BatchResult } from './tables.ts';

/** What the worker is asked: batches to run, or to stop once all is written. */
export type Ask = { id: number; batch: Batch } | { id: number; batch: null };
/** What it answers, after the commit that made it durable. */
export type Told =
  | { kind: 'ready' }
  | { kind: 'refused'; message: string }
  | { kind: 'done'; id: number; result: BatchResult }
  | { kind: 'failed'; id: number; message: string };

export interface WorkerData {
  file: string;
  readOnly: boolean;
}

/** Statements kept ready; the queries are few and of few forms. */
const KEPT_STATEMENTS = 200;

if (!parentPort) throw new Error('this file runs as a worker');
const port = parentPort;
const { file, readOnly } = workerData as WorkerData;

/** Held as long as this process lives, so that no second server writes the same games; readers are let in. */
let lock: DatabaseSync | null = null;
let db: DatabaseSync;
const statements = new Map<string, StatementSync>();
let waiting: Extract<Ask, { batch: Batch }>[] = [];

try {
  if (!readOnly) lock = lockOf(`${file}-lock`);
  db = new DatabaseSync(file, { readOnly, timeout: 5_000 }); // ms
  if (!readOnly) prepare(db);
  port.on('message', hear);
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'refused', message: reasonOf(error) });
  port.close();
}

function tell(told: Told): void {
  port.postMessage(told);
}

function lockOf(path: string): DatabaseSync {
  const held = new DatabaseSync(path, { timeout: 0 });
  try {
    held.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    held.close();
    throw new Error(
      `another server has ${file} open; stop it, or give this one its own file with DATABASE_URL=sqlite:path`,
      { cause: error },
    );
  }
  return held;
}

/** Write-ahead log, synced at every commit; then whatever migrations are missing. */
function prepare(target: DatabaseSync): void {
  target.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  migrateSqlite(target, file);
}

/** Gathers what comes in together: one sync to disk serves all of it. */
function hear(ask: Ask): void {
  if (ask.batch === null) {
    commitAll();
    db.close();
    lock?.close();
    tell({ kind: 'done', id: ask.id, result: [] });
    port.close();
    return;
  }
  waiting.push(ask);
  if (waiting.length === 1) setImmediate(commitAll);
}

/** Runs all that waits in one transaction, and answers only when it is on the disk. */
function commitAll(): void {
  if (waiting.length === 0) return;

  const asked = waiting;
  waiting = [];
  let told: Told[];
  try {
    db.exec('BEGIN');
    told = asked.map(({ id, batch }) => runOne(id, batch));
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    told = asked.map(({ id }) => ({ kind: 'failed', id, message: reasonOf(error) }));
  }
  for (const one of told) tell(one);
}

/** One batch inside the running transaction; what it did is undone when a step fails, the others' stays. */
function runOne(id: number, batch: Batch): Told {
  db.exec('SAVEPOINT batch');
  try {
    const result: Record<string, unknown>[][] = [];
    for (const { query, mustReturn } of batch) {
      const rows = statementOf(query.sql).all(...(query.parameters as SQLInputValue[]));
      if (mustReturn && rows.length === 0) {
        db.exec('ROLLBACK TO batch; RELEASE batch');
        return { kind: 'done', id, result: null };
      }
      result.push(rows);
    }
    db.exec('RELEASE batch');
    return { kind: 'done', id, result };
  } catch (error) {
    if (!db.isTransaction) throw error; // the disk is full or broken: SQLite has undone everything
    db.exec('ROLLBACK TO batch; RELEASE batch');
    return { kind: 'failed', id, message: reasonOf(error) };
  }
}

function statementOf(text: string): StatementSync {
  let statement = statements.get(text);
  if (!statement) {
    if (statements.size >= KEPT_STATEMENTS) statements.clear();
    statement = db.prepare(text);
    statements.set(text, statement);
  }
  return statement;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
