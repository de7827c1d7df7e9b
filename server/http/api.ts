import { type Request, type RequestHandler, Router } from 'express';
import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import { issuesOf } from '../../shared/protocol/format.ts';
import {
  Code,
  type GameLog,
  type GameMade,
  EraseWords,
  type Health,
  JoinGame,
  MakeGame,
  ReadLog,
  type Ready,
  ReserveSeat,
  Watch,
} from '../../shared/protocol/http.ts';
import type { PlaceReserved, SeatReserved, SeatTaken } from '../../shared/protocol/http.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import { RULES_VERSION, type Seat } from '../../shared/rules/index.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { cardOf, makeGame, type Outcome } from '../session/games.ts';
import { recordedOpening, replay } from '../session/replay.ts';
import type { Sessions } from '../session/sessions.ts';
import { newToken, seatOfToken } from '../session/tokens.ts';
import { gameUnknown, Told } from './errors.ts';
import type { Gate } from './limits.ts';
import { settle } from './settle.ts';

/** A store that takes longer to answer is not ready. */
const READY_WITHIN_MS = 2_000;

/** What the API needs of the server. */
export interface ApiServices {
  sessions: Sessions;
  gate: Gate;
  rooms: Pick<Rooms, 'reserve' | 'join' | 'eraseWords'>;
  roomStats(): { rooms: number; clients: number };
  isStopping(): boolean;
}

/** Making, finding, joining games, and the way from a seat token to a place in a room. */
export function apiRouter(services: ApiServices): Router {
  const { sessions, rooms, gate } = services;
  const router = Router();

  /** The code of a game that there is. */
  async function codeOf(request: Request): Promise<string> {
    const code = Code.safeParse(request.params['code']);
    if (code.success && (await sessions.store.find(code.data))) return code.data;

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
    return valueOf(await rooms.join(await codeOf(request), body, newToken()));
  }

  /** The seat of a game that a token opens. */
  async function seatFor(request: Request, code: string, seatToken: string): Promise<Seat> {
    await gate.coming(seatToken);
    const seat = seatOfToken(await sessions.store.rights(code), seatToken);
    if (seat !== null) return seat;

    await gate.miss(request);
    throw new Told({ code: 'TOKEN_WRONG', message: 'this link opens no seat of this game' });
  }

  async function reserve(request: Request): Promise<SeatReserved> {
    const { seatToken, protocol } = bodyOf(ReserveSeat, request);
    checkProtocol(protocol);
    const code = await codeOf(request);
    const seat = await seatFor(request, code, seatToken);
    return { protocol: PROTOCOL, code, seat, reservation: await rooms.reserve(code, seat) };
  }

  async function watch(request: Request): Promise<PlaceReserved> {
    const { protocol } = bodyOf(Watch, request);
    checkProtocol(protocol);
    const { code, view } = await sessions.glance(await codeOf(request));
    const { mode, phase } = view.world;
    if (mode !== 'table') {
      throw new Told({ code: 'JOINING_CLOSED', message: 'only shared games can be watched', phase });
    }
    return { protocol: PROTOCOL, code, seat: null, reservation: await rooms.reserve(code, null) };
  }

  /** The whole log of a game that is over, for who sat in it. */
  async function log(request: Request): Promise<GameLog> {
    const { seatToken } = bodyOf(ReadLog, request);
    const code = await codeOf(request);
    await seatFor(request, code, seatToken);
    const rows = await sessions.store.load(code);
    const { settings, state } = replay(rows);
    if (state.world.phase !== 'ended') {
      throw new Told({ code: 'NOT_FOUND', message: 'the log of a game is there once the game is over' });
    }
    const { state: opening } = recordedOpening(rows, settings);
    return { code, opening, rows: rows.map(({ events }) => events).filter((events) => events.length > 0) };
  }

  async function erase(request: Request): Promise<{ erased: true }> {
    const { seatToken } = bodyOf(EraseWords, request);
    const { code, view } = await sessions.glance(await codeOf(request));
    const seat = await seatFor(request, code, seatToken);
    if (seat !== view.world.host) {
      throw new Told({ code: 'TOKEN_WRONG', message: 'only the link of the host of the game does this' });
    }
    valueOf(await rooms.eraseWords(code));
    return { erased: true };
  }

  function health(): Health {
    return { ok: true, protocol: PROTOCOL, rules: RULES_VERSION, rooms: services.roomStats().rooms };
  }

  /** Whether games can be played now: the store answers and the server is not about to stop. */
  async function readiness(): Promise<Ready> {
    if (services.isStopping()) return { ok: false };
    const late = pause(READY_WITHIN_MS, false, { ref: false });
    const answers = sessions.store.find('AAAAAA').then(
      () => true,
      () => false,
    );
    return { ok: await Promise.race([answers, late]) };
  }

  router.get('/healthz', (_request, response) => void response.json(health()));
  router.get('/readyz', (_request, response, next) => {
    const tell = (ready: Ready) =>
      response
        .status(ready.ok ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json(ready);
    void settle(readiness(), tell, next);
  });
  router.use('/api', (request, _response, next) => {
    void settle(gate.request(request), () => next(), next);
  });
  router.post('/api/games', answer(201, make));
  router.get(
    '/api/games/:code',
    answer(200, async (request) => cardOf(await sessions.glance(await codeOf(request)))),
  );
  router.post('/api/games/:code/join', answer(201, join));
  router.post('/api/games/:code/seat', answer(200, reserve));
  router.post('/api/games/:code/watch', answer(200, watch));
  router.post('/api/games/:code/log', answer(200, log));
  router.post('/api/games/:code/erase', answer(200, erase));
  router.use('/api', () => {
    throw new Told({ code: 'NOT_FOUND', message: 'there is nothing here' });
  });
  return router;
}

function checkProtocol(protocol: number | undefined): void {
  if (protocol === undefined || protocol === PROTOCOL) return;

  const message = 'this page is older or newer than the server; load it again';
  throw new Told({ code: 'STALE_VERSION', message, protocol: PROTOCOL, yours: protocol });
}

/** Sends what `make` makes of a request; nothing of it may be kept by a browser. */
function answer(status: number, make: (request: Request) => Promise<unknown>): RequestHandler {
  return (request, response, next) => {
    const send = (body: unknown) => response.status(status).set('Cache-Control', 'no-store').json(body);
    void settle(make(request), send, next);
  };
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
