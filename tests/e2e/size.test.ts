import type { Page, Request } from '@playwright/test';
import { expect, test } from './server.ts';

const KB = 1_000; // bytes, as sent

/** Bytes that a page's files of a kind took on the line. */
async function sentFor(
  page: Page,
  address: string,
): Promise<{ script: number; style: number; files: string[] }> {
  const sent = { script: 0, style: 0, files: [] as string[] };
  const sizes: Promise<void>[] = [];
  const weigh = async (request: Request, kind: 'script' | 'style') => {
    const { responseBodySize } = await request.sizes();
    sent[kind] += responseBodySize;
  };
  page.on('requestfinished', (request) => {
    const kind = request.resourceType();
    if (kind !== 'script' && kind !== 'stylesheet') return;
    sent.files.push(request.url());
    sizes.push(weigh(request, kind === 'script' ? 'script' : 'style'));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await Promise.all(sizes);
  return sent;
}

test('the home page is at most 100 kB of script and 30 kB of style', async ({ page, site }) => {
  const { script, style, files } = await sentFor(page, site);
  await expect(page.getByRole('link', { name: /Play solo/ })).toBeVisible();
  expect(script).toBeGreaterThan(20 * KB); // something was counted
  expect(script).toBeLessThanOrEqual(100 * KB);
  expect(style).toBeGreaterThan(1 * KB);
  expect(style).toBeLessThanOrEqual(30 * KB);
  expect(files.filter((file) => /stage|mount|live|game/.test(file))).toEqual([]);
});

test('a link to the front asks in its head for all that the map needs', async ({ page, site }) => {
  const answer = await page.request.get(`${site}/g/ABCDEF/front`, { headers: { accept: 'text/html' } });
  const head = await answer.text();
  expect(head.match(/rel="modulepreload"/g)?.length).toBeGreaterThan(5);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site}/g/ABCDEF/front#${'x'.repeat(22)}`, { waitUntil: 'networkidle' });
  const scripts = asked.filter((path) => path.endsWith('.js'));
  expect(scripts.filter((path) => !head.includes(path))).toEqual([]);
});

test('the map and all that comes before it are at most 380 kB of script', async ({ page, site }) => {
  const { script, files } = await sentFor(page, `${site}/g/ABCDEF/front#${'x'.repeat(22)}`);
  expect(script).toBeGreaterThan(250 * KB); // Phaser and the map are among them
  expect(script).toBeLessThanOrEqual(380 * KB);
  expect(files.filter((file) => /windows|Composer|Results/.test(file))).toEqual([]); // these wait
});
