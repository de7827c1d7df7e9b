import { answerReport } from './breach.ts';
import { dateOfRound } from './calendar.ts';
import type { Actor, Command } from './command.ts';
import type { GameEvent } from './event.ts';
import { denounce, object } from './dissent.ts';
import { evolve } from './evolve.ts';
import { writeOrders } from './orders.ts';
import { openStreams } from './random.ts';
import { say } from './press.ts';
import { accept, refuse } from './refusal.ts';
import type { Decision } from './refusal.ts';
import { escalated, openTalks, resolveRound } from './resolve.ts';
import { lobby } from './lobby.ts';
import { predict, vote } from './reveal.ts';
import { settle } from './score.ts';
import type { Scenario } from './scenario.ts';
import type { GameState, Phase } from './state.ts';
import { hold, propose, reject, sign, withdraw } from './talks.ts';
import { SEATS } from './types.ts';
import type { Seat } from './types.ts';

/** In which phases a command may be given (CLOCK-3). */
const PHASES: Record<Command['kind'], readonly Phase[]> = {
  takeSeat: ['lobby', 'briefing', 'talks'],
  standIn: ['briefing', 'talks'],
  start: ['lobby'],
  chooseAgenda: ['briefing'],
  instruct: ['briefing'],
  propose: ['talks'],
  sign: ['talks'],
  reject: ['talks'],
  withdraw: ['talks'],
  hold: ['talks'],
  object: ['talks'],
  denounce: ['talks'],
  lobby: ['talks'],
  writeOrders: ['talks'],
  answerReport: ['talks'],
  say: ['briefing', 'talks', 'ended'],
  setReady: ['briefing', 'talks'],
  closeTalks: ['briefing', 'talks'],
  inject: ['talks'],
  predict: ['ended'],
  vote: ['ended'],
};

/**
 * What follows from a command: events, or a refusal with its reason. Pure: same state, same answer.
 *
 * `host` may start the game, close talks, hand out seats, have one kept and inject cards; `clock` may close talks; everything else is
 * asked by a seat for itself.
 */
export function decide(
  scenario: Scenario,
  state: GameState,
  actor: Actor,
  command: Command,
): Decision<GameEvent> {
  const { phase } = state.world;
  const needs = PHASES[command.kind];
  if (!needs.includes(phase)) return refuse({ code: 'NOT_YOUR_PHASE', phase, needs });

  switch (command.kind) {
    case 'takeSeat':
      return actor === 'host' || actor === command.seat
        ? takeSeat(state, command)
        : refuse({ code: 'NOT_YOURS_TO_ASK', needs: 'host' });
    case 'standIn':
      return actor === 'clock' || actor === 'host' || actor === command.seat
        ? standIn(state, command)
        : refuse({ code: 'NOT_YOURS_TO_ASK', needs: 'host' });
    case 'start':
      return actor === 'host' ? start(scenario, state) : refuse({ code: 'NOT_YOURS_TO_ASK', needs: 'host' });
    case 'closeTalks':
      return actor === 'host' || actor === 'clock'
        ? closePhase(scenario, state, [])
        : refuse({ code: 'NOT_YOURS_TO_ASK', needs: 'host' });
    case 'inject':
      if (actor !== 'host') return refuse({ code: 'NOT_YOURS_TO_ASK', needs: 'host' });
      return inject(scenario, state, command.card);
    default:
      break;
  }
  if (actor === 'host' || actor === 'clock') return refuse({ code: 'NOT_YOURS_TO_ASK', needs: 'seat' });

  switch (command.kind) {
    case 'chooseAgenda':
      return chooseAgenda(scenario, state, actor, command.cards);
    case 'instruct':
      return accept({ kind: 'instructed', seat: actor, text: command.text });
    case 'propose':
      return propose(scenario, state, actor, command);
    case 'sign':
      return sign(scenario, state, actor, command);
    case 'reject':
      return reject(scenario, state, actor, command);
    case 'withdraw':
      return withdraw(scenario, state, actor, command);
    case 'hold':
      return hold(scenario, state, actor, command);
    case 'object':
      return object(scenario, state, actor, command);
    case 'denounce':
      return denounce(scenario, state, actor, command);
    case 'lobby':
      return lobby(scenario, state, actor, command);
    case 'writeOrders':
      return writeOrders(scenario, state, actor, command);
    case 'answerReport':
      return answerReport(scenario, state, actor, command);
    case 'say':
      return say(scenario, state, actor, command);
    case 'setReady':
      return setReady(scenario, state, actor, command.ready);
    case 'predict':
      return predict(state, actor, command.held);
    case 'vote':
      return vote(state, actor, command.agreement);
  }
}

