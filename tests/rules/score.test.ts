import { describe, expect, test } from 'vitest';
import { parOf } from '../../shared/rules/par.ts';
import {
  WEAKEST_PILLAR,
  agendaOf,
  consentOf,
  crossesUkraine,
  cubeRoot,
  gradeOf,
  interestsOf,
  jointOf,
  pillarsOf,
  promisedBy,
  scoreOf,
  settle,
  wordFor,
} from '../../shared/rules/score.ts';
import { scenarioOf } from '../../shared/content/index.ts';
import { SEATS, hundredths } from '../../shared/rules/types.ts';
import type { AgendaCard } from '../../shared/rules/scenario.ts';
import type { GameState } from '../../shared/rules/state.ts';
import type { Disposition, Seat } from '../../shared/rules/types.ts';
import { ANCHORS, lesson, withTracks, worldAfter } from './anchors.ts';
import { Game, term, variant } from './game.ts';

const opening = worldAfter([], { rounds: 0 });
const full = worldAfter(ANCHORS['the full package'].terms);
const weightsOf = (seat: Seat, disposition: Disposition) => lesson.mandates[seat][disposition]!.weights;

describe('[SCORE-1] interests', () => {
  test.each(SEATS)('%s starts in the middle', (seat) => {
    for (const disposition of Object.keys(lesson.mandates[seat]) as Disposition[])
      expect(scoreOf(lesson, opening, seat, weightsOf(seat, disposition), [], 0)).toBe(5_000);
  });

  test('a point of a track is worth its weight, durability its weight a per cent', () => {
    const world = withTracks(opening, { relations: 25, escalation: 40 });
    const weights = { relations: 0.15, escalation: -0.05, durability: 0.07 };
    expect(interestsOf(lesson, world, weights, 3_000)).toEqual([
      { interest: 'relations', points: 150 },
      { interest: 'escalation', points: 50 },
      { interest: 'durability', points: 210 },
    ]);
    expect(scoreOf(lesson, world, 'us', weights, [], 3_000)).toBe(5_410);
  });

  test('a score stays between 0 and 100', () => {
    const world = withTracks(opening, { relations: 100 });
    expect(scoreOf(lesson, world, 'us', { relations: 5 }, [], 0)).toBe(10_000);
    expect(scoreOf(lesson, world, 'us', { relations: -5 }, [], 0)).toBe(0);
  });

  test('in ordinary games the bounds eat nothing', () => {
    for (const world of Object.values(ANCHORS).map((anchor) => worldAfter(anchor.terms)))
      for (const seat of SEATS)
        for (const disposition of Object.keys(lesson.mandates[seat]) as Disposition[]) {
          const score = scoreOf(lesson, world, seat, weightsOf(seat, disposition), [], 9_000);
          expect(score).toBeGreaterThan(1_500);
          expect(score).toBeLessThan(8_500);
        }
  });
});

describe('[SCORE-2] agenda cards', () => {
  const signed = {
    ...full,
    agreements: full.agreements.map((agreement) => ({ ...agreement, signatories: ['us', 'cn'] as const })),
  };
  const guilty = { ...full, seats: { ...full.seats, ru: { ...full.seats.ru, breaches: 1 } } };

  test.each([
    ['in force at a level', 'ua', { kind: 'inForce', provision: 'monitoring', level: 2 }, full, true],
    ['in force, but not so high', 'ua', { kind: 'inForce', provision: 'monitoring', level: 3 }, full, false],
    ['not in force', 'ru', { kind: 'notInForce', provision: 'ukraine-alignment' }, full, true],
    ['in force after all', 'ru', { kind: 'notInForce', provision: 'monitoring' }, full, false],
    ['a track high enough', 'nato', { kind: 'trackAtLeast', track: 'guardrails', value: 40 }, full, true],
    ['a track too low', 'nato', { kind: 'trackAtLeast', track: 'guardrails', value: 40 }, opening, false],
    ['a track low enough', 'cn', { kind: 'trackAtMost', track: 'violence', value: 40 }, full, true],
    ['a track too high', 'cn', { kind: 'trackAtMost', track: 'violence', value: 40 }, opening, false],
    ['signed with a seat', 'us', { kind: 'signedWith', seat: 'cn', count: 1 }, signed, true],
    ['signed too little with it', 'us', { kind: 'signedWith', seat: 'cn', count: 2 }, signed, false],
    ['a word kept', 'ru', { kind: 'clean' }, full, true],
    ['a word broken', 'ru', { kind: 'clean' }, guilty, false],
  ] as const)('%s', (_, seat, aim, world, met) => {
    const card: AgendaCard = { id: 'card', seat, points: 2.5, aim, editions: ['lesson'] };
    const scenario = { ...lesson, agendas: [card] };
    expect(agendaOf(scenario, world, seat, ['card'])).toEqual([{ card: 'card', met, points: met ? 250 : 0 }]);
    const without = scoreOf(scenario, world, seat, {}, [], 0);
    expect(scoreOf(scenario, world, seat, {}, ['card'], 0) - without).toBe(met ? 250 : 0);
  });
});

