import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CLOSED } from '../../shared/protocol/room.ts';
import { verifyLog } from '../../server/session/replay.ts';
import { sqliteStore } from '../../server/store/sqlite.ts';
import type { LogRow } from '../../server/store/store.ts';
import { type RealServer, startServer } from '../torture/server.ts';
import { sixPlayers } from './serving.ts';

const folder = mkdtempSync(join(tmpdir(), '830-stop-'));
const running: RealServer[] = [];
afterAll(() => {
  for (const server of running) server.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function started(...[environment, command]: Parameters<typeof startServer>): Promise<RealServer> {
  const server = await startServer(environment, command);
  running.push(server);
  return server;
}

async function logOf(file: string, code: string): Promise<readonly LogRow[]> {
  const store = await sqliteStore(file, {
    readOnly: true,
    onDeath: (reason) => {
      throw reason;
    },
  });
  const rows = await store.load(code);
  await store.close();
  return rows;
}

const WORD = { kind: 'say', channel: 'all', act: 'say', about: null } as const;

test(
  'a server that is stopped answers what was asked, tells everyone and ends well',
  { timeout: 60_000 },
  async () => {
    const file = join(folder, 'stop.sqlite');
    const server = await started({ DATABASE_URL: file });
    const { code, players } = await sixPlayers(server.base);
    await players.ua.ask({ kind: 'start' });
    const closed = Object.values(players).map(
      (player) => new Promise<number>((resolve) => void player.room.onLeave((why) => resolve(why))),
    );
    const asked = Object.values(players).flatMap((player) =>
      [1, 2, 3, 4, 5, 6].map((n) =>
        player.ask({ ...WORD, text: `word ${n}` }, { id: `word-${n}-in-flight` }).then(
          (answer) => ({ id: `${player.seat}:word-${n}-in-flight`, answer }),
          () => null, // the line was closed before there was an answer
        ),
      ),
    );
    await players.us.until(() => Object.keys(players.us.words.texts).length > 0);
    expect(await server.end('SIGTERM')).toBe(0);
    expect(await Promise.all(closed)).toEqual(closed.map(() => CLOSED.over));

    const rows = await logOf(file, code);
    const answers = (await Promise.all(asked)).filter((one) => one !== null);
    for (const { id, answer } of answers) {
      if (answer.ok) expect(rows[answer.seq]!.commandId).toBe(id);
      else expect(answer.rejected.code).toBe('UNAVAILABLE');
    }
    // Nothing is done that nobody was told of.
    const told = new Set(answers.flatMap(({ id, answer }) => (answer.ok ? [id] : [])));
    const done = rows.map((row) => row.commandId).filter((id) => id.includes('in-flight'));
    expect(done.filter((id) => !told.has(id))).toEqual([]);
    expect(done.length).toBeGreaterThan(0);
    expect(verifyLog(rows)).toBeNull();
  },
);

test(
  'a disk that is full stops no server: it refuses, and goes on when there is space',
  { timeout: 60_000 },
  async () => {
    const file = join(folder, 'full.sqlite');
    // No file may grow beyond 400 kB, and whoever tries is not killed but told.
    const limited = `trap '' XFSZ; ulimit -S -f 400; exec "$0" server/main.ts`;
    const server = await started({ DATABASE_URL: file }, ['bash', '-c', limited, process.execPath]);
    const { code, players } = await sixPlayers(server.base);
    await players.ua.ask({ kind: 'start' });
    let refused = null;
    const stored: { id: string; seq: number }[] = [];
    for (let i = 0; i < 200 && !refused; i++) {
      const player = Object.values(players)[i % 6]!;
      const answer = await player.ask({ ...WORD, text: 'x'.repeat(900) }, { id: `filling-${i}` });
      if (answer.ok) stored.push({ id: `${player.seat}:filling-${i}`, seq: answer.seq });
      else refused = answer.rejected;
    }
    expect(refused).toMatchObject({ code: 'UNAVAILABLE' });
    expect(stored.length).toBeGreaterThan(3);
    const shown = players.us.room.state.seq;

    execFileSync('prlimit', ['--pid', String(server.child.pid), '--fsize=unlimited']);
    const after = await players.us.ask({ ...WORD, text: 'there is space' });
    expect(after).toMatchObject({ ok: true });
    expect(await server.end('SIGTERM')).toBe(0);
    const rows = await logOf(file, code);
    for (const { id, seq } of stored) expect(rows[seq]!.commandId).toBe(id);
    expect(rows.length).toBeGreaterThan(shown);
    expect(verifyLog(rows)).toBeNull();
  },
);
