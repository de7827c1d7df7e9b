import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { ERROR_STATUS, type ProtocolError } from '../../shared/protocol/errors.ts';
import { BYTES_LIMIT } from '../../shared/protocol/version.ts';
import { tooLarge } from './errors.ts';

/** Whether a browser's page of another site asks. Without an Origin it is no browser, or our own page. */
export function isForeign(origin: string | null | undefined, host: string | null | undefined): boolean {
  if (origin === null || origin === undefined) return false;
  return URL.canParse(origin) ? new URL(origin).host !== host : true;
}

export const ORIGIN_REFUSED: ProtocolError = {
  code: 'ORIGIN_REFUSED',
  message: 'games are played on the pages of this server only',
};

/**
 * Stands before every other listener for requests, Colyseus's included: turns away other sites' pages and
 * bodies that are too large or do not say how large they are.
 */
export function guard(server: Server): void {
  const listeners = server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const error = errorOf(request);
    if (error) {
      const status = ERROR_STATUS[error.code];
      response
        .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
        .end(JSON.stringify(error));
      return;
    }
    for (const listener of listeners) listener.call(server, request, response);
  });
}

function errorOf(request: IncomingMessage): ProtocolError | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  if (isForeign(request.headers.origin, request.headers.host)) return ORIGIN_REFUSED;

  const isUnmeasured = 'transfer-encoding' in request.headers;
  return isUnmeasured || Number(request.headers['content-length'] ?? 0) > BYTES_LIMIT ? tooLarge() : null;
}
