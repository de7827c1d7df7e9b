import type { GameEvent } from './event.ts';
import type {
  AgreedTerm,
  Agreement,
  GameState,
  Hidden,
  LedgerLine,
  Proposal,
  Report,
  SeatSeen,
  Secrets,
  World,
} from './state.ts';
import { bareAfter, within } from './tracks.ts';
import { SEATS } from './types.ts';
import type { AgreementId, BySeat, ProposalId, ReportId, Seat, TermKey } from './types.ts';

/**
 * The state after `event`. Never fails: whether it may happen was settled by `decide`.
 *
 * Parts that an event does not touch keep their reference, so that only changed slices are published.
 */
export function evolve(state: GameState, event: GameEvent): GameState {
  const { world } = state;
  switch (event.kind) {
    case 'seatTaken':
      return inWorld(seen(state, event.seat, { taken: event.by }), event.host ? { host: event.seat } : {});
    case 'standInSat': {
      const { standIn: _, ...people } = world.seats[event.seat];
      const sits = event.why === null ? people : { ...people, standIn: event.why };
      return inWorld(state, { seats: { ...world.seats, [event.seat]: sits } });
    }
    case 'briefingOpened': {
      let next = inWorld(state, { phase: 'briefing' });
      for (const { seat, cards } of event.deals) next = inSecrets(next, seat, { agendaDealt: cards });
      return inHidden(next, { streams: event.streams });
    }
    case 'agendaChosen':
      return inSecrets(state, event.seat, { agenda: event.cards });
    case 'instructed':
      return inSecrets(state, event.seat, { instructions: event.text });
    case 'talksOpened':
      return inWorld(state, {
        phase: 'talks',
        round: event.round,
        date: event.date,
        seats: noneReady(world),
      });

    case 'proposed': {
      const { proposal } = event;
      const { counters, papers } = state.hidden;
      const next = inHidden(state, {
        papers: [...papers, proposal],
        counters: { ...counters, paper: counters.paper + 1 },
      });
      return metWith(next, proposal.author, proposal.signatories);
    }
    case 'signed':
      return paper(state, event.proposal, ({ signatures, rejections }) => {
        const { [event.seat]: rejected, ...rest } = rejections;
        return {
          signatures: SEATS.filter((s) => s === event.seat || signatures.includes(s)),
          rejections: rejected ? rest : rejections,
        };
      });
    case 'rejected': {
      const anew = !state.hidden.papers.find((p) => p.id === event.proposal)?.rejections[event.seat];
      const next = paper(state, event.proposal, ({ rejections }) => ({
        rejections: { ...rejections, [event.seat]: event.rejection },
      }));
      return anew ? inSecrets(next, event.seat, { reasons: state.secrets[event.seat].reasons + 1 }) : next;
    }
    case 'withdrawn':
      return paper(state, event.proposal, () => ({ state: 'withdrawn' }));
    case 'proposalLapsed':
      return paper(state, event.proposal, () => ({ state: 'lapsed' }));
    case 'agreed': {
      const { counters } = state.hidden;
      const next = inHidden(
        paper(state, event.agreement.proposal, () => ({ state: 'agreed' })),
        { counters: { ...counters, agreement: counters.agreement + 1 } },
      );
      return inWorld(next, { agreements: [...world.agreements, event.agreement] });
    }
    case 'held':
      return inSecrets(state, event.seat, { reasons: state.secrets[event.seat].reasons + 1 });
    case 'signatoriesAdded':
      return paper(state, event.proposal, ({ signatories }) => ({
        signatories: SEATS.filter((s) => signatories.includes(s) || event.seats.includes(s)),
      }));
    case 'objected':
      return agreement(state, event.agreement, ({ objections }) => ({
        objections: [...objections, event.seat],
      }));
    case 'denounceNoticed':
      return seen(
        term(state, event.term, () => ({ endsAt: event.endsAt })),
        event.seat,
        { denounced: world.seats[event.seat].denounced + 1 },
      );
    case 'ordersWritten':
      return inSecrets(state, event.seat, { orders: event.orders });
    case 'said': {
      const { counters, press } = state.hidden;
      const next = inHidden(state, {
        press: [...press, event.message],
        counters: { ...counters, message: counters.message + 1 },
      });
      const { channel, from } = event.message;
      return channel.startsWith('seat:') ? metWith(next, from, [channel.slice(5) as Seat]) : next;
    }
    case 'promised':
      return inHidden(state, { promises: [...(state.hidden.promises ?? []), event.promise] });
    case 'promiseSettled':
      return inHidden(state, {
        promises: (state.hidden.promises ?? []).map((promise) =>
          promise.id === event.promise ? { ...promise, state: event.outcome } : promise,
        ),
      });
    case 'readySet':
      return seen(state, event.seat, { ready: event.ready });
    case 'cardInjected':
      return inHidden(state, { injected: [...state.hidden.injected, event.card] });
    case 'reportAnswered':
      return report(state, event.seat, event.report, () => ({ answer: event.answer }));
    case 'reportSettled':
      return report(state, event.seat, event.report, () => ({ finding: event.finding, certain: true }));

    case 'talksClosed':
      return state;
    case 'lobbied':
      return term(state, event.term, ({ lobbied }) => ({
        lobbied: { ...lobbied, [event.seat]: (lobbied[event.seat] ?? 0) + event.pc },
      }));
    case 'termNarrowed':
      return term(state, event.term, () => ({ scope: event.scope }));
    case 'ratified':
      return term(state, event.term, ({ ratified }) => ({ ratified: [...ratified, event.seat] }));
    case 'termMoved':
      return term(state, event.term, ({ suspendedUntil }) => ({
        state: event.state,
        since: world.round,
        why: event.why,
        suspendedUntil: event.until === undefined ? suspendedUntil : event.until,
      }));
    case 'orderCarriedOut': {
      const { played } = state.hidden;
      return inHidden(state, {
        played: [...played, { round: world.round, seat: event.seat, order: event.order }],
      });
    }
    case 'moved':
      return moved(state, event);
    case 'sectorMoved':
      return inWorld(state, {
        sectors: { ...world.sectors, [event.sector]: { ...world.sectors[event.sector], ...event.change } },
      });
    case 'truceMoved':
      return inWorld(state, { truce: event.truce });
    case 'reported': {
      const { counters, truths } = state.hidden;
      const next = inSecrets(state, event.seat, {
        reports: [...state.secrets[event.seat].reports, event.report],
      });
      return inHidden(next, {
        truths: { ...truths, [event.report.id]: event.breach },
        counters: { ...counters, report: counters.report + 1 },
      });
    }
    case 'breached':
      return inHidden(seen(state, event.seat, { breaches: world.seats[event.seat].breaches + 1 }), {
        established: [...state.hidden.established, event.breach],
      });
    case 'pcMoved':
      return inSecrets(state, event.seat, { pc: state.secrets[event.seat].pc + event.by });
    case 'trustMoved': {
      const { trust } = state.secrets[event.seat];
      const value = within(trust[event.in].value + event.by, 0, world.seats[event.in].trustCap);
      return inSecrets(state, event.seat, { trust: { ...trust, [event.in]: { value, why: event.cause } } });
    }
    case 'trustCapped':
      return seen(state, event.seat, { trustCap: event.cap });
    case 'cardDrawn': {
      const next = inWorld(state, { cards: [...world.cards, { round: world.round, card: event.card }] });
      return event.injected
        ? inHidden(next, { injected: state.hidden.injected.filter((card) => card !== event.card) })
        : next;
    }
    case 'keptWord':
      return seen(state, event.seat, { kept: world.seats[event.seat].kept + 1 });
    case 'dispatched':
      return { ...state, world: { ...world, dispatches: [...world.dispatches, event.dispatch] } };
    case 'roundClosed': {
      let next = state;
      for (const seat of SEATS)
        if (next.secrets[seat].orders.length > 0 || next.secrets[seat].intelligence)
          next = inSecrets(next, seat, { orders: [], intelligence: false });
      return inHidden(next, { streams: event.streams });
    }
    case 'intelligenceRaised':
      return inSecrets(state, event.seat, { intelligence: true });
    case 'ended':
      return inWorld(state, {
        phase: 'ended',
        date: event.date,
        result: event.result,
        seats: noneReady(world),
      });

    case 'predicted': {
      const { guesses = {}, votes = {} } = world.reveal ?? {};
      return inWorld(state, { reveal: { guesses: { ...guesses, [event.seat]: event.held }, votes } });
    }
    case 'voted': {
      const { guesses = {}, votes = {} } = world.reveal ?? {};
      const { [event.seat]: _, ...others } = votes;
      const cast = event.agreement === null ? others : { ...others, [event.seat]: event.agreement };
      return inWorld(state, { reveal: { guesses, votes: cast } });
    }
  }
}

