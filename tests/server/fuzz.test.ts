import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fuzz } from '../../server/fuzz/fuzz.ts';
import { verifyLog } from '../../server/session/replay.ts';
import { aServer } from './serving.ts';

const clientFolder = mkdtempSync(join(tmpdir(), '830-client-'));
writeFileSync(join(clientFolder, 'index.html'), '<title>830 Miles</title>');
const server = aServer({ clientFolder });

/** A short run of `npm run fuzz`, which says what the figures are when it is long. */
test(
  'random requests and messages break nothing, change nothing of others, and are refused with a reason',
  { timeout: 60_000 },
  async () => {
    const { answered, untyped, unauthorised, games } = await fuzz({
      base: server.base,
      messages: 600,
      seed: 830,
      rows: (code) => server.store.load(code),
    });
    expect(untyped).toEqual([]);
    expect(unauthorised).toEqual([]);
    expect(answered['FAULT'] ?? 0).toBe(0);
    expect(answered['ok']).toBeGreaterThan(5);
    expect(Object.keys(answered).length).toBeGreaterThan(15);
    expect(games).toBeGreaterThan(0);
    for (const { code } of await server.store.list())
      expect(verifyLog(await server.store.load(code))).toBeNull();
  },
);
