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

export type Answer = { ok: true } | { ok: false; refusal: Refusal };

/** Where bots see and ask; the session's, or a simulation's. */
export interface Door {
  view(seat: Seat): SeatView;
  handle(seat: Seat, command: Command): Promise<Answer>;
}

/** Why the bots stopped: nobody had anything to add, the game is over, or talks went on too long. */
export type BeatsEnd = { why: 'quiet' | 'ended' | 'limit'; beats: number };

/** One act of one seat; whoever runs the generator sends back the answer it got. */
export interface Spoken {
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
export function* beatsOf(
  view: (seat: Seat) => SeatView,
  bots: readonly BotPlayer[],
  { maxBeats }: { maxBeats: number },
): Generator<Spoken, BeatsEnd, Answer> {
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
      for (const command of player.act(seen, turnedDown.has(player.seat))) {
        const name = `${player.seat} ${JSON.stringify({ ...command, account: undefined })}`;
        if (refused.has(name)) continue;
        const answer = yield { seat: player.seat, command };
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
  bots: readonly BotPlayer[],
  { maxBeats }: { maxBeats: number },
): Promise<BeatsEnd> {
  const beats = beatsOf((seat) => door.view(seat), bots, { maxBeats });
  let next = beats.next();
  while (!next.done) {
    const { seat, command } = next.value;
    next = beats.next(await door.handle(seat, command));
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
  while (!next.done) next = beats.next(handle(next.value.seat, next.value.command));
  return next.value;
}
