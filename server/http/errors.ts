import type { ErrorRequestHandler, Response } from 'express';
import { ERROR_STATUS, type ProtocolError } from '../../shared/protocol/errors.ts';
import { BYTES_LIMIT } from '../../shared/protocol/version.ts';
import type { Log } from '../log.ts';
import { RulesChanged } from '../session/replay.ts';
import { Closed, GameUnknown } from '../session/session.ts';
import { NoRoom } from '../session/sessions.ts';
import { Fenced, StoreAway } from '../store/store.ts';

/** An error that is told to whoever asked. */
export class Told extends Error {
  readonly told: ProtocolError;

  constructor(told: ProtocolError) {
    super(told.message);
    this.name = 'Told';
    this.told = told;
  }
}

export function answerError(response: Response, error: ProtocolError): void {
  if ('retryAfter' in error) response.set('Retry-After', String(error.retryAfter));
  response.status(ERROR_STATUS[error.code]).json(error);
}

/**
 * The one place where what was thrown on the way becomes an answer.
 *
 * @param refused hears the code of each
 */
export function errorHandler(log: Log, refused: (code: string) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);

    const told = toldOf(error);
    refused(told.code);
    if (told.code === 'FAULT')
      log.error({ err: error, method: request.method, path: request.path }, 'a request failed');
    answerError(response, told);
  };
}

/** What is told of anything that was thrown. */
export function toldOf(error: unknown): ProtocolError {
  if (error instanceof Told) return error.told;
  if (error instanceof StoreAway)
    return unavailable('the game cannot be stored just now; nothing was changed', 3);
  if (error instanceof Closed) return unavailable('the game was just put away; come back', 1);
  if (error instanceof Fenced) return unavailable('the game goes on at another server; come back', 1);
  if (error instanceof NoRoom) {
    if (error.isStopping) return unavailable('the server is about to stop; come back', 2);
    return { code: 'SERVER_FULL', message: error.message, retryAfter: 60 };
  }
  if (error instanceof GameUnknown) return gameUnknown();
  if (error instanceof RulesChanged) {
    const { game, server, message } = error;
    return { code: 'RULES_CHANGED', message, game, server };
  }
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return tooLarge();
  if (type === 'entity.parse.failed' || type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return {
      code: 'BODY_MALFORMED',
      message: 'the body is not JSON',
      issues: [{ path: '', problem: 'not JSON' }],
    };
  }
  if (type === 'request.aborted' || type === 'request.size.invalid' || error instanceof URIError) {
    return {
      code: 'BODY_MALFORMED',
      message: 'the request is broken',
      issues: [{ path: '', problem: 'broken' }],
    };
  }
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 403 || status === 404) return { code: 'NOT_FOUND', message: 'there is nothing here' };
  if (status >= 400 && status < 500) {
    const message = 'the request is broken';
    return { code: 'BODY_MALFORMED', message, issues: [{ path: '', problem: 'broken' }] };
  }
  return { code: 'FAULT', message: 'something broke on our side; try again' };
}

function unavailable(message: string, retryAfter: number): ProtocolError {
  return { code: 'UNAVAILABLE', message, retryAfter };
}

export function gameUnknown(): ProtocolError {
  return { code: 'GAME_UNKNOWN', message: 'there is no game with this code; check its six letters' };
}

export function tooLarge(): ProtocolError {
  return { code: 'TOO_LARGE', message: `at most ${BYTES_LIMIT} bytes`, limit: BYTES_LIMIT };
}
