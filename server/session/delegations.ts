import { setImmediate as nextTurn } from 'node:timers/promises';
import { standInActs } from '../bots/standIn.ts';
import { type Delegate, type Door, runBeats } from '../bots/talks.ts';
import { type Command, type Refusal, SEATS, type Seat, type SeatView } from '../../shared/rules/index.ts';
import type { Log } from '../log.ts';
import type { Change, Session } from './session.ts';
import type { Thinkers } from './thinkers.ts';

/** Beats that bots may talk in one round before they wait for people. */
const MOST_BEATS = 40;
/** A turn thought out while others acted is thought out again; after so many times it counts as it is. */
const MOST_THOUGHTS = 3;

/**
 * The bots of one game: they act after every command of a person, until they have nothing to add. A seat whose people
 * are away is kept by one of them as a stand-in.
 *
 * What they want follows from their views, so after a restart they simply go on.
 */
export class Delegations {
  readonly #session: Session;
  readonly #log: Log;
  readonly #thinkers: Thinkers;
  readonly #told: (acting: boolean) => void;
  readonly #stopListening: () => void;
  #bots: readonly Delegate[] = [];
  #running: Promise<void> | null = null;
  #again = false;
  #isStopped = false;

  /** @param told hears when they begin and when they have done */
  constructor(session: Session, thinkers: Thinkers, log: Log, told: (acting: boolean) => void) {
    this.#session = session;
    this.#thinkers = thinkers;
    this.#log = log.child({ game: session.code });
    this.#told = told;
    this.#stopListening = session.listen({
      changed: (change) => this.#heard(change),
      closed: () => {
        this.#isStopped = true;
      },
    });
    this.wake();
  }

  get isActing(): boolean {
    return this.#running !== null;
  }

  /** Lets them look whether there is something to do. */
  wake(): void {
    if (this.#isStopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    if (this.#seats().length === 0) return; // people only: nobody is told of bots that do nothing

    this.#running = this.#run().finally(() => {
      this.#running = null;
      if (!this.#isStopped) this.#told(false);
    });
    this.#told(true);
  }

  /** Ends them; what they have asked already is done. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopListening();
    await this.#running;
  }

  #heard(change: Change): void {
    const seats = change.kind === 'takeSeat' || change.kind === 'standIn';
    if (seats || !this.#isBot(change.actor)) this.wake();
  }

  #isBot(actor: Change['actor']): boolean {
    return this.#bots.some((bot) => bot.seat === actor);
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      try {
        await nextTurn();
        this.#seatBots();
        if (this.#bots.length > 0) await runBeats(this.#door(), this.#bots, { maxBeats: MOST_BEATS });
      } catch (error) {
        if (!(error instanceof Interrupted)) this.#log.error({ err: error }, 'the bots stopped');
      }
    } while (this.#again && !this.#isStopped);
  }

  /** A bot for every seat that is a bot's or a stand-in's now; none before the game begins or after it has ended. */
  #seatBots(): void {
    const seats = this.#seats();
    if (seats.join() === this.#bots.map((bot) => bot.seat).join()) return;

    this.#bots = seats.map((seat) => ({
      seat,
      act: (view, turnedDown) => this.#think(seat, view, turnedDown),
    }));
  }

  #seats(): Seat[] {
    const { world } = this.#session.publicView();
    const isOn = world.phase === 'briefing' || world.phase === 'talks';
    return isOn ? SEATS.filter((seat) => this.#mayAct(seat)) : [];
  }

  #mayAct(seat: Seat): boolean {
    const { taken } = this.#session.publicView().world.seats[seat];
    return taken === 'bot' || this.#isStandIn(seat);
  }

  #isStandIn(seat: Seat): boolean {
    const { taken, standIn } = this.#session.publicView().world.seats[seat];
    return taken === 'human' && standIn !== undefined;
  }

  async #think(seat: Seat, view: SeatView, turnedDown: boolean): Promise<readonly Command[]> {
    const session = this.#session;
    const { bots: difficulty, edition, seed } = session.settings;
    const settings = { difficulty, seed, talks: 'linked' } as const;
    let seen = view;
    for (let thoughts = 1; ; thoughts++) {
      const { seq } = session;
      const standsIn = this.#isStandIn(seat);
      const task = { edition, seat, settings, view: seen, turnedDown: turnedDown || standsIn };
      const commands = await this.#thinkers.act(task);
      if (this.#isStopped) throw new Interrupted();
      if (session.seq === seq || thoughts === MOST_THOUGHTS)
        return standsIn ? standInActs(session.scenario, seen, commands) : commands;
      seen = session.view(seat);
    }
  }

  /** A turn of the event loop before each act, so that bots do not hold up people. */
  #door(): Door {
    const session = this.#session;
    return {
      view: (seat: Seat) => session.view(seat),
      handle: async (seat, command) => {
        await nextTurn();
        if (this.#isStopped || !this.#mayAct(seat)) throw new Interrupted();

        // The next row's number makes the id new, also after a restart: refused commands are not in the log.
        const who = this.#isStandIn(seat) ? 'stand-in' : 'bot';
        const id = `${who}:${seat}:${session.seq + 1}`;
        const reply = await session.handle({ actor: seat, id, command });
        return reply.ok ? { ok: true } : { ok: false, refusal: reply.refusal as Refusal };
      },
    };
  }
}

/** The game was put away, or a person took a bot's seat, in the middle of a beat. */
class Interrupted extends Error {}
