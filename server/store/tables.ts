import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
} from 'kysely';

/** The tables as the database has them. */
export interface Tables {
  games: { code: string; created_at: number; used_at: number; epoch: number };
  log: {
    code: string;
    seq: number;
    command_id: string;
    actor: string;
    command: string; // JSON
    events: string; // JSON
    hash: string;
    epoch: number; // under which it was written
  };
  rights: { token_hash: string; code: string; seat: string };
  names: { code: string; position: number; seat: string; name: string };
  texts: { code: string; id: string; text: string };
  migrations: { version: number };
}

/** Writes typed queries for SQLite without running them: that is for whoever holds the connection. */
export const sqlite = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** The same for PostgreSQL. */
export const postgres = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** One query of a {@link Batch}. */
export interface Step {
  query: Pick<CompiledQuery, 'sql' | 'parameters'>;
  mustReturn?: true; // no row: the whole batch is undone
}
/** Queries that are done together or not at all. */
export type Batch = readonly Step[];
/** The rows of each query; null when the batch was undone. */
export type BatchResult = readonly (readonly Record<string, unknown>[])[] | null;
