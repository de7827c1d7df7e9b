import { describe, expect, test } from 'vitest';
import { AT, DURABILITY_AT, dealOf, shownRow } from '../../shared/rules/endgame.ts';
import { believedBySeat, russiaBelieved, russiaOf, weightsOf } from '../../shared/rules/belief.ts';
import {
  branchesOf,
  dealTerm,
  emptyBranches,
  outlookOf,
  pcOf,
  valueOf,
} from '../../shared/rules/estimate.ts';
import { AIMS_BELIEVED } from '../../shared/rules/hazard.ts';
import { dateOfRound } from '../../shared/rules/calendar.ts';
import { durabilityAfter } from '../../shared/rules/par.ts';
import { resolveRound } from '../../shared/rules/resolve.ts';
import { AT_WAR, costOfTerms } from '../../shared/rules/terms.ts';
import { MEASURES, SEATS } from '../../shared/rules/types.ts';
import type { Term } from '../../shared/rules/state.ts';
import type { Level, Seat } from '../../shared/rules/types.ts';
import { lesson, worldAfter } from './anchors.ts';
import { Game, term, variant } from './game.ts';

const opening = new Game(lesson).begin().state.world;
const outlook = outlookOf(lesson, opening);
const russia = russiaBelieved(lesson);
const believed = believedBySeat(lesson);

type Line = readonly [id: string, level: Level, snapback?: boolean, quiet?: number];
const deal = (...lines: readonly Line[]) =>
  lines.map(([id, level, snapback, quiet]) => dealTerm(lesson, id, level, snapback ?? false, quiet ?? 0));

/** What a deal is worth to a seat above no deal. */
function gain(seat: Seat, ...lines: readonly Line[]): number {
  const worth = (terms: ReturnType<typeof deal>) =>
    valueOf(outlook, branchesOf(outlook, terms, russia), believed[seat]).value;
  return worth(deal(...lines)) - worth([]);
}

const WATCHED: readonly Line[] = [
  ['full-ceasefire', 2],
  ['monitoring', 2],
  ['incident-cell', 1],
];

describe('[ESTIMATE-1] the signs of interests', () => {
  test.each([
    ['Russia loses by a bare ceasefire', 'ru', -1, [['full-ceasefire', 2]]],
    ['Ukraine gains by it', 'ua', 1, [['full-ceasefire', 2]]],
    ['Russia gains by relief', 'ru', 1, [['relief-finance', 1]]],
    ['the EU loses by relief', 'eu', -1, [['relief-finance', 1]]],
    ['Ukraine loses by relief', 'ua', -1, [['relief-finance', 1]]],
    [
      'Ukraine gains by the compact',
      'ua',
      1,
      [
        ['security-agreements', 2],
        ['eu-accession', 2],
      ],
    ],
    [
      'Russia loses by the compact',
      'ru',
      -1,
      [
        ['security-agreements', 2],
        ['eu-accession', 2],
      ],
    ],
    [
      'Ukraine loses by the settlement alone',
      'ua',
      -1,
      [
        ['line-of-control', 2],
        ['ukraine-alignment', 1],
      ],
    ],
    [
      'Russia gains by the settlement',
      'ru',
      1,
      [
        ['line-of-control', 2],
        ['ukraine-alignment', 1],
      ],
    ],
    [
      'NATO gains by the alliance table',
      'nato',
      1,
      [
        ['spending', 2],
        ['article-five', 1],
      ],
    ],
    [
      'Russia loses by it',
      'ru',
      -1,
      [
        ['spending', 2],
        ['article-five', 1],
      ],
    ],
    ['China gains by its chair', 'cn', 1, [['stability-talks', 2]]],
    ['China loses by transparency alone', 'cn', -1, [['china-transparency', 1]]],
  ] as const)('%s', (_, seat, sign, lines) => {
    expect(Math.sign(gain(seat, ...lines))).toBe(sign);
  });

  test('relief hurts Ukraine more plain than under snapback', () => {
    expect(gain('ua', ...WATCHED, ['relief-finance', 1])).toBeLessThan(
      gain('ua', ...WATCHED, ['relief-finance', 1, true]),
    );
  });
});

