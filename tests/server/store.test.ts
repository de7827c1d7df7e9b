import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { memoryStore } from '../../server/store/memory.ts';
import { postgresStore } from '../../server/store/postgres.ts';
import { sqliteStore } from '../../server/store/sqlite.ts';
import { type EventStore, Fenced, type LogRow } from '../../server/store/store.ts';
import { aDatabase } from './databases.ts';
import { LOG } from './games.ts';

const SETTINGS = {
  seed: 's',
  edition: 'lesson',
  mode: 'table',
  rounds: null,
  bots: 'normal',
  rules: '1',
  content: '1',
} as const;
const OPENED: LogRow = {
  seq: 0,
  commandId: 'open',
  actor: 'host',
  command: { kind: 'openGame', settings: SETTINGS },
  events: [],
  hash: 'h0',
};

function row(seq: number, commandId = `c${seq}`): LogRow {
  const events = [{ kind: 'readySet', seat: 'ua', ready: true }] as const;
  return { seq, commandId, actor: 'ua', command: { kind: 'setReady', ready: true }, events, hash: `h${seq}` };
}

/** A folder of its own for one test. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), '830-store-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function fail(reason: Error): never {
  throw reason;
}

const STORES: Record<string, () => Promise<EventStore>> = {
  memory: async () => memoryStore(),
  SQLite: () => sqliteStore(join(folder(), 'games.db'), { onDeath: fail }),
  PostgreSQL: async () => postgresStore(await aDatabase(), LOG),
};

describe.each(Object.entries(STORES))('the store in %s', (_name, open) => {
  let store: EventStore;
  beforeEach(async () => {
    store = await open();
    await store.create('AAAAAA', 1, { rows: [OPENED] });
  });
  afterEach(() => store.close());

  test('a code is given once', async () => {
    expect(await store.create('BBBBBB', 2, { rows: [OPENED] })).toBe(true);
    expect(await store.create('AAAAAA', 3, { rows: [OPENED, row(1)] })).toBe(false);
    expect(await store.load('AAAAAA')).toEqual([OPENED]);
    expect(await store.list()).toEqual([
      { code: 'AAAAAA', createdAt: 1, usedAt: 1, epoch: 0 },
      { code: 'BBBBBB', createdAt: 2, usedAt: 2, epoch: 0 },
    ]);
  });

  test('a game that is not there', async () => {
    expect(await store.find('ZZZZZZ')).toBeNull();
    expect(await store.claim('ZZZZZZ', 7)).toBeNull();
    expect(await store.load('ZZZZZZ')).toEqual([]);
    expect(await store.rights('ZZZZZZ')).toEqual([]);
    await expect(store.append('ZZZZZZ', 0, { rows: [row(0)] })).rejects.toThrow(Fenced);
  });

  test('rows come back as they went in, in order', async () => {
    const epoch = (await store.claim('AAAAAA', 7))!;
    await store.append('AAAAAA', epoch, { rows: [row(1)] });
    await store.append('AAAAAA', epoch, { rows: [row(2), row(3)] });
    expect(await store.load('AAAAAA')).toEqual([OPENED, row(1), row(2), row(3)]);
  });

  test('a claim shuts out whoever wrote before', async () => {
    const old = (await store.claim('AAAAAA', 7))!;
    const young = (await store.claim('AAAAAA', 7))!;
    expect(young).toBe(old + 1);
    await expect(store.append('AAAAAA', old, { rows: [row(1)] })).rejects.toThrow(Fenced);
    await store.append('AAAAAA', young, { rows: [row(1)] });
    expect(await store.load('AAAAAA')).toEqual([OPENED, row(1)]);
  });

  test('the epochs of several games at once', async () => {
    await store.create('BBBBBB', 2, { rows: [OPENED] });
    const epoch = (await store.claim('BBBBBB', 2))!;
    expect(await store.epochs([])).toEqual(new Map());
    const epochs = await store.epochs(['BBBBBB', 'ZZZZZZ', 'AAAAAA']);
    expect(Object.fromEntries(epochs)).toEqual({ AAAAAA: 0, BBBBBB: epoch });
  });

  test('claims at the same time are all different', async () => {
    const claims = await Promise.all([1, 2, 3, 4, 5].map(() => store.claim('AAAAAA', 2)));
    expect(claims.toSorted((a, b) => a! - b!)).toEqual([1, 2, 3, 4, 5]);
  });

  test.each([
    ['a row that is there already', [row(0, 'other')]],
    ['a command that is there already', [row(2, 'c1')]],
    ['a good row before a bad one', [row(2), row(1, 'again')]],
  ])('%s stores nothing of its entry', async (_case, rows) => {
    const epoch = (await store.claim('AAAAAA', 7))!;
    await store.append('AAAAAA', epoch, { rows: [row(1)] });
    const bad = { rows, texts: { t: 'words' }, rights: [{ seat: 'ua', tokenHash: 'x' }] } as const;
    await expect(store.append('AAAAAA', epoch, bad)).rejects.toThrow(Fenced);
    expect(await store.load('AAAAAA')).toEqual([OPENED, row(1)]);
    expect(await store.texts('AAAAAA')).toEqual({});
    expect(await store.rights('AAAAAA')).toEqual([]);
  });

  test('appends at the same time all arrive, each game in its order', async () => {
    const codes = ['CCCCCC', 'DDDDDD', 'EEEEEE'];
    await Promise.all(codes.map((code) => store.create(code, 5, { rows: [OPENED] })));
    const appends = codes.flatMap((code) =>
      [1, 2, 3, 4, 5].map((seq) => store.append(code, 0, { rows: [row(seq)] })),
    );
    await Promise.all(appends);
    for (const code of codes)
      expect((await store.load(code)).map((one) => one.seq)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('words, names and rights belong to a game; words can be erased, the log stays', async () => {
    const epoch = (await store.claim('AAAAAA', 7))!;
    const words = { rows: [row(1)], texts: { t1: 'Good morning', t2: "d'été; --" } };
    await store.append('AAAAAA', epoch, { ...words, names: [{ seat: 'ua', name: 'Olena' }] });
    await store.append('AAAAAA', epoch, {
      rows: [row(2)],
      names: [{ seat: 'ua', name: 'Taras' }],
      rights: [{ seat: 'ua', tokenHash: 'abc' }],
    });
    await store.create('BBBBBB', 2, { rows: [OPENED], texts: { t1: 'elsewhere' } });

    expect(await store.texts('AAAAAA')).toEqual({ t1: 'Good morning', t2: "d'été; --" });
    expect((await store.names('AAAAAA')).map((one) => one.name)).toEqual(['Olena', 'Taras']);
    expect(await store.rights('AAAAAA')).toEqual([{ seat: 'ua', tokenHash: 'abc' }]);

    await store.eraseWords('AAAAAA');
    expect(await store.texts('AAAAAA')).toEqual({});
    expect(await store.names('AAAAAA')).toEqual([]);
    expect(await store.load('AAAAAA')).toEqual([OPENED, row(1), row(2)]);
    expect(await store.texts('BBBBBB')).toEqual({ t1: 'elsewhere' });
  });

  test('a claim notes when', async () => {
    await store.claim('AAAAAA', 99);
    expect(await store.find('AAAAAA')).toMatchObject({ createdAt: 1, usedAt: 99, epoch: 1 });
  });

  test('a game is removed with all that belongs to it, and can be written no more', async () => {
    const epoch = (await store.claim('AAAAAA', 7))!;
    const rights = [{ seat: 'ua', tokenHash: 'abc' }] as const;
    const names = [{ seat: 'ua', name: 'Olena' }] as const;
    await store.append('AAAAAA', epoch, { rows: [row(1)], texts: { t1: 'words' }, rights, names });
    await store.create('BBBBBB', 2, { rows: [OPENED] });
    expect((await store.sizes()).find((one) => one.code === 'AAAAAA')).toMatchObject({ rows: 2 });

    await store.remove('AAAAAA');
    expect(await store.list()).toMatchObject([{ code: 'BBBBBB' }]);
    expect((await store.sizes()).map((one) => [one.code, one.rows, one.bytes > 20])).toEqual([
      ['BBBBBB', 1, true],
    ]);
    expect(await store.load('AAAAAA')).toEqual([]);
    expect(await store.rights('AAAAAA')).toEqual([]);
    expect(await store.names('AAAAAA')).toEqual([]);
    expect(await store.texts('AAAAAA')).toEqual({});
    await expect(store.append('AAAAAA', epoch, { rows: [row(2)] })).rejects.toThrow(Fenced);
  });
});

describe('a PostgreSQL database', () => {
  test('is set up once by servers that start together, and kept', async () => {
    const url = await aDatabase();
    const stores = await Promise.all([1, 2, 3, 4].map(() => postgresStore(url, LOG)));
    await stores[0]!.create('AAAAAA', 1_763_800_000_000, { rows: [OPENED] });
    await Promise.all(stores.map((store) => store.close()));

    const later = await postgresStore(url, LOG);
    expect(await later.load('AAAAAA')).toEqual([OPENED]);
    expect(await later.find('AAAAAA')).toMatchObject({ createdAt: 1_763_800_000_000 });
    await later.close();
  });

  test('is refused when a newer version has written it', async () => {
    const url = await aDatabase();
    await (await postgresStore(url, LOG)).close();
    const client = new pg.Client(url);
    await client.connect();
    await client.query('INSERT INTO migrations (version) VALUES (99)');
    await client.end();
    await expect(postgresStore(url, LOG)).rejects.toThrow(/newer version/);
  });

  test('that is not there is said at once', async () => {
    const nowhere = postgresStore('postgres://nobody@127.0.0.1:1/nothing', LOG);
    await expect(nowhere).rejects.toThrow(/ECONNREFUSED/);
  });

  test('written by two servers at once has every row in order, under epochs that never fall', async () => {
    const url = await aDatabase();
    const stores = await Promise.all([postgresStore(url, LOG), postgresStore(url, LOG)]);
    await stores[0].create('AAAAAA', 1, { rows: [OPENED] });
    const kept = await Promise.all(stores.map((store, who) => takeTurns(store, who)));
    const client = new pg.Client(url);
    await client.connect();
    const log = await client.query<{ seq: number; command_id: string; epoch: number }>(
      'SELECT seq, command_id, epoch FROM log ORDER BY seq',
    );
    await client.end();
    await Promise.all(stores.map((store) => store.close()));

    const ids = log.rows.map((one) => one.command_id);
    expect(log.rows.map((one) => one.seq)).toEqual(ids.map((_, i) => i));
    expect(new Set(ids.slice(1))).toEqual(new Set(kept.flat()));
    expect(ids.length).toBe(kept.flat().length + 1);
    const epochs = log.rows.map((one) => one.epoch);
    expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
    expect(new Set(epochs).size).toBeGreaterThan(3);
  });
});

/** Claims, reads and appends until fenced, again and again. @returns what was acknowledged */
async function takeTurns(store: EventStore, who: number): Promise<string[]> {
  const kept: string[] = [];
  for (let turn = 0; turn < 12; turn++) {
    const epoch = (await store.claim('AAAAAA', 1))!;
    let { length } = await store.load('AAAAAA');
    try {
      for (let i = 0; i < 15; i++) {
        const next = row(length++, `${who}:${turn}:${i}`);
        await store.append('AAAAAA', epoch, { rows: [next] });
        kept.push(next.commandId);
      }
    } catch (error) {
      if (!(error instanceof Fenced)) throw error;
    }
  }
  return kept;
}

