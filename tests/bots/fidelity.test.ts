import { expect, test } from 'vitest';
import { scenarioOf } from '../../shared/content/index.ts';
import { fidelityOf } from '../../server/bots/fidelity.ts';
import type { PlaySettings } from '../../server/bots/play.ts';

const games = (...seeds: string[]): PlaySettings[] =>
  seeds.map((seed) => ({ seed, talks: 'linked', difficulty: 'normal' }));

test.each(['lesson', 'double'] as const)(
  'in the %s what bots say is what decided them, in words used once and within their measure',
  { timeout: 60_000 },
  (edition) => {
    const found = fidelityOf(
      scenarioOf(edition),
      games(...Array.from({ length: 10 }, (_, i) => `true-${i + 1}`)),
    );
    expect(found.reasons).toBeGreaterThan(10);
    expect(found.faithful / found.reasons).toBeGreaterThanOrEqual(0.95);
    expect(found.spoken).toBeGreaterThan(5);
    expect({ ...found, unfaithful: [] }).toMatchObject({ contrary: 0, empty: 0, repeated: 0, beyond: 0 });
  },
);
