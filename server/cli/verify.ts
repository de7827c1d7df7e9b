import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { configOf } from '../config.ts';
import { makeLog } from '../log.ts';
import { decidedElsewhere, type Difference, RulesChanged, verifyLog } from '../session/replay.ts';
import { isPostgres } from '../store/open.ts';
import { postgresStore } from '../store/postgres.ts';
import { sqliteStore } from '../store/sqlite.ts';
import type { EventStore } from '../store/store.ts';

const USAGE = `Decides the log of a game again, command by command, and names the first difference.

  npm run verify -- CODE             one game of the server's own file
  npm run verify -- --all            every game of it
  npm run verify -- FILE [CODE …]    games of another file: all, or those named

Ends with 0 when all agree, 1 when one differs, 2 when nothing could be checked.`;

/** What was asked for on the command line. */
interface Asked {
  file: string;
  codes: readonly string[]; // none: all
}

function askedOf(args: readonly string[]): Asked | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { all: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [first, ...more] = positionals;
  if (values.help || (first === undefined && !values.all)) return null;

  if (first !== undefined && existsSync(first)) return { file: first, codes: more };
  const codes = values.all ? [] : positionals;
  return { file: configOf(process.env).database, codes: codes.map((code) => code.toUpperCase()) };
}

/** @returns whether the log agrees; says what it found */
async function verifyGame(store: EventStore, code: string): Promise<boolean> {
  const rows = await store.load(code);
  try {
    const difference = verifyLog(rows);
    const elsewhere = decidedElsewhere(rows);
    const note = elsewhere > 0 ? `, ${elsewhere} of them as recorded: other rules decided them` : '';
    console.log(
      difference === null ? `${code} agrees: ${rows.length} rows${note}` : `${code} ${describe(difference)}`,
    );
    return difference === null;
  } catch (error) {
    if (!(error instanceof RulesChanged)) throw error;
    console.log(`${code} cannot be checked: ${error.message}`);
    return false;
  }
}

function describe({ seq, what, logged, decided }: Difference): string {
  return `differs at row ${seq} (${what})\n  logged  ${logged}\n  decided ${decided}`;
}

function readStore(database: string): Promise<EventStore> {
  const onDeath = (reason: Error) => {
    throw reason;
  };
  return isPostgres(database)
    ? postgresStore(database, makeLog('warn'))
    : sqliteStore(database, { readOnly: true, onDeath });
}

async function main(): Promise<number> {
  const asked = askedOf(process.argv.slice(2));
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  if (!isPostgres(asked.file) && !existsSync(asked.file)) {
    console.error(`there is no file ${asked.file}`);
    return 2;
  }
  const store = await readStore(asked.file);
  const known = (await store.list()).map((game) => game.code);
  const missing = asked.codes.filter((code) => !known.includes(code));
  if (missing.length > 0 || known.length === 0) {
    console.error(
      missing.length > 0 ? `no such game: ${missing.join(', ')}` : 'there are no games in the file',
    );
    await store.close();
    return 2;
  }
  let agree = true;
  for (const code of asked.codes.length > 0 ? asked.codes : known)
    agree = (await verifyGame(store, code)) && agree;
  await store.close();
  return agree ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
