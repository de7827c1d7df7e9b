import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  DISPOSITIONS,
  SEATS,
  viewFor,
  type Disposition,
  type GameState,
  type Seat,
  type SeatView,
} from '../../shared/rules/index.ts';
import type { BotPlayer } from '../../server/bots/talks.ts';
import { Room, lesson } from './game.ts';

/** The state with other secrets in every seat but one: what that seat may see is unmoved. */
function withOthersChanged(state: GameState, mine: Seat): GameState {
  const secrets = Object.fromEntries(
    SEATS.map((seat) => {
      const own = state.secrets[seat];
      if (seat === mine) return [seat, own];
      const kinds: readonly Disposition[] = DISPOSITIONS[seat];
      const disposition = kinds[(kinds.indexOf(own.disposition) + 1) % kinds.length] as Disposition;
      return [
        seat,
        { ...own, disposition, pc: own.pc + 300, agenda: [], orders: [], instructions: 'elsewhere' },
      ];
    }),
  ) as GameState['secrets'];
  const hidden = { ...state.hidden, seed: 'elsewhere', streams: {}, played: [] };
  return { ...state, secrets, hidden };
}

describe('a bot sees what its seat sees', () => {
  test('it is given a SeatView and nothing else', () => {
    expectTypeOf<Parameters<BotPlayer['act']>[0]>().toEqualTypeOf<SeatView>();
    expectTypeOf<BotPlayer['act']>().parameters.toEqualTypeOf<[view: SeatView, turnedDown?: boolean]>();
  });

  test.each(['normal', 'hard'] as const)('a %s bot acts the same whatever the others hide', (difficulty) => {
    const room = new Room([], { difficulty }).open();
    const handled = { count: 0 };
    for (let beat = 0; beat < 4; beat++)
      for (const bot of room.bots) {
        const own = room.view(bot.seat);
        const other = viewFor(lesson, withOthersChanged(room.state, bot.seat), bot.seat);
        const acts = bot.act(own);
        expect(bot.act(other)).toEqual(acts);
        for (const command of acts)
          if (command.kind !== 'setReady') handled.count += room.ask(bot.seat, command).ok ? 1 : 0;
      }
    expect(handled.count).toBeGreaterThan(10);
  });

  test('a new bot with the same seed goes on as the old one would have', () => {
    const room = new Room(['ua']).open();
    room.talk();
    const again = new Room(['ua']);
    room.propose('ua', { provision: 'eu-accession', level: 1, scope: [], conditions: [], snapback: [] });
    expect(again.bot('eu').act(room.view('eu'))).toEqual(room.bot('eu').act(room.view('eu')));
  });
});
