import { expect, test } from 'vitest';
import { exp, logistic, truceHazard } from '../../shared/rules/curves.ts';

test('exp stays within its stated bound of the true curve', () => {
  let worst = 0;
  for (let x = -40; x <= 40; x += 0.00137) worst = Math.max(worst, Math.abs(exp(x) / Math.exp(x) - 1));
  expect(worst).toBeLessThan(1e-8);
  expect(worst).toBeGreaterThan(0); // a table, not the engine's own
});

test('exp is exact where the table is, and flat beyond its reach', () => {
  expect(exp(0)).toBe(1);
  expect(exp(-1000)).toBe(exp(-40));
  expect(exp(1000)).toBe(exp(40));
});

test('exp never falls as x rises', () => {
  let last = 0;
  for (let x = -41; x <= 41; x += 0.0031) {
    const now = exp(x);
    expect(now).toBeGreaterThanOrEqual(last);
    last = now;
  }
});

test('logistic stays within its stated bound and is symmetric', () => {
  let worst = 0;
  for (let x = -30; x <= 30; x += 0.0029) {
    worst = Math.max(worst, Math.abs(logistic(x) - 1 / (1 + Math.exp(-x))));
    expect(Math.abs(logistic(x) + logistic(-x) - 1)).toBeLessThan(1e-8);
  }
  expect(worst).toBeLessThan(1e-8);
});

test('the curves give the same bits on every machine', () => {
  expect([exp(1), exp(-3.7), logistic(0.3), logistic(-2.25)]).toMatchInlineSnapshot(`
    [
      2.718281828459034,
      0.02472352644493684,
      0.5744425170578606,
      0.09534946489911028,
    ]
  `);
});

test.each([
  ['[TRUCE-3] bare and new, it is close to a coin toss', [1, 3, 4, 50, 0], 0.4, 0.55],
  ['[TRUCE-3] monitors, a joint cell and hotlines cut it hard', [2, 32, 22, 50, 0], 0.08, 0.16],
  ['[TRUCE-3] three rounds held cut it to a fifth', [1, 3, 4, 50, 3], 0.09, 0.12],
  ['[TRUCE-3] no ceasefire, nothing to break', [0, 3, 4, 50, 0], 0, 0],
] as const)('%s', (_rule, [level, monitoring, hotlines, escalation, held], low, high) => {
  const hazard = truceHazard(level, monitoring, hotlines, escalation, held);
  expect(hazard).toBeGreaterThanOrEqual(low);
  expect(hazard).toBeLessThanOrEqual(high);
});

test('[TRUCE-3] the chance never reaches zero while there is a ceasefire', () => {
  expect(truceHazard(3, 200, 200, 0, 12)).toBeGreaterThan(0);
});
