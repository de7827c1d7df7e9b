import { type Client, type MessageContext, Room, type RoomException } from '@colyseus/core';
import type { Socket } from 'node:net';
import { type CommandAnswer, CommandRequest } from '../../shared/protocol/command.ts';
import { refusalMessage, type Rejected } from '../../shared/protocol/errors.ts';
import { issuesOf } from '../../shared/protocol/format.ts';
import type { JoinGame, SeatTaken } from '../../shared/protocol/http.ts';
import {
  CLOSED,
  type GameSlice,
  PRIVATE,
  type PrivateMessage,
  RoomState,
} from '../../shared/protocol/room.ts';
import { SEATS, type Seat } from '../../shared/rules/index.ts';
import type { Log } from '../log.ts';
import type { Allowance } from '../http/allowance.ts';
import { toldOf } from '../http/errors.ts';
import type { Metrics } from '../http/metrics.ts';
import { joinGame, type Outcome } from '../session/games.ts';
import type { Live, Sessions } from '../session/sessions.ts';
import { actorOf, wordedOf } from '../session/wording.ts';
import { Absences } from './absence.ts';
import { type Changes, LastSlices, type Mirror, openMirror, ownMirror } from './mirror.ts';
import { LeanSerializer } from './serializer.ts';

/** What a room needs of the server; handed over when the room type is defined. */
export interface RoomServices {
  sessions: Sessions;
  log: Log;
  metrics: Metrics;
  commands: Allowance; // of a seat
  texts: Allowance; // of a seat
}

/** What holds a room that nobody is in: Colyseus keeps it to itself. */
interface Held {
  _reservedSeats: Record<string, unknown>;
  _autoDisposeTimeout: NodeJS.Timeout | undefined;
}

/** What a WebSocket of the server can do. */
interface Terminable {
  terminate(): void;
}

/** What the server says of a client when it reserves its place, after the seat token was checked. */
export interface Seated {
  seat: Seat | null; // null: watches, sees what everyone sees and asks nothing
}

/** A dropped connection finds its place again for this long; afterwards the link brings the player back. */
const RECONNECT_SECONDS = 30;

/** A connection that is told to close has so long for it, ms. */
const CLOSE_WITHIN = 1_000;

/** Connections at one seat: several people, several devices. With one more the oldest is closed. */
const MOST_AT_SEAT = 12;
/** Connections that watch. */
const MOST_WATCHING = 40;
/** Connections in a room, with those that have dropped and may come back. */
export const MOST_CLIENTS = 300;

/**
 * A game as those connected to it see it: takes commands to the session, mirrors its views.
 *
 * Everyone's part is the synced state; a seat's own part goes to that seat's connections as messages.
 */
export class GameRoom extends Room<{ state: RoomState; client: Client<{ auth: Seated }> }> {
  override state = new RoomState();
  override maxClients = MOST_CLIENTS;
  override maxMessagesPerSecond = 60; // beyond it the connection is closed; commands have a lower limit of their own
  override patchRate = null; // patches go out when something has changed
  override messages = {
    command: (client: Client<{ auth: Seated }>, payload: unknown, context: MessageContext) =>
      this.#command(client, payload, context),
  };
  #services!: RoomServices;
  #live!: Live;
  #absences!: Absences;
  readonly #around = new LastSlices(); // what is known beside the views
  #open!: Mirror;
  readonly #own = new Map<Seat, Mirror>();
  readonly #endings: (() => void)[] = [];

  override setSerializer(): void {
    super.setSerializer(new LeanSerializer());
  }

