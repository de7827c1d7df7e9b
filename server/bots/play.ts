// A simulated game has no session: it is nobody's live game, and is thrown away when it has been counted.
// oxlint-disable-next-line no-restricted-imports
import { decide, evolve } from '../../shared/rules/index.ts';
import type { GameEvent } from '../../shared/rules/event.ts';
import { newGame } from '../../shared/rules/game.ts';
import type { Actor, Command } from '../../shared/rules/command.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { GameState } from '../../shared/rules/state.ts';
import { SEATS, type OrderId, type Seat } from '../../shared/rules/types.ts';
import { viewFor, type SeatView } from '../../shared/rules/view.ts';
import { createBot, type BotSettings } from './bot.ts';
import type { Difficulty } from './difficulty.ts';
import type { Talks } from './options.ts';
import { playBeats, type Answer, type BotPlayer } from './talks.ts';

/** Beats a round after which bots are cut short; ordinary rounds take six to nine. */
export const MAX_BEATS = 40;

export interface PlaySettings {
  seed: string;
  talks: Talks;
  difficulty: Difficulty | ((seat: Seat) => Difficulty);
  rounds?: number;
  player?: (seat: Seat, settings: BotSettings) => BotPlayer; // who sits there instead of a plain bot
  opened?: (state: GameState) => GameState; // what an experiment changes when the briefing or a round opens
}

/** A whole game of bots, and what was seen on the way. */
export interface Played {
  state: GameState;
  commands: number;
  refusals: { actor: Actor; command: Command; refusal: Refusal }[];
  beats: number;
  usable: Map<OrderId, number>; // rounds in which an order could be used without breaking anything
  log: { actor: Actor; command: Command; events: readonly GameEvent[] }[];
}

/**
 * Plays a game of six bots from the lobby to its result, without a server. The same seed, the same game.
 *
 * @throws when the bots fall silent before the game is over, which would be a fault
 */
export function playGame(scenario: Scenario, settings: PlaySettings): Played {
  const { seed, talks, difficulty, rounds, opened } = settings;
  const player = settings.player ?? ((seat: Seat, bot: BotSettings) => createBot(scenario, seat, bot));
  let state = newGame(scenario, { seed, mode: 'simulation', ...(rounds === undefined ? {} : { rounds }) });
  const played: Played = { state, commands: 0, refusals: [], beats: 0, usable: new Map(), log: [] };
  const usableIn = new Map<string, readonly OrderId[]>();

  const handle = (actor: Actor, command: Command): Answer => {
    const decision = decide(scenario, state, actor, command);
    played.commands++;
    if (!decision.ok) {
      played.refusals.push({ actor, command, refusal: decision.refusal });
      return decision;
    }
    for (const event of decision.events) state = evolve(state, event);
    if (opened && decision.events.some(opens)) state = opened(state);
    played.log.push({ actor, command, events: decision.events });
    return { ok: true };
  };
  const view = (seat: Seat): SeatView => {
    const seen = viewFor(scenario, state, seat);
    if (seen.legal.orders) usableIn.set(`${seat}/${seen.world.round}`, usableOf(scenario, seen));
    return seen;
  };

  const bots: BotPlayer[] = SEATS.map((seat) =>
    player(seat, {
      seed: `${seed}/${seat}`,
      talks,
      difficulty: typeof difficulty === 'function' ? difficulty(seat) : difficulty,
    }),
  );
  handle('host', { kind: 'start' });
  const end = playBeats(view, handle, bots, { maxBeats: MAX_BEATS });
  if (end.why !== 'ended')
    throw new Error(`the bots of game ${seed} fell silent in round ${state.world.round}: ${end.why}`);

  for (const orders of usableIn.values())
    for (const order of orders) played.usable.set(order, (played.usable.get(order) ?? 0) + 1);
  return { ...played, state, beats: end.beats };
}

function opens(event: GameEvent): boolean {
  return event.kind === 'briefingOpened' || event.kind === 'talksOpened';
}

/** Orders that a seat could give to some effect without breaking a term. */
function usableOf(scenario: Scenario, view: SeatView): OrderId[] {
  const truce = view.world.truce.level > 0;
  return (view.legal.orders?.list ?? [])
    .filter(({ order, violates }) => {
      const rule = scenario.orders.find((candidate) => candidate.id === order);
      return violates.length === 0 && !(truce && rule?.when === 'war');
    })
    .map(({ order }) => order);
}
