import { sqliteStore } from '../../server/store/sqlite.ts';
import type { LogRow } from '../../server/store/store.ts';

// Writes three games at once until it is killed, and says each row that was acknowledged.

const file = process.argv[2];
if (file === undefined) throw new Error('usage: store-writer <file>');

function row(seq: number): LogRow {
  const command = { kind: 'setReady', ready: true } as const;
  return { seq, commandId: `c${seq}`, actor: 'ua', command, events: [], hash: 'x'.repeat(500) };
}

const store = await sqliteStore(file, {
  onDeath: (reason) => {
    throw reason;
  },
});
await Promise.all(
  ['AAAAAA', 'BBBBBB', 'CCCCCC'].map(async (code) => {
    await store.create(code, 1, { rows: [row(0)] });
    process.stdout.write(`${code} 0\n`);
    for (let seq = 1; ; seq++) {
      await store.append(code, 0, { rows: [row(seq)] });
      process.stdout.write(`${code} ${seq}\n`);
    }
  }),
);