test.each([
  [-1, -1, 'setback'],
  [0, 0, 'held'],
  [490, 49, 'held'],
  [500, 50, 'gained'],
  [790, 79, 'gained'],
  [800, 80, 'triumph'],
  [1_500, 150, 'triumph'],
] as const)('[SCORE-3] a gain of %i and a share of %i is a %s', (gain, share, word) => {
  expect(wordFor(gain, share)).toBe(word);
});

describe('[SCORE-4] the joint outcome', () => {
  test('the pillars are read from the tracks', () => {
    const world = withTracks(opening, {
      relations: 40,
      stability: 30,
      guardrails: 50,
      europeDefence: 40,
      cohesion: 60,
      ukraineDefence: 55,
      ukraineSovereignty: 45,
    });
    expect(pillarsOf(world)).toEqual({ relations: 3_302, europe: 4_900, ukraine: 5_000 });
  });

  test('it is their geometric mean times durability', () => {
    expect(jointOf({ relations: 4_000, europe: 5_000, ukraine: 6_000 }, 5_000)).toBe(
      Math.round(Math.cbrt(40 * 50 * 60) * 50),
    );
    expect(jointOf({ relations: 0, europe: 9_000, ukraine: 9_000 }, 9_000)).toBe(0);
  });

  test('two strong pillars do not buy off a weak one as a plain mean would', () => {
    const even = jointOf({ relations: 5_000, europe: 5_000, ukraine: 5_000 }, 8_000);
    expect(jointOf({ relations: 2_000, europe: 6_500, ukraine: 6_500 }, 8_000)).toBeLessThan(even);
  });

  test('cube roots are right', () => {
    for (const x of [1e-9, 0.001, 0.5, 1, 2, 27, 12_345.678, 1e6, 1e9])
      expect(Math.abs(cubeRoot(x) / Math.cbrt(x) - 1)).toBeLessThan(1e-12);
    expect(cubeRoot(0)).toBe(0);
  });
});

describe('[SCORE-5] grades', () => {
  const good = { relations: 4_800, europe: 4_500, ukraine: 5_400 };
  const free = { asked: false, given: false };
  const { bars } = lesson.edition;
  const lasting = hundredths(bars.lasts);
  /** The least chance in per cent × 100 with which pillars reach a joint outcome. */
  const chanceFor = (joint: number) => Math.ceil((joint * 10_000) / jointOf(good, 10_000));

  test.each([
    ['all is there', full, good, 8_500, free, 'doneWell'],
    ['just long enough', full, { ...good, europe: 8_000, ukraine: 8_000 }, lasting, free, 'doneWell'],
    ['too short', full, { ...good, europe: 8_000, ukraine: 8_000 }, lasting - 1, free, 'patched'],
    ['too little that lasts', full, good, chanceFor(hundredths(bars.doneWell)) - 2, free, 'patched'],
    ['a weak pillar', full, { ...good, europe: WEAKEST_PILLAR - 1 }, 9_000, free, 'patched'],
    ['at the weakest allowed', full, { ...good, europe: WEAKEST_PILLAR }, 9_000, free, 'doneWell'],
    ['a people asked that said no', full, good, 9_000, { asked: true, given: false }, 'patched'],
    ['a people asked that said yes', full, good, 9_000, { asked: true, given: true }, 'doneWell'],
    ['little that lasts', full, good, chanceFor(hundredths(bars.patched)) - 2, free, 'doneBadly'],
    ['no ceasefire at the end', opening, good, 9_000, free, 'noPeace'],
  ] as const)('%s', (_, world, pillars, durability, consent, grade) => {
    expect(gradeOf(lesson.edition, world, pillars, durability, consent)).toBe(grade);
  });
});

