import { scenarioOf } from '../../shared/content/index.ts';
import { decide, evolve, newGame, viewFor } from '../../shared/rules/index.ts';
import { SEATS } from '../../shared/rules/index.ts';
import type {
  Actor,
  Command,
  GameEvent,
  GameState,
  Level,
  Order,
  ProposalId,
  ProvisionId,
  Refusal,
  Scenario,
  Seat,
  Term,
} from '../../shared/rules/index.ts';

export const lesson = scenarioOf('lesson');

/** The lesson with other switches or content, for rules that the lesson leaves out. */
export function variant(change: Partial<Scenario['edition']>, content: Partial<Scenario> = {}): Scenario {
  return { ...lesson, ...content, edition: { ...lesson.edition, ...change } };
}

/** A game under test: asks commands, keeps the events, and throws where a test expected a yes. */
export class Game {
  state: GameState;
  readonly events: GameEvent[] = [];
  readonly scenario: Scenario;

  constructor(scenario: Scenario = lesson, seed = 'test') {
    this.scenario = scenario;
    this.state = newGame(scenario, { seed, mode: 'table' });
  }

  ask(actor: Actor, command: Command): Refusal | null {
    const decision = decide(this.scenario, this.state, actor, command);
    if (!decision.ok) return decision.refusal;
    for (const event of decision.events) {
      this.events.push(event);
      this.state = evolve(this.state, event);
    }
    return null;
  }

  do(actor: Actor, command: Command): this {
    const refusal = this.ask(actor, command);
    if (refusal) throw new Error(`${actor} ${command.kind}: ${JSON.stringify(refusal)}`);
    return this;
  }

  /** Opens round 1 with six people at the tables. */
  begin(): this {
    for (const seat of SEATS) this.do('host', { kind: 'takeSeat', seat, by: 'human' });
    this.do('host', { kind: 'start' });
    return this.next();
  }

  /** Closes the phase: everyone is ready. */
  next(): this {
    for (const seat of SEATS)
      if (!this.state.world.seats[seat].ready) this.do(seat, { kind: 'setReady', ready: true });
    return this;
  }

  /** Proposes; the answer is the new paper's id. */
  propose(seat: Seat, terms: readonly Term[], readers: 'signatories' | 'table' | 'all' = 'all'): ProposalId {
    this.do(seat, { kind: 'propose', terms, readers, counterTo: null, text: null });
    return `p${this.state.hidden.counters.paper}`;
  }

  /** Proposes and has everyone sign. */
  agree(seat: Seat, ...terms: readonly Term[]): this {
    const id = this.propose(seat, terms);
    const paper = this.state.hidden.papers.find((candidate) => candidate.id === id);
    for (const signatory of paper?.signatories ?? [])
      if (!paper?.signatures.includes(signatory)) this.do(signatory, { kind: 'sign', proposal: id });
    return this;
  }

  order(seat: Seat, order: Order['order'], target: Order['target'] = null): this {
    return this.do(seat, { kind: 'writeOrders', orders: [{ order, target, intensity: 1 }] });
  }

  term(provision: ProvisionId) {
    return this.state.world.agreements
      .flatMap((agreement) => agreement.terms)
      .findLast((t) => t.provision === provision);
  }

  /** PC a seat can still promise, as its own screen says. */
  free(seat: Seat): number {
    return viewFor(this.scenario, this.state, seat).mine.pc.free;
  }

  /** The same game with some of its state set by hand, for rules that need a certain moment. */
  with(change: (state: GameState) => GameState): this {
    this.state = change(this.state);
    return this;
  }
}

export function term(provision: ProvisionId, level: Level = 1, ties: Partial<Term> = {}): Term {
  return { provision, level, scope: scopeFor(provision), conditions: [], snapback: [], ...ties };
}

function scopeFor(provision: ProvisionId): Term['scope'] {
  const scoped = lesson.provisions.find((candidate) => candidate.id === provision)?.scoped;
  return scoped ? (lesson.edition.scopes[0] ?? []) : [];
}

/** Gives every seat so much PC, in points. */
export function rich(state: GameState, pc = 50): GameState {
  const secrets = { ...state.secrets };
  for (const seat of SEATS) secrets[seat] = { ...secrets[seat], pc: pc * 100 };
  return { ...state, secrets };
}
