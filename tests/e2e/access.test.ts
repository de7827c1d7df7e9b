import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { begin, closeRound, startSolo, visit } from './play.ts';
import { expect, test } from './server.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The parts of the debrief, and a heading of each. */
const DEBRIEF = {
  Together: 'What you reached together',
  'Does it last?': 'Year by year',
  Delegations: 'Each delegation for itself',
  Agreements: 'Agreed terms',
  'To talk about': 'What this model assumes',
};

/** What axe finds on the page, told by screen, rule and place. */
async function findings(page: Page, screen: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${screen}: ${id} at ${node.target.join(' ')}`),
  );
}

for (const colorScheme of ['dark', 'light'] as const) {
  test(`every screen keeps WCAG 2.2 AA, ${colorScheme}`, async ({ browser, site }) => {
    test.setTimeout(300_000);
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const found: string[] = [];
    const check = async (screen: string) => found.push(...(await findings(page, screen)));

    await page.goto(site);
    await check('home');
    for (const path of ['/guide', '/guide/print', '/join', '/host-table', '/nowhere']) {
      await page.goto(site + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await check(path);
    }
    await page.goto(`${site}/host-table`);
    await page.getByRole('button', { name: 'Get the code' }).click();
    await expect(page.getByRole('heading', { name: 'Lobby' })).toBeVisible();
    await check('lobby');
    const code = (await page.locator('.code-big').textContent()) ?? '';
    await page.goto(`${site}/watch/${code}`);
    await expect(page.getByRole('heading', { name: 'Take your seats' })).toBeVisible();
    await check('wall, lobby');
    await page.goBack();
    await page.getByRole('button', { name: 'Start the game' }).click();
    await expect(page.getByRole('heading', { name: 'Your brief' })).toBeVisible();
    await visit(page, 'Your game');
    await check('your game');
    await page.getByRole('button', { name: 'Erase names and words …' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('erase');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'I am ready' }).click();
    await expect(page.getByRole('banner').getByText(/^Round 1 of/)).toBeVisible();
    await page.goto(`${site}/watch/${code}`);
    await expect(page.getByRole('heading', { name: /^Round 1 of/ })).toBeVisible();
    await check('wall');

    await startSolo(page, site, 'European Union', 4);
    await check('brief');
    await page.goto(`${site}/solo`);
    await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
    await check('solo');
    await page.goBack();
    await begin(page);

    await visit(page, 'Front');
    await page.getByRole('button', { name: /^Suwałki/ }).click();
    await check('front');
    await visit(page, 'Papers');
    await check('papers');
    await page.getByRole('link', { name: 'Settlement' }).click();
    await expect(page.getByRole('region', { name: 'The table “Settlement” close up' })).toBeVisible();
    await check('one table');
    await page.getByRole('link', { name: 'All tables' }).click();
    await page.getByRole('button', { name: 'Take it up' }).first().click();
    await expect(page.getByRole('heading', { name: 'Your paper' })).toBeVisible();
    await page.locator('summary').filter({ hasText: 'The Council' }).click();
    await check('composer');
    for (const screen of ['Tables', 'Press', 'Orders', 'World'] as const) {
      await visit(page, screen);
      await check(screen);
    }
    await page
      .getByRole('button', { name: /^Why does/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('why');
    await page.keyboard.press('Escape');
    await visit(page, 'Press');
    await page.getByRole('button', { name: 'Say “we hold” …' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('we hold');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Words of the game' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('words');
    await page.keyboard.press('Escape');

    for (let round = 1; round <= 4; round++) await closeRound(page, round);
    await check('dispatches');
    await page.getByRole('link', { name: 'See how it ended' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await check('guess');
    await page.getByRole('button', { name: 'That is my guess' }).click();
    for (const step of ['One future', 'A hundred futures', 'One agreement out', 'Who everyone was']) {
      await expect(page.getByRole('heading', { name: step })).toBeVisible();
      const whole = page.getByRole('button', { name: 'All ten years' });
      if (await whole.isVisible()) await whole.click();
      await check(step);
      await page.getByRole('button', { name: /^(Go on|To the debrief)$/ }).click();
    }
    for (const [part, heading] of Object.entries(DEBRIEF)) {
      await page.getByRole('link', { name: part }).click();
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      await check(`debrief, ${part}`);
    }
    await page.getByRole('button', { name: 'Look through the game' }).click();
    await page.getByRole('button', { name: 'To the next round' }).click();
    await check('replay');
    await context.close();
    expect(found).toEqual([]);
  });
}
