import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** How the tables came to be, in order; each runs once and is never edited afterwards. */
export const MIGRATIONS: readonly ((db: Kysely<Tables>) => readonly CompiledQuery[])[] = [
  (db) => [
    db.schema
      .createTable('games')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .compile(),
    db.schema
      .createTable('log')
      .addColumn('code', 'text', (column) => column.notNull().references('games.code'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('command_id', 'text', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('command', 'text', (column) => column.notNull())
      .addColumn('events', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('log_in_order', ['code', 'seq'])
      .addUniqueConstraint('log_command_once', ['code', 'command_id'])
      .compile(),
    db.schema
      .createTable('rights')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('code', 'text', (column) => column.notNull().references('games.code'))
      .addColumn('seat', 'text', (column) => column.notNull())
      .compile(),
    db.schema.createIndex('rights_of_game').on('rights').column('code').compile(),
    db.schema
      .createTable('names')
      .addColumn('code', 'text', (column) => column.notNull().references('games.code'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('seat', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('names_in_order', ['code', 'position'])
      .compile(),
    db.schema
      .createTable('texts')
      .addColumn('code', 'text', (column) => column.notNull().references('games.code'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('texts_by_id', ['code', 'id'])
      .compile(),
  ],
  (db) => [
    db.schema
      .alterTable('games')
      .addColumn('used_at', 'bigint', (column) => column.notNull().defaultTo(0))
      .compile(),
    db
      .updateTable('games')
      .set((fields) => ({ used_at: fields.ref('created_at') }))
      .compile(),
  ],
  (db) => [
    db.schema
      .alterTable('log')
      .addColumn('epoch', 'integer', (column) => column.notNull().defaultTo(0))
      .compile(),
  ],
];

/** The table that says which migrations a database has been through. */
export function migrationsTable(db: Kysely<Tables>): CompiledQuery {
  return db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .compile();
}
