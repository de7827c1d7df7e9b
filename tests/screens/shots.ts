import type { Page } from '@playwright/test';

/** One screen to take a picture of. */
export interface Shot {
  name: string;
  game: 'none' | 'lobby' | 'brief' | 'first' | 'talks' | 'ended' | 'shared' | 'sharedEnd'; // which staged game it shows
  path: string; // CODE stands for the game's
  act?: (page: Page) => Promise<void>; // what is done there first
  whole?: boolean; // the page to its end, not only what is seen first
}

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

/** Every screen of the client. */
export const SCREENS: readonly Shot[] = [
  { name: 'home', game: 'none', path: '/' },
  { name: 'solo', game: 'none', path: '/solo', whole: true },
  { name: 'host', game: 'none', path: '/host-table', whole: true },
  { name: 'join', game: 'none', path: '/join' },
  { name: 'guide', game: 'none', path: '/guide', whole: true },
  { name: 'sheets', game: 'none', path: '/guide/print', whole: true },
  { name: 'lost', game: 'none', path: '/nowhere' },
  { name: 'parts', game: 'none', path: '/parts', whole: true },
  { name: 'lobby', game: 'lobby', path: '/g/CODE', whole: true },
  { name: 'brief', game: 'brief', path: '/g/CODE', whole: true },
  { name: 'front', game: 'talks', path: '/g/CODE/front' },
  { name: 'sector', game: 'talks', path: '/g/CODE/front/DON' },
  { name: 'target', game: 'talks', path: '/g/CODE/front/order-ua.fortify' },
  { name: 'playback', game: 'talks', path: '/g/CODE/front/round-3', act: onTo(9) },
  { name: 'zoomed', game: 'talks', path: '/g/CODE/front', act: zoomIn },
  { name: 'tables', game: 'talks', path: '/g/CODE/tables' },
  { name: 'table', game: 'talks', path: '/g/CODE/papers/table-N', whole: true },
  { name: 'papers', game: 'talks', path: '/g/CODE/papers', whole: true },
  { name: 'composer', game: 'talks', path: '/g/CODE/papers/compose', whole: true },
  { name: 'package', game: 'talks', path: '/g/CODE/papers', act: aPackage, whole: true },
  { name: 'press', game: 'talks', path: '/g/CODE/press' },
  { name: 'orders', game: 'talks', path: '/g/CODE/orders', whole: true },
  { name: 'world', game: 'talks', path: '/g/CODE/world', whole: true },
  { name: 'why', game: 'talks', path: '/g/CODE/world', act: button(/^Why does/) },
  { name: 'dispatches', game: 'talks', path: '/g/CODE/dispatches', whole: true },
  { name: 'mandate', game: 'talks', path: '/g/CODE/brief', whole: true },
  { name: 'menu', game: 'talks', path: '/g/CODE/front', act: button('Menu') },
  { name: 'guess', game: 'ended', path: '/g/CODE/results', whole: true },
  {
    name: 'results',
    game: 'ended',
    path: '/g/CODE/results',
    act: button('Straight to the debrief'),
    whole: true,
  },
  { name: 'front-end', game: 'ended', path: '/g/CODE/front' },
  { name: 'first-round', game: 'first', path: '/g/CODE/papers' },
  { name: 'sign', game: 'first', path: '/g/CODE/papers', act: signing },
  { name: 'future', game: 'ended', path: '/g/CODE/results', act: revealed(1), whole: true },
  { name: 'hundred', game: 'ended', path: '/g/CODE/results', act: revealed(2), whole: true },
  { name: 'without', game: 'ended', path: '/g/CODE/results', act: revealed(3), whole: true },
  { name: 'dispositions', game: 'ended', path: '/g/CODE/results', act: revealed(4), whole: true },
  { name: 'your-game', game: 'shared', path: '/g/CODE/host', whole: true },
  { name: 'wall-lobby', game: 'lobby', path: '/watch/CODE' },
  { name: 'wall', game: 'shared', path: '/watch/CODE' },
  { name: 'wall-end', game: 'sharedEnd', path: '/watch/CODE', whole: true },
];

/** The window of a signature; on a phone its paper is unfolded first. */
async function signing(page: Page): Promise<void> {
  const sign = page.getByRole('button', { name: 'Sign …' }).first();
  await page.locator('.paper-card').first().waitFor();
  for (const fold of await page.locator('.paper-card .fold > summary').filter({ visible: true }).all())
    await fold.click();
  await sign.click();
}

/** A starter paper in the composer, with a term of another table added. */
async function aPackage(page: Page): Promise<void> {
  await page.locator('.starter').filter({ hasText: 'Ports for Quiet' }).getByRole('button').click();
  await page.getByRole('searchbox').fill('Observation');
  await page.getByRole('searchbox').press('Enter');
}

/** Some steps further into the telling of the end. */
function revealed(steps: number): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole('button', { name: 'That is my guess' }).click();
    for (let step = 1; step < steps; step++) await page.getByRole('button', { name: 'Go on' }).click();
  };
}

/** Some lines further into the telling of a round. */
function onTo(line: number): (page: Page) => Promise<void> {
  return async (page) => {
    const next = page.getByRole('button', { name: 'On one' });
    await next.waitFor();
    for (let step = 1; step < line && (await next.isEnabled()); step++) await next.click();
  };
}

async function zoomIn(page: Page): Promise<void> {
  for (let step = 0; step < 4; step++) await page.getByRole('button', { name: 'Closer' }).click();
}