function inWorld(state: GameState, change: Partial<World>): GameState {
  return { ...state, world: { ...state.world, ...change } };
}

function inHidden(state: GameState, change: Partial<Hidden>): GameState {
  return { ...state, hidden: { ...state.hidden, ...change } };
}

function inSecrets(state: GameState, seat: Seat, change: Partial<Secrets>): GameState {
  return { ...state, secrets: { ...state.secrets, [seat]: { ...state.secrets[seat], ...change } } };
}

function seen(state: GameState, seat: Seat, change: Partial<SeatSeen>): GameState {
  const { seats } = state.world;
  return inWorld(state, { seats: { ...seats, [seat]: { ...seats[seat], ...change } } });
}

function noneReady(world: World): BySeat<SeatSeen> {
  const seats = { ...world.seats };
  for (const seat of SEATS) if (seats[seat].ready) seats[seat] = { ...seats[seat], ready: false };
  return seats;
}

/** A seat has dealt with others: counted for process (SCORE-8). */
function metWith(state: GameState, seat: Seat, others: readonly Seat[]): GameState {
  const { talkedWith } = state.secrets[seat];
  const met = SEATS.filter(
    (other) => other !== seat && (talkedWith.includes(other) || others.includes(other)),
  );
  return met.length === talkedWith.length ? state : inSecrets(state, seat, { talkedWith: met });
}

