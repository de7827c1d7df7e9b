// A staged game is written before any server opens it: there is no session yet to ask.
// oxlint-disable-next-line no-restricted-imports
import { type Command, decide, RULES_VERSION, viewFor } from '../../shared/rules/index.ts';
import { CONTENT_VERSION, scenarioOf } from '../../shared/content/index.ts';
import { type Edition, type Round, type Seat, SEATS } from '../../shared/rules/types.ts';
import { createBot } from '../bots/bot.ts';
import { MAX_BEATS } from '../bots/play.ts';
import { type Answer, playBeats } from '../bots/talks.ts';
import { rowHash } from '../session/chain.ts';
import { firstRows } from '../session/games.ts';
import { applyAll, openingOf } from '../session/replay.ts';
import { newCode, newToken, tokenHash } from '../session/tokens.ts';
import type { EventStore, GameSettings } from '../store/store.ts';

/** Where a staged game stands: before its start, in its briefing, in the talks of a round, or over. */
export type Moment = 'lobby' | 'briefing' | Round | 'ended';

interface Asked {
  seat: Seat; // the person's
  mode?: 'solo' | 'table';
  moment: Moment;
  edition?: Edition;
  seed?: string;
}

/** The way into a staged game. */
export interface Staged {
  code: string;
  seatToken: string;
}

/**
 * Writes a game in progress into a store. A bot plays the person's seat too, up to the moment asked for: there it has
 * said and signed what it wanted to and is not ready, so that the round waits for the person. The same seed, the same
 * game.
 */
export async function stageGame(
  store: EventStore,
  { seat, moment, mode = 'solo', edition = 'lesson', seed = 'staged' }: Asked,
): Promise<Staged> {
  const settings: GameSettings = {
    seed,
    edition,
    mode,
    rounds: null,
    bots: 'normal',
    rules: RULES_VERSION,
    content: CONTENT_VERSION,
    chained: true,
    inParts: true,
  };
  const rows = firstRows(settings, [
    { id: 'sit', command: { kind: 'takeSeat', seat, by: 'human' } },
    ...(moment === 'lobby' ? [] : ([{ id: 'start', command: { kind: 'start' } }] as const)),
  ]);
  const scenario = scenarioOf(edition);
  let state = applyAll(
    openingOf(settings).state,
    rows.flatMap((row) => row.events),
  );

  const handle = (actor: Seat, command: Command): Answer => {
    const { phase, round } = state.world;
    const isThere = phase === 'talks' && round === moment;
    if (isThere && actor === seat && command.kind === 'setReady')
      return { ok: false, refusal: { code: 'NOTHING_CHANGES' } };
    const decision = decide(scenario, state, actor, command);
    if (!decision.ok) return decision;
    state = applyAll(state, decision.events);
    const row = {
      seq: rows.length,
      commandId: `row-${rows.length}`,
      actor,
      command,
      events: decision.events,
    };
    rows.push({ ...row, hash: rowHash(settings, rows.at(-1)?.hash ?? null, row, state) });
    return { ok: true };
  };
  const bots = SEATS.map((one) =>
    createBot(scenario, one, { seed: `${seed}/${one}`, talks: 'linked', difficulty: 'normal' }),
  );
  if (moment !== 'lobby' && moment !== 'briefing')
    playBeats((one) => viewFor(scenario, state, one), handle, bots, { maxBeats: MAX_BEATS });

  const code = newCode();
  const seatToken = newToken();
  await store.create(code, Date.now(), { rows, rights: [{ seat, tokenHash: tokenHash(seatToken) }] });
  return { code, seatToken };
}
