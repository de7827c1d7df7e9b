import { describe, expect, test } from 'vitest';
import type { Command, Order } from '../../shared/rules/index.ts';
import { scenarioOf } from '../../shared/content/index.ts';
import { violatedBy } from '../../shared/rules/orders.ts';
import { Game, rich, term, variant } from './game.ts';

function writing(...orders: readonly Order[]): Command {
  return { kind: 'writeOrders', orders };
}
const push: Order = { order: 'ru.offensive', target: 'DON', intensity: 1 };

describe('writing', () => {
  test.each<[string, 'ru' | 'us', Command, string]>([
    [
      '[ORD-2] not more than the edition has',
      'ru',
      writing(push, { order: 'ru.exercise', target: 'SUW', intensity: 1 }),
      'TOO_MANY_ORDERS',
    ],
    ['[ORD-1] not an order nobody knows', 'ru', writing({ ...push, order: 'ru.parade' }), 'ORDER_UNKNOWN'],
    ['[ORD-1] not another’s order', 'us', writing(push), 'ORDER_NOT_YOURS'],
    ['[ORD-3] not a target it cannot have', 'ru', writing({ ...push, target: 'LAP' }), 'TARGET_UNKNOWN'],
    ['[ORD-3] not without its target', 'ru', writing({ ...push, target: null }), 'TARGET_UNKNOWN'],
    [
      '[ORD-5] not an intensity the edition lacks',
      'ru',
      writing({ ...push, intensity: 2 }),
      'INTENSITY_UNKNOWN',
    ],
  ])('%s', (_rule, seat, command, code) => {
    const game = new Game().begin();
    const before = game.state;
    expect(game.ask(seat, command)).toMatchObject({ code });
    expect(game.state).toBe(before);
  });

  test('[ORD-2] none twice', () => {
    const game = new Game(variant({ orders: 3 })).begin();
    expect(game.ask('ru', writing(push, push))).toMatchObject({ code: 'ORDER_TWICE' });
  });

  test('[ORD-4] not beyond the PC that is free, and each writing replaces the one before', () => {
    const game = new Game().begin().with((state) => rich(state, 1));
    game.do('ru', writing(push));
    expect(game.free('ru')).toBe(20);
    game.do('ru', writing({ order: 'ru.stand-down', target: 'DON', intensity: 1 }));
    expect(game.free('ru')).toBe(100);
    game.with((state) => rich(state, 0.5));
    expect(game.ask('ru', writing(push))).toMatchObject({ code: 'PC_SHORT', needed: 80, free: 50 });
  });

  test('[CLOCK-3] not out of phase', () => {
    const game = new Game();
    expect(game.ask('ru', writing(push))).toMatchObject({ code: 'NOT_YOUR_PHASE', needs: ['talks'] });
  });
});

describe('carrying out', () => {
  test('[ORD-7] the order of arrival does not matter', () => {
    const play = (reversed: boolean) => {
      const game = new Game().begin();
      const written: (() => Game)[] = [
        () => game.order('us', 'us.arms'),
        () => game.order('ru', 'ru.offensive', 'DON'),
        () => game.order('ua', 'ua.fortify', 'DON'),
      ];
      for (const write of reversed ? written.toReversed() : written) write();
      return game.next().state;
    };
    expect(play(true)).toEqual(play(false));
  });

  test('[ORD-6] the same again within three rounds counts less', () => {
    const game = new Game().begin().with((state) => rich(state));
    const given: number[] = [];
    for (let round = 1; round <= 4; round++) {
      game.order('us', 'us.arms').next();
      const line = game.state.world.ledger.find(
        (entry) => entry.round === round && entry.cause.id === 'us.arms' && entry.on === 'ukraineDefence',
      );
      given.push(line?.wanted ?? 0);
    }
    expect(given).toEqual([220, 154, 108, 75]);
  });

  test('[ORD-5] a higher intensity gives more and costs more', () => {
    const game = new Game(variant({ intensity: 3 })).begin().with((state) => rich(state));
    game.do('us', writing({ order: 'us.arms', target: null, intensity: 3 })).next();
    const line = game.state.world.ledger.find(
      (entry) => entry.cause.id === 'us.arms' && entry.on === 'ukraineDefence',
    );
    expect(line?.wanted).toBe(Math.round(2.2 * 240));
  });

  test('[RESOLVE-1] what is signed in the same talks does not yet bind an order', () => {
    const game = new Game().begin().with((state) => rich(state));
    game.agree('ua', term('full-ceasefire', 2));
    game.order('ru', 'ru.offensive', 'DON').next();
    expect(game.state.world.seats.ru.breaches).toBe(0);
    expect(game.state.world.truce.level).toBe(2);
  });
});

