import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';

const ROOT = join(import.meta.dirname, '..', '..');
const STARTS_WITHIN = 20_000; // ms

interface Running {
  url: string;
  stop: () => Promise<void>;
}

/** The real server, as `npm start` runs it, on any free port and with its games in a folder of its own. */
async function startServer(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), '830-e2e-'));
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${join(folder, 'games.sqlite')}`,
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

/** Tests with a server for each worker; `site` is its address. */
export const test = base.extend<object, { site: string }>({
  actionTimeout: 10_000, // ms
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      const server = await startServer();
      await use(server.url);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});
export { expect } from '@playwright/test';
