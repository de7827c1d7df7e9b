import { expect, test } from 'vitest';
import { colyseusLog } from '../../server/rooms/colyseus-log.ts';

const SAID =
  'Error: Data read, but end of buffer not reached "meet us at noon"\n    at checkedRead (unpack.js:229:10)';

test('a message that goes on after its end is not quoted in the log', () => {
  const lines: object[] = [];
  const keep = (line: object): void => void lines.push(line);
  const log = colyseusLog({ trace: keep, debug: keep, info: keep, warn: keep, error: keep } as never);
  log.error(SAID);
  expect(lines).toEqual([
    { colyseus: 'Error: Data read, but end of buffer not reached\n    at checkedRead (unpack.js:229:10)' },
  ]);
});