test('[SCORE-5] the more can be agreed, the more is asked of a peace', () => {
  const [short, middle, long] = (['lesson', 'double', 'campaign'] as const).map(
    (edition) => scenarioOf(edition).edition.bars,
  );
  expect(middle!.doneWell).toBeGreaterThan(short!.doneWell);
  expect(long!.doneWell).toBeGreaterThan(middle!.doneWell);
  expect(middle!.lasts).toBeGreaterThan(short!.lasts);
  expect(long!.lasts).toBeGreaterThan(middle!.lasts);
  for (const { patched, doneWell } of [short!, middle!, long!]) expect(patched).toBeLessThan(doneWell);
});

/** A finished game, but for the settling: five rounds, with one agreement on the first day where terms are given. */
function finished(
  scenario: typeof lesson,
  terms: readonly ReturnType<typeof term>[],
  seed = 'score',
): GameState {
  const game = new Game(scenario, seed).begin();
  if (terms.length > 0) game.agree('us', ...terms);
  for (let round = 1; round <= scenario.edition.rounds; round++) game.next();
  return game.state;
}

const rich = variant({ terms: 40, startPc: 60 });
const ties = { snapback: [{ kind: 'ceasefireEnds' as const }] };
const PACKAGE = [
  ...ANCHORS['the full package'].terms
    .filter(([id]) => rich.provisions.some((rule) => rule.id === id))
    .map(([id, level, snapback]) => term(id, level, snapback ? ties : {})),
  term('business'),
  term('china-transparency'),
];
/** A seed in which Russia bargains and the ceasefire of the package holds to the end. */
const HOLDS = Array.from({ length: 12 }, (_, i) => `score ${i}`).find((seed) => {
  const { secrets, world } = finished(rich, PACKAGE, seed);
  return secrets.ru.disposition === 'bargainer' && world.truce.level > 0;
})!;

describe('[SCORE-6] consent', () => {
  const crossed = worldAfter([
    ['full-ceasefire', 2],
    ['line-of-control', 3],
  ]);

  test('a red line of Ukraine is crossed by a term in force at its level', () => {
    expect(crossesUkraine(lesson, crossed)).toBe(true);
    expect(crossesUkraine(lesson, full)).toBe(false);
  });

  test('its people are asked, the answer follows support at home and the seed alone', () => {
    const answers = (support: number) =>
      Array.from({ length: 12 }, (_, i) => {
        const game = new Game(lesson, `vote ${i}`);
        const world = withTracks(crossed, { supportUa: support });
        return consentOf(lesson, { ...game.state, world });
      });
    expect(answers(90).every(({ asked, given }) => asked && given)).toBe(true);
    expect(answers(20).every(({ asked, given }) => asked && !given)).toBe(true);
    const half = answers(55);
    expect(half.filter(({ given }) => given).length).toBeGreaterThan(1);
    expect(half.filter(({ given }) => !given).length).toBeGreaterThan(1);
    expect(answers(55)).toEqual(half);
  });
});

