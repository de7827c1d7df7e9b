// A server in a process of its own for whoever loads it: as `npm start`, but one address may ask as much as it likes.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits } from '../http/limits.ts';
import { makeLog } from '../log.ts';
import { serve } from '../rooms/serve.ts';
import { sqliteStore } from '../store/sqlite.ts';

const NONE = { points: 1_000_000_000, seconds: 1 };
const LIMITS: Limits = {
  requests: NONE,
  games: NONE,
  misses: NONE,
  comings: NONE,
  commands: NONE,
  texts: NONE,
};

const folder = mkdtempSync(join(tmpdir(), '830-load-'));
const file = join(folder, 'games.sqlite');
writeFileSync(join(folder, 'index.html'), '<title>830 Miles</title>');
const store = await sqliteStore(file, {
  onDeath: (reason) => {
    throw reason;
  },
});
const serving = await serve({
  store,
  log: makeLog('error'),
  port: 0,
  host: '127.0.0.1',
  clientFolder: folder,
  limits: LIMITS,
  hosting: { ownerToken: 'owner-of-a-loaded-server', proxies: 0, retentionDays: null },
});
process.send?.({ base: `http://127.0.0.1:${serving.port}`, folder, file });
process.once('SIGTERM', () => void serving.stop().then(() => process.exit(0)));