describe('[ESTIMATE-2] two branches', () => {
  test('without a ceasefire there is one', () => {
    const branches = branchesOf(outlook, deal(['embassies', 2]), russia);
    expect(branches.holds).toBe(0);
    expect(branches.hold).toEqual(branches.collapse);
    expect(branches.holdDurability).toBe(branches.collapseDurability);
  });

  test('a watched ceasefire holds more often than a bare one, and a wanted one more often still', () => {
    const bare = branchesOf(outlook, deal(['full-ceasefire', 2]), russia).holds;
    const watched = branchesOf(outlook, deal(...WATCHED), russia).holds;
    const wanted = branchesOf(
      outlook,
      deal(...WATCHED, ['relief-maritime', 1, true], ['relief-finance', 1, true], ['embassies', 2]),
      russia,
    ).holds;
    expect(watched).toBeGreaterThan(bare);
    expect(wanted).toBeGreaterThan(watched);
  });

  test('a collapse costs Russia its momentum', () => {
    const war = branchesOf(outlook, [], russia);
    const broken = branchesOf(outlook, deal(['full-ceasefire', 2]), russia);
    expect(broken.collapse[AT.russiaAims]! - war.collapse[AT.russiaAims]!).toBeCloseTo(-8, 5);
    expect(broken.collapse[AT.ukraineDefence]! - war.collapse[AT.ukraineDefence]!).toBeCloseTo(2.5, 5);
  });

  test('relief under snapback is gone after a collapse, plain relief is not', () => {
    const after = (snapback: boolean) =>
      branchesOf(outlook, deal(...WATCHED, ['relief-finance', 1, snapback]), russia).collapse[
        AT.russiaEconomy
      ]!;
    expect(after(false) - after(true)).toBeCloseTo(12, 5);
  });

  test('relief under snapback sets a fifth of the precedent and keeps six times the stake', () => {
    const under = branchesOf(outlook, deal(...WATCHED, ['relief-finance', 1, true]), russia).hold;
    const plain = branchesOf(outlook, deal(...WATCHED, ['relief-finance', 1]), russia).hold;
    expect(under[AT.stake]).toBeCloseTo(6 * plain[AT.stake]!, 5);
    expect(under[AT.precedent]! - plain[AT.precedent]!).toBeCloseTo(-0.8 * 6, 1);
  });

  test('what is agreed to wait for quiet never enters into force without a ceasefire', () => {
    const waiting = branchesOf(outlook, deal(['relief-finance', 1, false, 1]), russia);
    const none = branchesOf(outlook, [], russia);
    expect(waiting.collapse[AT.russiaEconomy]).toBe(none.collapse[AT.russiaEconomy]);
  });

  test('fragile effects work in part while the war goes on', () => {
    const war = branchesOf(outlook, deal(['embassies', 2]), russia).collapse[AT.relations]!;
    const quiet = branchesOf(outlook, deal(['full-ceasefire', 2], ['embassies', 2]), russia).hold[
      AT.relations
    ]!;
    expect(war - 15).toBeCloseTo((AT_WAR.N / 100) * 7, 5);
    expect(quiet - 15).toBeCloseTo(7, 5);
  });

  test('strategic stability stays low until China takes its chair', () => {
    const two = deal(['full-ceasefire', 2], ['stability-talks', 1], ['new-start', 3]);
    const three = deal(['full-ceasefire', 2], ['stability-talks', 2], ['new-start', 3]);
    expect(branchesOf(outlook, two, russia).hold[AT.stability]).toBe(32);
    expect(branchesOf(outlook, three, russia).hold[AT.stability]).toBeGreaterThan(40);
  });

  test('signing costs support at home, and only once', () => {
    const spent = pcOf(outlook, deal(...WATCHED))[SEATS.indexOf('ru')]!;
    const branches = branchesOf(outlook, deal(...WATCHED), russia);
    const agreed = outlookOf(lesson, worldAfter(WATCHED.map(([id, level]) => [id, level])));
    expect(spent).toBeCloseTo(7, 5);
    expect(branches.hold[AT.supportRu]! - 58).toBeCloseTo(-10 - 1 - 0.4 * 7, 1);
    expect(branchesOf(agreed, [], russia).hold[AT.supportRu]! - 58).toBeCloseTo(-10 - 1, 1);
  });

  test('what is agreed already counts, and a later text takes its place', () => {
    const world = {
      ...worldAfter([
        ['full-ceasefire', 2],
        ['embassies', 1],
      ]),
      round: 3,
      phase: 'talks' as const,
    };
    const standing = outlookOf(lesson, world);
    const before = branchesOf(standing, [], russia);
    const more = branchesOf(standing, deal(['embassies', 2]), russia);
    expect(before.holds).toBeGreaterThan(0.3);
    expect(before.hold[AT.relations]).toBeCloseTo(15 + 4, 5);
    expect(more.hold[AT.relations]).toBeCloseTo(15 + 7, 5);
  });

  test('writing into the same branches gives the same answer', () => {
    const into = emptyBranches();
    branchesOf(outlook, deal(...WATCHED, ['security-agreements', 3]), russia, into);
    expect(branchesOf(outlook, deal(...WATCHED), russia, into)).toEqual(
      branchesOf(outlook, deal(...WATCHED), russia),
    );
  });
});

