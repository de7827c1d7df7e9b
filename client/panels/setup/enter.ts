import { remember } from '../../memory.ts';
import { gamePath, go } from '../../route.ts';
import type { Seat } from '../../../shared/rules/types.ts';

/** Keeps the right to a seat on this device and goes there. */
export function enterGame(
  made: { code: string; seat: Seat; seatToken: string },
  mode: 'solo' | 'table',
): void {
  remember({ code: made.code, token: made.seatToken, seat: made.seat, mode });
  go(`${gamePath(made.code)}#${encodeURIComponent(made.seatToken)}`);
  scrollTo(0, 0);
}
