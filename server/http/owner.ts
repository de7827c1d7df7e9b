import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { Code } from '../../shared/protocol/http.ts';
import type { Sessions } from '../session/sessions.ts';
import { isLocal } from './address.ts';
import { gameUnknown, Told } from './errors.ts';
import type { Gate } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { settle } from './settle.ts';
import { STATUS_STYLE, statusPage } from './status.ts';

/** What the button that deletes a game sends. */
const Asked = z.object({ code: Code });
const FORM = express.urlencoded({ extended: false, limit: '1kb' });

/** What the pages of the machine's owner need of the server. */
export interface OwnerServices {
  sessions: Sessions;
  gate: Gate;
  metrics: Metrics;
  roomStats(): { rooms: number; clients: number };
  ownerToken: string | null; // null: nobody is shown the games; metrics only on this machine
  retentionDays: number | null; // null: for ever
}

/**
 * `/metrics` and `/status`: for whoever has the owner's token, as a bearer or as the password a browser asks for;
 * metrics without it for programs on this machine.
 */
export function ownerRouter(services: OwnerServices): Router {
  const { sessions, gate, metrics, ownerToken } = services;
  const router = Router();

  /** Fails unless the owner asks. */
  async function admit(request: Request): Promise<void> {
    if (ownerToken === null) throw new Told({ code: 'NOT_FOUND', message: 'there is nothing here' });

    await gate.request(request);
    if (isOwner(request, ownerToken)) return;

    await gate.miss(request);
    throw new Told({ code: 'TOKEN_WRONG', message: 'the token of the owner of this server is needed' });
  }

  const owners: RequestHandler = (request, response, next) => {
    const turnAway = (error: unknown) => {
      response.set('WWW-Authenticate', 'Basic realm="830 Miles", charset="UTF-8"');
      next(error);
    };
    void settle(admit(request), () => next(), turnAway);
  };
  const ownersOrLocal: RequestHandler = (request, response, next) =>
    isLocal(request) ? next() : owners(request, response, next);

  async function status(): Promise<string> {
    const [games, sizes] = await Promise.all([sessions.store.list(), sessions.store.sizes()]);
    const byCode = new Map(sizes.map((size) => [size.code, size]));
    return statusPage({
      games: games.map((game) => ({
        ...game,
        rows: byCode.get(game.code)?.rows ?? 0,
        bytes: byCode.get(game.code)?.bytes ?? 0,
        isOpen: sessions.isOpen(game.code),
      })),
      now: Date.now(),
      retentionDays: services.retentionDays,
      memory: process.memoryUsage.rss(),
      ...services.roomStats(),
    });
  }

  async function remove(body: unknown): Promise<void> {
    const asked = Asked.safeParse(body);
    if (!asked.success || !(await sessions.store.find(asked.data.code))) throw new Told(gameUnknown());

    await sessions.remove(asked.data.code);
  }

  router.get('/metrics', ownersOrLocal, (_request, response, next) => {
    const send = (text: string) => response.type(metrics.registry.contentType).send(text);
    void settle(metrics.registry.metrics(), send, next);
  });
  router.get('/status.css', (_request, response) => void response.type('css').send(STATUS_STYLE));
  router.get('/status', owners, (_request, response, next) => {
    const send = (page: string) => response.set('Cache-Control', 'no-store').type('html').send(page);
    void settle(status(), send, next);
  });
  router.post('/status/delete', owners, FORM, (request, response, next) => {
    void settle(remove(request.body), () => response.redirect(303, '/status'), next);
  });
  return router;
}

function isOwner(request: Request, token: string): boolean {
  const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(' ');
  const given =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '')
      : value;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
