import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../server/store/open.ts';
import type { EventStore } from '../../server/store/store.ts';
import { aDatabase } from './databases.ts';
import { allReady, LOG, sessionInTalks } from './games.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), '830-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (database: string) =>
  openStore(database, LOG, (reason) => {
    throw reason;
  });

function cli(
  script: string,
  database: string,
  ...args: string[]
): Promise<{ stdout: string; stderr: string }> {
  const env = { ...process.env, DATABASE_URL: database };
  return run(process.execPath, [`server/cli/${script}.ts`, ...args], { cwd: ROOT, env });
}

async function contentOf(store: EventStore): Promise<unknown> {
  const games = await store.list();
  return Promise.all(
    games.map(async (game) => ({
      code: game.code,
      createdAt: game.createdAt,
      rows: await store.load(game.code),
      rights: await store.rights(game.code),
      names: await store.names(game.code),
      texts: await store.texts(game.code),
    })),
  );
}

test.each([
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
])(
  'a copy of %s while it is written holds whole games, and comes back into %s',
  { timeout: 60_000 },
  async (from, into) => {
    const place = (kind: string) =>
      kind === 'SQLite' ? join(folder, `${from}-${into}-${kind}.db`) : aDatabase();
    const database = await place(from);
    const store = await open(database);
    const session = await sessionInTalks(store, 'AAAAAA');
    const still = await sessionInTalks(store, 'BBBBBB');
    await still.handle({
      actor: 'us',
      id: 'us:word',
      command: {
        kind: 'say',
        channel: 'all',
        act: 'say',
        about: null,
        key: null,
        params: null,
        text: 'us:word',
      },
      with: { texts: { 'us:word': "d'été" }, names: [{ seat: 'us', name: 'John' }] },
    });
    const copying = { isDone: false };
    const writing = (async () => {
      for (let i = 0; !copying.isDone; i++) {
        const command = { kind: 'setReady', ready: i % 2 === 0 } as const;
        await session.handle({ actor: 'us', id: `turn:${i}`, command });
      }
    })();
    const copy = join(folder, `${from}.sqlite`);
    expect((await cli('backup', database, copy)).stdout).toMatch(/^2 games of .* are in /);
    copying.isDone = true;
    await writing;
    expect((await cli('verify', 'unused', copy)).stdout).toMatch(/AAAAAA agrees[^]*BBBBBB agrees/);
    const whole = await store.load('AAAAAA');
    await allReady(still, 1); // after the copy
    await store.close();

    const other = await place(into);
    expect((await cli('backup', other, '--restore', copy)).stdout).toMatch(/^2 games are in .* again/);
    await expect(cli('backup', other, '--restore', copy)).rejects.toThrow(/already/);
    const back = await open(other);
    const rows = await back.load('AAAAAA');
    expect(rows).toEqual(whole.slice(0, rows.length));
    expect(rows.length).toBeGreaterThan(5);
    expect(await back.texts('BBBBBB')).toEqual({ 'us:word': "d'été" });

    // And again into a file: the same.
    const again = join(folder, `${from}-again.sqlite`);
    await cli('backup', other, again);
    const copied = await open(copy);
    const twice = await open(again);
    expect(await contentOf(twice)).toEqual(await contentOf(copied));
    await Promise.all([back.close(), copied.close(), twice.close()]);
  },
);

test('a copy overwrites nothing, and needs something to copy', { timeout: 60_000 }, async () => {
  const file = join(folder, 'some.db');
  await (await open(file)).close();
  await expect(cli('backup', file, file)).rejects.toThrow(/already/);
  await expect(cli('backup', join(folder, 'none.db'), join(folder, 'x.sqlite'))).rejects.toThrow(/no file/);
});
