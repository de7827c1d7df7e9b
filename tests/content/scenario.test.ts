import { describe, expect, test } from 'vitest';
import { PLAYABLE, scenarioOf } from '../../shared/content/index.ts';
import { EDITION_RULES } from '../../shared/content/editions.ts';
import { ORDERS } from '../../shared/content/orders.ts';
import { PROVISIONS } from '../../shared/content/provisions.ts';
import { EDITIONS, MEASURES, REGIONS, SEATS, SECTORS, TABLES } from '../../shared/rules/types.ts';
import type { Provision, Scenario } from '../../shared/rules/scenario.ts';
import type { Edition } from '../../shared/rules/types.ts';

const lesson = scenarioOf('lesson');
const provisionIds = new Set(lesson.provisions.map((provision) => provision.id));

function found(scenario: Scenario, id: string): Provision {
  const item = scenario.provisions.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`no provision ${id}`);
  return item;
}

function provision(id: string): Provision {
  return found(lesson, id);
}

describe('the lesson edition', () => {
  test('has the twenty-six provisions and twenty-four orders of the trials', () => {
    expect(provisionIds.size).toBe(26);
    expect(lesson.orders).toHaveLength(24);
  });

  test('shows six tables, and who sits at a folded table sits at both', () => {
    const shown = new Set(TABLES.map((table) => lesson.edition.tables[table] ?? table));
    expect([...shown]).toEqual(['C', 'S', 'N', 'G', 'U', 'P']);
    expect(lesson.members.N.members).toEqual(['us', 'ru', 'cn']);
    expect(lesson.members.T).toEqual(lesson.members.N);
    expect(lesson.members.U.members).toEqual(['us', 'eu', 'ua', 'nato']);
    expect(scenarioOf('campaign').members.N.members).toEqual(['us', 'ru']);
  });

  test('waives needs outside itself and keeps those inside', () => {
    expect(
      PROVISIONS.find(({ id }) => id === 'force-ceilings')?.needs.map((need) => need.provision),
    ).toContain('inspections');
    expect(provision('force-ceilings').needs).toEqual([{ provision: 'council', level: 1 }]);
  });

  test('is assembled once', () => {
    expect(scenarioOf('lesson')).toBe(lesson);
  });
});

