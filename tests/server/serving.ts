import { afterAll, beforeAll } from 'vitest';
import { LIMITS, type Limits } from '../../server/http/limits.ts';
import { type Log, makeLog } from '../../server/log.ts';
import { type Hosting, serve, type Serving } from '../../server/rooms/serve.ts';
import { memoryStore } from '../../server/store/memory.ts';
import type { EventStore } from '../../server/store/store.ts';
import type { GameMade, MakeGame, SeatTaken } from '../../shared/protocol/http.ts';
import { type Seat, SEATS } from '../../shared/rules/index.ts';
import { Player, post } from './player.ts';

const PLENTY: Limits = {
  requests: { points: 100_000, seconds: 60 },
  games: { points: 100_000, seconds: 60 },
  misses: { points: 100_000, seconds: 60 },
  comings: { points: 100_000, seconds: 60 },
  commands: { points: 100_000, seconds: 60 },
  texts: { points: 100_000, seconds: 60 },
};

const HOSTING: Hosting = { ownerToken: null, proxies: 0, retentionDays: null };

interface Settings {
  clientFolder?: string;
  limits?: Partial<Limits>;
  hosting?: Partial<Hosting>;
  log?: Log;
  store?: EventStore;
  fits?: () => boolean;
}

interface Server {
  base: string; // `http://127.0.0.1:port`, once it serves
  store: EventStore;
}

/** A server of this test file's own, on a free port, from before its tests until after them. */
export function aServer({
  clientFolder = '/nowhere',
  limits = PLENTY,
  hosting = {},
  log = makeLog(process.env['LOG_LEVEL'] ?? 'silent'),
  store = memoryStore(),
  fits = () => true,
}: Settings = {}): Server {
  const server: Server = { base: '', store };
  let serving: Serving;
  beforeAll(async () => {
    const allowed = { ...LIMITS, ...PLENTY, ...limits };
    serving = await serve({
      store: server.store,
      log,
      port: 0,
      host: '127.0.0.1',
      clientFolder,
      limits: allowed,
      hosting: { ...HOSTING, ...hosting },
      fits,
    });
    server.base = `http://127.0.0.1:${serving.port}`;
  });
  afterAll(() => serving.stop());
  return server;
}

const LESSON = { edition: 'lesson', bots: 'easy', seed: 'test' } as const;

export async function newGame(base: string, body: Partial<MakeGame> = {}): Promise<GameMade> {
  const { status, body: made } = await post<GameMade>(base, '/api/games', {
    mode: 'table',
    seat: 'ua',
    ...LESSON,
    ...body,
  });
  if (status !== 201) throw new Error(`no game: ${JSON.stringify(made)}`);
  return made;
}

export async function join(base: string, code: string, seat: Seat, name: string = seat): Promise<SeatTaken> {
  const { status, body } = await post<SeatTaken>(base, `/api/games/${code}/join`, { seat, name });
  if (status !== 201) throw new Error(`no seat: ${JSON.stringify(body)}`);
  return body;
}

interface Table {
  code: string;
  players: Record<Seat, Player>;
  tokens: Record<Seat, string>;
}

/** A table with a person in every seat, in the lobby; the host sits at `ua`. */
export async function sixPlayers(base: string, more: Partial<MakeGame> = {}): Promise<Table> {
  const { code, seatToken } = await newGame(base, { ...more, seat: 'ua' });
  const tokens = { ua: seatToken } as Table['tokens'];
  for (const seat of SEATS) if (seat !== 'ua') tokens[seat] = (await join(base, code, seat)).seatToken;
  const come = async (seat: Seat) => [seat, await Player.come(base, code, tokens[seat])] as const;
  const players = Object.fromEntries(await Promise.all(SEATS.map(come))) as Table['players'];
  return { code, players, tokens };
}
