import type { Locator } from '@playwright/test';
import { begin, keepAgenda, startSolo, visit } from './play.ts';
import { expect, test } from './server.ts';

/** What a person who has read the brief takes for an act, seconds: to find the place, to point, to click or type. */
const SECONDS_PER_ACT = 6;
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

  let acts = 0;
  const act = async (done: Promise<unknown>) => {
    await done;
    acts += 1;
  };
  const terms = page.locator('.composer-paper .term');
  const takeUp = async (name: string): Promise<Locator> => {
    await act(page.getByRole('searchbox', { name: 'Search' }).fill(name));
    await act(page.locator('.pick').filter({ hasText: name }).first().click());
    return terms.filter({ has: page.getByText(name, { exact: true }) }).first();
  };
  await act(page.getByRole('link', { name: 'Write a paper' }).click());
  await takeUp('Full ceasefire');
  await takeUp('Monitoring of the ceasefire');
  const relief = await takeUp('Relief: banks and payments');
  await act(relief.getByRole('button', { name: 'Only when another term is in force' }).click());
  await act(relief.getByLabel('Only when this is in force:').selectOption('Monitoring of the ceasefire'));
  await act(relief.getByRole('checkbox', { name: 'Snapback: ends if the ceasefire ends' }).check());
  const arms = await takeUp('Security agreements resourced');
  await act(arms.getByRole('checkbox', { name: 'Only after a quiet time' }).check());
  await expect(page.getByText('Nothing stands against sending it.')).toBeVisible();
  expect(acts * SECONDS_PER_ACT).toBeLessThanOrEqual(ALLOWED);

  // What hangs on what is drawn: two conditions and a snapback.
  const graph = page.locator('.composer-paper .tie-graph');
  await expect(graph.locator('.tie-edge.waits')).toHaveCount(2);
  await expect(graph.locator('.tie-edge.snaps')).toHaveCount(1);

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
