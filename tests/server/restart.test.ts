import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { join as path } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { GameMade } from '../../shared/protocol/http.ts';
import { Player, post } from './player.ts';

const ROOT = path(import.meta.dirname, '..', '..');
const folder = mkdtempSync(path(tmpdir(), '830-restart-'));
const file = path(folder, 'games.sqlite');
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const server of running) server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  base: string;
  said: () => string;
  stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** A real server in a process of its own, on a free port. */
async function start(environment: Record<string, string> = {}): Promise<Started> {
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: `sqlite:${file}`, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(server);
  let said = '';
  const gone = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const base = await new Promise<string>((resolve, reject) => {
    const hear = (some: Buffer) => {
      said += String(some);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address) resolve(address[0]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    void gone.then((status) => reject(new Error(`the server ended with ${status}: ${said}`)));
  });
  return {
    base,
    said: () => said,
    stop(signal) {
      server.kill(signal);
      return gone;
    },
  };
}

function verify(...args: string[]): Promise<{ status: number; said: string }> {
  const env = { ...process.env, DATABASE_URL: file };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['server/cli/verify.ts', ...args],
      { cwd: ROOT, env },
      (error, stdout, stderr) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr });
      },
    );
  });
}

describe('a server that is killed', () => {
  test('and started again goes on from the last thing anyone was shown', { timeout: 60_000 }, async () => {
    const first = await start();
    const { body: made } = await post<GameMade>(first.base, '/api/games', {
      mode: 'solo',
      seat: 'ua',
      edition: 'lesson',
      bots: 'normal',
      seed: 'restart',
    });
    const { code, seatToken } = made;
    const before = await Player.come(first.base, code, seatToken);
    await before.settled();
    const ready = await before.ask({ kind: 'setReady', ready: true }, { id: 'ready-0-first' });
    await before.settled(ready.ok ? ready.seq : 0);
    await before.ask(
      { kind: 'say', channel: 'all', act: 'say', about: null, text: 'Is anyone there?' },
      { id: 'word-first' },
    );
    await before.settled();
    const round1 = await before.ask({ kind: 'setReady', ready: true });
    // Now the bots are at it: the kill falls in the middle of what they do.
    await before.until(() => before.view.world.round === 2);
    await first.stop('SIGKILL');
    const shown = before.room.state.seq;
    const seen = before.view;
    const words = before.words;
    expect(round1.ok && shown >= round1.seq).toBe(true);

    const second = await start();
    const after = await Player.come(second.base, code, seatToken);
    expect(after.seat).toBe('ua');
    await after.settled();
    expect(after.room.state.seq).toBeGreaterThanOrEqual(shown);
    // All that was seen is there; the bots have gone on from it.
    expect(after.view.mine.mandate).toEqual(seen.mine.mandate);
    expect(after.view.world.ledger.slice(0, seen.world.ledger.length)).toEqual(seen.world.ledger);
    expect(after.view.mine.press.slice(0, seen.mine.press.length)).toEqual(seen.mine.press);
    expect(after.view.mine.papers.map((paper) => paper.id)).toEqual(
      expect.arrayContaining(seen.mine.papers.map((paper) => paper.id)),
    );
    expect(after.words).toEqual(words);
    expect(after.view.world.seats.ru).toMatchObject({ taken: 'bot', ready: true });

    // What was asked before the kill is known: asked again it is answered the same and done once.
    expect(await after.ask({ kind: 'setReady', ready: true }, { id: 'ready-0-first' })).toEqual(ready);
    expect(after.view.world.round).toBe(2);
    for (let round = 2; round <= 5; round++) {
      const answer = await after.ask({ kind: 'setReady', ready: true }, { round });
      expect(answer).toMatchObject({ ok: true });
      await after.settled(answer.ok ? answer.seq : 0);
    }
    expect(after.view.world.phase).toBe('ended');

    expect(await verify(code)).toEqual({ status: 0, said: expect.stringContaining(`${code} agrees`) });
    expect(await second.stop('SIGTERM')).toBe(0);
    expect(await verify('--all')).toMatchObject({ status: 0 });
    expect(second.said()).not.toContain(seatToken);
    expect(await verify('QQQQQQ')).toMatchObject({ status: 2 });

    const games = new DatabaseSync(file);
    games.exec(
      `UPDATE log SET actor = 'cn' WHERE code = '${code}' AND command_id LIKE 'bot:ru:%' AND seq > 20`,
    );
    games.close();
    const differs = await verify(file, code);
    expect(differs).toMatchObject({
      status: 1,
      said: expect.stringMatching(new RegExp(`${code} differs at row \\d+`)),
    });
  });

  test('while nobody acts shows exactly the same afterwards', { timeout: 60_000 }, async () => {
    const first = await start();
    const { body: made } = await post<GameMade>(first.base, '/api/games', {
      mode: 'solo',
      seat: 'cn',
      edition: 'lesson',
      bots: 'easy',
    });
    const before = await Player.come(first.base, made.code, made.seatToken);
    await before.settled();
    const ready = await before.ask({ kind: 'setReady', ready: true });
    await before.settled(ready.ok ? ready.seq : 0);
    const [view, words] = [before.view, before.words];
    await first.stop('SIGKILL');

    const second = await start();
    const after = await Player.come(second.base, made.code, made.seatToken);
    expect(after.view).toEqual(view);
    expect(after.words).toEqual(words);
    expect(await second.stop('SIGTERM')).toBe(0);
  });
});

describe('a server that cannot start says why', () => {
  test('another one has the file', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(/another server has .* open; stop it/);
    expect((await post(first.base, '/api/games', {})).status).toBe(400);
    await first.stop('SIGTERM');
  });

  test.each([
    ['postgres://nobody@127.0.0.1:1/games', /ECONNREFUSED/],
    ['mysql://localhost', /sqlite:path or a path/],
  ])('DATABASE_URL=%s', async (DATABASE_URL, why) => {
    await expect(start({ DATABASE_URL })).rejects.toThrow(why);
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', async (name, value) => {
    await expect(start({ [name]: value })).rejects.toThrow(name);
  });
});
