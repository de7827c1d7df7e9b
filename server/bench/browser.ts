import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser to test and measure with: `CHROMIUM_PATH`, else one on the PATH (the headless shell first, as it
 * starts fastest), else the one Playwright itself has downloaded.
 *
 * @throws when there is none, saying how to install one
 */
function browserPath(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which cannot be run`);
  }

  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (found) return found;

  const own = chromium.executablePath();
  if (existsSync(own)) return own;

  throw new Error(
    'No browser found. Install one with `apt-get install chromium-headless-shell` (Debian) ' +
      'or `npx playwright install chromium`, or set CHROMIUM_PATH.',
  );
}

/** How every test and measure starts its browser. */
export function launchOptions(): LaunchOptions {
  return { executablePath: browserPath(), args: FLAGS };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
