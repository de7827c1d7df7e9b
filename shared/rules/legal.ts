import { mayAnswer } from './breach.ts';
import { costOfOrder, targetsOf, violatedBy } from './orders.ts';
import type { OrderRule, Provision, Scenario } from './scenario.ts';
import type { GameState, Proposal, World } from './state.ts';
import { steady } from './steady.ts';
import { channelsOf } from './press.ts';
import { mayObject } from './dissent.ts';
import { freePc, mayRead, openProposals, scopesFor } from './talks.ts';
import { boundBy, costOfTerms, levelOver, liveTerms, provisionFor } from './terms.ts';
import { ratifiersOf } from './treaty.ts';
import { REGIONS } from './types.ts';
import { NOTHING } from './nothing.ts';
import type { Level, Seat } from './types.ts';
import type { Legal, LegalOrder, LegalProvision } from './view.ts';

/** What a seat may do now, as data (LEGAL-1): everything here is accepted if asked with what it names. */
export function legalFor(scenario: Scenario, state: GameState, seat: Seat): Legal {
  const { phase } = state.world;
  switch (phase) {
    case 'lobby':
      return { ...NOTHING, start: state.world.host === seat };
    case 'briefing': {
      const { agendaDealt } = state.secrets[seat];
      const keep = Math.min(scenario.edition.agenda.kept, agendaDealt.length);
      return {
        ...NOTHING,
        channels: channelsOf(scenario, seat),
        agenda: keep < agendaDealt.length ? { dealt: agendaDealt, keep } : null,
        ready: true,
      };
    }
    case 'ended':
      return { ...NOTHING, channels: channelsOf(scenario, seat) };
    case 'talks':
      return duringTalks(scenario, state, seat);
  }
}

function duringTalks(scenario: Scenario, state: GameState, seat: Seat): Legal {
  const { world, secrets } = state;
  const { edition } = scenario;
  const free = freePc(scenario, state, seat);
  const readable = state.hidden.papers.filter(
    (paper) => paper.state === 'open' && mayRead(scenario, paper, seat),
  );
  const unsigned = readable.filter(
    (paper) => paper.signatories.includes(seat) && !paper.signatures.includes(seat),
  );
  const left = edition.proposals - openProposals(state, seat).length;
  return {
    ...NOTHING,
    propose: left > 0 ? { left, terms: edition.terms, provisions: proposable(scenario, world) } : null,
    sign: unsigned.filter((paper) => costOfTerms(scenario, paper.terms, seat) <= free).map(idOf),
    reject: unsigned.map(idOf),
    counter: left > 0 ? readable.filter((paper) => paper.author !== seat).map(idOf) : [],
    withdraw: readable.filter((paper) => paper.author === seat).map(idOf),
    object: world.agreements
      .filter((agreement) => mayObject(scenario, state, seat, agreement) === null)
      .map((agreement) => agreement.id),
    denounce: edition.denouncing
      ? world.agreements.flatMap((agreement) =>
          agreement.terms
            .filter(
              (term) =>
                boundBy(provisionFor(scenario, term.provision), term.level).includes(seat) &&
                (term.state === 'inForce' || term.state === 'pending') &&
                term.endsAt === null,
            )
            .map((term) => term.key),
        )
      : [],
    lobby: world.agreements.flatMap((agreement) =>
      agreement.terms
        .filter((term) => term.state === 'pending' && ratifiersOf(scenario, term).includes(seat))
        .map((term) => term.key),
    ),
    orders: { limit: edition.orders, intensity: edition.intensity, list: writable(scenario, state, seat) },
    reports: secrets[seat].reports.filter(mayAnswer).map((report) => report.id),
    channels: channelsOf(scenario, seat),
    ready: true,
  };
}

function idOf(paper: Proposal): Proposal['id'] {
  return paper.id;
}

/** Lists that follow from what is agreed and little else: the same for every seat's view, and after most acts. */
const lists = new WeakMap<Scenario, WeakMap<World['agreements'], Map<string, readonly unknown[]>>>();
const NO_AGREEMENTS: World['agreements'] = [];

function remembered<T>(
  scenario: Scenario,
  { agreements }: World,
  name: string,
  make: () => readonly T[],
): readonly T[] {
  const key = agreements.length === 0 ? NO_AGREEMENTS : agreements;
  const here = entryOf(
    entryOf(lists, scenario, () => new WeakMap()),
    key,
    () => new Map(),
  );
  return entryOf(here, name, make) as readonly T[];
}

/** The entry of a map, made where there is none. */
function entryOf<K, V>(
  map: { get: (key: K) => V | undefined; set: (key: K, value: V) => unknown },
  key: K,
  make: () => V,
): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function proposable(scenario: Scenario, world: World): readonly LegalProvision[] {
  return remembered(scenario, world, `provisions/${world.round}`, () => {
    const live = liveTerms(world).map(({ term }) => term);
    return scenario.provisions
      .filter((provision) => world.round >= (scenario.edition.opens[provision.table] ?? 1))
      .map((provision) => {
        const bare = bareProvision(scenario, provision);
        const needs = steady(
          bare.needs,
          provision.needs.filter((need) => levelOver(live, need.provision, REGIONS) < need.level),
        );
        return needs === bare.needs ? bare : { ...bare, needs };
      });
  });
}

/** Orders a seat could pay for now, were it to start its sheet afresh (ORD-4). */
function writable(scenario: Scenario, state: GameState, seat: Seat): readonly LegalOrder[] {
  const bare: GameState = {
    ...state,
    secrets: { ...state.secrets, [seat]: { ...state.secrets[seat], orders: [] } },
  };
  const free = freePc(scenario, bare, seat);
  const rules = scenario.orders.filter((rule) => rule.seat === seat && costOfOrder(rule, 1) <= free);
  return remembered(scenario, state.world, `orders/${seat}/${rules.length}`, () =>
    rules.map((rule) => {
      const order = bareOrder(scenario, rule);
      const violates = violatedBy(scenario, state.world, rule);
      return violates.length === 0 ? order : { ...order, violates };
    }),
  );
}

/** Entries as they are while nothing is agreed: one object for all games. */
const bareProvisions = new WeakMap<Scenario, Map<string, LegalProvision>>();
const bareOrders = new WeakMap<Scenario, Map<string, LegalOrder>>();

function bareProvision(scenario: Scenario, { id, levels, scoped, needs }: Provision): LegalProvision {
  return entryOf(
    entryOf(bareProvisions, scenario, () => new Map()),
    id,
    () => ({
      provision: id,
      levels: ([1, 2, 3] as const).slice(0, levels) as readonly Level[],
      scopes: scopesFor(scenario, scoped),
      needs,
    }),
  );
}

function bareOrder(scenario: Scenario, rule: OrderRule): LegalOrder {
  return entryOf(
    entryOf(bareOrders, scenario, () => new Map()),
    rule.id,
    () => ({
      order: rule.id,
      cost: costOfOrder(rule, 1),
      targets: targetsOf(scenario, rule),
      violates: [],
    }),
  );
}
