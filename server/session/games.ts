import { randomBytes } from 'node:crypto';
import { CONTENT_VERSION, PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import type { ProtocolError } from '../../shared/protocol/errors.ts';
import type { GameCard, GameMade, JoinGame, MakeGame, SeatTaken } from '../../shared/protocol/http.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import { RULES_VERSION, type Seat, SEATS } from '../../shared/rules/index.ts';
import type { GameSettings } from '../store/store.ts';
import { rowHash } from './chain.ts';
import { openingOf } from './replay.ts';
import { Fault, type Reply, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { newCode, newToken, tokenHash } from './tokens.ts';

/** A value, or the error to be told. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: ProtocolError };

/** Codes that may be tried before something is wrong: four in 148 million are taken at the most. */
const CODE_TRIES = 10;

/**
 * A new game with its maker seated. A solo game begins at once with bots in the other seats.
 *
 * Errors: `SEAT_UNKNOWN`, `EDITION_UNAVAILABLE`, `ROUNDS_OUT_OF_BOUNDS`.
 */
export async function makeGame(sessions: Sessions, body: MakeGame): Promise<Outcome<GameMade>> {
  const { seat, edition, rounds } = body;
  if (!isSeat(seat)) return { ok: false, error: seatUnknown(seat) };
  if (!PLAYABLE.includes(edition)) {
    const message = `the ${edition} edition cannot be played yet; these can: ${PLAYABLE.join(', ')}`;
    return { ok: false, error: { code: 'EDITION_UNAVAILABLE', message, edition, playable: PLAYABLE } };
  }
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
  };
  const code = await openGame(sessions, settings);
  const { session } = await sessions.use(code);
  const seatToken = newToken();
  const taken = await takeSeat(session, 'host', seat, seatToken, body.name ?? '');
  if (!taken.ok) throw new Fault(new Error(`the maker's seat was refused: ${taken.refusal.code}`));
  if (body.mode === 'solo') {
    const started = await session.handle({ actor: 'host', id: 'start', command: { kind: 'start' } });
    if (!started.ok) throw new Fault(new Error(`the start was refused: ${started.refusal.code}`));
  }
  return { ok: true, value: { code, seat, seatToken } };
}

/**
 * A person takes a seat of a shared game: a free one, or a bot's once it has begun.
 *
 * Errors: `SEAT_UNKNOWN`, `SEAT_TAKEN`, `JOINING_CLOSED`.
 */
export async function joinGame(session: Session, body: JoinGame): Promise<Outcome<SeatTaken>> {
  const { seat, name } = body;
  if (!isSeat(seat)) return { ok: false, error: seatUnknown(seat) };

  const { phase, mode } = session.publicView().world;
  if (phase === 'ended' || mode !== 'table') {
    const message = 'nobody can join this game; come back to a seat with its link';
    return { ok: false, error: { code: 'JOINING_CLOSED', message, phase } };
  }
  const seatToken = newToken();
  const taken = await takeSeat(session, seat, seat, seatToken, name);
  if (taken.ok) return { ok: true, value: { code: session.code, seat, seatToken } };
  if (taken.refusal.code !== 'SEAT_TAKEN')
    throw new Fault(new Error(`a seat was refused: ${taken.refusal.code}`));

  const { free } = taken.refusal;
  const message =
    free.length > 0 ? `that seat is taken; these are free: ${free.join(', ')}` : 'all seats are taken';
  return { ok: false, error: { code: 'SEAT_TAKEN', message, seat, free } };
}

/** What someone with only the code may see of a game. */
export function cardOf(session: Session): GameCard {
  const { world } = session.publicView();
  const seats = Object.fromEntries(SEATS.map((seat) => [seat, world.seats[seat].taken]));
  const isOpen = world.mode === 'table' && world.phase !== 'ended';
  return {
    protocol: PROTOCOL,
    code: session.code,
    mode: world.mode,
    edition: world.edition,
    bots: session.settings.bots,
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

/** Stores a game's first row under a code that is free. */
async function openGame(sessions: Sessions, settings: GameSettings): Promise<string> {
  const command = { kind: 'openGame', settings } as const;
  const opening = { seq: 0, commandId: 'open', actor: 'host', command, events: [] } as const;
  const row = { ...opening, hash: rowHash(settings, null, opening, openingOf(settings).state) };
  for (let tries = 0; tries < CODE_TRIES; tries++) {
    const code = newCode();
    if (await sessions.store.create(code, Date.now(), { rows: [row] })) return code;
  }
  throw new Error('no free code was found');
}

/** A seat, the right to come back to it and the name of who sits there, stored together. */
function takeSeat(
  session: Session,
  actor: 'host' | Seat,
  seat: Seat,
  token: string,
  name: string,
): Promise<Reply> {
  return session.handle({
    actor,
    id: `seat:${tokenHash(token).slice(0, 16)}`,
    command: { kind: 'takeSeat', seat, by: 'human' },
    with: { rights: [{ seat, tokenHash: tokenHash(token) }], names: name === '' ? [] : [{ seat, name }] },
  });
}
