import type { Command } from './command.ts';
import type { GameEvent } from './event.ts';
import { accept, refuse } from './refusal.ts';
import type { Decision } from './refusal.ts';
import type { Scenario } from './scenario.ts';
import { promiseIn, promiseProblem } from './promise.ts';
import type { Channel, GameState, Message } from './state.ts';
import { mayRead } from './talks.ts';
import { provisionOf, sitsAt, tableOf } from './terms.ts';
import { SEATS, TABLES } from './types.ts';
import type { Seat, TableId } from './types.ts';

const channels = new WeakMap<Scenario, Map<Seat, readonly Channel[]>>();

/** The channels a seat may speak on (PRESS-1): all, the tables it sits at, any one delegation, its own. */
export function channelsOf(scenario: Scenario, seat: Seat): readonly Channel[] {
  let known = channels.get(scenario);
  if (!known) {
    known = new Map(SEATS.map((one) => [one, openTo(scenario, one)]));
    channels.set(scenario, known);
  }
  return known.get(seat) ?? [];
}

function openTo(scenario: Scenario, seat: Seat): Channel[] {
  const shown = new Set<TableId>(scenario.provisions.map((provision) => tableOf(scenario, provision)));
  const tables = TABLES.filter((table) => shown.has(table) && sitsAt(scenario, seat, table));
  return [
    'all',
    ...tables.map((table): Channel => `table:${table}`),
    ...SEATS.filter((other) => other !== seat).map((other): Channel => `seat:${other}`),
    'own',
  ];
}

/** Whether a seat may read a message (PRESS-2). */
export function mayHear(scenario: Scenario, from: Seat, channel: Channel, seat: Seat): boolean {
  if (channel === 'all' || from === seat) return true;
  if (channel === 'own') return false;
  if (channel.startsWith('seat:')) return channel === `seat:${seat}`;
  return sitsAt(scenario, seat, channel.slice('table:'.length) as TableId);
}

/**
 * A delegation speaks (PRESS-1). What a message may quote must be something its sender can see (PRESS-3); a promise that
 * can be checked goes into the ledger (PROMISE-1).
 */
export function say(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  command: Extract<Command, { kind: 'say' }>,
): Decision<GameEvent> {
  const open = channelsOf(scenario, seat);
  if (!open.includes(command.channel))
    return refuse({ code: 'CHANNEL_CLOSED', channel: command.channel, open });
  const { about } = command;
  if (about?.provision !== undefined && !provisionOf(scenario, about.provision))
    return refuse({ code: 'PROVISION_UNKNOWN', provision: about.provision });
  if (about?.with !== undefined && !provisionOf(scenario, about.with))
    return refuse({ code: 'PROVISION_UNKNOWN', provision: about.with });
  if (about?.proposal !== undefined) {
    const paper = state.hidden.papers.find((candidate) => candidate.id === about.proposal);
    if (!paper || !mayRead(scenario, paper, seat))
      return refuse({ code: 'PROPOSAL_UNKNOWN', proposal: about.proposal });
  }
  if (
    about?.report !== undefined &&
    !state.secrets[seat].reports.some((report) => report.id === about.report)
  )
    return refuse({ code: 'REPORT_UNKNOWN', report: about.report });
  const { ledger } = state.world;
  if (about?.ledger !== undefined && !ledger[about.ledger])
    return refuse({ code: 'LEDGER_LINE_UNKNOWN', line: about.ledger, lines: ledger.length });
  const { channel, act, key, params, text } = command;
  const message: Message = {
    id: state.hidden.counters.message + 1,
    round: state.world.round,
    from: seat,
    channel,
    act,
    about,
    key,
    params,
    text,
  };
  const pledge = act === 'promise' ? about?.pledge : undefined;
  if (!pledge) return accept({ kind: 'said', message });
  const problem = promiseProblem(scenario, state, seat, channel, pledge);
  if (problem) return refuse(problem);
  const to = SEATS.filter((other) => other !== seat && mayHear(scenario, seat, channel, other));
  const promise = promiseIn(state, message, to, pledge);
  return accept({ kind: 'said', message }, { kind: 'promised', promise });
}
