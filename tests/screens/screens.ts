import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchOptions } from '../../server/bench/browser.ts';
import { startSite } from '../../server/bench/site.ts';
import { type Staged, stageGame } from '../../server/bench/staged.ts';
import { sqliteStore } from '../../server/store/sqlite.ts';
import { SCREENS, type Shot } from './shots.ts';

const SIZES = { '1366x768': [1366, 768], '1920x1080': [1920, 1080], '390x844': [390, 844] } as const;
const THEMES = ['dark', 'light'] as const;
const NAMES = SCREENS.map(({ name }) => name);
const USAGE = `usage: npm run screens -- [--out FOLDER] [--only SCREEN]... [--size ${Object.keys(SIZES).join('|')}]... [--theme dark|light]
       pictures of every screen, from a real server with games in progress
       screens: ${NAMES.join(' ')}`;
const WITHIN = 15_000; // ms

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    size: { type: 'string', multiple: true, default: [] },
    theme: { type: 'string', multiple: true, default: [] },
  },
});
const unknown = [
  ...values.only.filter((one) => !NAMES.includes(one)),
  ...values.size.filter((one) => !(one in SIZES)),
  ...values.theme.filter((one) => !THEMES.some((theme) => theme === one)),
];
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}\n${USAGE}\n`);
  process.exit(2);
}

/** Waits until fonts have come and nothing on the page moves any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(
    () => {
      // The list of parts shows a spinner that never ends.
      const rests = document.querySelector('.parts') !== null || !document.querySelector('.spin');
      const canvases = [...document.querySelectorAll<HTMLElement>('.front-canvas')];
      return rests && canvases.every((one) => one.querySelector('canvas') !== null);
    },
    undefined,
    { timeout: WITHIN },
  );
  await page.waitForTimeout(700); // a map paints once more when its type has come
}

/** All wanted pictures of one size and theme. */
async function take(
  browser: Browser,
  site: string,
  games: Record<Shot['game'], Staged>,
  look: { size: keyof typeof SIZES; theme: (typeof THEMES)[number]; out: string },
): Promise<string[]> {
  const [width, height] = SIZES[look.size];
  const failed: string[] = [];
  for (const shot of SCREENS) {
    if (values.only.length > 0 && !values.only.includes(shot.name)) continue;
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: look.theme,
      reducedMotion: 'reduce',
      hasTouch: width < 500,
      isMobile: width < 500,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(WITHIN);
    const file = join(look.out, `${shot.name}-${look.size}-${look.theme}.png`);
    try {
      const { code, seatToken } = games[shot.game];
      // A person who has been here before: the dispatches are read, the first round has been shown.
      await page.addInitScript(([key]) => localStorage.setItem(`830.read.${key}`, '99'), [code]);
      await page.goto(
        site + shot.path.replace('CODE', code) + (shot.path.startsWith('/g/') ? `#${seatToken}` : ''),
      );
      await shot.act?.(page);
      await settle(page);
      await page.screenshot({ path: file, fullPage: shot.whole ?? false });
    } catch (error) {
      failed.push(
        `${file}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      );
    }
    await context.close();
  }
  return failed;
}

const out = values.out ?? mkdtempSync(join(tmpdir(), '830-screens-'));
mkdirSync(out, { recursive: true });
if (!process.env['CLIENT_FOLDER']) await import('../../server/cli/build-client.ts');
const games: Record<Shot['game'], Staged> = {
  none: { code: '', seatToken: '' },
  lobby: { code: '', seatToken: '' },
  brief: { code: '', seatToken: '' },
  first: { code: '', seatToken: '' },
  talks: { code: '', seatToken: '' },
  ended: { code: '', seatToken: '' },
  shared: { code: '', seatToken: '' },
  sharedEnd: { code: '', seatToken: '' },
};
const site = await startSite(async (file) => {
  const store = await sqliteStore(file, {
    onDeath: (reason) => {
      throw reason;
    },
  });
  games.lobby = await stageGame(store, { seat: 'eu', moment: 'lobby', mode: 'table' });
  games.brief = await stageGame(store, { seat: 'eu', moment: 'briefing' });
  games.talks = await stageGame(store, { seat: 'ua', moment: 4 });
  games.first = await stageGame(store, { seat: 'ua', moment: 1 });
  games.ended = await stageGame(store, { seat: 'eu', moment: 'ended' });
  games.shared = await stageGame(store, { seat: 'us', moment: 3, mode: 'table' });
  games.sharedEnd = await stageGame(store, { seat: 'us', moment: 'ended', mode: 'table' });
  await store.close();
});
const browser = await chromium.launch(launchOptions());
const failed: string[] = [];
for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) {
  for (const theme of THEMES) {
    if (values.size.length > 0 && !values.size.includes(size)) continue;
    if (values.theme.length > 0 && !values.theme.includes(theme)) continue;
    failed.push(...(await take(browser, site.url, games, { size, theme, out })));
  }
}
await browser.close();
await site.stop();
process.stdout.write(`pictures in ${out}\n`);
for (const line of failed) process.stderr.write(`not taken: ${line}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
