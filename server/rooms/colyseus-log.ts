import type { logger } from '@colyseus/core';
import type { Log } from '../log.ts';

/** What the decoder quotes of a message that it could not read to its end: it may be what people wrote. */
const QUOTED = /(?<=end of buffer not reached)[^\n]*/;

/** Colyseus's lines in our log, without what was sent to it. */
export function colyseusLog(log: Pick<Log, 'trace' | 'debug' | 'info' | 'warn' | 'error'>): typeof logger {
  const line = (level: 'trace' | 'debug' | 'info' | 'warn' | 'error') => (what: unknown) =>
    log[level]({ colyseus: String(what).replace(QUOTED, '') });
  return {
    trace: line('trace'),
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
  };
}