describe('[SCORE-7] a game is settled', () => {
  test('where nothing was agreed there is no peace, and nobody is far from par', () => {
    const { result } = finished(lesson, []).world;
    expect(result?.grade).toBe('noPeace');
    for (const seat of SEATS) {
      expect(Math.abs(result!.seats![seat].gain)).toBeLessThan(200);
      expect(['setback', 'held']).toContain(result!.seats![seat].result);
    }
  });

  test('a package that holds is a peace done well, and the seats gain by it', () => {
    const { result } = finished(rich, PACKAGE, HOLDS).world;
    expect(result?.grade).toBe('doneWell');
    expect(result!.joint).toBeGreaterThanOrEqual(hundredths(rich.edition.bars.doneWell));
    expect(result!.forecast!.durability).toBeGreaterThan(6_000);
    expect(SEATS.filter((seat) => result!.seats![seat].gain > 400).length).toBeGreaterThanOrEqual(5);
  });

  test('every figure of a seat fits the others', () => {
    const { world, secrets } = finished(rich, PACKAGE, HOLDS);
    for (const seat of SEATS) {
      const mine = world.result!.seats![seat];
      const sum = [...mine.interests, ...mine.agenda].reduce((all, line) => all + line.points, 5_000);
      expect(mine.score).toBe(sum);
      expect(mine.gain).toBe(mine.score - mine.par);
      expect(mine.share).toBe(Math.round((mine.gain * 100) / mine.best));
      expect(mine.result).toBe(wordFor(mine.gain, mine.share));
      expect(mine.disposition).toBe(secrets[seat].disposition);
      expect(mine.best).toBeGreaterThanOrEqual(500 + promisedBy(rich, secrets[seat].agenda));
    }
  });

  test('[SCORE-3] an aim that is met by doing nothing promises nothing', () => {
    expect(promisedBy(lesson, ['us-new-ceiling'])).toBe(200);
    expect(promisedBy(lesson, ['eu-hold-the-assets', 'nato-clean-record'])).toBe(0);
    expect(promisedBy(lesson, ['ru-the-reserves', 'ru-with-beijing'])).toBe(500);
  });

  test('the same game settles the same way', () => {
    const { world: _world, ...state } = finished(lesson, [term('embassies')]);
    const world = { ..._world, phase: 'talks' as const, result: null };
    expect(settle(lesson, { ...state, world })).toEqual(settle(lesson, { ...state, world }));
  });

  test('escalation at its limit leaves no result for anyone', () => {
    const state = finished(lesson, []);
    const { dispatches, round } = state.world;
    const reached = { round, key: 'escalationLimit' };
    const world = withTracks({ ...state.world, dispatches: [...dispatches, reached] }, { escalation: 99 });
    expect(settle(lesson, { ...state, world })).toEqual({
      grade: 'escalation',
      pillars: null,
      joint: 0,
      consent: { asked: false, given: false },
      seats: null,
      forecast: null,
    });
  });
});

describe('[SCORE-3] par', () => {
  test('knows the orders, not the agreements', () => {
    const game = new Game(lesson, 'par').begin();
    const plain = parOf(lesson, finished(lesson, [], 'par'), scoreOf);
    const agreed = parOf(lesson, finished(rich, PACKAGE, 'par'), scoreOf);
    for (const seat of SEATS) expect(agreed[seat]).toBe(plain[seat]);
    for (let round = 1; round <= 5; round++) game.order('ua', 'ua.industry').next();
    const industrious = parOf(lesson, game.state, scoreOf);
    expect(industrious.ua).toBeGreaterThan(plain.ua);
  });
});

describe('[SCORE-9] refusing well', () => {
  test.each([
    ['a bare ceasefire refused is no credit: it would have made the peace likelier', 'full-ceasefire', 2, 0],
    [
      'plain relief refused, in a war, is: it would have changed nothing for the better',
      'relief-finance',
      1,
      1,
    ],
  ] as const)('%s', (_case, provision, level, credit) => {
    const game = new Game(variant({}, { cards: [] })).begin();
    const author = provision === 'full-ceasefire' ? 'ua' : 'us';
    const refuser = provision === 'full-ceasefire' ? 'ru' : 'eu';
    const id = game.propose(author, [term(provision, level)]);
    game.do(refuser, { kind: 'reject', proposal: id, reason: 'wait' });
    for (let round = 1; round <= 5; round++) game.next();
    expect(game.state.world.result?.seats?.[refuser].process.refusedWell).toBe(credit);
  });
});