describe('[ESTIMATE-3] Russia weighs a breach', () => {
  test('a maximalist breaks sooner what a bargainer keeps', () => {
    const lines = deal(...WATCHED, ['relief-finance', 1, true], ['security-agreements', 2]);
    const keeps = branchesOf(outlook, lines, russiaOf(lesson, 'bargainer')).holds;
    const breaks = branchesOf(outlook, lines, russiaOf(lesson, 'maximalist')).holds;
    expect(breaks).toBeLessThan(keeps - 0.1);
  });
});

test('[ESTIMATE-2] the estimate is what the engine does', () => {
  const rich = variant({ terms: 40, startPc: 60 });
  const lines: readonly Line[] = [
    ...WATCHED,
    ['relief-maritime', 1, true],
    ['relief-finance', 1, true],
    ['dual-use-restraint', 2],
    ['embassies', 2],
    ['stability-talks', 2],
    ['new-start', 2],
    ['council', 2],
    ['notification', 2],
    ['force-ceilings', 2],
    ['security-agreements', 2],
    ['line-of-control', 2],
  ];
  const games = 40;
  const sums = new Float64Array(MEASURES.length);
  let held = 0;
  let durability = 0;
  for (let i = 0; i < games; i++) {
    const game = new Game(rich, `mirror ${i}`).begin();
    game.agree(
      'us',
      ...lines.map(([id, level, snapback]) =>
        term(id, level, snapback ? { snapback: [{ kind: 'ceasefireEnds' }] } : {}),
      ),
    );
    for (let round = 1; round < rich.edition.rounds; round++) game.next();
    const { world } = resolveRound(rich, game.state).state;
    if (world.truce.level === 0) continue;
    held++;
    durability += durabilityAfter(rich, world, AIMS_BELIEVED);
    for (const [at, value] of shownRow(world).entries()) sums[at]! += value;
  }
  const rules = outlookOf(rich, new Game(rich).begin().state.world);
  const branches = branchesOf(rules, deal(...lines), russia);
  expect(Math.abs(held / games - branches.holds)).toBeLessThan(0.2);
  expect(Math.abs(durability / held - branches.holdDurability)).toBeLessThan(4);
  // cards and incidents move some tracks by a few points, which no estimate foresees
  const off = MEASURES.filter(
    (measure) => Math.abs(sums[AT[measure]]! / held - branches.hold[AT[measure]]!) > 4,
  );
  expect(off).toEqual([]);
});

