import type { Locator } from '@playwright/test';
import { begin, keepAgenda, startSolo, visit } from './play.ts';
import { expect, test } from './server.ts';

/**
 * What an act takes somebody who has read only the brief, seconds: to find the place, to make up one's mind, to move
 * the hand there and press; and, for words, to change to the keys and type. All but the finding is the keystroke-level
 * model of Card, Moran and Newell.
 */
const FINDING = 4;
const PRESSING = 1.35 + 1.1 + 0.2;
const KEYS = 2 * 0.4;
const KEY = 0.28;
const ALLOWED = 90; // seconds

test('a package over three tables with two conditions and a snapback takes few acts; drafts can be moved, undone, put aside', async ({
  page,
  site,
}) => {
  test.setTimeout(240_000);
  await startSolo(page, site, 'United States', 6, 'Double lesson');
  await keepAgenda(page, 1);
  await begin(page);
  await visit(page, 'Papers');

  let seconds = 0;
  const press = async (what: Locator) => {
    await what.click();
    seconds += FINDING + PRESSING;
  };
  const search = page.getByRole('searchbox', { name: 'Search' });
  const terms = page.locator('.composer-paper .term');
  const termOf = (name: string) => terms.filter({ has: page.getByText(name, { exact: true }) }).first();
  const takeUp = async (words: string, name: string) => {
    await press(search);
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    seconds += KEYS + (words.length + 1) * KEY;
    await expect(termOf(name)).toBeVisible();
    await expect(search).toHaveValue('');
  };
  await press(page.getByRole('link', { name: 'Write a paper' }));
  await takeUp('full cease', 'Full ceasefire');
  const beside = page.getByRole('region', { name: 'Could go with it' });
  await press(beside.getByRole('button', { name: /^Monitoring of the ceasefire/ }));
  await takeUp('banks', 'Relief: banks and payments');
  const relief = termOf('Relief: banks and payments');
  await press(relief.getByRole('button', { name: 'once “Monitoring of the ceasefire” is in force' }));
  await press(relief.getByRole('checkbox', { name: 'Snapback: ends if the ceasefire ends' }));
  await takeUp('resourced', 'Security agreements resourced');
  const arms = termOf('Security agreements resourced');
  await press(arms.getByRole('checkbox', { name: 'Only after a quiet time' }));
  await expect(page.getByText('Nothing stands against sending it.')).toBeVisible();
  expect(seconds).toBeLessThanOrEqual(ALLOWED);

  // What hangs on what is drawn: two conditions and a snapback.
  const graph = page.locator('.composer-paper .tie-graph');
  await expect(graph.locator('.tie-edge.waits')).toHaveCount(2);
  await expect(graph.locator('.tie-edge.snaps')).toHaveCount(1);

  // One's own analysts say as much as is wanted, in every game of the device.
  const help = page.getByRole('combobox', { name: 'Help from your analysts' });
  const guess = page.getByRole('region', { name: 'Your analysts’ rough guess' });
  await expect(guess).toBeVisible();
  await help.selectOption('None: you judge');
  await expect(guess).toBeHidden();
  await page.reload();
  await expect(help).toHaveValue('none');
  await help.selectOption('Estimates only');
  await expect(guess).toBeVisible();
  await expect(page.getByRole('button', { name: 'The nearest text they might sign' })).toBeHidden();
  await help.selectOption('Estimates and suggestions');

  // Moved by a button, back by undo, forward again.
  const names = terms.locator('.row .strong').first();
  await page.getByRole('button', { name: 'Move Monitoring of the ceasefire up' }).click();
  await expect(names).toHaveText('Monitoring of the ceasefire');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(names).toHaveText('Full ceasefire');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(names).toHaveText('Monitoring of the ceasefire');

  // Put aside, begun afresh, taken up again.
  await page.getByRole('button', { name: 'Put aside' }).click();
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(terms).toHaveCount(0);
  await page.getByText('Start from …').click();
  await page
    .getByRole('region', { name: 'Put aside' })
    .getByRole('button', { name: 'Monitoring of the ceasefire and 3 more' })
    .first()
    .click();
  await expect(terms).toHaveCount(4);

  // In solo one may ask what the others might sign, and take it.
  await page.getByRole('button', { name: 'The nearest text they might sign' }).click();
  const nearest = page.getByRole('region', { name: 'The nearest text they might sign' });
  await expect(nearest.getByRole('status')).toContainText(
    /Add|Leave out|level|snapback|This one|Nothing near/,
  );
});
