import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { migrateSqlite } from './migrate-sqlite.ts';
import type { Batch, BatchResult } from './tables.ts';

/** What the worker is asked: a batch to run, or to stop once all before it is written. */
export type Ask = { id: number; batch: Batch } | { id: number; batch: null };
/** What it answers; to asks after the commit that made them durable. */
export type Told =
  | { kind: 'ready' }
  | { kind: 'refused'; message: string }
  | { kind: 'done'; answers: readonly Answer[] };
export type Answer = { id: number; result: BatchResult } | { id: number; message: string };

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
/** Pages of 4 kB that the write-ahead log gathers before they go over into the file, which holds up whoever waits. */
const CHECKPOINT = 16_000;
const statements = new Map<string, StatementSync>();

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
  target.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT}`);
  migrateSqlite(target, file);
}

/** Runs all that has come together in one transaction, and answers only when it is on the disk. */
function hear(asks: readonly Ask[]): void {
  const work = asks.flatMap((ask) => (ask.batch ? [ask] : []));
  const answers = work.length > 0 ? commitAll(work) : [];
  const stop = asks.find(({ batch }) => batch === null);
  if (stop) {
    db.close();
    lock?.close();
    answers.push({ id: stop.id, result: [] });
  }
  tell({ kind: 'done', answers });
  if (stop) port.close();
}

function commitAll(work: readonly Extract<Ask, { batch: Batch }>[]): Answer[] {
  try {
    db.exec('BEGIN');
    const answers = work.map(runOne);
    db.exec('COMMIT');
    return answers;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    return work.map(({ id }) => ({ id, message: reasonOf(error) }));
  }
}

/** One batch inside the running transaction; what it did is undone when a step fails, the others' stays. */
function runOne({ id, batch }: Extract<Ask, { batch: Batch }>): Answer {
  db.exec('SAVEPOINT batch');
  try {
    const result: Record<string, unknown>[][] = [];
    for (const { query, mustReturn } of batch) {
      const rows = statementOf(query.sql).all(...(query.parameters as SQLInputValue[]));
      if (mustReturn && rows.length === 0) {
        db.exec('ROLLBACK TO batch; RELEASE batch');
        return { id, result: null };
      }
      result.push(rows);
    }
    db.exec('RELEASE batch');
    return { id, result };
  } catch (error) {
    if (!db.isTransaction) throw error; // the disk is full or broken: SQLite has undone everything
    db.exec('ROLLBACK TO batch; RELEASE batch');
    return { id, message: reasonOf(error) };
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
