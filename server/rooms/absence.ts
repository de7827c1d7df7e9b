import { SEATS, type Seat, type StandIn, type World } from '../../shared/rules/index.ts';
import type { Session } from '../session/session.ts';

/** A delegation that nobody has been connected to for this long is stood in for, while others play. */
export const ABSENT_MS = 90_000;

/** Connections at each seat. */
type Present = Readonly<Record<Seat, number>>;

/**
 * Seats of a shared game whose people have gone: after a while a stand-in keeps each, until somebody comes back.
 *
 * A solo game waits for its player instead, and so does a game that everybody has left.
 */
export class Absences {
  readonly #session: Session;
  readonly #present: () => Present;
  readonly #failed: (error: unknown) => void;
  readonly #leaving = new Map<Seat, NodeJS.Timeout>();

  /** @param present connections at each seat */
  constructor(session: Session, present: () => Present, failed: (error: unknown) => void) {
    this.#session = session;
    this.#present = present;
    this.#failed = failed;
  }

  /** Looks who is there; to be called whenever that may have changed. */
  look(present: Present = this.#present()): void {
    const { world } = this.#session.publicView();
    for (const seat of SEATS) {
      if (isAway(world, present, seat)) {
        if (!this.#leaving.has(seat))
          this.#leaving.set(seat, setTimeout(() => this.#gone(seat), ABSENT_MS).unref());
        continue;
      }
      clearTimeout(this.#leaving.get(seat));
      this.#leaving.delete(seat);
      const { standIn } = world.seats[seat];
      if (standIn === 'absent' && present[seat] > 0) void this.#sit(seat, null);
    }
  }

  /** Ends the waiting. */
  end(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    this.#leaving.clear();
  }

  #gone(seat: Seat): void {
    this.#leaving.delete(seat);
    if (isAway(this.#session.publicView().world, this.#present(), seat)) void this.#sit(seat, 'absent');
  }

  async #sit(seat: Seat, why: StandIn | null): Promise<void> {
    const id = `stand-in:${seat}:${why ?? 'back'}:${this.#session.seq + 1}`;
    try {
      await this.#session.handle({ actor: 'clock', id, command: { kind: 'standIn', seat, why } });
    } catch (error) {
      this.#failed(error);
    }
  }
}

/** Whether people hold the seat, none of them is here, and somebody else is. */
function isAway(world: World, present: Present, seat: Seat): boolean {
  return (
    world.mode === 'table' &&
    (world.phase === 'briefing' || world.phase === 'talks') &&
    world.seats[seat].taken === 'human' &&
    world.seats[seat].standIn === undefined &&
    present[seat] === 0 &&
    SEATS.some((other) => present[other] > 0)
  );
}
