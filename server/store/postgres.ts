import pg from 'pg';
import type { Log } from '../log.ts';
import { MIGRATIONS, migrationsTable } from './migrations.ts';
import { queryStore } from './queries.ts';
import type { EventStore } from './store.ts';
import { type Batch, type BatchResult, postgres, type Step } from './tables.ts';

/** Connections of one server; others of the same database have their own. */
const CONNECTIONS = 12;
/** Waits for a connection and for an answer, ms: a database that is away is noticed, not waited for. */
const CONNECT_WITHIN = 3_000;
const ANSWER_WITHIN = 8_000;
/** A server that hangs in the middle of a transaction must not hold up who takes its games over, ms. */
const IDLE_WITHIN = 2_000;
/** The code of the error that {@link atOnce} provokes. */
const DIVISION_BY_ZERO = '22012';
/** Whoever migrates holds this advisory lock, so that servers that start together take turns. */
const MIGRATION_LOCK = 830_001;

/** PostgreSQL's number for bigint; times in ms are far below 2^53. */
const INT8 = 20;
const types = {
  getTypeParser: ((oid: number, format?: never) =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * Games in a PostgreSQL database that several servers may share.
 *
 * Fails, saying why, when the database cannot be reached or is of a newer version. Later losses of the database fail
 * single calls; the next call tries again.
 */
export async function postgresStore(url: string, log: Log): Promise<EventStore> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN,
    query_timeout: ANSWER_WITHIN,
    statement_timeout: ANSWER_WITHIN,
    idle_in_transaction_session_timeout: IDLE_WITHIN,
    keepAlive: true,
    types,
  });
  const lost = (error: Error) => log.warn({ err: error }, 'a connection to the database was lost');
  pool.on('error', lost); // of an idle one
  pool.on('connect', (client) => client.on('error', lost)); // of one in use: its query fails too
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }

  const run = (batch: Batch) => runBatch(pool, batch);
  return queryStore(postgres, run, () => pool.end(), {
    isShared: true,
    lockGames: true,
    runAtOnce: (batch) => atOnce(pool, batch),
  });
}

/** What is missing of the migrations, in one transaction. */
async function migrate(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(migrationsTable(postgres).sql);
    const { rows } = await client.query<{ had: number }>('SELECT count(*) AS had FROM migrations');
    const had = rows[0]?.had ?? 0;
    if (had > MIGRATIONS.length)
      throw new Error('the database was written by a newer version of the game; update the server');

    for (const [i, migration] of MIGRATIONS.entries()) {
      if (i < had) continue;
      for (const query of migration(postgres)) await client.query(query.sql);
      await client.query('INSERT INTO migrations (version) VALUES ($1)', [i + 1]);
    }
    return true;
  });
}

/** One query is a transaction by itself; several are put into one. */
async function runBatch(pool: pg.Pool, batch: Batch): Promise<BatchResult> {
  const [first] = batch;
  if (first && batch.length === 1) {
    const rows = await runStep(pool, first);
    return rows && [rows];
  }
  return inTransaction(pool, async (client) => {
    const result: Record<string, unknown>[][] = [];
    for (const step of batch) {
      const rows = await runStep(client, step);
      if (!rows) return null;
      result.push(rows);
    }
    return result;
  });
}

/**
 * Several inserts in one statement: a server that hangs or dies after asking holds no lock that others wait for. What
 * should have returned a row and did not makes the whole of it fail, by a division.
 */
async function atOnce(pool: pg.Pool, batch: Batch): Promise<BatchResult> {
  const parameters: unknown[] = [];
  const parts = batch.map(({ query }, i) => {
    const before = parameters.length;
    parameters.push(...query.parameters);
    const numbered = query.sql.replaceAll(/\$(\d+)/g, (_all, n: string) => `$${before + Number(n)}`);
    return `s${i} AS (${numbered})`;
  });
  const musts = batch.flatMap(({ mustReturn }, i) => (mustReturn ? `1 / (SELECT count(*) FROM s${i})` : []));
  try {
    await pool.query(`WITH ${parts.join(', ')} SELECT ${musts.join(', ')}`, parameters);
    return [];
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === DIVISION_BY_ZERO) return null;
    throw error;
  }
}

/** @returns null when it should have returned a row and did not */
async function runStep(
  on: pg.Pool | pg.PoolClient,
  { query, mustReturn }: Step,
): Promise<Record<string, unknown>[] | null> {
  const { rows } = await on.query<Record<string, unknown>>(query.sql, [...query.parameters]);
  return mustReturn && rows.length === 0 ? null : rows;
}

/** Commits what `work` did, undoes it when it fails or returns null. */
async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T | null>,
): Promise<T | null> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query(result === null ? 'ROLLBACK' : 'COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    client.release(isBroken);
  }
}
