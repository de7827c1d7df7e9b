import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchLine } from '../../client/source/heartbeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a line that answers is kept, however quiet it is', async () => {
  const hung = vi.fn<() => void>();
  const line = { ping: vi.fn<(answered: () => void) => void>((answered) => void setTimeout(answered, 200)) };
  const heartbeat = watchLine(line, hung);
  await vi.advanceTimersByTimeAsync(60_000);
  heartbeat.stop();
  expect(line.ping.mock.calls.length).toBeGreaterThan(15);
  expect(hung).not.toHaveBeenCalled();
});

test('a line that says something is not asked', async () => {
  const line = { ping: vi.fn<() => void>() };
  const heartbeat = watchLine(line, () => undefined);
  for (let i = 0; i < 30; i++) {
    await vi.advanceTimersByTimeAsync(1_000);
    heartbeat.heard();
  }
  heartbeat.stop();
  expect(line.ping).not.toHaveBeenCalled();
});

test('a line that does not answer is given up within five seconds, once', async () => {
  const hung = vi.fn<() => void>();
  watchLine({ ping: () => undefined }, hung);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(hung).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(hung).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hung).toHaveBeenCalledTimes(1);
});
