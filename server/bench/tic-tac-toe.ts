import { createRequire } from 'node:module';
import { cpuSeconds } from './cpu.ts';

// boardgame.io 0.50.2 is CommonJS behind folders; these are the parts of it that are used here.
interface Action {
  type: 'MAKE_MOVE';
  payload: { type: string; args: readonly unknown[]; playerID: string };
}
interface MatchState {
  ctx: { gameover?: unknown };
}
interface Library {
  Sync: new () => object;
  createMatch(asked: object): { initialState: MatchState; metadata: object };
  getFilterPlayerView(game: object): (playerID: string, payload: unknown) => unknown;
  ProcessGameConfig(game: object): object;
}
interface Master {
  onUpdate(
    action: Action,
    stateID: number,
    matchID: string,
    playerID: string,
  ): Promise<{ error: string } | undefined>;
}

const require = createRequire(import.meta.url);
const PLAYERS = ['0', '1'] as const;
/** A game that nobody wins before the last move. */
const MOVES = [0, 3, 1, 4, 5, 2, 6, 7, 8] as const;
const LINES = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
  [0, 4, 8],
  [2, 4, 6],
];

type Cells = (string | null)[];
interface Turn {
  G: { cells: Cells };
  ctx: { currentPlayer: string };
  playerID: string;
}

/** Its tic-tac-toe as its own example has it, with a view for each player. */
const GAME = {
  name: 'tic-tac-toe',
  setup: () => ({ cells: Array.from({ length: 9 }, () => null) }),
  moves: {
    clickCell: ({ G, playerID }: Turn, id: number) => {
      if (G.cells[id] !== null) return 'INVALID_MOVE';
      G.cells[id] = playerID;
      return undefined;
    },
  },
  turn: { minMoves: 1, maxMoves: 1 },
  endIf: ({ G, ctx }: Turn) => {
    const isWon = LINES.some(([a = 0, b = 0, c = 0]) => {
      return G.cells[a] !== null && G.cells[a] === G.cells[b] && G.cells[a] === G.cells[c];
    });
    if (isWon) return { winner: ctx.currentPlayer };
    if (G.cells.every((cell) => cell !== null)) return { draw: true };
    return undefined;
  },
  playerView: ({ G }: Turn) => ({ ...G }),
};

/**
 * Plays `matches` games of nine moves through boardgame.io's Master with storage in memory, each move ending in the
 * view of each player, and nothing sent anywhere.
 */
export async function playTicTacToe(
  matches: number,
): Promise<{ moves: number; seconds: number; bytes: number }> {
  process.env['NODE_ENV'] ??= 'production'; // else immer freezes and it checks itself
  const library = require('boardgame.io/internal') as Library;
  const { Master: MasterClass } = require('boardgame.io/master') as {
    Master: new (game: object, storage: object, transport: object) => Master;
  };

  /** As its own storage in memory, which it does not export. */
  class InMemory extends library.Sync {
    readonly states = new Map<string, MatchState>();
    readonly #metadata = new Map<string, object>();
    readonly #logs = new Map<string, unknown[]>();

    setMetadata(id: string, metadata: object): void {
      this.#metadata.set(id, metadata);
    }

    setState(id: string, state: MatchState, deltalog: unknown[] = []): void {
      if (deltalog.length > 0) this.#logs.set(id, [...(this.#logs.get(id) ?? []), ...deltalog]);
      this.states.set(id, state);
    }

    fetch(id: string): object {
      return { state: this.states.get(id), metadata: this.#metadata.get(id), log: this.#logs.get(id) ?? [] };
    }
  }

  const storage = new InMemory();
  const game = library.ProcessGameConfig(GAME);
  const viewOf = library.getFilterPlayerView(game);
  const views: unknown[] = [];
  const transport = {
    send: () => undefined,
    sendAll: (payload: unknown) => {
      for (const [i, player] of PLAYERS.entries()) views[i] = viewOf(player, payload);
    },
  };
  const master = new MasterClass(game, storage, transport);
  for (let match = 0; match < matches; match++) {
    const { initialState, metadata } = library.createMatch({ game, numPlayers: 2, unlisted: true });
    storage.setState(String(match), initialState);
    storage.setMetadata(String(match), metadata);
  }
  const from = process.cpuUsage();
  for (let match = 0; match < matches; match++) {
    for (const [i, cell] of MOVES.entries()) {
      const playerID = PLAYERS[i % 2] as string;
      const payload = { type: 'clickCell', args: [cell], playerID };
      const refused = await master.onUpdate({ type: 'MAKE_MOVE', payload }, i, String(match), playerID);
      if (refused) throw new Error(refused.error);
    }
  }
  const seconds = cpuSeconds(from);
  const last = storage.states.get(String(matches - 1));
  if (last?.ctx.gameover === undefined) throw new Error('the games did not end');
  return { moves: matches * MOVES.length, seconds, bytes: JSON.stringify(last).length };
}