  override async onCreate(options: { code: string; services: RoomServices }): Promise<void> {
    this.roomId = options.code;
    this.setTimestep(() => undefined, 1_000);
    this.patchRate = null; // once more: before there was a timestep, Colyseus set a timer of its own, sixty times a second
    this.#services = options.services;
    this.#live = await this.#services.sessions.use(options.code);

    const { session, acting } = this.#live;
    this.#open = openMirror(session);
    this.#absences = new Absences(
      session,
      () => this.#present(),
      (error) => this.#services.log.warn({ err: error, game: this.roomId }, 'no stand-in could be seated'),
    );
    let beganAt: number | null = null;
    const told = (isActing: boolean) => {
      if (isActing) beganAt = performance.now();
      else if (beganAt !== null) this.#services.metrics.botsActed((performance.now() - beganAt) / 1_000);
      this.#publish();
    };
    acting.add(told);
    this.#endings.push(
      () => acting.delete(told),
      () => this.#absences.end(),
      session.listen({
        changed: () => this.#publish(),
        mended: () => this.#publish(),
        closed: () => this.#close(),
      }),
    );
    this.#publish();
  }

  override onJoin(client: Client<{ auth: Seated }>): void {
    this.#welcome(client);
    const atSeat = this.clients.filter((other) => other.auth?.seat === client.auth?.seat);
    const most = client.auth?.seat === null ? MOST_WATCHING : MOST_AT_SEAT;
    if (atSeat.length > most) atSeat[0]?.leave(CLOSED.crowded);
  }

  override onDrop(client: Client<{ auth: Seated }>): void {
    this.allowReconnection(client, RECONNECT_SECONDS).catch(() => undefined);
    this.#publish();
  }

  override onReconnect(client: Client<{ auth: Seated }>): void {
    this.#welcome(client);
  }

  override onLeave(): void {
    this.#publish();
  }

  override onDispose(): void {
    for (const end of this.#endings) end();
  }

  /** A person takes a seat. Asked by the process they came to. */
  join(body: JoinGame, seatToken: string): Promise<Outcome<SeatTaken>> {
    return this.#answer(() => joinGame(this.#live.session, body, seatToken));
  }

  eraseWords(): Promise<Outcome<null>> {
    return this.#answer(async () => {
      await this.#live.session.eraseWords();
      return { ok: true, value: null };
    });
  }

  override onUncaughtException(error: RoomException, where: string): void {
    this.#services.log.error({ err: error, game: this.roomId, where }, 'a room failed');
  }

  async #command(
    client: Client<{ auth: Seated }>,
    payload: unknown,
    context: MessageContext,
  ): Promise<unknown> {
    const { metrics } = this.#services;
    const cameAt = performance.now();
    const took = (outcome: 'accepted' | 'refused') =>
      metrics.commandTook((performance.now() - cameAt) / 1_000, outcome);
    const reject = (why: Rejected) => {
      metrics.refused(why.code);
      took('refused');
      return context.reject(why);
    };
    const seat = client.auth?.seat ?? null;
    if (seat === null) return reject({ code: 'TOKEN_WRONG', message: 'this connection has no seat' });

    const retryAfter = await this.#services.commands.take(`${this.roomId}:${seat}`);
    if (retryAfter > 0) return reject({ code: 'TOO_MANY', message: 'too many commands at once', retryAfter });

    const parsed = CommandRequest.safeParse(payload);
    if (!parsed.success) {
      const issues = issuesOf(parsed.error);
      const first = issues[0];
      const message = first ? `not a command: ${first.path} ${first.problem}` : 'not a command';
      return reject({ code: 'BODY_MALFORMED', message, issues });
    }

    try {
      const { id: given, round, command: wire } = parsed.data;
      const { session } = this.#live;
      const id = `${seat}:${given}`;
      const { command, texts } = wordedOf(wire, id);
      const wait =
        Object.keys(texts).length > 0 ? await this.#services.texts.take(`${this.roomId}:${seat}`) : 0;
      if (wait > 0) return reject({ code: 'TOO_MANY', message: 'too many messages', retryAfter: wait });

      const { host, seats } = session.publicView().world;
      if (seats[seat].standIn !== undefined && command.kind !== 'standIn')
        await session.handle({
          actor: seat,
          id: `${id}:back`,
          command: { kind: 'standIn', seat, why: null },
        });
      const actor = actorOf(seat, host, command);
      const reply = await session.handle({ actor, id, command, round, with: { texts } });
      if (reply.ok) {
        took('accepted');
        return { seq: reply.seq } satisfies CommandAnswer;
      }

      const { refusal } = reply;
      return reject(
        refusal.code === 'STALE_COMMAND'
          ? { ...refusal, message: `meant for round ${refusal.round}, it is now round ${refusal.now}` }
          : { ...refusal, message: refusalMessage(refusal) },
      );
    } catch (error) {
      // The session has logged what went wrong and is back at what its log says.
      this.#services.log.warn({ err: error, game: this.roomId }, 'a command got no reply');
      return reject(toldOf(error));
    }
  }

  /** Sends everyone away, to come back where the game goes on. */
  #close(): void {
    // Places that nobody has come to take would hold the room, and the game could not be opened here meanwhile.
    const inner = this as unknown as Held;
    for (const place of Object.keys(inner._reservedSeats)) delete inner._reservedSeats[place];
    clearTimeout(inner._autoDisposeTimeout);
    inner._autoDisposeTimeout = undefined;
    try {
      void this.disconnect(CLOSED.over);
      // Who has not closed by then may have gone without a word: the room does not wait for them.
      const terminate = () => {
        for (const { ref } of this.clients) (ref as Partial<Terminable>).terminate?.();
      };
      setTimeout(terminate, CLOSE_WITHIN).unref();
    } catch {
      setTimeout(() => this.#close(), 100); // it is just being made, and cannot be closed before that
    }
  }

  /** What was thrown becomes an error that goes between processes. */
  async #answer<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await work();
    } catch (error) {
      this.#services.log.warn({ err: error, game: this.roomId }, 'a request got no reply');
      return { ok: false, error: toldOf(error) };
    }
  }

  /** Everything the seat alone may see; the synced state comes by itself. */
  #welcome(client: Client<{ auth: Seated }>): void {
    const seat = client.auth?.seat;
    if (seat === undefined) throw new Error('a client came in without a seat');

    keepOwnCopies(client);
    this.#publish();
    if (seat === null) return;

    const { session } = this.#live;
    const own = this.#own.get(seat) ?? ownMirror(session, seat);
    if (!this.#own.has(seat)) {
      own.look();
      this.#own.set(seat, own);
    }
    this.#send(client, { seq: session.seq, whole: true, slices: own.all() });
  }

  /** Tells everyone what has changed since they were last told. */
  #publish(): void {
    const { session, delegations } = this.#live;
    const present = this.#present();
    this.#absences.look(present);
    const game: GameSlice = {
      code: session.code,
      bots: session.settings.bots,
      acting: delegations?.isActing ?? false,
    };
    this.#show({ ...this.#around.update({ game, present }), ...this.#open.look() });

    for (const [seat, own] of this.#own) {
      const slices = own.look();
      if (!slices) continue;
      for (const client of this.clients) {
        if (client.auth?.seat === seat) this.#send(client, { seq: session.seq, whole: false, slices });
      }
    }
  }

  /** Tells everyone; what only some may know brings the others nothing, not even a number. */
  #show(changes: Changes): void {
    const all = Object.entries(changes);
    if (all.length === 0) return;

    for (const [name, text] of all) {
      if (text === null) this.state.slices.delete(name);
      else this.state.slices.set(name, text);
    }
    this.state.seq = this.#live.session.seq;
    this.broadcastPatch();
  }

  #send(client: Client<{ auth: Seated }>, message: PrivateMessage): void {
    client.send(PRIVATE, message);
  }

  /** Connections at each seat. */
  #present(): Record<Seat, number> {
    const here = Object.fromEntries(SEATS.map((seat) => [seat, 0])) as Record<Seat, number>;
    for (const client of this.clients) if (client.auth?.seat) here[client.auth.seat]++;
    return here;
  }
}

/** The last bytes that were sent to anyone, and their copy: a patch goes to all in turn. */
let last: { bytes: Uint8Array; copy: Uint8Array } = { bytes: new Uint8Array(), copy: new Uint8Array() };

/**
 * Patches lie in a buffer that the next patch overwrites, while a connection that is slow still holds on to it:
 * what is sent is a copy of its own. What is sent to a connection in one go leaves together.
 */
export function keepOwnCopies(client: Client): void {
  const raw = client.raw.bind(client);
  client.raw = (bytes, options, sent) => {
    if (last.bytes !== bytes) last = { bytes, copy: new Uint8Array(bytes) };
    holdBack(client);
    raw(last.copy, options, sent);
  };
}

const held: Socket[] = [];

/** Until the work in hand is done: a patch, a message and an answer are then one write and not three. */
function holdBack(client: Client): void {
  const socket = (client.ref as { _socket?: Socket } | undefined)?._socket; // of the library `ws`
  if (!socket || socket.writableCorked > 0) return;

  socket.cork();
  if (held.push(socket) > 1) return;
  process.nextTick(() => {
    for (const one of held.splice(0)) one.uncork();
  });
}
