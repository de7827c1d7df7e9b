import { defineConfig } from 'vitest/config';

/** Test files of some folders of `tests/`. */
const within = (...folders: string[]) => folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: within('rules', 'cases', 'content', 'client', 'bots') } },
      { test: { name: 'properties', include: within('properties', 'golden', 'cli'), testTimeout: 60_000 } },
      { test: { name: 'server', include: within('server'), testTimeout: 20_000, hookTimeout: 30_000 } },
    ],
  },
});
