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
