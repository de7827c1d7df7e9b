import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');

// The game server starts again when a file it imports changes; Vite serves the client and passes the rest on.
const game = spawn(process.execPath, ['--watch', 'server/main.ts'], { cwd: ROOT, stdio: 'inherit' });
const pages = await createServer({ root: join(ROOT, 'client'), configFile: join(ROOT, 'vite.config.ts') });
await pages.listen();
pages.printUrls();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => game.kill());
game.once('exit', () => void pages.close().finally(() => process.exit()));
