import { test as base } from '@playwright/test';
import { startSite } from '../../server/bench/site.ts';

/** Tests with a server for each worker; `site` is its address. */
export const test = base.extend<object, { site: string }>({
  actionTimeout: 10_000, // ms
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      const server = await startSite();
      await use(server.url);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});
export { expect } from '@playwright/test';
