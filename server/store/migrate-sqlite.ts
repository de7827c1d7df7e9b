import type { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS, migrationsTable } from './migrations.ts';
import { sqlite } from './tables.ts';

/** Brings a file through the migrations that it misses. Fails when a newer version has written it. */
export function migrateSqlite(target: DatabaseSync, file: string): void {
  target.exec('BEGIN IMMEDIATE');
  target.exec(migrationsTable(sqlite).sql);
  const { had } = target.prepare('SELECT count(*) AS had FROM migrations').get() as { had: number };
  if (had > MIGRATIONS.length) {
    target.exec('ROLLBACK');
    throw new Error(`${file} was written by a newer version of the game; update the server`);
  }
  for (const [i, migration] of MIGRATIONS.entries()) {
    if (i < had) continue;
    for (const query of migration(sqlite)) target.exec(query.sql);
    target.prepare('INSERT INTO migrations (version) VALUES (?)').run(i + 1);
  }
  target.exec('COMMIT');
}
