import { expect, test } from 'vitest';
import { percent, signed, tenth } from '../../client/figures.ts';

test('numbers have a true minus sign', () => {
  expect(tenth(-310)).toBe('−3.1');
  expect(signed(-310)).toBe('−3.1');
  expect(percent(-700)).toBe('−7 %');
});

test('nought has no sign', () => {
  expect(tenth(-3)).toBe('0');
  expect(signed(-3)).toBe('0');
  expect(percent(-3)).toBe('0 %');
});
