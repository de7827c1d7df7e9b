import pg from 'pg';
import { DatabaseSync } from 'node:sqlite';
import { verifyLog } from '../../server/session/replay.ts';
import { isPostgres } from '../../server/store/open.ts';
import type { EventStore } from '../../server/store/store.ts';
import type { Rider } from './rider.ts';

/** What became of what clients were told. */
export interface Found {
  acknowledged: number;
  lost: number; // acknowledged or shown, and not in the log
  unverified: number; // logs that `verify` does not agree with
  outOfTurn: number; // rows written under an epoch that was over
  rows: number;
}

/** Compares what clients saw with what is stored. */
export async function check(store: EventStore, database: string, riders: readonly Rider[]): Promise<Found> {
  const found: Found = { acknowledged: 0, lost: 0, unverified: 0, outOfTurn: 0, rows: 0 };
  for (const { code } of await store.list()) {
    const rows = await store.load(code);
    found.rows += rows.length;
    if (rows.some((row, i) => row.seq !== i) || verifyLog(rows) !== null) found.unverified++;
    for (const rider of riders) {
      if (rider.code !== code) continue;
      if (rider.shown >= rows.length) found.lost++;
      for (const { id, seq } of rider.acknowledged) {
        found.acknowledged++;
        if (rows[seq]?.commandId !== id) found.lost++;
      }
    }
    const epochs = await epochsOf(database, code);
    found.outOfTurn += epochs.filter((epoch, i) => epoch < (epochs[i - 1] ?? 0)).length;
  }
  return found;
}

/** The epochs under which the rows of a game were written, in the order of the rows. */
async function epochsOf(database: string, code: string): Promise<number[]> {
  const query = 'SELECT epoch FROM log WHERE code = $1 ORDER BY seq';
  if (!isPostgres(database)) {
    const file = new DatabaseSync(database, { readOnly: true });
    const rows = file.prepare(query.replace('$1', '?')).all(code) as { epoch: number }[];
    file.close();
    return rows.map((row) => row.epoch);
  }
  const client = new pg.Client(database);
  await client.connect();
  const { rows } = await client.query<{ epoch: number }>(query, [code]);
  await client.end();
  return rows.map((row) => row.epoch);
}