describe('[TREATY-1] what can never enter into force gives nothing', () => {
  const RELIEF = 'relief-finance';
  const quiet = term('full-ceasefire', 2);
  const worth = (...terms: Term[]): number => {
    const read = branchesOf(outlook, dealOf(lesson, opening, terms), russia);
    return valueOf(outlook, read, believed.ru).value;
  };
  const relief = (...conditions: Term['conditions']): Term => term(RELIEF, 1, { conditions });
  const alone = worth(quiet);
  const plain = worth(quiet, relief());

  test.each<[string, Term[]]>([
    ['waits for what nobody agrees', [relief({ kind: 'inForce', provision: 'monitoring', level: 1 })]],
    [
      'waits for more than is agreed',
      [relief({ kind: 'inForce', provision: 'monitoring', level: 2 }), term('embassies', 1)],
    ],
    [
      'waits for more quiet than there are rounds',
      [relief({ kind: 'ceasefireHeld', rounds: lesson.edition.rounds })],
    ],
    ['waits for a day after the end', [relief({ kind: 'fromDate', date: '2099-01-01' })]],
  ])('relief that %s', (_what, [conditional, ...rest]) => {
    const without = worth(quiet, ...rest);
    // what it costs at home is paid all the same; Russia pays nothing for it
    expect(worth(quiet, conditional!, ...rest)).toBeCloseTo(without, 0);
    expect(worth(quiet, conditional!, ...rest)).toBeLessThan(plain - 0.5);
  });

  test('but what waits for something in the same text, or for a day within the game, gives as it would', () => {
    const watched = term('monitoring', 2);
    const waits = relief({ kind: 'inForce', provision: 'monitoring', level: 2 });
    expect(worth(quiet, watched, waits)).toBeCloseTo(worth(quiet, watched, relief()), 5);
    expect(worth(quiet, relief({ kind: 'fromDate', date: dateOfRound(lesson.start, 3) }))).toBeCloseTo(
      plain,
      5,
    );
    expect(plain).toBeGreaterThan(alone + 0.5);
  });

  test('two terms that wait for each other give nothing', () => {
    const first = relief({ kind: 'inForce', provision: 'relief-maritime', level: 1 });
    const second = term('relief-maritime', 1, {
      conditions: [{ kind: 'inForce', provision: RELIEF, level: 1 }],
    });
    expect(worth(quiet, first, second)).toBeLessThan(plain - 0.5);
  });

  test('relief that ends when the ceasefire is broken lies between plain relief and relief that ends with it', () => {
    const collapsed = (...snapback: Term['snapback']): number =>
      branchesOf(outlook, dealOf(lesson, opening, [quiet, term(RELIEF, 1, { snapback })]), russia).collapse[
        AT.russiaEconomy
      ]!;
    const between = collapsed({ kind: 'breachOf', provision: 'full-ceasefire' });
    expect(between).toBeLessThan(collapsed());
    expect(between).toBeGreaterThan(collapsed({ kind: 'ceasefireEnds' }));
  });
});

test('weights stand where measures do, durability last', () => {
  const weights = weightsOf({ relations: 0.15, durability: 0.07 });
  expect(weights[AT.relations]).toBe(0.15);
  expect(weights[DURABILITY_AT]).toBe(0.07);
  expect(weights.filter((weight) => weight !== 0)).toHaveLength(2);
});

test('a package costs what its terms cost', () => {
  const lines = [term('security-agreements', 3), term('force-ceilings', 3), term('full-ceasefire', 2)];
  const spent = pcOf(outlook, deal(['security-agreements', 3], ['force-ceilings', 3], ['full-ceasefire', 2]));
  for (const [i, seat] of SEATS.entries())
    expect(spent[i]).toBeCloseTo(costOfTerms(lesson, lines, seat) / 100, 5);
});

test('an estimate takes some twenty microseconds at most', () => {
  const lines = deal(
    ...WATCHED,
    ['relief-finance', 1, true],
    ['security-agreements', 2],
    ['council', 2],
    ['embassies', 1],
  );
  const into = emptyBranches();
  const many = 20_000;
  for (let i = 0; i < 2_000; i++) branchesOf(outlook, lines, russia, into);
  const before = process.threadCpuUsage().user;
  for (let i = 0; i < many; i++) branchesOf(outlook, lines, russia, into);
  expect((process.threadCpuUsage().user - before) / many).toBeLessThan(20);
});
