import type { Page } from '@playwright/test';
import { begin, closeRound, startSolo } from './play.ts';
import { expect, test } from './server.ts';

/** The map as it is painted now. */
function picture(page: Page): Promise<string> {
  return page.locator('.front-canvas canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
}

test('a round is told on the map: stopped, stepped through, skipped and told again', async ({
  page,
  site,
}) => {
  test.setTimeout(180_000);
  await startSolo(page, site, 'NATO', 4);
  await begin(page);
  await closeRound(page, 1);
  const told = page.getByRole('region', { name: 'Round 1 on the map' });
  await expect(told.getByText(/^\d+ of \d+$/)).toBeVisible();
  await told.getByRole('button', { name: 'To the end' }).click();
  await expect(told.getByText('That is how the round ended.')).toBeVisible();
  await told.getByRole('button', { name: 'Back one' }).click();
  await expect(told.getByText('That is how the round ended.')).toBeHidden();

  const lines = page.getByRole('complementary', { name: 'What happened' }).getByRole('listitem');
  await lines.first().getByRole('button').click();
  await expect(told.getByText(/^1 of/)).toBeVisible();
  await expect(told).toContainText((await lines.first().textContent()) ?? '?');
  await told.getByRole('button', { name: 'Tell on' }).click();
  await expect(told.getByText(/^2 of/)).toBeVisible();
  await page.getByRole('link', { name: 'On to round 2' }).click();
  await expect(page.getByRole('complementary', { name: 'Sectors' })).toBeVisible();
});

test('less motion: nothing is told before it is asked for', async ({ browser, site }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await startSolo(page, site, 'China', 4);
  await begin(page);
  await closeRound(page, 1);
  await page.getByRole('link', { name: 'Watch it on the map' }).click();
  const told = page.getByRole('region', { name: 'Round 1 on the map' });
  await expect(told.getByRole('button', { name: 'Tell on' })).toBeVisible();
  await page.waitForTimeout(4_000); // longer than any line
  await expect(told.getByText(/^1 of/)).toBeVisible();
  await context.close();
});

test('the keyboard moves the map and brings it back', async ({ page, site }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await startSolo(page, site, 'Ukraine', 4);
  await begin(page);
  await page
    .getByRole('link', { name: /^Front/ })
    .first()
    .click();
  await page.locator('.front-canvas canvas').waitFor();
  await page.waitForTimeout(2_000); // type has come, and the map rests
  const whole = await picture(page);
  await page.getByRole('button', { name: 'Closer' }).focus();
  for (const key of ['+', 'ArrowLeft']) {
    const before = await picture(page);
    await page.keyboard.press(key);
    await expect.poll(() => picture(page)).not.toBe(before);
  }
  await page.keyboard.press('0');
  await expect.poll(() => picture(page)).toBe(whole);
});

/** How many frames the page asks for in two seconds. */
function framesAsked(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const ask = window.requestAnimationFrame;
        let asked = 0;
        window.requestAnimationFrame = (draw) => {
          asked += 1;
          return ask.call(window, draw);
        };
        setTimeout(() => {
          window.requestAnimationFrame = ask;
          resolve(asked);
        }, 2_000);
      }),
  );
}

test('a map that nothing moves asks for no frames, made ready or shown', async ({ page, site }) => {
  test.setTimeout(120_000);
  await startSolo(page, site, 'Ukraine', 4);
  await begin(page);
  await page.waitForTimeout(5_000); // Phaser has been started ahead
  await expect.poll(() => framesAsked(page), { timeout: 20_000 }).toBe(0);
  await page
    .getByRole('link', { name: /^Front/ })
    .first()
    .click();
  await page.locator('.front-canvas canvas').waitFor();
  await expect.poll(() => framesAsked(page), { timeout: 20_000 }).toBe(0);
});

test('two fingers zoom the map and not the page', async ({ browser, site }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await startSolo(page, site, 'Ukraine', 4);
  await begin(page);
  await page
    .getByRole('link', { name: /^Front/ })
    .first()
    .click();
  const canvas = page.locator('.front-canvas canvas');
  await canvas.waitFor();
  await page.waitForTimeout(1_500); // its type has come
  const home = await picture(page);

  const box = (await canvas.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const devtools = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', apart: number) =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [
        { x: x - apart, y, id: 1 },
        { x: x + apart, y, id: 2 },
      ],
    });
  await touch('touchStart', 30);
  for (const apart of [45, 60, 75, 90]) await touch('touchMove', apart);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(800);
  expect(await picture(page)).not.toBe(home);
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
  expect(page.url()).toMatch(/\/front$/); // no sector was chosen by it

  await page.getByRole('button', { name: 'The whole front' }).click();
  await expect.poll(() => picture(page)).toBe(home);
  await context.close();
});
