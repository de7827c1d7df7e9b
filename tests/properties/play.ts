import { REASONS, SEATS, decide, evolve, legalFor, newGame } from '../../shared/rules/index.ts';
import type {
  Actor,
  Command,
  GameEvent,
  GameState,
  Legal,
  ProvisionId,
  Scenario,
  Seat,
  Term,
} from '../../shared/rules/index.ts';

/** Whole numbers from a seed; the tests' own chance, apart from the game's. */
export function dice(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export interface Row {
  actor: Actor;
  command: Command;
  events: readonly GameEvent[];
}

export interface Played {
  state: GameState;
  log: Row[];
}

/** Terms made of what `legal` offers, with whatever they need beside them. */
export function offeredTerms(scenario: Scenario, legal: Legal, roll: (below: number) => number): Term[] {
  const { propose } = legal;
  if (!propose) return [];
  const terms: Term[] = [];
  const add = (id: ProvisionId, least: number): void => {
    const offered = propose.provisions.find((candidate) => candidate.provision === id);
    if (!offered || terms.some((term) => term.provision === id)) return;
    for (const need of offered.needs) add(need.provision, need.level);
    const levels = offered.levels.filter((level) => level >= least);
    const provision = scenario.provisions.find((candidate) => candidate.id === id);
    terms.push({
      provision: id,
      level: levels[roll(levels.length)] ?? 1,
      scope: offered.scopes[roll(offered.scopes.length)] ?? [],
      conditions:
        roll(4) === 0 && !provision?.humanitarian ? [{ kind: 'ceasefireHeld', rounds: 1 + roll(2) }] : [],
      snapback: roll(3) === 0 && !provision?.humanitarian ? [{ kind: 'ceasefireEnds' }] : [],
    });
  };
  const count = 1 + roll(3);
  for (let i = 0; i < count; i++) {
    const pick = propose.provisions[roll(propose.provisions.length)];
    if (pick) add(pick.provision, 1);
  }
  const humanitarian = terms.find(
    (term) => scenario.provisions.find((p) => p.id === term.provision)?.humanitarian,
  );
  if (humanitarian) return [{ ...humanitarian, conditions: [], snapback: [] }];
  return terms.slice(0, propose.terms);
}

/** One command out of what a seat may do now. */
export function offeredCommand(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  roll: (below: number) => number,
): Command {
  const legal = legalFor(scenario, state, seat);
  const ready: Command = { kind: 'setReady', ready: !state.world.seats[seat].ready };
  const choices: Command[] = [ready];
  for (const proposal of legal.sign) choices.push({ kind: 'sign', proposal }, { kind: 'sign', proposal });
  for (const proposal of legal.reject)
    choices.push({ kind: 'reject', proposal, reason: REASONS[roll(REASONS.length)] ?? 'wait' });
  for (const proposal of legal.withdraw) choices.push({ kind: 'withdraw', proposal });
  for (const report of legal.reports)
    choices.push({
      kind: 'answerReport',
      report,
      answer: (['accuse', 'ask', 'pass'] as const)[roll(3)] ?? 'pass',
    });
  for (const agreement of legal.object) choices.push({ kind: 'object', agreement });
  for (const key of legal.lobby) choices.push({ kind: 'lobby', term: key, pc: 50 });
  for (const key of legal.denounce) if (roll(6) === 0) choices.push({ kind: 'denounce', term: key });
  const terms = offeredTerms(scenario, legal, roll);
  if (terms.length > 0)
    choices.push({ kind: 'propose', terms, readers: 'all', counterTo: legal.counter[0] ?? null, text: null });
  const order = legal.orders?.list[roll(legal.orders.list.length || 1)];
  if (order) {
    const target = order.targets[roll(order.targets.length)] ?? null;
    choices.push({
      kind: 'writeOrders',
      orders: [
        { order: order.order, target, intensity: 1 } as Extract<
          Command,
          { kind: 'writeOrders' }
        >['orders'][number],
      ],
    });
  }
  return choices[roll(choices.length)] ?? ready;
}

/**
 * A game of legal moves drawn at random, to its end.
 *
 * @param watch is shown each state as it comes
 */
export function playRandom(
  scenario: Scenario,
  seed: number,
  watch: (before: GameState, row: Row, after: GameState) => void = () => undefined,
): Played {
  const roll = dice(seed);
  let state = newGame(scenario, { seed: `random ${seed}`, mode: 'simulation' });
  const log: Row[] = [];
  const ask = (actor: Actor, command: Command): void => {
    const decision = decide(scenario, state, actor, command);
    if (!decision.ok) {
      const known = [
        'ALREADY_AGREED',
        'PC_SHORT',
        'NOTHING_CHANGES',
        'NEED_MISSING',
        'PAPERS_SPENT',
        'CONDITION_NOT_ALLOWED',
        'SNAPBACK_NOT_ALLOWED',
      ];
      if (known.includes(decision.refusal.code)) return;
      throw new Error(`${actor} ${JSON.stringify(command)} refused: ${JSON.stringify(decision.refusal)}`);
    }
    const before = state;
    for (const event of decision.events) state = evolve(state, event);
    const row = { actor, command, events: decision.events };
    log.push(row);
    watch(before, row, state);
  };
  ask('host', { kind: 'takeSeat', seat: 'ua', by: 'human' });
  ask('host', { kind: 'start' });
  for (let step = 0; step < 4_000 && state.world.phase !== 'ended'; step++) {
    const seat = SEATS[roll(SEATS.length)] as Seat;
    if (roll(40) === 0) ask('clock', { kind: 'closeTalks' });
    else ask(seat, offeredCommand(scenario, state, seat, roll));
  }
  return { state, log };
}
