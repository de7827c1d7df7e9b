import { randomBytes } from 'node:crypto';
import { CONTENT_VERSION, scenarioOf } from '../../shared/content/index.ts';
import type { ProtocolError } from '../../shared/protocol/errors.ts';
import type { GameCard, GameMade, JoinGame, MakeGame, SeatTaken } from '../../shared/protocol/http.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import { type Command, decide, RULES_VERSION, type Seat, SEATS } from '../../shared/rules/index.ts';
import type { Entry, GameSettings, LogRow } from '../store/store.ts';
import { rowHash } from './chain.ts';
import { applyAll, openingOf } from './replay.ts';
import { Fault, type Session } from './session.ts';
import type { Glance, Sessions } from './sessions.ts';
import { newCode, newToken, tokenHash } from './tokens.ts';

/** A value, or the error to be told. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: ProtocolError };

/** Codes that may be tried before something is wrong: four in 148 million are taken at the most. */
const CODE_TRIES = 10;

/**
 * A new game with its maker seated. A solo game begins at once with bots in the other seats.
 *
 * Errors: `SEAT_UNKNOWN`, `ROUNDS_OUT_OF_BOUNDS`.
 */
export async function makeGame(sessions: Sessions, body: MakeGame): Promise<Outcome<GameMade>> {
  const { seat, edition, rounds } = body;
  if (!isSeat(seat)) return { ok: false, error: seatUnknown(seat) };
  const { rounds: most, fewestRounds: fewest } = scenarioOf(edition).edition;
  if (rounds !== undefined && (rounds < fewest || rounds > most)) {
    const message = `the ${edition} edition has ${fewest} to ${most} rounds`;
    return { ok: false, error: { code: 'ROUNDS_OUT_OF_BOUNDS', message, rounds, fewest, most } };
  }

  const settings: GameSettings = {
    seed: body.seed ?? randomBytes(12).toString('base64url'),
    edition,
    mode: body.mode,
    rounds: rounds ?? null,
    bots: body.bots,
    rules: RULES_VERSION,
    content: CONTENT_VERSION,
    chained: true,
    inParts: true,
  };
  const seatToken = newToken();
  const rows = firstRows(settings, [
    { id: seatId(seatToken), command: { kind: 'takeSeat', seat, by: 'human' } },
    ...(body.mode === 'solo' ? ([{ id: 'start', command: { kind: 'start' } }] as const) : []),
  ]);
  const code = await store(sessions, { rows, ...belongings(seat, seatToken, body.name ?? '') });
  return { ok: true, value: { code, seat, seatToken } };
}

/**
 * A person takes a seat of a shared game: a free one, or a bot's once it has begun.
 *
 * Errors: `SEAT_UNKNOWN`, `SEAT_TAKEN`, `JOINING_CLOSED`.
 */
export async function joinGame(
  session: Session,
  body: JoinGame,
  seatToken: string,
): Promise<Outcome<SeatTaken>> {
  const { seat, name } = body;
  if (!isSeat(seat)) return { ok: false, error: seatUnknown(seat) };

  const { phase, mode } = session.publicView().world;
  if (phase === 'ended' || mode !== 'table') {
    const message = 'nobody can join this game; come back to a seat with its link';
    return { ok: false, error: { code: 'JOINING_CLOSED', message, phase } };
  }
  const taken = await session.handle({
    actor: seat,
    id: seatId(seatToken),
    command: { kind: 'takeSeat', seat, by: 'human' },
    with: belongings(seat, seatToken, name),
  });
  if (taken.ok) return { ok: true, value: { code: session.code, seat, seatToken } };
  if (taken.refusal.code !== 'SEAT_TAKEN')
    throw new Fault(new Error(`a seat was refused: ${taken.refusal.code}`));

  const { free } = taken.refusal;
  const message =
    free.length > 0 ? `that seat is taken; these are free: ${free.join(', ')}` : 'all seats are taken';
  return { ok: false, error: { code: 'SEAT_TAKEN', message, seat, free } };
}

/** What someone with only the code may see of a game. */
export function cardOf({ code, settings, view }: Glance): GameCard {
  const { world } = view;
  const seats = Object.fromEntries(SEATS.map((seat) => [seat, world.seats[seat].taken]));
  const isOpen = world.mode === 'table' && world.phase !== 'ended';
  return {
    protocol: PROTOCOL,
    code,
    mode: world.mode,
    edition: world.edition,
    bots: settings.bots,
    phase: world.phase,
    round: world.round,
    rounds: world.rounds,
    host: world.host,
    seats: seats as unknown as GameCard['seats'],
    free: isOpen ? SEATS.filter((seat) => world.seats[seat].taken !== 'human') : [],
  };
}

function isSeat(name: string): name is Seat {
  return (SEATS as readonly string[]).includes(name);
}

function seatUnknown(seat: string): ProtocolError {
  return { code: 'SEAT_UNKNOWN', message: `the seats are ${SEATS.join(', ')}`, seat, seats: SEATS };
}

/** The first rows of a game: what it is made of, and what the host asks before anyone else comes. */
export function firstRows(
  settings: GameSettings,
  asked: readonly { id: string; command: Command }[],
): LogRow[] {
  const { scenario, state: opening } = openingOf(settings);
  const command = { kind: 'openGame', settings, opening } as const;
  const opened = { seq: 0, commandId: 'open', actor: 'host', command, events: [] } as const;
  let hash = rowHash(settings, null, opened, opening);
  const rows: LogRow[] = [{ ...opened, hash }];
  let state = opening;
  for (const one of asked) {
    const decision = decide(scenario, state, 'host', one.command);
    if (!decision.ok)
      throw new Fault(new Error(`the host's ${one.command.kind} was refused: ${decision.refusal.code}`));

    state = applyAll(state, decision.events);
    const { id: commandId, command: next } = one;
    const row = {
      seq: rows.length,
      commandId,
      actor: 'host',
      command: next,
      events: decision.events,
    } as const;
    hash = rowHash(settings, hash, row, state);
    rows.push({ ...row, hash });
  }
  return rows;
}

/** Stores a new game under a code that is free. */
async function store(sessions: Sessions, entry: Entry): Promise<string> {
  for (let tries = 0; tries < CODE_TRIES; tries++) {
    const code = newCode();
    if (await sessions.store.create(code, Date.now(), entry)) return code;
  }
  throw new Error('no free code was found');
}

/** The right to come back to a seat, and the name of who sits there. */
function belongings(seat: Seat, token: string, name: string): Omit<Entry, 'rows'> {
  return {
    rights: [{ seat, tokenHash: tokenHash(token) }],
    names: name === '' ? [] : [{ seat, name }],
  };
}

function seatId(token: string): string {
  return `seat:${tokenHash(token).slice(0, 16)}`;
}
