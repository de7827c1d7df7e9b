import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { sqliteStore } from '../store/sqlite.ts';
import { launchOptions } from './browser.ts';
import { type Figure, type Measure, quantile } from './measure.ts';
import { startSite } from './site.ts';
import { type Staged, stageGame } from './staged.ts';

/** WebPageTest's "Fast 3G" and a processor a quarter as fast: a phone in a classroom. */
const SLOW_NET = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 96_000 }; // ms, bytes/s
const SLOW_CPU = 4; // times
const NAME = 'page';
/** Frames in the page: their times since the one before, ms, counted from the last start. */
const COUNT_FRAMES = `(() => {
  window.frames830 = [];
  let before = performance.now();
  const next = (now) => { window.frames830.push(now - before); before = now; requestAnimationFrame(next); };
  requestAnimationFrame(next);
})()`;
const TAKE_FRAMES = '(() => { const taken = window.frames830; window.frames830 = []; return taken; })()';

/** A page of the staged game with nothing cached, at a size. */
async function open(
  browser: Browser,
  game: Staged,
  [width, height]: readonly [number, number],
): Promise<{ context: BrowserContext; page: Page; devtools: CDPSession }> {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  await page.addInitScript(`localStorage.setItem('830.read.${game.code}', '99')`); // the last dispatches are read
  return { context, page, devtools: await context.newCDPSession(page) };
}

async function slowDown(devtools: CDPSession): Promise<void> {
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_NET);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
}

/** In the page: when the first frame was painted that shows something, ms since its address was asked for. */
const noteWhen = (selector: string) => `(() => {
  const look = () => {
    const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
    if (!box?.width || !box.height) requestAnimationFrame(look);
    else requestAnimationFrame(() => requestAnimationFrame((now) => { window.there830 = now; }));
  };
  requestAnimationFrame(look);
})()`;

/**
 * Milliseconds from asking for an address until something is there that can be used. The page itself looks: who asks it
 * from outside waits for its slow processor, and takes some of it.
 */
async function usableIn(page: Page, address: string, selector: string): Promise<number> {
  await page.addInitScript(noteWhen(selector));
  await page.goto(address, { waitUntil: 'commit' });
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    await pause(500);
    const there = await page.evaluate<number | null>('window.there830 ?? null');
    if (there !== null) return there;
  }
  throw new Error(`${selector} has not come within a minute`);
}

/** Until the map has been painted and sleeps. */
async function awaitMap(page: Page): Promise<void> {
  await page.locator('.front-canvas canvas').waitFor({ timeout: 60_000 });
  await pause(1_500);
}

/** Seconds of processor time that the whole browser has used. */
async function browserSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Seconds that the page's own thread has worked. */
async function busySeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}

/** The map dragged to and fro with the mouse: frame times, ms, and the work in a frame, ms. */
async function drag(
  page: Page,
  devtools: CDPSession,
  seconds: number,
): Promise<{ frames: number[]; work: number }> {
  const box = await page.locator('.front-canvas canvas').boundingBox();
  if (!box) throw new Error('there is no map');
  const [x, y] = [box.x + box.width * 0.5, box.y + box.height * 0.25];
  await devtools.send('Performance.enable');
  await page.evaluate(COUNT_FRAMES);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y);
  await page.evaluate(TAKE_FRAMES);
  const busy = await busySeconds(devtools);
  const from = performance.now();
  for (let step = 0; performance.now() - from < seconds * 1_000; step++) {
    await page.mouse.move(x + 20 + 90 * Math.sin(step / 12), y + 50 * Math.sin(step / 17));
    await pause(6);
  }
  const worked = (await busySeconds(devtools)) - busy;
  const frames = await page.evaluate<number[]>(TAKE_FRAMES);
  await page.mouse.up();
  return { frames, work: (worked * 1_000) / frames.length };
}

function figure(what: string, value: number, unit: string, most?: number): Figure {
  return { measure: NAME, what, value, unit, ...(most === undefined ? {} : { most }) };
}

