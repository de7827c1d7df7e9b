import { type Kysely, sql } from 'kysely';
import type { Actor } from '../../shared/rules/command.ts';
import type { Seat } from '../../shared/rules/types.ts';
import {
  type Entry,
  type EventStore,
  Fenced,
  type GameRecord,
  jsonOf,
  type LogRow,
  StoreAway,
} from './store.ts';
import type { Batch, BatchResult, Step, Tables } from './tables.ts';

/** Runs a batch in one transaction, durably. */
export type Run = (batch: Batch) => Promise<BatchResult>;

interface Traits {
  isShared: boolean;
  /** Holds the game's row while it is appended to, so that a claim waits for it; where transactions run at once. */
  lockGames: boolean;
  /** Runs inserts that do not see each other as one; where that is better than one after the other. */
  runAtOnce?: Run;
}

/** An {@link EventStore} over a database that can `run` batches of queries. */
export function queryStore(
  db: Kysely<Tables>,
  runBatch: Run,
  close: () => Promise<void>,
  { isShared, lockGames, runAtOnce = runBatch }: Traits,
): EventStore {
  const inserts = insertsOf(db, lockGames);

  async function run(batch: Batch, how: Run = runBatch): Promise<BatchResult> {
    try {
      return await how(batch);
    } catch (cause) {
      throw new StoreAway(cause);
    }
  }

  async function read<T>(query: { compile(): Step['query'] }): Promise<readonly T[]> {
    const result = await run([{ query: query.compile() }]);
    return (result?.[0] ?? []) as readonly T[];
  }

  return {
    isShared,
    async create(code, createdAt, entry) {
      const game = db
        .insertInto('games')
        .values({ code, created_at: createdAt, used_at: createdAt, epoch: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .returning('code');
      const done = await run([
        { query: game.compile(), mustReturn: true },
        ...entrySteps(db, inserts, { code, epoch: 0, entry }),
      ]);
      return done !== null;
    },
    async find(code) {
      const [game] = await read<Tables['games']>(db.selectFrom('games').selectAll().where('code', '=', code));
      return game ? recordOf(game) : null;
    },
    async list() {
      const games = await read<Tables['games']>(
        db.selectFrom('games').selectAll().orderBy('created_at').orderBy('code'),
      );
      return games.map(recordOf);
    },
    async sizes() {
      const sizes = db
        .selectFrom('log')
        .select(({ fn }) => ['code', fn.countAll<number>().as('rows')])
        .select(sql<number>`sum(length(command) + length(events))`.as('bytes'))
        .groupBy('code');
      const found = await read<{ code: string; rows: number | string; bytes: number | string }>(sizes);
      return found.map(({ code, rows, bytes }) => ({ code, rows: Number(rows), bytes: Number(bytes) }));
    },
    async claim(code, now) {
      const raise = db
        .updateTable('games')
        .set((fields) => ({ epoch: fields('epoch', '+', 1), used_at: now }))
        .where('code', '=', code)
        .returning('epoch');
      const [game] = await read<{ epoch: number }>(raise);
      return game?.epoch ?? null;
    },
    async epochs(codes) {
      if (codes.length === 0) return new Map();

      const games = await read<{ code: string; epoch: number }>(
        db.selectFrom('games').select(['code', 'epoch']).where('code', 'in', codes),
      );
      return new Map(games.map((game) => [game.code, game.epoch]));
    },
    async append(code, epoch, entry) {
      // Rows and names of one entry see those before them; one of each is how games are written.
      const isSingle = entry.rows.length === 1 && (entry.names?.length ?? 0) < 2;
      const steps = entrySteps(db, inserts, { code, epoch, entry });
      const done = await run(steps, isSingle ? runAtOnce : runBatch);
      if (done === null) throw new Fenced(code, epoch);
    },
    async load(code) {
      const rows = await read<Tables['log']>(
        db.selectFrom('log').selectAll().where('code', '=', code).orderBy('seq'),
      );
      return rows.map(rowOf);
    },
    async rights(code) {
      const rights = await read<Tables['rights']>(
        db.selectFrom('rights').selectAll().where('code', '=', code),
      );
      return rights.map((right) => ({ seat: right.seat as Seat, tokenHash: right.token_hash }));
    },
    async names(code) {
      const names = await read<Tables['names']>(
        db.selectFrom('names').selectAll().where('code', '=', code).orderBy('position'),
      );
      return names.map((name) => ({ seat: name.seat as Seat, name: name.name }));
    },
    async texts(code) {
      const texts = await read<Tables['texts']>(db.selectFrom('texts').selectAll().where('code', '=', code));
      return Object.fromEntries(texts.map((text) => [text.id, text.text]));
    },
    async eraseWords(code) {
      await run([
        { query: db.deleteFrom('texts').where('code', '=', code).compile() },
        { query: db.deleteFrom('names').where('code', '=', code).compile() },
      ]);
    },
    async remove(code) {
      const parts = (['texts', 'names', 'rights', 'log', 'games'] as const).map((table): Step => {
        return { query: db.deleteFrom(table).where('code', '=', code).compile() };
      });
      await run(parts);
    },
    close,
  };
}

/** What every command writes, compiled once: of all queries these are asked most. */
interface Inserts {
  row: Filled<'code' | 'seq' | 'commandId' | 'actor' | 'command' | 'events' | 'hash' | 'epoch'>;
  text: Filled<'code' | 'id' | 'text'>;
}

/** A compiled query with the values of its parameters. */
type Filled<Name extends string> = (values: Record<Name, unknown>) => Step['query'];

/** A row goes in only while the game has this epoch and has no such row. */
function insertsOf(db: Kysely<Tables>, lockGames: boolean): Inserts {
  const row = compiled(
    ['code', 'seq', 'commandId', 'actor', 'command', 'events', 'hash', 'epoch'],
    ({ code, seq, commandId, actor, command, events, hash, epoch }) =>
      db
        .insertInto('log')
        .columns(['code', 'seq', 'command_id', 'actor', 'command', 'events', 'hash', 'epoch'])
        .expression((from) =>
          from
            .selectFrom('games')
            .select((fields) => [
              'games.code',
              sql<number>`cast(${seq} as integer)`.as('seq'),
              fields.val<string>(commandId).as('command_id'),
              fields.val<string>(actor).as('actor'),
              fields.val<string>(command).as('command'),
              fields.val<string>(events).as('events'),
              fields.val<string>(hash).as('hash'),
              'games.epoch',
            ])
            .where('games.code', '=', code)
            .where('games.epoch', '=', epoch)
            .$if(lockGames, (game) => game.forShare()),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning('seq'),
  );
  const text = compiled(['code', 'id', 'text'], (values) => db.insertInto('texts').values(values));
  return { row, text };
}

/** Compiles a query with places for its values. */
function compiled<Name extends string>(
  names: readonly Name[],
  make: (places: Record<Name, never>) => { compile(): Step['query'] },
): Filled<Name> {
  const places = new Map(names.map((name) => [{ name } as never, name]));
  const byName = Object.fromEntries([...places].map(([place, name]) => [name, place]));
  const { sql: text, parameters } = make(byName as Record<Name, never>).compile();
  const order = parameters.map((parameter) => places.get(parameter as never) as Name);
  return (values) => ({ sql: text, parameters: order.map((name) => values[name]) });
}

/** With a row that does not go in, the batch is undone. */
function entrySteps(
  db: Kysely<Tables>,
  inserts: Inserts,
  { code, epoch, entry }: { code: string; epoch: number; entry: Entry },
): Step[] {
  const rows = entry.rows.map((row): Step => {
    const { seq, commandId, actor, hash } = row;
    return {
      query: inserts.row({ code, seq, commandId, actor, ...jsonOf(row), hash, epoch }),
      mustReturn: true,
    };
  });
  const rights = (entry.rights ?? []).map(({ seat, tokenHash }): Step => {
    const right = { token_hash: tokenHash, code, seat };
    return { query: db.insertInto('rights').values(right).compile() };
  });
  const names = (entry.names ?? []).map(({ seat, name }): Step => {
    const position = sql<number>`(select coalesce(max(position), -1) + 1 from names where code = ${code})`;
    return { query: db.insertInto('names').values({ code, position, seat, name }).compile() };
  });
  const texts = Object.entries(entry.texts ?? {}).map(([id, text]): Step => {
    return { query: inserts.text({ code, id, text }) };
  });
  return [...rows, ...rights, ...names, ...texts];
}

function recordOf(game: Tables['games']): GameRecord {
  return { code: game.code, createdAt: game.created_at, usedAt: game.used_at, epoch: game.epoch };
}

function rowOf(row: Tables['log']): LogRow {
  return {
    seq: row.seq,
    commandId: row.command_id,
    actor: row.actor as Actor,
    command: JSON.parse(row.command) as LogRow['command'],
    events: JSON.parse(row.events) as LogRow['events'],
    hash: row.hash,
  };
}
