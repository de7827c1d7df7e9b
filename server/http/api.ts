import { type Request, type RequestHandler, Router } from 'express';
import type { z } from 'zod';
import { issuesOf } from '../../shared/protocol/format.ts';
import {
  Code,
  type GameMade,
  type Health,
  JoinGame,
  MakeGame,
  ReserveSeat,
} from '../../shared/protocol/http.ts';
import type { SeatReserved, SeatTaken } from '../../shared/protocol/http.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import { RULES_VERSION, type Seat } from '../../shared/rules/index.ts';
import { cardOf, joinGame, makeGame, type Outcome } from '../session/games.ts';
import type { Session } from '../session/session.ts';
import type { Sessions } from '../session/sessions.ts';
import { seatOfToken } from '../session/tokens.ts';
import { gameUnknown, Told } from './errors.ts';
import type { Gate } from './limits.ts';

/** What the API needs of the server. */
export interface ApiServices {
  sessions: Sessions;
  gate: Gate;
  /** Keeps a place in the room of a game. */
  reserve(code: string, seat: Seat): Promise<SeatReserved['reservation']>;
  roomCount(): number;
}

/** Making, finding, joining games, and the way from a seat token to a place in a room. */
export function apiRouter(services: ApiServices): Router {
  const { sessions, gate } = services;
  const router = Router();

  async function sessionOf(request: Request): Promise<Session> {
    const code = Code.safeParse(request.params['code']);
    if (code.success && (await sessions.store.find(code.data)))
      return (await sessions.use(code.data)).session;

    await gate.miss(request);
    throw new Told(gameUnknown());
  }

  async function make(request: Request): Promise<GameMade> {
    const body = bodyOf(MakeGame, request);
    await gate.game(request);
    return valueOf(await makeGame(sessions, body));
  }

  async function join(request: Request): Promise<SeatTaken> {
    const body = bodyOf(JoinGame, request);
    return valueOf(await joinGame(await sessionOf(request), body));
  }

  async function reserve(request: Request): Promise<SeatReserved> {
    const { seatToken, protocol } = bodyOf(ReserveSeat, request);
    if (protocol !== undefined && protocol !== PROTOCOL) {
      const message = 'this page is older or newer than the server; load it again';
      throw new Told({ code: 'STALE_VERSION', message, protocol: PROTOCOL, yours: protocol });
    }
    const { code } = await sessionOf(request);
    const seat = seatOfToken(await sessions.store.rights(code), seatToken);
    if (seat === null) {
      await gate.miss(request);
      throw new Told({ code: 'TOKEN_WRONG', message: 'this link opens no seat of this game' });
    }
    return { protocol: PROTOCOL, code, seat, reservation: await services.reserve(code, seat) };
  }

  function health(): Health {
    return { ok: true, protocol: PROTOCOL, rules: RULES_VERSION, rooms: services.roomCount() };
  }

  router.get('/healthz', (_request, response) => void response.json(health()));
  router.use('/api', (request, _response, next) => {
    void settle(gate.request(request), () => next(), next);
  });
  router.post('/api/games', answer(201, make));
  router.get(
    '/api/games/:code',
    answer(200, async (request) => cardOf(await sessionOf(request))),
  );
  router.post('/api/games/:code/join', answer(201, join));
  router.post('/api/games/:code/seat', answer(200, reserve));
  router.use('/api', () => {
    throw new Told({ code: 'NOT_FOUND', message: 'there is nothing here' });
  });
  return router;
}

/** Sends what `make` makes of a request; nothing of it may be kept by a browser. */
function answer(status: number, make: (request: Request) => Promise<unknown>): RequestHandler {
  return (request, response, next) => {
    const send = (body: unknown) => response.status(status).set('Cache-Control', 'no-store').json(body);
    void settle(make(request), send, next);
  };
}

/** Waits for `made`, then goes one way or the other. */
async function settle<T>(
  made: Promise<T>,
  well: (value: T) => unknown,
  badly: (error: unknown) => void,
): Promise<void> {
  try {
    well(await made);
  } catch (error) {
    badly(error);
  }
}

function bodyOf<T extends z.ZodType>(format: T, request: Request): z.output<T> {
  const parsed = format.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;

  const issues = issuesOf(parsed.error);
  const first = issues[0];
  const message = first
    ? `the body is not as asked for: ${first.path} ${first.problem}`
    : 'the body is not as asked for';
  throw new Told({ code: 'BODY_MALFORMED', message, issues });
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Told(outcome.error);
}
