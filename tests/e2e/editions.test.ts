import type { Locator, Page } from '@playwright/test';
import { begin, closeRound, keepAgenda, startSolo, visit } from './play.ts';
import { expect, test } from './server.ts';

const SLOW = 240_000; // ms; a busy machine takes its time over so many screens

/** Takes up a provision by its name. */
async function takeUp(page: Page, name: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: 'Search' }).fill(name);
  await page.locator('.pick').filter({ hasText: name }).first().click();
  return page.locator('.composer-paper .term').filter({ hasText: name });
}

async function writePaper(page: Page): Promise<void> {
  await visit(page, 'Papers');
  await page.getByRole('link', { name: 'Write a paper' }).click();
  await expect(page.getByRole('heading', { name: 'What could be agreed' })).toBeVisible();
}

/** Puts the paper on the table and finds it there. */
async function send(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /ut it on the table$/ }).click();
  await expect(page.getByRole('heading', { name: 'Papers', exact: true })).toBeVisible();
  return page.locator('.paper-card');
}

test('the double edition: eight tables, a package that waits for a term, half the line, two orders, two rounds', async ({
  page,
  site,
}) => {
  test.setTimeout(SLOW);
  await startSolo(page, site, 'United States', 6, 'Double lesson');
  await keepAgenda(page, 1);
  await begin(page);

  await visit(page, 'Tables');
  const tables = page.getByRole('complementary', { name: 'Tables' }).getByRole('listitem');
  await expect(tables.filter({ hasText: 'Strategic stability' })).toBeVisible();
  await expect(tables.filter({ hasText: 'Alliance council' })).toBeVisible();

  await writePaper(page);
  await takeUp(page, 'Full ceasefire');
  const monitors = await takeUp(page, 'Monitoring of the ceasefire');
  await monitors.getByRole('radio', { name: /^2 / }).check();
  const relief = await takeUp(page, 'Relief: banks and payments');
  await relief.getByRole('button', { name: 'Only when another term is in force' }).click();
  await relief.getByLabel('Only when this is in force:').selectOption('Monitoring of the ceasefire');
  await relief.getByLabel('Level of Monitoring of the ceasefire').selectOption('at level 2');
  await relief.getByRole('checkbox', { name: 'Snapback: ends if the ceasefire ends' }).check();
  const council = await takeUp(page, 'The Council reopened');
  await council.getByRole('radio', { name: /^2 / }).check();
  const notice = await takeUp(page, 'Notice of exercises');
  await notice.getByLabel('Along', { exact: true }).selectOption('The centre and the south');
  await takeUp(page, 'New START limits');
  const assessment = page.getByRole('complementary', { name: 'What it would mean' });
  await expect(assessment.getByRole('region', { name: 'Must be ratified' })).toContainText('the US Congress');
  await page
    .locator('.composer-paper .term')
    .filter({ hasText: 'New START limits' })
    .getByRole('button', { name: 'Remove New START limits' })
    .click();
  await expect(assessment).toContainText('Nothing stands against sending it.');
  const paper = (await send(page)).filter({ hasText: 'Scope: the centre and the south.' });
  await expect(paper.first()).toContainText(
    'Enters into force only when Monitoring of the ceasefire is in force at level 2.',
  );

  await visit(page, 'Orders');
  await page.getByRole('button', { name: 'Write the order Arms package' }).click();
  await expect(page.getByText('You may still write 1 of 2.')).toBeVisible();
  await page.getByRole('button', { name: 'Write the order Back channel' }).click();
  await expect(page.getByText('All 2 orders of this round are written.')).toBeVisible();
  await closeRound(page, 1);
  await expect(page.locator('.told-list')).toContainText('The US delegation: Arms package.');

  await visit(page, 'Papers');
  await page.getByRole('link', { name: 'US–Russia bilateral' }).click();
  await expect(page.getByText('Allies are not at this table', { exact: false })).toBeVisible();
  await closeRound(page, 2);
});

test('the campaign: closed tables, a strength, any regions, a day and a breach to hang a term on, one round', async ({
  page,
  site,
}) => {
  test.setTimeout(SLOW);
  await startSolo(page, site, 'European Union', 8, 'Campaign');
  await keepAgenda(page, 2);
  await begin(page);

  await visit(page, 'Tables');
  const tables = page.getByRole('complementary', { name: 'Tables' }).getByRole('listitem');
  await expect(tables.filter({ hasText: 'Settlement' })).toContainText('Opens in round 7');

  await writePaper(page);
  const relief = await takeUp(page, 'Relief: food, ports, insurance');
  await relief.getByRole('checkbox', { name: 'Not before a day' }).check();
  await relief.getByLabel('The day').selectOption({ label: '1 May 2025 (round 4)' });
  await relief.getByRole('button', { name: 'Snapback on a breach of a term' }).click();
  await relief.getByLabel('Snapback: ends on a breach of').selectOption('Full ceasefire');
  await relief.getByText('What it does, whom it binds, and its precedent').click();
  await expect(relief.getByText('Sources')).toBeVisible();
  await (await takeUp(page, 'The Council reopened')).getByRole('radio', { name: /^3 / }).check();
  const notice = await takeUp(page, 'Notice of exercises');
  await notice.getByRole('checkbox', { name: 'The north' }).uncheck();
  await notice.getByRole('checkbox', { name: 'The centre' }).uncheck();
  const paper = (await send(page)).filter({ hasText: 'Scope: the Baltic and the south.' });
  await expect(paper.first()).toContainText('Enters into force on 1 May 2025 at the earliest.');
  await expect(paper.first()).toContainText('on an established breach of Full ceasefire');

  await visit(page, 'Orders');
  await page.getByLabel('Strength of Aid package').selectOption('Strength 2');
  await page.getByRole('button', { name: 'Write the order Aid package' }).click();
  await expect(page.locator('.written-order')).toContainText('strength 2');
  await closeRound(page, 1);
  await visit(page, 'World');
  await expect(page.getByRole('region', { name: 'Europe and its alliance' })).toBeVisible();
});
