import { dateOfRound, plusDays } from './calendar.ts';
import { dispatch, emit } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import { settleForTruce } from './settle.ts';
import type { AgreedTerm } from './state.ts';

/** A full ceasefire of level 1 is for thirty days by the calendar (TRUCE-2). */
const THIRTY_DAYS = 30;

/** A full ceasefire enters into force, or a later text on it takes over and the quiet goes on (TRUCE-1). */
export function beginTruce(resolution: Resolution, term: AgreedTerm): void {
  const { scenario, state } = resolution;
  const { truce, round } = state.world;
  const opens = dateOfRound(scenario.start, round + 1);
  const goesOn = truce.level > 0;
  emit(resolution, {
    kind: 'truceMoved',
    truce: {
      ...truce,
      level: term.level,
      key: term.key,
      since: goesOn ? truce.since : round,
      held: goesOn ? truce.held : 0,
      expires: term.level === 1 ? plusDays(opens, THIRTY_DAYS) : null,
      entered: truce.entered + (goesOn ? 0 : 1),
      brokenBy: null,
    },
  });
  const { expires } = resolution.state.world.truce;
  if (expires !== null && expires <= dateOfRound(scenario.start, round + 2))
    dispatch(resolution, { key: 'truceExpires' });
  if (goesOn) return;
  dispatch(resolution, { key: 'truceBegan', level: term.level });
  settleForTruce(resolution, 'truce');
}
