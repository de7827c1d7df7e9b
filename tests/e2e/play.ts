import type { Page } from '@playwright/test';
import { expect } from './server.ts';

/** Screens of a game, as the navigation names them. */
export type ScreenName =
  | 'Front'
  | 'Tables'
  | 'Papers'
  | 'Press'
  | 'Orders'
  | 'World'
  | 'Dispatches'
  | 'Brief'
  | 'Your game';

/** From the first page to the brief of a solo game. */
export async function startSolo(
  page: Page,
  site: string,
  seat = 'Ukraine',
  rounds: 4 | 5 | 6 | 8 = 5,
  edition: 'Lesson' | 'Double lesson' | 'Campaign' = 'Lesson',
): Promise<void> {
  await page.goto(site);
  await page.getByRole('link', { name: /Play solo/ }).click();
  await expect(page.getByText('Nothing graphic is shown.', { exact: false })).toBeVisible();
  await page.getByRole('radio', { name: new RegExp(`^${seat}`) }).check();
  await page.getByRole('radio', { name: new RegExp(`^${edition}`) }).check();
  await page.getByRole('radio', { name: new RegExp(`^${rounds} rounds`) }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'Your brief' })).toBeVisible();
}

/** Keeps the first of the agenda cards that were dealt, as many as may be kept. */
export async function keepAgenda(page: Page, keep: number): Promise<void> {
  const agenda = page.getByRole('region', { name: `Agenda cards: keep ${keep} of ${keep + 1}` });
  for (let card = 0; card < keep; card++) await agenda.getByRole('checkbox').nth(card).check();
  await agenda.getByRole('button', { name: /^Keep/ }).click();
  await expect(page.getByRole('region', { name: /^Your agenda card/ })).toBeVisible();
}

/** From the brief into round 1. */
export async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: /I have read it/ }).click();
  await expect(page.getByRole('region', { name: 'What is next' })).toBeVisible();
}

/** To a screen by the navigation, as it is on this size of page. */
export async function visit(page: Page, screen: ScreenName): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Screens' });
  const direct = rail.getByRole('link', { name: new RegExp(`^${screen}`) });
  if (await direct.isVisible()) await direct.click();
  else {
    await rail.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: screen }).click();
  }
  const shown = page.locator(`.screen-${screen === 'Your game' ? 'host' : screen.toLowerCase()}`);
  await expect(shown.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Ready, whatever still waits, and the dispatches of the round. */
export async function closeRound(page: Page, round: number): Promise<void> {
  await page.getByRole('button', { name: 'I am ready' }).click();
  const anyway = page.getByRole('button', { name: 'Ready anyway' });
  const told = page.getByRole('heading', { name: `Dispatches of round ${round}` });
  await expect(anyway.or(told)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(told).toBeVisible({ timeout: 20_000 });
}

/** Puts one's name to the paper in the open window: with a click, or held where it is the last signature. */
export async function ink(page: Page): Promise<void> {
  const window = page.getByRole('dialog');
  const held = window.getByRole('button', { name: 'Press and hold to sign' });
  if (await held.isVisible()) await held.click({ delay: 1_400 });
  else await window.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(window).toBeHidden();
}