describe('a SQLite file', () => {
  test('keeps what was stored when it is opened again', async () => {
    const file = join(folder(), 'deep', 'games.db');
    const first = await sqliteStore(file, { onDeath: fail });
    await first.create('AAAAAA', 1, { rows: [OPENED] });
    await first.close();
    const second = await sqliteStore(file, { onDeath: fail });
    expect(await second.load('AAAAAA')).toEqual([OPENED]);
    await second.close();
  });

  test('is refused to a second server, open to a reader', async () => {
    const file = join(folder(), 'games.db');
    const first = await sqliteStore(file, { onDeath: fail });
    await first.create('AAAAAA', 1, { rows: [OPENED] });
    await expect(sqliteStore(file, { onDeath: fail })).rejects.toThrow(/another server has .*games\.db open/);

    const reader = await sqliteStore(file, { readOnly: true, onDeath: fail });
    expect(await reader.load('AAAAAA')).toEqual([OPENED]);
    await expect(reader.claim('AAAAAA', 7)).rejects.toThrow(/readonly/);
    await reader.close();
    await first.close();
    const next = await sqliteStore(file, { onDeath: fail });
    await next.close();
  });

  test('has all that was acknowledged, and no gap, after the process that wrote it was killed', async () => {
    const file = join(folder(), 'games.db');
    const writer = spawn(
      process.execPath,
      [fileURLToPath(new URL('./store-writer.ts', import.meta.url)), file],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let told = '';
    const enough = Promise.withResolvers<void>();
    writer.stdout.on('data', (some) => {
      told += String(some);
      if (told.split('\n').length > 300) enough.resolve();
    });
    const gone = new Promise((resolve) =>
      writer.once('exit', (status, signal) => resolve({ status, signal })),
    );
    await enough.promise;
    writer.kill('SIGKILL');
    expect(await gone).toEqual({ status: null, signal: 'SIGKILL' });

    const store = await sqliteStore(file, { onDeath: fail });
    for (const code of ['AAAAAA', 'BBBBBB', 'CCCCCC']) {
      const kept = (await store.load(code)).map((one) => one.seq);
      const acknowledged = told
        .split('\n')
        .slice(0, -1)
        .filter((line) => line.startsWith(code));
      expect(acknowledged.length).toBeGreaterThan(20);
      expect(kept).toEqual(kept.map((_, i) => i));
      expect(kept.length).toBeGreaterThanOrEqual(acknowledged.length);
    }
    await store.close();
  });
});