describe('the front', () => {
  test('[FRONT-1, FRONT-4] an offensive moves its sector a little, and never one that is quiet', () => {
    const game = new Game().begin().with((state) => rich(state));
    const before = game.state.world.sectors;
    game.order('ru', 'ru.offensive', 'DON').next();
    const after = game.state.world.sectors;
    expect(after.DON.control - before.DON.control).toBeGreaterThanOrEqual(0);
    expect(after.DON.control - before.DON.control).toBeLessThanOrEqual(250);
    expect(after.KHA.control).toBe(before.KHA.control);
  });

  test('[FRONT-7] digging in slows it', () => {
    let open = 0;
    let dug = 0;
    for (let i = 0; i < 20; i++) {
      const plain = new Game(undefined, `dig ${i}`).begin();
      const start = plain.state.world.sectors.DON.control;
      open += plain.order('ru', 'ru.offensive', 'DON').next().state.world.sectors.DON.control - start;
      const fortified = new Game(undefined, `dig ${i}`).begin().with((state) => ({
        ...state,
        world: {
          ...state.world,
          sectors: { ...state.world.sectors, DON: { ...state.world.sectors.DON, fortification: 10_000 } },
        },
      }));
      dug += fortified.order('ru', 'ru.offensive', 'DON').next().state.world.sectors.DON.control - start;
    }
    expect(dug).toBeLessThan(open);
  });

  test('[FRONT-7] an order to a region leaves its hot sectors alone', () => {
    const game = new Game().begin();
    const before = game.state.world.sectors;
    game.order('nato', 'nato.reinforce', 'south').next();
    expect(game.state.world.sectors.DON.forcesWest).toBe(before.DON.forcesWest);
    game.order('nato', 'nato.reinforce', 'baltic').next();
    expect(game.state.world.sectors.SUW.forcesWest).toBeGreaterThan(before.SUW.forcesWest);
  });

  test('[FRONT-7] an exercise readies the side that holds it', () => {
    const campaign = scenarioOf('campaign');
    const game = new Game(campaign).begin().with((state) => rich(state));
    const before = game.state.world.sectors.SUW;
    game.order('nato', 'nato.exercise', 'baltic').next();
    expect(game.state.world.sectors.SUW.readinessWest).toBeGreaterThan(before.readinessWest);
    expect(game.state.world.sectors.SUW.readinessEast).toBe(before.readinessEast);
  });

  test('[TREATY-9] a ceiling in the north binds no order elsewhere', () => {
    const campaign = variant({ scopes: [['north'], ['baltic']] });
    const game = new Game(campaign).begin().with((state) => rich(state));
    game.agree('nato', term('council', 1), term('force-ceilings', 1, { scope: ['north'] })).next();
    const reinforce = campaign.orders.find(({ id }) => id === 'nato.reinforce')!;
    expect(violatedBy(campaign, game.state.world, reinforce, 'baltic')).toEqual([]);
    expect(violatedBy(campaign, game.state.world, reinforce, 'north')).toMatchObject([
      { provision: 'force-ceilings', overt: false },
    ]);
  });

  test('[FRONT-5] ground on the front is territory in the ledger, with its sector as cause', () => {
    const game = new Game().begin().order('ru', 'ru.offensive', 'DON').next();
    const line = game.state.world.ledger.find((entry) => entry.on === 'territory');
    expect(line?.cause).toMatchObject({ kind: 'front', sector: 'DON', seat: 'ru' });
  });

  test('[INCIDENT-1] guardrails make incidents rarer', () => {
    const count = (watched: number) => {
      let incidents = 0;
      for (let i = 0; i < 40; i++) {
        const game = new Game(undefined, `incident ${i}`).begin().with((state) => {
          const measures = { ...state.world.measures };
          for (const region of ['north', 'baltic', 'centre', 'south'] as const)
            measures[`transparency.${region}`] = watched;
          return { ...state, world: { ...state.world, measures } };
        });
        game.next();
        incidents += game.state.world.dispatches.filter((line) => line.key === 'rung.incident').length;
      }
      return incidents;
    };
    expect(count(6_000)).toBeLessThan(count(0) * 0.7);
  });
});

describe('the end', () => {
  test('[END-2] escalation at its limit ends the game for all, with no result for anyone', () => {
    const game = new Game().begin().with((state) => ({
      ...state,
      world: {
        ...state.world,
        bare: { ...state.world.bare, escalation: 10_000 },
        measures: { ...state.world.measures, escalation: 10_000 },
      },
    }));
    game.next();
    expect(game.state.world).toMatchObject({ phase: 'ended', result: { grade: 'escalation', seats: null } });
  });

  test('[END-2] so does a limit that was reached and left again within one resolution', () => {
    const game = new Game(variant({}, { cards: [] })).begin().with((state) => rich(state));
    game.agree('ua', term('full-ceasefire', 3), term('monitoring', 3)).next();
    game.with((state) => ({
      ...state,
      world: {
        ...state.world,
        truce: { ...state.world.truce, held: 20 },
        given: {},
        bare: { ...state.world.bare, escalation: 10_000 },
        measures: { ...state.world.measures, escalation: 10_000 },
      },
    }));
    game.next();
    expect(game.state.world.measures.escalation).toBeLessThan(10_000);
    expect(game.state.world).toMatchObject({ phase: 'ended', result: { grade: 'escalation', seats: null } });
  });

  test('[END-1] after the last round there is a result for each seat', () => {
    const game = new Game().begin();
    for (let round = 1; round <= 5; round++) game.next();
    expect(game.state.world.phase).toBe('ended');
    expect(game.state.world.result?.seats?.ua.par).toBeGreaterThan(0);
  });
});
