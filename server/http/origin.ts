import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { ERROR_STATUS, type ProtocolError } from '../../shared/protocol/errors.ts';
import { BYTES_LIMIT } from '../../shared/protocol/version.ts';
import { Told, tooLarge } from './errors.ts';
import type { Gate } from './limits.ts';

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
 * bodies that are too large or do not say how large they are, and lets nothing through to
 * matchmaking but coming back after a dropped connection, counted.
 *
 * @param refused hears the code of each refusal
 */
export function guard(server: Server, gate: Gate, refused: (code: string) => void): void {
  const listeners = server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const pass = () => {
      for (const listener of listeners) listener.call(server, request, response);
    };
    const refuse = (error: ProtocolError) => {
      refused(error.code);
      const status = ERROR_STATUS[error.code];
      response
        .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
        .end(JSON.stringify(error));
    };
    const error = errorOf(request);
    if (error) return refuse(error);
    if (!request.url?.startsWith('/matchmake')) return pass();
    if (!request.url.startsWith('/matchmake/reconnect/'))
      return refuse({ code: 'NOT_FOUND', message: 'there is nothing here' });

    gate.request(request).then(pass, (reason: unknown) => {
      if (reason instanceof Told) return refuse(reason.told);
      refuse({ code: 'FAULT', message: 'something broke on our side; try again' });
    });
  });
}

function errorOf(request: IncomingMessage): ProtocolError | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  if (isForeign(request.headers.origin, request.headers.host)) return ORIGIN_REFUSED;

  const isUnmeasured = 'transfer-encoding' in request.headers;
  return isUnmeasured || Number(request.headers['content-length'] ?? 0) > BYTES_LIMIT ? tooLarge() : null;
}