/** A person or a bot takes a seat (CLOCK-1). The first person to take one is the host's; a bot's seat may be taken over. */
function takeSeat(state: GameState, command: Extract<Command, { kind: 'takeSeat' }>): Decision<GameEvent> {
  const { seat, by } = command;
  if (!SEATS.includes(seat)) return refuse({ code: 'SEAT_UNKNOWN', seat });
  const { taken } = state.world.seats[seat];
  if (taken === 'human' && by === 'human')
    return refuse({
      code: 'SEAT_TAKEN',
      seat,
      free: SEATS.filter((other) => state.world.seats[other].taken !== 'human'),
    });
  if (taken === by) return refuse({ code: 'NOTHING_CHANGES' });
  return accept({ kind: 'seatTaken', seat, by, host: by === 'human' && state.world.host === null });
}

/** A program keeps a seat for people who are away or ask for it; they take it back at once (CLOCK-6). */
function standIn(
  state: GameState,
  { seat, why }: Extract<Command, { kind: 'standIn' }>,
): Decision<GameEvent> {
  if (!SEATS.includes(seat)) return refuse({ code: 'SEAT_UNKNOWN', seat });
  const { taken, standIn: sits } = state.world.seats[seat];
  if (taken !== 'human' || (sits ?? null) === why) return refuse({ code: 'NOTHING_CHANGES' });
  return accept({ kind: 'standInSat', seat, why });
}

/** The game starts: bots take the free seats, agenda cards are dealt, the briefing opens (CLOCK-1, MANDATE-3). */
function start(scenario: Scenario, state: GameState): Decision<GameEvent> {
  const events: GameEvent[] = SEATS.filter((seat) => state.world.seats[seat].taken === 'open').map(
    (seat) => ({
      kind: 'seatTaken',
      seat,
      by: 'bot',
      host: false,
    }),
  );
  const { dealt, kept } = scenario.edition.agenda;
  const streams = openStreams(state.hidden.streams);
  const deals = SEATS.map((seat) => {
    const cards = scenario.agendas.filter((card) => card.seat === seat).map((card) => card.id);
    return { seat, cards: streams.of('agenda').shuffled(cards).slice(0, dealt) };
  });
  events.push({ kind: 'briefingOpened', deals, streams: streams.states() });
  for (const { seat, cards } of deals)
    if (kept >= cards.length) events.push({ kind: 'agendaChosen', seat, cards });
  return accept(...events);
}

/** The host puts a card into the next resolution, once (EVENT-1, EVENT-2). */
function inject(scenario: Scenario, state: GameState, card: string): Decision<GameEvent> {
  if (!scenario.cards.some((candidate) => candidate.id === card))
    return refuse({ code: 'CARD_UNKNOWN', card });
  const known =
    state.hidden.injected.includes(card) || state.world.cards.some((drawn) => drawn.card === card);
  return known ? refuse({ code: 'NOTHING_CHANGES' }) : accept({ kind: 'cardInjected', card });
}

/** A seat keeps some of the agenda cards it was dealt (MANDATE-3). */
function chooseAgenda(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  cards: readonly string[],
): Decision<GameEvent> {
  const { kept: keep } = scenario.edition.agenda;
  const { agendaDealt: dealt } = state.secrets[seat];
  const chosen = new Set(cards);
  const fits = chosen.size === cards.length && cards.length === Math.min(keep, dealt.length);
  if (!fits || !cards.every((card) => dealt.includes(card)))
    return refuse({ code: 'AGENDA_CHOICE', dealt, keep: Math.min(keep, dealt.length) });
  return accept({ kind: 'agendaChosen', seat, cards: dealt.filter((card) => chosen.has(card)) });
}

/** A seat is ready, or takes it back until the last seat is ready (CLOCK-4); then the phase closes. */
function setReady(scenario: Scenario, state: GameState, seat: Seat, ready: boolean): Decision<GameEvent> {
  if (state.world.seats[seat].ready === ready) return refuse({ code: 'NOTHING_CHANGES' });
  const event: GameEvent = { kind: 'readySet', seat, ready };
  const isLast = ready && SEATS.every((other) => other === seat || state.world.seats[other].ready);
  return isLast ? closePhase(scenario, evolve(state, event), [event]) : accept(event);
}

/** Briefing becomes talks; talks are resolved, and the next round opens or the game ends (CLOCK-5, END-1, END-2). */
function closePhase(scenario: Scenario, state: GameState, before: readonly GameEvent[]): Decision<GameEvent> {
  if (state.world.phase === 'briefing') {
    const events: GameEvent[] = [...before];
    for (const seat of SEATS) {
      const { agenda, agendaDealt } = state.secrets[seat];
      const keep = scenario.edition.agenda.kept;
      if (agenda.length === 0 && agendaDealt.length > 0)
        events.push({ kind: 'agendaChosen', seat, cards: agendaDealt.slice(0, keep) });
    }
    return accept(...events, openTalks(scenario, state));
  }
  const { events, state: resolved } = resolveRound(scenario, state);
  const over = resolved.world.round >= resolved.world.rounds || escalated(resolved);
  const last: GameEvent = over
    ? {
        kind: 'ended',
        result: settle(scenario, resolved),
        date: dateOfRound(scenario.start, resolved.world.round + 1),
      }
    : openTalks(scenario, resolved);
  return { ok: true, events: [...before, ...events, last], after: evolve(resolved, last) };
}
