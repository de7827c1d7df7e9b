import type { Page } from '@playwright/test';
import { visit } from './play.ts';
import { expect, test } from './server.ts';

const ROUNDS = 4;

/** Closes the round for everyone, as the host may; then it has been told on every page. */
async function closeForAll(host: Page, others: readonly Page[], round: number): Promise<void> {
  await visit(host, 'Your game');
  await host.getByRole('button', { name: 'Close the round for everyone …' }).click();
  await host.getByRole('button', { name: 'Close the round', exact: true }).click();
  for (const page of [host, ...others])
    await expect(page.getByRole('heading', { name: `Dispatches of round ${round}` })).toBeVisible({
      timeout: 20_000,
    });
}

test('a room of several: on the wall, a quoted change, shared guesses and votes, and words erased', async ({
  page: host,
  site,
  browser,
}) => {
  test.setTimeout(300_000);
  await host.goto(`${site}/host-table`);
  await host.getByRole('textbox', { name: 'Your name in this game' }).fill('Mika');
  await host.getByRole('radio', { name: /^United States/ }).check();
  await host.getByRole('radio', { name: new RegExp(`^${ROUNDS} rounds`) }).check();
  await host.getByRole('button', { name: 'Get the code' }).click();
  const code = (await host.locator('.code-big').textContent()) ?? '';

  // The wall has no seat: it comes by the code alone, which one may also find on the way to a seat.
  const elsewhere = await browser.newContext();
  const wall = await elsewhere.newPage();
  await wall.goto(`${site}/join/${code}`);
  await wall.getByRole('link', { name: 'only watch this game' }).click();
  await expect(wall.getByRole('heading', { name: 'Take your seats' })).toBeVisible();
  await expect(wall.locator('.code-big')).toHaveText(code);
  await expect(wall.getByText('Mika')).toBeVisible();

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(`${site}/join/${code}`);
  await guest.getByRole('radio', { name: /^Ukraine/ }).check();
  await guest.getByRole('button', { name: 'Sit down' }).click();
  await expect(guest.getByRole('heading', { name: 'Lobby' })).toBeVisible();
  await host.getByRole('button', { name: 'Start the game' }).click();
  for (const one of [host, guest]) await one.getByRole('button', { name: /I have read it/ }).click();
  await expect(wall.getByRole('heading', { name: `Round 1 of ${ROUNDS}` })).toBeVisible();
  await expect(wall.locator('.front-canvas canvas')).toBeVisible();
  await expect(wall.getByText('political capital')).toHaveCount(0);

  // Told on the wall, which goes on when asked to.
  await closeForAll(host, [guest, wall], 1);
  await wall.getByRole('button', { name: 'On to round 2' }).click();
  await expect(wall.getByRole('heading', { name: `Round 2 of ${ROUNDS}` })).toBeVisible();

  // The host has a seat kept; its people are told, and take it back by acting.
  await visit(host, 'Your game');
  await host.getByRole('button', { name: 'Let a stand-in sit: Ukraine' }).click();
  await expect(host.getByRole('button', { name: 'Give the seat back: Ukraine' })).toBeVisible();
  await guest.getByRole('button', { name: 'Take our seat back' }).click();
  await expect(host.getByRole('button', { name: 'Let a stand-in sit: Ukraine' })).toBeVisible();

  // A change and its cause, quoted.
  await visit(guest, 'World');
  const moved = guest
    .locator('.track')
    .filter({ hasText: /[+−]\d/ })
    .first();
  await moved.getByRole('button', { name: /^Why does/ }).click();
  await guest
    .getByRole('link', { name: /^Quote in the press/ })
    .first()
    .click();
  await expect(guest.getByLabel('About')).toHaveValue(/^ledger:\d+$/);
  await guest.getByRole('textbox', { name: 'To Everyone' }).fill('This is what the fighting did.');
  await guest.getByRole('button', { name: 'Send' }).click();
  await visit(host, 'Press');
  const messages = host.getByRole('list', { name: 'Messages' });
  await expect(messages.getByText('This is what the fighting did.')).toBeVisible();
  await expect(messages.getByRole('link', { name: /^About: .* [+−]\S+ in round 1\. / })).toBeVisible();

  // The end: each guesses on a page of its own, and everyone sees the guesses.
  for (let round = 2; round <= ROUNDS; round++) await closeForAll(host, [guest], round);
  await wall.getByRole('button', { name: 'See how it ended' }).click();
  for (const [one, guess] of [
    [host, '20'],
    [guest, '80'],
  ] as const) {
    await one.getByRole('link', { name: /^Results/ }).click();
    await one.getByRole('slider').fill(guess);
    await one.getByRole('button', { name: 'That is my guess' }).click();
    await expect(one.getByRole('heading', { name: 'One future' })).toBeVisible();
  }
  await expect(wall.getByText('Have guessed: United States and Ukraine.')).toBeVisible();
  for (const one of [wall, host, guest]) {
    if (one === wall) await one.getByRole('button', { name: 'Go on' }).click();
    await one.getByRole('button', { name: 'Go on' }).click();
    const room = one.getByRole('region', { name: 'What the room guessed' });
    await expect(room.getByRole('listitem')).toHaveCount(2);
    await expect(room).toContainText('80');
    await one.getByRole('button', { name: 'Go on' }).click();
    await expect(one.getByRole('heading', { name: 'One agreement out' })).toBeVisible();
  }
  const first = guest.locator('.agreement-switch').first();
  await expect(first.or(guest.getByText('so nothing can be taken out', { exact: false }))).toBeVisible();
  if (await first.isVisible()) {
    await first.getByRole('button', { name: 'Vote for this one' }).click();
    for (const one of [wall, host]) await expect(one.getByText(/^1 vote so far: /)).toBeVisible();
    await first.getByRole('button', { name: 'Your vote; take it back' }).click();
    await expect(host.getByText(/^1 vote so far: /)).toHaveCount(0);
  }

  // Names and words go from every page.
  await visit(host, 'Your game');
  await host.getByRole('button', { name: 'Erase names and words …' }).click();
  await expect(host.getByRole('button', { name: 'Erase them' })).toBeDisabled();
  await host.getByRole('checkbox', { name: 'I want them gone for good.' }).check();
  await host.getByRole('button', { name: 'Erase them' }).click();
  await expect(host.getByRole('dialog')).toBeHidden();
  await visit(guest, 'Press');
  await expect(guest.getByText('These words have been erased.').first()).toBeVisible();
  await expect(guest.getByText('This is what the fighting did.')).toHaveCount(0);
  const file = host.waitForEvent('download');
  await host.getByRole('button', { name: 'Save the game as a file' }).click();
  expect((await file).suggestedFilename()).toBe(`830-miles-${code}.json`);
  await guest.context().close();
  await elsewhere.close();
});
