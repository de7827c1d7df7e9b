import type { Log } from '../log.ts';
import { postgresStore } from './postgres.ts';
import { sqliteStore } from './sqlite.ts';
import type { EventStore } from './store.ts';

/** Whether a `DATABASE_URL` is PostgreSQL's; else it is a file. */
export function isPostgres(database: string): boolean {
  return /^postgres(ql)?:/.test(database);
}

/**
 * The store that `DATABASE_URL` asks for.
 *
 * @param onDeath hears when nothing can be stored any more, ever: this process had better end
 */
export function openStore(database: string, log: Log, onDeath: (reason: Error) => void): Promise<EventStore> {
  return isPostgres(database) ? postgresStore(database, log) : sqliteStore(database, { onDeath });
}

/** Where games are kept, without the password. */
export function placeOf(database: string): string {
  if (!isPostgres(database)) return database;
  const { host, pathname } = new URL(database);
  return `PostgreSQL at ${host}${pathname}`;
}
