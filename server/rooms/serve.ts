import { defineServer, matchMaker, type Server } from '@colyseus/core';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { BYTES_LIMIT } from '../../shared/protocol/version.ts';
import { countHere, countInRedis } from '../http/allowance.ts';
import { setUpHttp } from '../http/app.ts';
import { Gate, type Limits } from '../http/limits.ts';
import { makeMetrics } from '../http/metrics.ts';
import { guard, isForeign, ORIGIN_REFUSED } from '../http/origin.ts';
import type { Log } from '../log.ts';
import { fitsAnother } from '../memory.ts';
import { keepDeletingOld } from '../session/retention.ts';
import { Sessions } from '../session/sessions.ts';
import type { EventStore } from '../store/store.ts';
import { colyseusLog } from './colyseus-log.ts';
import { redisDirectory } from './directory.ts';
import { defineRooms, Rooms, roomStats } from './rooms.ts';
import { EvenTransport } from './transport.ts';

export interface Serving {
  port: number;
  /** Ends all games in good order: what was asked is done and stored, then everyone is told. */
  stop(): Promise<void>;
}

interface Options {
  store: EventStore;
  log: Log;
  port: number; // 0: any free one
  host: string;
  clientFolder: string;
  limits: Limits;
  hosting: Hosting;
  /** With other processes of the same store, by way of Redis; unset: alone. */
  shared?: Shared | undefined;
  /** Whether there is memory for another game; unset: looks. */
  fits?: () => boolean;
}

export interface Shared {
  redis: string; // URL
  publicAddress: string; // host and path under which browsers reach this very process
}

/** What the owner of the machine has set. */
export interface Hosting {
  ownerToken: string | null; // null: no status page
  proxies: number; // of ours in front
  retentionDays: number | null; // null: games are kept for ever
}

/** Serves pages, API and games on one port. One server a process: Colyseus keeps its rooms in globals. */
export async function serve(options: Options): Promise<Serving> {
  const { log, port, host, clientFolder, limits, hosting } = options;
  const metrics = makeMetrics(roomStats);
  const directory = options.shared ? await redisDirectory(options.shared.redis, log) : null;
  const sessions = new Sessions(metrics.timed(options.store), log, options.fits ?? fitsAnother);
  const counted = options.shared ? countInRedis(options.shared.redis, log) : null;
  const gate = new Gate(limits, hosting.proxies, counted?.counting);
  let isStopping = false;
  const rooms = new Rooms(sessions, directory);
  const http: HttpServer = createServer();
  const server: Server = defineServer({
    rooms: defineRooms({
      sessions,
      log,
      metrics,
      commands: countHere('commands', limits.commands),
      texts: countHere('texts', limits.texts),
    }),
    transport: new EvenTransport({
      server: http,
      maxPayload: BYTES_LIMIT,
      beforeUpgrade: (_request, { headers }) =>
        isForeign(headers.get('origin'), headers.get('host'))
          ? Response.json(ORIGIN_REFUSED, { status: 403 })
          : undefined,
    }),
    express: (app) => {
      const services = { sessions, rooms, gate, metrics, roomStats, isStopping: () => isStopping };
      setUpHttp(app, { ...services, ...hosting }, clientFolder, log);
    },
    logger: colyseusLog(log),
    ...(directory && {
      driver: directory.driver,
      presence: directory.presence,
      publicAddress: options.shared?.publicAddress,
    }),
    selectProcessIdToCreateRoom: async () => matchMaker.processId, // a game opens where it is asked for
    gracefullyShutdown: false, // main.ts does it, for the store too
    greet: false,
  });
  await server.listen(port, host);
  guard(http, gate, metrics.refused);
  const { retentionDays } = hosting;
  const stopDeleting = retentionDays === null ? null : keepDeletingOld(sessions, retentionDays, log);

  return {
    port: (http.address() as AddressInfo).port,
    async stop() {
      isStopping = true;
      stopDeleting?.();
      await sessions.close();
      await server.gracefullyShutdown(false);
      directory?.close();
      counted?.close();
      http.closeAllConnections();
    },
  };
}
