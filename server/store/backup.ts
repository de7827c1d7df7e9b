import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync, type SQLInputValue } from 'node:sqlite';
import pg from 'pg';
import type { Log } from '../log.ts';
import { migrateSqlite } from './migrate-sqlite.ts';
import { isPostgres, placeOf } from './open.ts';
import { postgresStore } from './postgres.ts';

/** In the order in which they refer to each other. */
const TABLES = ['games', 'log', 'rights', 'names', 'texts'] as const;
/** Rows that are held at once. */
const ROWS = 500;

/**
 * Copies all games, as they were at one moment, into a new SQLite file, while servers go on writing. The file is there
 * whole or not at all; `verify` reads it, {@link restore} takes it back, into either kind of database.
 *
 * @returns how many games
 */
export async function backUp(database: string, file: string): Promise<number> {
  if (existsSync(file)) throw new Error(`there is a file ${file} already`);
  if (!isPostgres(database) && !existsSync(database)) throw new Error(`there is no file ${database}`);

  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  rmSync(part, { force: true });
  if (isPostgres(database)) await copyFromPostgres(database, part);
  else await copyFile(database, part);
  renameSync(part, file);

  const copy = new DatabaseSync(file, { readOnly: true });
  const { games } = copy.prepare('SELECT count(*) AS games FROM games').get() as { games: number };
  copy.close();
  return games;
}

/**
 * Puts the games of a backup into a database that has none. Backups of earlier versions are brought up to this one.
 *
 * @returns how many games
 */
export async function restore(file: string, database: string, log: Log): Promise<number> {
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);

  const part = isPostgres(database) ? `${file}.restoring` : `${database}.part`;
  if (!isPostgres(database)) {
    if (existsSync(database)) throw new Error(`${database} is there already; move it away first`);
    mkdirSync(dirname(database), { recursive: true });
  }
  rmSync(part, { force: true });
  try {
    await copyFile(file, part);
    const copy = new DatabaseSync(part);
    migrateSqlite(copy, file);
    const { games } = copy.prepare('SELECT count(*) AS games FROM games').get() as { games: number };
    if (isPostgres(database)) await copyToPostgres(copy, database, log);
    copy.close();
    if (!isPostgres(database)) renameSync(part, database);
    return games;
  } finally {
    rmSync(part, { force: true });
  }
}

/** SQLite's own online backup: a reader that writers do not wait for. */
async function copyFile(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
}

async function copyFromPostgres(url: string, to: string): Promise<void> {
  const copy = new DatabaseSync(to);
  migrateSqlite(copy, to);
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    copy.exec('BEGIN');
    for (const table of TABLES) {
      await client.query(`DECLARE rows_of_${table} NO SCROLL CURSOR FOR SELECT * FROM ${table}`);
      for (;;) {
        const { rows } = await client.query<Record<string, SQLInputValue>>(
          `FETCH ${ROWS} FROM rows_of_${table}`,
        );
        if (rows.length === 0) break;
        const columns = Object.keys(rows[0] ?? {});
        const insert = copy.prepare(
          `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`,
        );
        for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
      }
    }
    copy.exec('COMMIT');
    await client.query('COMMIT');
  } finally {
    await client.end();
    copy.close();
  }
}

/** All or nothing. */
async function copyToPostgres(copy: DatabaseSync, url: string, log: Log): Promise<void> {
  await (await postgresStore(url, log)).close(); // makes the tables
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE games IN EXCLUSIVE MODE');
    const { rowCount } = await client.query('SELECT 1 FROM games LIMIT 1');
    if (rowCount !== 0) throw new Error(`${placeOf(url)} has games already; restore into an empty database`);

    for (const table of TABLES) {
      for (const row of copy.prepare(`SELECT * FROM ${table}`).iterate()) {
        const columns = Object.keys(row);
        const places = columns.map((_, i) => `$${i + 1}`).join();
        await client.query(
          `INSERT INTO ${table} (${columns.join()}) VALUES (${places})`,
          columns.map((column) => row[column]),
        );
      }
    }
    await client.query('COMMIT');
  } finally {
    await client.end(); // what was not committed is undone
  }
}
