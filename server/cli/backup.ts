import { parseArgs } from 'node:util';
import { configOf } from '../config.ts';
import { makeLog } from '../log.ts';
import { backUp, restore } from '../store/backup.ts';
import { placeOf } from '../store/open.ts';

const USAGE = `Copies all games while the server runs, and puts a copy back.

  npm run backup                     into backups/games-<time>.sqlite
  npm run backup -- FILE             into a file of that name
  npm run backup -- --restore FILE   from that file into DATABASE_URL, which must hold no games yet

The copy is a SQLite file, whichever database the games are in: 'npm run verify -- FILE' checks it.`;

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { restore: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help || positionals.length > (values.restore === undefined ? 1 : 0)) {
    console.error(USAGE);
    return 2;
  }
  const { database } = configOf(process.env);
  if (values.restore !== undefined) {
    const games = await restore(values.restore, database, makeLog('warn'));
    console.log(`${games} games are in ${placeOf(database)} again`);
    return 0;
  }
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const file = positionals[0] ?? `backups/games-${time}.sqlite`;
  console.log(`${await backUp(database, file)} games of ${placeOf(database)} are in ${file}`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