function paper(state: GameState, id: ProposalId, change: (p: Proposal) => Partial<Proposal>): GameState {
  const { papers } = state.hidden;
  const at = papers.findIndex((p) => p.id === id);
  const before = papers[at];
  return before ? inHidden(state, { papers: papers.with(at, { ...before, ...change(before) }) }) : state;
}

function agreement(
  state: GameState,
  id: AgreementId,
  change: (a: Agreement) => Partial<Agreement>,
): GameState {
  return inWorld(state, {
    agreements: state.world.agreements.map((a) => (a.id === id ? { ...a, ...change(a) } : a)),
  });
}

function term(state: GameState, key: TermKey, change: (t: AgreedTerm) => Partial<AgreedTerm>): GameState {
  const id = key.slice(0, key.indexOf('/')) as AgreementId;
  return agreement(state, id, ({ terms }) => ({
    terms: terms.map((t) => (t.key === key ? { ...t, ...change(t) } : t)),
  }));
}

function report(
  state: GameState,
  seat: Seat,
  id: ReportId,
  change: (r: Report) => Partial<Report>,
): GameState {
  return inSecrets(state, seat, {
    reports: state.secrets[seat].reports.map((r) => (r.id === id ? { ...r, ...change(r) } : r)),
  });
}

function moved(state: GameState, event: Extract<GameEvent, { kind: 'moved' }>): GameState {
  const { world } = state;
  const { on, by, wanted, term: key } = event;
  const bare = bareAfter(world, on, wanted, key);
  return {
    ...state,
    world: {
      ...world,
      bare: bare === world.bare[on] ? world.bare : { ...world.bare, [on]: bare },
      measures: by === 0 ? world.measures : { ...world.measures, [on]: world.measures[on] + by },
      given: key ? givenAfter(world.given, key, on, wanted) : world.given,
      ledger: [...world.ledger, lineOf(world, event)],
    },
  };
}

/** The line of a move in the ledger of the world it happens in. */
export function lineOf(
  { round }: World,
  { on, by, wanted, cause }: Extract<GameEvent, { kind: 'moved' }>,
): LedgerLine {
  return { round, on, by, wanted, cause };
}

/** What all terms give after one of them gives more or less. */
export function givenAfter(
  given: World['given'],
  key: TermKey,
  on: keyof World['measures'],
  by: number,
): World['given'] {
  const before = given[key] ?? {};
  const amount = (before[on] ?? 0) + by;
  if (amount !== 0) return { ...given, [key]: { ...before, [on]: amount } };
  const { [on]: _, ...after } = before;
  if (Object.keys(after).length > 0) return { ...given, [key]: after };
  const { [key]: __, ...rest } = given;
  return rest;
}