describe('the longer editions', () => {
  test('can all be played', () => {
    expect(PLAYABLE).toEqual(EDITIONS);
  });

  const double = scenarioOf('double');
  const campaign = scenarioOf('campaign');

  test('each edition holds all of the one before, and the campaign the whole catalogue', () => {
    const ids = (scenario: typeof lesson) => scenario.provisions.map(({ id }) => id);
    expect(ids(double)).toHaveLength(46);
    expect(ids(campaign)).toEqual(PROVISIONS.map(({ id }) => id));
    expect(ids(campaign)).toHaveLength(66);
    expect(ids(double)).toEqual(expect.arrayContaining(ids(lesson)));
    for (const order of lesson.orders) expect(double.orders.map(({ id }) => id)).toContain(order.id);
    for (const order of double.orders) expect(campaign.orders.map(({ id }) => id)).toContain(order.id);
    expect(campaign.orders).toHaveLength(ORDERS.length);
  });

  test('ids are one of a kind', () => {
    for (const list of [PROVISIONS, ORDERS]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  });

  test('the campaign waives no need', () => {
    const needs = (list: readonly Provision[]) => list.flatMap((item) => item.needs);
    expect(needs(campaign.provisions)).toEqual(needs(PROVISIONS));
  });

  test('under a standstill seven kinds of arms and guarantees need Russia too', () => {
    const held = campaign.provisions.filter((item) => item.needsRussiaUnderStandstill);
    expect(held.map(({ id }) => id).toSorted()).toEqual([
      'air-defence',
      'defence-industry',
      'guarantees',
      'reassurance-force',
      'security-agreements',
      'training',
      'us-backstop',
    ]);
    for (const item of held) expect(item.signs.ru).toBeUndefined();
  });

  test('what has to be ratified names bodies that ratify', () => {
    const ratified = campaign.provisions.filter((item) => item.ratifiedBy);
    expect(ratified.map(({ id }) => id).toSorted()).toEqual([
      'eu-accession',
      'guarantees',
      'joint-borrowing',
      'line-of-control',
      'new-start',
      'relief-assets',
      'relief-gas',
      'ukraine-alignment',
    ]);
    for (const item of ratified)
      for (const seat of item.ratifiedBy ?? []) {
        expect(['us', 'eu', 'ua']).toContain(seat);
        expect(item.signs[seat]).toBe(1);
      }
  });

  test('relief is of seven kinds, with a stake, a precedent and something for Russia’s economy in each', () => {
    const relief = campaign.provisions.filter((item) => item.relief);
    expect(relief).toHaveLength(7);
    for (const { effects, table } of relief) {
      expect(table).toBe('S');
      for (const on of ['stake', 'precedent', 'russiaEconomy'])
        expect(effects.find((effect) => effect.on === on)?.by[0]).toBeGreaterThan(0);
    }
  });

  test('humanitarian returns stay the only ones of their kind, and no small step is added', () => {
    const special = campaign.provisions.filter((item) => item.humanitarian || item.smallStep > 0);
    const before = lesson.provisions.filter((item) => item.humanitarian || item.smallStep > 0);
    expect(special.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  test('a scope belongs to the guardrails; what lies on the line of contact lands in the south', () => {
    expect(campaign.provisions.filter((item) => item.scoped).map(({ table }) => table)).toEqual(
      Array.from({ length: 6 }, () => 'G'),
    );
    for (const id of ['disengagement', 'demilitarised-zone', 'force-limits'])
      expect(campaign.provisions.find((item) => item.id === id)).toMatchObject({ scoped: false });
  });

  test.each([double, campaign])(
    '$edition.id: every seat has orders to choose from and one to be tempted by',
    (scenario) => {
      for (const seat of SEATS) {
        const own = scenario.orders.filter((order) => order.seat === seat);
        expect(own.length).toBeGreaterThanOrEqual(scenario === double ? 9 : 10);
        const covert = own.filter((order) => order.violates.some((breach) => !breach.overt));
        expect(covert.length).toBeGreaterThan(0);
        expect(own.flatMap((order) => order.does ?? []).toSorted()).toEqual([
          'address',
          'inspect',
          'intelligence',
        ]);
      }
    },
  );

  test('what an order breaks in the open it does not also break in secret, where both could stand', () => {
    const mixed = campaign.orders.filter(
      (order) =>
        order.violates.some((breach) => breach.overt) && order.violates.some((breach) => !breach.overt),
    );
    expect(mixed.map(({ id }) => id)).toEqual([]);
  });

  test('a nuclear signal pays nobody who sends it', () => {
    for (const id of ['us.nuclear-signal', 'ru.nuclear-signal']) {
      const order = campaign.orders.find((candidate) => candidate.id === id);
      if (!order) throw new Error(`no order ${id}`);
      expect(order.effects).toContainEqual({ on: 'escalation', by: 5 });
      for (const mandate of Object.values(campaign.mandates[order.seat])) {
        const weights: Partial<Record<string, number>> = mandate.weights;
        const worth = order.effects.reduce((sum, { on, by }) => sum + (weights[on] ?? 0) * by, 0);
        expect(worth).toBeLessThan(-0.1);
      }
    }
  });

  test('the horizon can be abandoned: it binds who could go behind the others’ backs', () => {
    const breaking = campaign.orders.filter((order) =>
      order.violates.some((breach) => breach.provision === 'horizon'),
    );
    expect(breaking.map(({ id }) => id).toSorted()).toEqual(['ru.offensive', 'us.offer-veto']);
  });
});

describe('editions', () => {
  test.each(EDITIONS)('%s: a class preset takes fewer rounds, scopes are regions north to south', (id) => {
    const edition = EDITION_RULES[id];
    expect(edition.fewestRounds).toBeLessThan(edition.rounds);
    for (const scope of edition.scopes)
      expect(scope).toEqual(REGIONS.filter((region) => scope.includes(region)));
    expect(edition.agenda.kept).toBeLessThanOrEqual(edition.agenda.dealt);
  });

  test('the campaign lets a guardrail stand on any of the fifteen sets of regions', () => {
    expect(new Set(EDITION_RULES.campaign.scopes.map(String)).size).toBe(15);
  });
});

describe('provisions', () => {
  test.each(PROVISIONS)('$id: figures for every level, signatories and PC that fit', (item) => {
    expect(Object.keys(item.signs).length).toBeGreaterThan(0);
    expect(item.effects.filter((effect) => effect.by.length !== item.levels)).toEqual([]);
    expect(Object.keys(item.signs)).toEqual(expect.arrayContaining(Object.keys(item.costs)));
    for (const costs of Object.values(item.costs)) expect(costs).toHaveLength(item.levels);
    expect(item.smallStep).toBeLessThanOrEqual(item.levels);
    for (const costs of Object.values(item.costs))
      for (const cost of costs.slice(0, item.smallStep)) expect(cost).toBe(0);
    for (const seat of item.concerns)
      expect(item.signs[seat] ?? 2, `${seat} signs already`).toBeGreaterThan(1);
    expect(new Set(item.effects.map((effect) => effect.on)).size).toBe(item.effects.length);
    const regional = item.effects.some((effect) => effect.on === 'transparency' || effect.on === 'limits');
    expect(item.scoped).toBe(regional && item.table === 'G');
    expect(item.editions).toContain('campaign');
  });

  test('every need points at a provision that has the level', () => {
    const unmet = PROVISIONS.flatMap((item) => item.needs).filter(
      (need) => !PROVISIONS.some(({ id, levels }) => id === need.provision && levels >= need.level),
    );
    expect(unmet).toEqual([]);
  });

  test('the declared small steps are these and no others', () => {
    const steps = lesson.provisions
      .filter((item) => item.smallStep > 0)
      .map((item) => [item.id, item.smallStep]);
    expect(Object.fromEntries(steps)).toEqual({
      'humanitarian-returns': 2,
      embassies: 1,
      'military-hotlines': 1,
      council: 1,
      'stability-talks': 1,
    });
  });

  test('humanitarian returns are never priced', () => {
    expect(provision('humanitarian-returns')).toMatchObject({ humanitarian: true, costs: {}, needs: [] });
  });

  test('relief is what lifts sanctions, and each relief builds a stake', () => {
    const relief = lesson.provisions.filter((item) => item.relief).map((item) => item.id);
    expect(relief).toEqual(['relief-maritime', 'relief-finance', 'relief-assets']);
    for (const id of relief) {
      const on = provision(id).effects.map((effect) => effect.on);
      expect(on).toContain('stake');
      expect(on).toContain('precedent');
    }
  });

  test('what is part of the ceasefire lapses with it', () => {
    const parts = lesson.provisions.filter((item) => item.lapsesWithTruce).map((item) => item.id);
    expect(parts).toEqual(['full-ceasefire', 'monitoring', 'incident-cell']);
  });

  test('China signs the talks only once it sits at the table', () => {
    expect(provision('stability-talks').signs.cn).toBe(2);
  });

  test('only NATO, Russia and the US can put up guardrails, and NATO pays for each', () => {
    for (const item of lesson.provisions.filter((candidate) => candidate.scoped)) {
      expect(Object.keys(item.signs).toSorted()).toEqual(['nato', 'ru', 'us']);
      expect(item.costs.nato?.[0]).toBeGreaterThan(0);
    }
  });
});

describe('orders', () => {
  test.each(SEATS)('%s has four orders, one of which would breach something', (seat) => {
    const own = lesson.orders.filter((order) => order.seat === seat);
    expect(own).toHaveLength(4);
    expect(own.some((order) => order.violates.length > 0)).toBe(true);
  });

  test.each(ORDERS)('$id: id, target and breaches are sound', (order) => {
    expect(order.id.startsWith(`${order.seat}.`)).toBe(true);
    expect(order.target === 'sector').toBe(order.sectors !== undefined);
    for (const sector of order.sectors ?? []) expect(SECTORS).toContain(sector);
    for (const effect of order.effects) expect(MEASURES).toContain(effect.on);
    const harmless = order.violates.filter(({ provision: id, level }) => {
      const broken = PROVISIONS.find((item) => item.id === id);
      return broken?.signs[order.seat] === undefined || broken.levels < level;
    });
    expect(harmless).toEqual([]);
  });

  test('attacks and strikes are war orders and break a ceasefire in the open', () => {
    for (const id of ['ru.offensive', 'ru.air-campaign', 'ua.long-range']) {
      const order = lesson.orders.find((candidate) => candidate.id === id);
      expect(order?.when).toBe('war');
      expect(order?.violates).toContainEqual({ provision: 'full-ceasefire', level: 1, overt: true });
    }
  });

  test('an offensive goes where the front is hot, an exercise where it is not', () => {
    const hot = new Set(lesson.sectors.filter((sector) => sector.hot).map((sector) => sector.id));
    const of = (id: string) => lesson.orders.find((order) => order.id === id)?.sectors ?? [];
    expect(of('ru.offensive')).toEqual(['SUM', 'KHA', 'DON', 'ZAP', 'KHE']);
    expect(of('ru.offensive').every((sector) => hot.has(sector))).toBe(true);
    expect(of('ru.exercise').some((sector) => hot.has(sector))).toBe(false);
    expect(of('ru.stand-down')).toHaveLength(SECTORS.length);
  });

  test('only China can cut what feeds rearmament', () => {
    const cuts = lesson.orders.filter((order) =>
      order.effects.some(({ on, by }) => on === 'rearmament' && by < 0),
    );
    expect(cuts.map((order) => order.id)).toEqual(['cn.dual-down']);
  });
});

describe('sectors', () => {
  test('run north to south, and the Finnish ones sum to 830 miles', () => {
    expect(lesson.sectors.map((sector) => sector.id)).toEqual(SECTORS);
    const finnish = lesson.sectors.filter((sector) => ['LAP', 'KAI', 'NKA', 'KYM'].includes(sector.id));
    expect(finnish.reduce((sum, sector) => sum + sector.miles, 0)).toBe(830);
  });

  test.each(REGIONS)('%s: the weights of its flash points sum to 100', (region) => {
    const weights = lesson.sectors
      .filter((sector) => sector.region === region)
      .map((sector) => sector.weight);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  test('military control is told only where there is fighting', () => {
    const told = lesson.sectors.filter((sector) => sector.start.control > 0);
    expect(told.map((sector) => sector.id)).toEqual(['SUM', 'KHA', 'DON', 'ZAP', 'KHE', 'CRI']);
  });

  test('start values lie within their scale', () => {
    const values = lesson.sectors.flatMap((sector) => Object.values(sector.start));
    expect(values.filter((value) => value < 0 || value > 100)).toEqual([]);
  });
});

describe('starters', () => {
  test.each(
    EDITIONS.flatMap((id) => scenarioOf(id).starters.map((starter) => ({ ...starter, edition: id }))),
  )('$edition: $id names exactly the seats its terms bind', (starter) => {
    const scenario = scenarioOf(starter.edition);
    const provision = (id: string) => found(scenario, id);
    const bound = SEATS.filter((seat) =>
      starter.terms.some((term) => (provision(term.provision).signs[seat] ?? 4) <= term.level),
    );
    expect([...starter.signatories].toSorted()).toEqual(bound.toSorted());
    expect(starter.terms.length).toBeLessThanOrEqual(scenario.edition.terms);
    for (const term of starter.terms) {
      expect(provision(term.provision).levels).toBeGreaterThanOrEqual(term.level);
      for (const need of provision(term.provision).needs)
        expect(
          starter.terms.some((other) => other.provision === need.provision && other.level >= need.level),
        ).toBe(true);
    }
  });

  test('the short cut grows with the edition: business in the lesson, the veto pledge in the longer ones', () => {
    const ids = (id: Edition) => scenarioOf(id).starters.map((starter) => starter.id);
    expect(ids('lesson')).toContain('short-cut');
    for (const longer of ['double', 'campaign'] as const) {
      expect(ids(longer)).not.toContain('short-cut');
      expect(ids(longer)).toContain('short-cut-with-pledge');
      expect(ids(longer)).toHaveLength(5);
    }
  });

  test('relief lies ready under snapback only', () => {
    const relief = lesson.starters
      .flatMap((starter) => starter.terms)
      .filter((term) => provision(term.provision).relief);
    expect(relief).toEqual([{ provision: 'relief-maritime', level: 1, snapback: true }]);
  });
});

describe('start', () => {
  test('every measure has a start within its scale', () => {
    expect(Object.keys(lesson.measures)).toEqual([...MEASURES]);
    expect(Object.values(lesson.measures).filter((value) => value < 0 || value > 100)).toEqual([]);
  });

  test('China has something to cut: restraint takes rearmament down in full from the start', () => {
    const cut = provision('dual-use-restraint').effects.find((effect) => effect.on === 'rearmament');
    expect(lesson.measures.rearmament + Math.min(...(cut?.by ?? [0]))).toBeGreaterThan(0);
  });

  test('the seats that fight each other trust each other least', () => {
    const others = SEATS.filter((seat) => seat !== 'ua' && seat !== 'ru');
    for (const seat of others) expect(lesson.trust.ua.ru).toBeLessThan(lesson.trust.ua[seat]);
    expect(lesson.trust.ru.cn).toBeGreaterThan(lesson.trust.ru.us);
  });
});
