import type { Seat, TextId } from '../../shared/rules/types.ts';
import {
  type Entry,
  type EventStore,
  Fenced,
  type GameRecord,
  jsonOf,
  type LogRow,
  type RowJson,
  type SeatName,
  type SeatRight,
} from './store.ts';

type KeptRow = Omit<LogRow, keyof RowJson | 'json'> & RowJson;

interface Kept {
  record: GameRecord;
  rows: KeptRow[]; // mostly text, so that nobody holds on to what was stored
  ids: Set<string>;
  rights: SeatRight[];
  names: SeatName[];
  texts: Record<TextId, string>;
}

/** A store that forgets: for tests and simulations. Keeps the contract of {@link EventStore}. */
export function memoryStore(): EventStore {
  const games = new Map<string, Kept>();

  function add(kept: Kept, entry: Entry): void {
    for (const row of entry.rows) {
      const { seq, commandId, actor, hash } = row;
      const { command, events } = jsonOf(row);
      kept.rows.push({ seq, commandId, actor, hash, command, events });
      kept.ids.add(commandId);
    }
    kept.rights.push(...(entry.rights ?? []));
    kept.names.push(...(entry.names ?? []));
    Object.assign(kept.texts, entry.texts);
  }

  /** Whether the rows go on where the log ends, under ids it does not have. */
  function follows(kept: Kept, rows: readonly LogRow[]): boolean {
    return rows.every((row, i) => row.seq === kept.rows.length + i && !kept.ids.has(row.commandId));
  }

  return {
    isShared: false,
    async create(code, createdAt, entry) {
      if (games.has(code)) return false;

      const record = { code, createdAt, usedAt: createdAt, epoch: 0 };
      const kept: Kept = { record, rows: [], ids: new Set(), rights: [], names: [], texts: {} };
      add(kept, entry);
      games.set(code, kept);
      return true;
    },
    async find(code) {
      const kept = games.get(code);
      return kept ? { ...kept.record } : null;
    },
    async list() {
      return [...games.values()].map((kept) => ({ ...kept.record }));
    },
    async sizes() {
      return [...games].map(([code, { rows }]) => {
        const bytes = rows.reduce((sum, { command, events }) => sum + command.length + events.length, 0);
        return { code, rows: rows.length, bytes };
      });
    },
    async claim(code, now) {
      const kept = games.get(code);
      if (!kept) return null;

      kept.record = { ...kept.record, usedAt: now, epoch: kept.record.epoch + 1 };
      return kept.record.epoch;
    },
    async epochs(codes) {
      const known = codes.flatMap((code) => games.get(code)?.record ?? []);
      return new Map(known.map(({ code, epoch }) => [code, epoch]));
    },
    async append(code, epoch, entry) {
      const kept = games.get(code);
      if (kept?.record.epoch !== epoch || !follows(kept, entry.rows)) throw new Fenced(code, epoch);

      add(kept, entry);
    },
    async load(code) {
      return (games.get(code)?.rows ?? []).map(rowOf);
    },
    async rights(code) {
      return [...(games.get(code)?.rights ?? [])];
    },
    async names(code) {
      return [...(games.get(code)?.names ?? [])] as { seat: Seat; name: string }[];
    },
    async texts(code) {
      return { ...games.get(code)?.texts };
    },
    async eraseWords(code) {
      const kept = games.get(code);
      if (kept) Object.assign(kept, { texts: {}, names: [] });
    },
    async remove(code) {
      games.delete(code);
    },
    async close() {
      games.clear();
    },
  };
}

function rowOf({ command, events, ...row }: KeptRow): LogRow {
  return {
    ...row,
    command: JSON.parse(command) as LogRow['command'],
    events: JSON.parse(events) as LogRow['events'],
  };
}
