import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const CLIENT = join(import.meta.dirname, '..', '..', 'client');
const DURATION = /(?<![\w.#-])\d*\.?\d+m?s\b/g;

test('every duration of a motion is a token', () => {
  const own = globSync('**/*.css', { cwd: CLIENT }).filter((file) => !file.endsWith('tokens.css'));
  const raw = own.flatMap((file) =>
    [...readFileSync(join(CLIENT, file), 'utf8').matchAll(DURATION)].map(([found]) => `${file}: ${found}`),
  );
  expect(own.length).toBeGreaterThan(15);
  // Less motion: nearly none, where it is asked for.
  expect(raw).toEqual(['style/base.css: 0.01ms', 'style/base.css: 0.01ms']);
});
