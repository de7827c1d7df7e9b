import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeGeography } from '../geography/geography.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'shared', 'content', 'geography');

for (const [name, text] of Object.entries(makeGeography())) {
  writeFileSync(join(FOLDER, name), text);
  process.stdout.write(`${name}: ${text.length} bytes\n`);
}
