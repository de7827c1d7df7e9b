import type { Command } from './command.ts';
import type { GameEvent } from './event.ts';
import { accept, refuse } from './refusal.ts';
import type { Decision } from './refusal.ts';
import type { Scenario } from './scenario.ts';
import type { GameState } from './state.ts';
import { freePc } from './talks.ts';
import { termByKey } from './terms.ts';
import { ratifiersOf } from './treaty.ts';
import type { Seat } from './types.ts';

/** A seat spends PC at home for a term that waits to be ratified there: each PC adds ten points to the chance (TREATY-2). */
export function lobby(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  { term: key, pc }: Extract<Command, { kind: 'lobby' }>,
): Decision<GameEvent> {
  const found = termByKey(state.world, key);
  if (!found) return refuse({ code: 'TERM_UNKNOWN', term: key });
  const waits = found.term.state === 'pending' && ratifiersOf(scenario, found.term).includes(seat);
  if (!waits || !Number.isInteger(pc) || pc <= 0) return refuse({ code: 'NOTHING_TO_RATIFY', term: key });
  const free = freePc(scenario, state, seat);
  if (pc > free) return refuse({ code: 'PC_SHORT', needed: pc, free });
  return accept(
    { kind: 'pcMoved', seat, by: -pc, cause: { kind: 'rule', id: 'TREATY-2', seat } },
    { kind: 'lobbied', term: key, seat, pc },
  );
}
