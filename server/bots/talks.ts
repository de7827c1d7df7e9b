import type { Command } from '../../shared/rules/command.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import type { Seat } from '../../shared/rules/types.ts';
import { SEATS } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';

/** A delegation played by a program. It sees what its seat sees and nothing else. */
export interface BotPlayer {
  seat: Seat;
  /**
   * What it wants to do now; nothing when it has nothing to add. The same view brings the same acts.
   *
   * @param turnedDown something it asked for this round was refused: it only answers and gets ready
   */
  act(view: SeatView, turnedDown?: boolean): Command[];
}

/** The same where it may think in another thread. */
export interface Delegate {
  seat: Seat;
  act(view: SeatView, turnedDown: boolean): Promise<readonly Command[]> | readonly Command[];
}

export type Answer = { ok: true } | { ok: false; refusal: Refusal };

/** Where bots see and ask; the session's, or a simulation's. */
export interface Door {
  view(seat: Seat): SeatView;
  handle(seat: Seat, command: Command): Promise<Answer>;
}

/** Why the bots stopped: nobody had anything to add, the game is over, or talks went on too long. */
export type BeatsEnd = { why: 'quiet' | 'ended' | 'limit'; beats: number };

/** A seat's turn; whoever runs the generator sends back what it wants to do. */
interface Turn<Player> {
  player: Player;
  view: SeatView;
  turnedDown: boolean;
}

/** One act of one seat; whoever runs the generator sends back the answer it got. */
interface Spoken {
  seat: Seat;
  command: Command;
}

/**
 * Talks in numbered beats: the bots' seats in rotating order, each acts or passes, until nobody acts any
 * more. People's seats are skipped. When the last bot's "ready" closes a round the next one goes on at once.
 *
 * A refused command is never asked again in the same round, so that no refusal can loop.
 *
 * @param maxBeats beats a round
 */
function* beatsOf<Player extends { seat: Seat }>(
  view: (seat: Seat) => SeatView,
  bots: readonly Player[],
  { maxBeats }: { maxBeats: number },
): Generator<Turn<Player> | Spoken, BeatsEnd, readonly Command[] | Answer> {
  const players = SEATS.flatMap((seat) => bots.filter((bot) => bot.seat === seat));
  let refused = new Set<string>();
  let turnedDown = new Set<Seat>();
  let round = -1;
  let beat = 0;
  let beats = 0;

  for (;;) {
    let acted = false;
    const first = beat + Math.max(round, 0);
    for (let turn = 0; turn < players.length; turn++) {
      const player = players[(turn + first) % players.length];
      if (!player) continue;
      const seen = view(player.seat);
      if (seen.world.phase === 'ended') return { why: 'ended', beats };
      if (seen.world.round !== round) {
        round = seen.world.round;
        beat = 0;
        refused = new Set();
        turnedDown = new Set();
      }
      const wanted = yield { player, view: seen, turnedDown: turnedDown.has(player.seat) };
      for (const command of wanted as readonly Command[]) {
        const name = `${player.seat} ${JSON.stringify({ ...command, account: undefined })}`;
        if (refused.has(name)) continue;
        const answer = (yield { seat: player.seat, command }) as Answer;
        acted = true;
        if (answer.ok) continue;
        refused.add(name);
        turnedDown.add(player.seat);
      }
    }
    beat++;
    beats++;
    if (!acted) return { why: 'quiet', beats };
    if (beat >= maxBeats) return { why: 'limit', beats };
  }
}

/** Lets the bots talk through an asynchronous door until they have nothing to add. */
export async function runBeats(
  door: Door,
  bots: readonly Delegate[],
  { maxBeats }: { maxBeats: number },
): Promise<BeatsEnd> {
  const beats = beatsOf((seat) => door.view(seat), bots, { maxBeats });
  let next = beats.next();
  while (!next.done) {
    const asked = next.value;
    next = beats.next(
      'command' in asked
        ? await door.handle(asked.seat, asked.command)
        : await asked.player.act(asked.view, asked.turnedDown),
    );
  }
  return next.value;
}

/** The same, at once, for simulation. */
export function playBeats(
  view: (seat: Seat) => SeatView,
  handle: (seat: Seat, command: Command) => Answer,
  bots: readonly BotPlayer[],
  { maxBeats }: { maxBeats: number },
): BeatsEnd {
  const beats = beatsOf(view, bots, { maxBeats });
  let next = beats.next();
  while (!next.done) {
    const asked = next.value;
    next = beats.next(
      'command' in asked ? handle(asked.seat, asked.command) : asked.player.act(asked.view, asked.turnedDown),
    );
  }
  return next.value;
}
