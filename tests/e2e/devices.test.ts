import type { Page } from '@playwright/test';
import { begin, closeRound, ink, startSolo, visit } from './play.ts';
import { expect, test } from './server.ts';

/** The link to the seat of a page and where it stands. */
function linkOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [game] = JSON.parse(localStorage.getItem('830.games') ?? '[]') as { token: string }[];
    return `${location.origin}${location.pathname}#${game?.token}`;
  });
}

test('a reload and a second device come back to the same seat by the same link', async ({
  page,
  site,
  browser,
}) => {
  test.setTimeout(300_000);
  await startSolo(page, site, 'China', 4);
  await begin(page);
  await visit(page, 'Orders');
  await page.getByRole('button', { name: 'Write the order Peace mission' }).click();
  await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible();

  // The link alone, on a device that knows nothing.
  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(await linkOf(page));
  await expect(second.getByText('China').first()).toBeVisible();
  await expect(second.getByRole('button', { name: 'Take back' })).toBeVisible();

  // What one does the other sees.
  await second.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('No order yet.', { exact: false })).toBeVisible();
  await closeRound(second, 1);
  await expect(page.getByRole('heading', { name: 'Dispatches of round 1' })).toBeVisible();
  await other.close();

  // The first page remembers; without its token the address opens nothing.
  await page.goto(site);
  await page.getByRole('link', { name: /China.*Round 2 of 4/ }).click();
  await expect(page.getByRole('banner').getByText('Round 2 of 4')).toBeVisible();
  const stranger = await browser.newContext();
  const blank = await stranger.newPage();
  expect(page.url()).not.toContain('#');
  await blank.goto(page.url());
  await expect(blank.getByRole('heading', { name: 'This device has no seat in this game' })).toBeVisible();
  await stranger.close();
});

test('two people share a game by its code, and one’s paper reaches the other', async ({
  page,
  site,
  browser,
}) => {
  test.setTimeout(300_000);
  await page.goto(site);
  await page.getByRole('link', { name: /Share a game/ }).click();
  await page.getByRole('textbox', { name: 'Your name in this game' }).fill('Mika');
  await page.getByRole('radio', { name: /^United States/ }).check();
  await page.getByRole('button', { name: 'Get the code' }).click();
  await expect(page.getByRole('heading', { name: 'Lobby' })).toBeVisible();
  const code = (await page.locator('.code-big').textContent()) ?? '';
  expect(code).toMatch(/^[A-Z]{6}$/);

  const other = await browser.newContext();
  const guest = await other.newPage();
  await guest.goto(site);
  await guest.getByRole('link', { name: /Join a game/ }).click();
  await guest.getByRole('textbox', { name: 'Code' }).fill('QQQQQQ');
  await guest.getByRole('button', { name: 'Look for the game' }).click();
  await expect(guest.getByRole('alert')).toContainText('There is no game with this code.');
  await guest.getByRole('button', { name: 'Try another code' }).click();
  await guest.getByRole('textbox', { name: 'Code' }).fill(` ${code.toLowerCase()} `);
  await guest.getByRole('button', { name: 'Look for the game' }).click();
  await guest.getByRole('textbox', { name: 'Your name in this game' }).fill('Sanni');
  await expect(guest.getByRole('radio', { name: /^United States/ })).toBeDisabled();
  await guest.getByRole('radio', { name: /^Russia/ }).check();
  await guest.getByRole('button', { name: 'Sit down' }).click();
  await expect(guest.getByText('Mika')).toBeVisible();
  await expect(page.getByText('Sanni')).toBeVisible();

  await page.getByRole('button', { name: 'Start the game' }).click();
  for (const one of [page, guest]) {
    await expect(one.getByRole('heading', { name: 'Your brief' })).toBeVisible();
    await one.getByRole('button', { name: /I have read it/ }).click();
  }
  await expect(page.getByRole('banner').getByText('Round 1 of 5')).toBeVisible();

  await visit(page, 'Papers');
  const starter = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Short Cut' }) });
  await starter.getByRole('button', { name: 'Take it up' }).click();
  await page.getByRole('textbox', { name: /A word to go with it/ }).fill('A first step?');
  await page.getByRole('button', { name: 'Sign it and put it on the table' }).click();
  await expect(page.getByRole('heading', { name: 'Other open papers' })).toBeVisible();

  await visit(guest, 'Papers');
  const paper = guest.getByRole('article').filter({ hasText: 'A first step?' });
  await paper.getByRole('button', { name: 'Sign …' }).click();
  await expect(guest.getByText('Yours is the last signature.', { exact: false })).toBeVisible();
  await guest.getByRole('button', { name: 'Press and hold to sign' }).click();
  await expect(guest.getByText('Let go too early', { exact: false })).toBeVisible();
  await ink(guest);
  await expect(page.getByText('Sealed: Embassies at work again', { exact: false })).toBeVisible();
  const agreed = page.getByRole('region', { name: 'Agreed terms' });
  await expect(agreed.getByText('Embassies at work again')).toBeVisible();
  await other.close();
});
