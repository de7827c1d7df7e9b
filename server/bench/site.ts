import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const STARTS_WITHIN = 20_000; // ms

/** A server in a process of its own. */
export interface Site {
  url: string;
  stop: () => Promise<void>;
}

/**
 * The real server, as `npm start` runs it, on any free port and with its games in a folder of its own.
 *
 * @param prepare writes games into the database file before the server opens it
 * @throws when the server ends or does not say where it is within twenty seconds
 */
export async function startSite(prepare?: (file: string) => Promise<void>): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), '830-site-'));
  const file = join(folder, 'games.sqlite');
  await prepare?.(file);
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${file}`,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server did not start:\n${said}`)), STARTS_WITHIN);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/[\w.:]+/.exec(said);
      if (!address) return;
      clearTimeout(timer);
      resolve(address[0]);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    server.once('exit', () => reject(new Error(`the server ended:\n${said}`)));
  });
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}
