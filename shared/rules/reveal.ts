import type { GameEvent } from './event.ts';
import { accept, refuse } from './refusal.ts';
import type { Decision } from './refusal.ts';
import type { GameState } from './state.ts';
import type { AgreementId, Seat } from './types.ts';

const MOST = 100; // futures

/** A delegation guesses in how many of a hundred futures the peace holds; the last guess counts (REVEAL-1). */
export function predict(state: GameState, seat: Seat, held: number): Decision<GameEvent> {
  if (!Number.isInteger(held) || held < 0 || held > MOST)
    return refuse({ code: 'GUESS_OUT_OF_BOUNDS', held, most: MOST });
  if (state.world.reveal?.guesses[seat] === held) return refuse({ code: 'NOTHING_CHANGES' });
  return accept({ kind: 'predicted', seat, held });
}

/** A delegation votes which agreement is to be left out for a look, or takes its vote back (REVEAL-2). */
export function vote(state: GameState, seat: Seat, agreement: AgreementId | null): Decision<GameEvent> {
  const { agreements, reveal } = state.world;
  if (agreement !== null && !agreements.some(({ id }) => id === agreement))
    return refuse({ code: 'AGREEMENT_UNKNOWN', agreement });
  if ((reveal?.votes[seat] ?? null) === agreement) return refuse({ code: 'NOTHING_CHANGES' });
  return accept({ kind: 'voted', seat, agreement });
}
