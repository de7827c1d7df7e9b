import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Lines of JSON on standard output. Tokens, orders and what people wrote are never given to it. */
export function makeLog(level: string): Log {
  return pino({ level, base: null });
}
