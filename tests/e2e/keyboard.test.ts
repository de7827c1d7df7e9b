import type { Locator, Page } from '@playwright/test';
import { expect, test } from './server.ts';

const FAR = 160; // presses of Tab; more would be a trap
const ROUNDS = 4; // the shortest lesson

/** Tabs on until something has the focus, as a hand on the keyboard would. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < FAR; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${String(wanted)}`);
}

function dispatchesOf(page: Page, round: number): Locator {
  return page.getByRole('heading', { name: `Dispatches of round ${round}` });
}

/** Signs in the window that is open: Enter, held down where it is the last signature. */
async function inkByKey(page: Page): Promise<void> {
  const window = page.getByRole('dialog');
  const held = window.getByRole('button', { name: 'Press and hold to sign' });
  const plain = window.getByRole('button', { name: 'Sign', exact: true });
  await expect(held.or(plain)).toBeVisible(); // which of the two it is shows only then
  const isLast = await held.isVisible();
  await tabTo(page, isLast ? held : plain);
  await page.keyboard.press('Enter', isLast ? { delay: 1_400 } : {});
  await expect(window).toBeHidden();
}

test('a whole lesson is played by keyboard alone, the list beside the map included', async ({
  page,
  site,
}) => {
  test.setTimeout(240_000); // some 60 s alone; a busy machine takes longer
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
  const shortest = page.getByRole('radio', { name: new RegExp(`^${ROUNDS} rounds`) });
  const rounds = page.getByRole('radio', { name: /^\d rounds/ });
  await tabTo(page, rounds.and(page.locator(':checked')));
  for (let presses = 0; presses < 4 && !(await shortest.isChecked()); presses++)
    await page.keyboard.press('ArrowDown');
  await expect(shortest).toBeChecked();
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
  await expect(page.getByRole('link', { name: /^Look at the front.*done/ })).toBeVisible();

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
  await expect(page.getByRole('link', { name: /^Put a paper of your own on the table.*done/ })).toBeVisible();

  // An order.
  await tabTo(page, page.getByRole('link', { name: /^Orders/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Write the order Call the Council' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible();

  // Ready; a window takes the focus and gives it back.
  await tabTo(page, page.getByRole('button', { name: 'I am ready' }));
  await page.keyboard.press('Enter');
  const anyway = page.getByRole('button', { name: 'Ready anyway' });
  await expect(anyway.or(dispatchesOf(page, 1))).toBeVisible();
  if (await anyway.isVisible()) {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'I am ready' })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, anyway);
    await page.keyboard.press('Enter');
  }
  await expect(dispatchesOf(page, 1)).toBeVisible();

  // The other rounds: a signature, held where it is the last, and on.
  let signed = 0;
  for (let round = 2; round <= ROUNDS; round++) {
    await tabTo(page, page.getByRole('link', { name: /^Papers/ }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Papers', exact: true })).toBeVisible();
    const sign = page.getByRole('button', { name: 'Sign …' }).first();
    if (await sign.isVisible()) {
      await tabTo(page, sign);
      await page.keyboard.press('Enter');
      await inkByKey(page);
      signed += 1;
    }
    await tabTo(page, page.getByRole('button', { name: 'I am ready' }));
    await page.keyboard.press('Enter');
    await expect(anyway.or(dispatchesOf(page, round))).toBeVisible();
    if (await anyway.isVisible()) {
      await tabTo(page, anyway);
      await page.keyboard.press('Enter');
    }
    await expect(dispatchesOf(page, round)).toBeVisible({ timeout: 20_000 });
  }
  expect(signed).toBeGreaterThan(0);

  // The end: a guess by arrows, one future, a hundred, one agreement out and in again, who everyone was.
  await tabTo(page, page.getByRole('link', { name: /^Results/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('slider'));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('slider', { name: 'My guess: 55 of 100' })).toHaveValue('55');
  await tabTo(page, page.getByRole('button', { name: 'That is my guess' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'All ten years' }));
  await page.keyboard.press('Enter');
  for (const step of ['A hundred futures', 'One agreement out', 'Who everyone was']) {
    await tabTo(page, page.getByRole('button', { name: 'Go on' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: step })).toBeFocused();
    const out = page.locator('.agreement-switch input').first();
    if (await out.isVisible()) {
      await tabTo(page, out);
      await page.keyboard.press('Space');
      await expect(page.getByText(/instead of \d+/)).toBeVisible();
      await page.keyboard.press('Space');
    }
  }
  await tabTo(page, page.getByRole('button', { name: 'To the debrief' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What you reached together' })).toBeVisible();

  // And the whole of it looked through again.
  await tabTo(page, page.getByRole('button', { name: 'Look through the game' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'To the next round' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Round 1 · move/)).toBeVisible();
});
