import type { Rejected } from '../../shared/protocol/errors.ts';
import type { GameSlice } from '../../shared/protocol/room.ts';
import type { Words } from '../../shared/protocol/slices.ts';
import type { WireCommandInput } from '../../shared/protocol/command.ts';
import type { Accounted } from '../../shared/rules/account.ts';
import type { Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';

/** How it stands with the line to the game. `gone`: it will not come back by itself; `error` says why. */
export type Line = 'connecting' | 'live' | 'reconnecting' | 'gone';

/** What the screens are drawn from. */
export interface Snapshot {
  line: Line;
  view: SeatView | null; // null until all of it has arrived once
  words: Words;
  game: GameSlice | null;
  present: readonly Seat[]; // seats with a person on the line
  accounts: readonly Accounted[]; // what decided the bots; after the end
  error: Failure | null;
}

/** Why something was not done: the server's answer, or that there was none. */
export type Failure = Rejected | { code: 'OFFLINE'; message: string };

export type Answer = { ok: true } | { ok: false; failure: Failure };

/** Where views come from and commands go to: a live game, later a log. */
export interface Source {
  snapshot: () => Snapshot;
  subscribe: (tell: () => void) => () => void;
  request: (command: WireCommandInput) => Promise<Answer>;
  close: () => void;
}
