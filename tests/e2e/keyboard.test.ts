import type { Locator, Page } from '@playwright/test';
import { expect, test } from './server.ts';

const FAR = 120; // presses of Tab; more would be a trap

/** Tabs on until something has the focus, as a hand on the keyboard would. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < FAR; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${String(wanted)}`);
}

test('the main acts of a round are reached and done by keyboard alone', async ({ page, site }) => {
  test.setTimeout(300_000);
  await page.goto(site);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the page' })).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: /Play solo/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Play solo' })).toBeVisible();

  // The chosen seat of a group takes the focus; arrows choose another.
  await tabTo(page, page.getByRole('radio', { name: /^Ukraine/ }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /^NATO/ })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Start' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: /I have read it/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'What is next' })).toBeVisible();

  // A sector's card from the list beside the map.
  const sector = page.getByRole('button', { name: /^Suwałki/ });
  await tabTo(page, sector);
  await page.keyboard.press('Enter');
  await expect(sector).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('heading', { name: 'Suwałki–Kaliningrad' })).toBeVisible();

  // A paper: taken up, sent.
  await page.keyboard.press('Control+Home');
  await tabTo(page, page.getByRole('link', { name: /^Papers/ }));
  await page.keyboard.press('Enter');
  const starter = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Open the Council' }) });
  await tabTo(page, starter.getByRole('button', { name: 'Take it up' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Sign it and put it on the table' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /^Put one of your own on the table.*done/ })).toBeVisible();

  // An order.
  await tabTo(page, page.getByRole('link', { name: /^Orders/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Write the order Call the Council' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible();

  // Ready; a window takes the focus and gives it back.
  await tabTo(page, page.getByRole('button', { name: 'I am ready' }));
  await page.keyboard.press('Enter');
  const told = page.getByRole('heading', { name: 'Dispatches of round 1' });
  const anyway = page.getByRole('button', { name: 'Ready anyway' });
  await expect(anyway.or(told)).toBeVisible();
  if (await anyway.isVisible()) {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'I am ready' })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, anyway);
    await page.keyboard.press('Enter');
  }
  await expect(told).toBeVisible();
});
