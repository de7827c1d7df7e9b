import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Grade, World } from '../../../shared/rules/index.ts';
import type { LogRow } from '../../../server/store/store.ts';

/** A log as a release wrote it, and what its players saw in the end. */
export interface Recorded {
  rows: readonly LogRow[];
  told: { round: number; phase: World['phase']; grade: Grade | null };
}

export function fileOf(release: string): string {
  return fileURLToPath(new URL(`${release}.jsonl`, import.meta.url));
}

/** The releases whose logs are kept. */
export function releases(): string[] {
  return readdirSync(fileURLToPath(new URL('.', import.meta.url)))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => name.replace(/\.jsonl$/, ''));
}

export function recordedBy(release: string): readonly Recorded[] {
  const lines = readFileSync(fileOf(release), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Recorded);
}