/** Loading on a slow line and processor. */
async function loading(browser: Browser, site: string, game: Staged): Promise<Figure[]> {
  const home = await open(browser, game, [390, 844]);
  await slowDown(home.devtools);
  const usable = await usableIn(home.page, site, 'a[href="/solo"]');
  await home.context.close();
  const cold = await open(browser, game, [1366, 768]);
  await slowDown(cold.devtools);
  const map = await usableIn(
    cold.page,
    `${site}/g/${game.code}/front#${game.seatToken}`,
    '.front-canvas canvas',
  );
  await cold.context.close();
  const warm = await open(browser, game, [1366, 768]);
  await slowDown(warm.devtools);
  await usableIn(warm.page, `${site}/g/${game.code}/brief#${game.seatToken}`, 'h1');
  await pause(6_000); // somebody reads
  const from = performance.now();
  await warm.page.locator(`a[href^="/g/${game.code}/front"]`).first().click();
  await warm.page.locator('.front-canvas canvas').waitFor({ timeout: 60_000 });
  const after = performance.now() - from;
  await warm.context.close();
  return [
    figure('home page usable, fast 3G and CPU / 4', usable, 'ms', 1_500),
    figure('map there from the brief, the same', after, 'ms', 4_000),
    figure('map there from a cold link, the same', map, 'ms', 4_000),
  ];
}

/** The map dragged, told and left alone. */
async function moving(browser: Browser, site: string, game: Staged, size: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const screen of [[1366, 768] as const, [1920, 1080] as const]) {
    const { context, page, devtools } = await open(browser, game, screen);
    const name = screen.join('×');
    await page.goto(`${site}/g/${game.code}/front#${game.seatToken}`);
    await awaitMap(page);
    const { frames, work } = await drag(page, devtools, 5 * size);
    figures.push(
      figure(`frame while dragging, ${name}, median`, quantile(frames, 0.5), 'ms', 17.5),
      figure(`frame while dragging, ${name}, 95 %`, quantile(frames, 0.95), 'ms'),
      figure(`work of the page in such a frame, ${name}`, work, 'ms'),
    );
    await context.close();
  }

  const { context, page, devtools } = await open(browser, game, [1366, 768]);
  await page.goto(`${site}/g/${game.code}/front/round-3#${game.seatToken}`);
  await awaitMap(page);
  await devtools.send('Performance.enable');
  await page.evaluate(COUNT_FRAMES);
  const all: number[] = [];
  for (let event = 0; event < 10; event++) {
    const next = page.getByRole('button', { name: 'On one' });
    await ((await next.isEnabled()) ? next : page.getByRole('button', { name: 'Tell it again' })).click();
    await pause(1_000);
    all.push(...(await page.evaluate<number[]>(TAKE_FRAMES)));
  }
  figures.push(
    figure('ten events told on the map: longest frame', Math.max(...all), 'ms', 50),
    figure('ten events told on the map: 99 % of frames', quantile(all, 0.99), 'ms'),
  );
  await context.close();
  return figures;
}

/** The whole page asleep: the share of one core that the browser takes. */
async function asleep(browser: Browser, site: string, game: Staged, size: number): Promise<Figure[]> {
  const before = await browserSeconds(browser);
  const { context, page } = await open(browser, game, [1366, 768]);
  await page.goto(`${site}/g/${game.code}/front#${game.seatToken}`);
  await awaitMap(page);
  await pause(3_000);
  const from = await browserSeconds(browser);
  const seconds = Math.max(5, 30 * size);
  await pause(seconds * 1_000);
  const used = (await browserSeconds(browser)) - from;
  await context.close();
  return [
    figure('front asleep, the whole browser', (used / seconds) * 100, '%', 2),
    figure('opening the front, the whole browser', from - before, 's'),
  ];
}

/** What the page takes: loading, moving, and doing nothing. Needs a browser, and paints without a graphics card. */
export const page: Measure = {
  name: NAME,
  async run(size) {
    if (!process.env['CLIENT_FOLDER']) await import('../cli/build-client.ts');
    let game: Staged = { code: '', seatToken: '' };
    const site = await startSite(async (file) => {
      const store = await sqliteStore(file, {
        onDeath: (reason) => {
          throw reason;
        },
      });
      game = await stageGame(store, { seat: 'ua', moment: 4 });
      await store.close();
    });
    const browser = await chromium.launch(launchOptions());
    try {
      return [
        ...(await loading(browser, site.url, game)),
        ...(await moving(browser, site.url, game, size)),
        ...(await asleep(browser, site.url, game, size)),
      ];
    } finally {
      await browser.close();
      await site.stop();
    }
  },
};
