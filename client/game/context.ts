import { createContext, type ReactNode, use } from 'react';
import type { WireCommandInput } from '../../shared/protocol/command.ts';
import type { GameSlice } from '../../shared/protocol/room.ts';
import type { Words } from '../../shared/protocol/slices.ts';
import type { Accounted } from '../../shared/rules/account.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Seat, TextId } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { go, gamePath, type Screen } from '../route.ts';
import type { Answer, Line } from '../source/source.ts';

/** What every screen of a game draws from and asks through. */
export interface Game {
  code: string;
  me: Seat;
  view: SeatView;
  scenario: Scenario;
  words: Words;
  info: GameSlice | null;
  present: readonly Seat[];
  accounts: readonly Accounted[];
  line: Line;
  request: (command: WireCommandInput) => Promise<Answer>;
  watching?: boolean; // from no seat: sees what everyone sees and asks nothing
  replay?: ReactNode; // a finished game is looked through: what steers it
  onReplay?: () => void; // looks through this game; once it is over
}

export const GameContext = createContext<Game | null>(null);

/** The game this screen belongs to. */
export function useGame(): Game {
  const game = use(GameContext);
  if (!game) throw new Error('no game around this screen');
  return game;
}

/** Words that a person wrote, or nothing when they were erased. */
export function writtenWords(game: Game, id: TextId | null): string | null {
  return id === null ? null : (game.words.texts[id] ?? null);
}

/** Goes to a screen of this game. */
export function open(game: Game, screen: Screen, id?: string): void {
  go(gamePath(game.code, screen, id));
  scrollTo(0, 0);
}
