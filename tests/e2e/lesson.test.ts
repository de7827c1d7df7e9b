import { begin, closeRound, ink, startSolo, visit } from './play.ts';
import { expect, test } from './server.ts';

test('a whole lesson against five simulated delegations, played by hand to its debrief', async ({
  page,
  site,
}) => {
  test.setTimeout(420_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });

  await startSolo(page, site, 'Ukraine');
  await page.getByRole('textbox', { name: 'Instructions to yourself' }).fill('A truce that is watched.');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('Your instructions are kept.')).toBeVisible();
  await begin(page);

  // A paper of my own: a starter paper, joined with a term from another table.
  await visit(page, 'Papers');
  const starter = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Thirty Days' }) });
  await starter.getByRole('button', { name: 'Take it up' }).click();
  await expect(page.getByRole('heading', { name: 'Your paper' })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('ports');
  await search.press('Enter');
  await page
    .getByRole('checkbox', { name: /Snapback/ })
    .last()
    .check();
  const meaning = page.getByRole('complementary', { name: 'What it would mean' });
  await expect(meaning.getByText('Peace lasts ten years')).toBeVisible();
  await expect(meaning.getByText('European Union')).toBeAttached();
  await page.getByRole('button', { name: 'Sign it and put it on the table' }).click();
  await expect(page.getByRole('link', { name: /^Put a paper of your own on the table.*done/ })).toBeVisible();

  // An order, sealed and taken back and sealed again.
  await visit(page, 'Orders');
  await page.getByRole('button', { name: 'Write the order Fortify' }).click();
  await expect(page.getByText(/sealed, [\d.]+ political capital/)).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('No order yet.', { exact: false })).toBeVisible();
  await page.getByRole('combobox', { name: 'Target of Fortify' }).selectOption('Donetsk');
  await page.getByRole('button', { name: 'Write the order Fortify' }).click();
  await expect(page.getByText('Fortify: Donetsk')).toBeVisible();

  // A word to the others.
  await visit(page, 'Press');
  await page.getByRole('textbox', { name: 'To Everyone' }).fill('We have a paper on the table.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(
    page.getByRole('list', { name: 'Messages' }).getByText('We have a paper on the table.'),
  ).toBeVisible();

  await closeRound(page, 1);
  await expect(page.getByText('Fortify, Donetsk')).toBeVisible();

  for (let round = 2; round <= 5; round++) {
    await visit(page, 'Papers');
    const sign = page.getByRole('button', { name: 'Sign …' }).first();
    if (await sign.isVisible()) {
      await sign.click();
      await ink(page);
    }
    const refuse = page.getByRole('button', { name: 'Refuse …' }).first();
    if (await refuse.isVisible()) {
      await refuse.click();
      await page.getByRole('radio', { name: 'Other things must come first' }).check();
      await page.getByRole('button', { name: 'Refuse', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await closeRound(page, round);
  }

  // Every change says why.
  await visit(page, 'World');
  await page.getByRole('button', { name: 'Why does Ukraine’s defence stand where it stands?' }).click();
  await expect(page.getByRole('dialog')).toContainText('the order “Fortify” (Ukraine) in Donetsk');
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('link', { name: 'Results' }).click();
  await page.getByRole('slider').fill('35');
  await page.getByRole('button', { name: 'That is my guess' }).click();
  await page.getByRole('button', { name: 'All ten years' }).click();
  await expect(page.getByRole('log', { name: 'Year by year' })).toContainText(
    /there (is|was no) peace|lasted|did not last/,
  );
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('You guessed 35', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'One agreement out' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.locator('.disposition')).toHaveCount(6);
  await page.getByRole('button', { name: 'To the debrief' }).click();
  await expect(page.getByRole('heading', { name: 'What you reached together' })).toBeVisible();
  await page.getByRole('link', { name: 'Delegations' }).click();
  await expect(page.getByRole('heading', { name: 'Each delegation for itself' })).toBeVisible();
  await expect(page.getByText('A truce that is watched.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Play again' })).toBeVisible();
  expect(problems).toEqual([]);
});
