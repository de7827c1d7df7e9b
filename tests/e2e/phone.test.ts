import type { Page } from '@playwright/test';
import { begin, closeRound, startSolo, visit } from './play.ts';
import { expect, test } from './server.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Pixels by which the page is wider than the phone. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test('every screen fits a phone, without sideways scrolling', async ({ page, site }) => {
  test.setTimeout(300_000);
  const wide: string[] = [];
  const check = async (screen: string) => {
    const by = await overflow(page);
    if (by > 0) wide.push(`${screen} by ${by} px`);
  };
  for (const path of ['/', '/guide', '/guide/print', '/join', '/host-table', '/solo']) {
    await page.goto(site + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await check(path);
  }
  await startSolo(page, site, 'European Union', 4);
  await check('brief');
  await begin(page);
  for (const screen of ['Front', 'Tables', 'Press', 'Orders', 'World', 'Papers'] as const) {
    await visit(page, screen);
    await check(screen);
  }
  await page.getByRole('button', { name: 'Take it up' }).first().click();
  await expect(page.getByRole('heading', { name: 'Your paper' })).toBeVisible();
  await check('composer');
  for (let round = 1; round <= 4; round++) await closeRound(page, round);
  await check('the telling');
  await visit(page, 'Dispatches');
  await check('dispatches');
  await page.getByRole('link', { name: 'See how it ended' }).click();
  await page.getByRole('button', { name: 'That is my guess' }).click();
  for (const step of ['One future', 'A hundred futures', 'One agreement out', 'Who everyone was']) {
    await expect(page.getByRole('heading', { name: step })).toBeVisible();
    await check(step);
    await page.getByRole('button', { name: /^(Go on|To the debrief)$/ }).click();
  }
  await expect(page.getByRole('heading', { name: 'What you reached together' })).toBeVisible();
  for (const part of ['Does it last?', 'Delegations', 'Agreements', 'To talk about', 'Together']) {
    await page.getByRole('link', { name: part, exact: true }).click();
    await check(`debrief, ${part}`);
  }
  expect(wide).toEqual([]);
});
