import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILT = join(ROOT, 'dist', 'client', 'index.html');

/** What the client is made from; `package-lock.json` stands for the packages. */
const SOURCES = ['client/**/*', 'server/build/*', 'shared/**/*', 'vite.config.ts', 'package-lock.json'];

/** Whether the built client is missing or older than anything it is made from. */
function isStale(): boolean {
  if (!existsSync(BUILT)) return true;

  const builtAt = statSync(BUILT).mtimeMs;
  return globSync(SOURCES, { cwd: ROOT }).some((path) => statSync(join(ROOT, path)).mtimeMs > builtAt);
}

if (isStale()) {
  process.stdout.write('Building the page. This takes a few seconds, and only after a change.\n');
  await build({ root: join(ROOT, 'client'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
}
