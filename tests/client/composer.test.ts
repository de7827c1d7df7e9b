import { describe, expect, test } from 'vitest';
import { arrowsOf, HOME, weightOf } from '../../client/composer/arrows.ts';
import { nearestText } from '../../client/composer/nearest.ts';
import { partnersOf } from '../../client/composer/partners.ts';
import { outlookFor } from '../../client/composer/outlook.ts';
import { warningsFor } from '../../client/composer/warnings.ts';
import type { Draft } from '../../client/composer/draft.ts';
import { movedTo } from '../../client/composer/terms.ts';
import { scenarioOf } from '../../shared/content/index.ts';
import { termsProblem } from '../../shared/rules/talks.ts';
import type { Term } from '../../shared/rules/index.ts';
import { propose, LESSON, talks, term, view } from './view.ts';

const CAMPAIGN = scenarioOf('campaign');
const draft = (...terms: Term[]): Draft => ({ terms, readers: 'table', counterTo: null, note: '' });
const kinds = (seat: 'ua' | 'us' | 'nato', ...terms: Term[]) =>
  warningsFor(LESSON, view(talks('ua'), seat), draft(...terms)).map((warning) => warning.kind);

describe('arrows', () => {
  const { world } = talks('ua');

  test('are a term’s stated effects times the weights, with their cause', () => {
    const [arrow] = arrowsOf(LESSON, world, 'cn', { violence: -0.05 }, [term('full-ceasefire', 2)]);
    expect(arrow?.interest).toBe('violence');
    expect(arrow?.by).toBeLessThan(0);
    expect(arrow?.worth).toBeCloseTo((-0.05 * (arrow?.by ?? 0)) / 100);
    expect(arrow?.causes.map((cause) => cause.provision)).toEqual(['full-ceasefire']);
  });

  test('count the support that a signature costs at home, for who signs only', () => {
    const terms = [term('full-ceasefire', 3)];
    const own = arrowsOf(LESSON, world, 'ua', { supportUa: 0.1 }, terms)[0];
    expect(own?.causes.some((cause) => cause.provision === HOME)).toBe(true);
    const other = arrowsOf(LESSON, world, 'cn', { supportCn: 0.1 }, terms)[0];
    expect(other?.causes.some((cause) => cause.provision === HOME) ?? false).toBe(false);
  });

  test('are smaller for what is fragile while there is fighting', () => {
    const alone = arrowsOf(LESSON, world, 'us', { relations: 1 }, [term('council', 3)])[0];
    const withTruce = arrowsOf(LESSON, world, 'us', { relations: 1 }, [
      term('council', 3),
      term('full-ceasefire'),
    ]);
    const whole = withTruce[0]?.causes.find((cause) => cause.provision === 'council');
    expect(whole?.by).toBeGreaterThan(alone?.by ?? 0);
  });

  test('leave out what a seat does not care for, and stand strongest first', () => {
    const arrows = arrowsOf(LESSON, world, 'ru', { russiaEconomy: 0.34, russiaAims: 0.18 }, [
      term('relief-finance'),
      term('full-ceasefire'),
    ]);
    expect(arrows.map((arrow) => arrow.interest).toSorted()).toEqual(['russiaAims', 'russiaEconomy']);
    const sizes = arrows.map((arrow) => Math.abs(arrow.worth));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  test.each([
    [0.1, 1],
    [-0.8, 2],
    [3, 3],
  ] as const)('a worth of %f stands %i times', (worth, times) => {
    expect(weightOf({ interest: 'violence', by: 1, worth, causes: [] })).toBe(times);
  });
});

describe('warnings', () => {
  test.each([
    ['an unmet need', [term('monitoring')], 'need'],
    ['a humanitarian term in a package', [term('humanitarian-returns'), term('council')], 'alone'],
    ['a red line of mine', [term('ukraine-alignment', 3)], 'redLine'],
    [
      'six terms',
      ['council', 'notification', 'open-skies', 'embassies', 'business', 'military-hotlines'].map((id) =>
        term(id),
      ),
      'tooMany',
    ],
    ['a paper that does not bind me', [term('embassies')], 'outside'],
  ] as const)('say %s', (_what, terms, kind) => {
    expect(kinds('ua', ...terms)).toContain(kind);
  });

  test('name nothing against a plain ceasefire with monitors', () => {
    expect(kinds('ua', term('full-ceasefire'), term('monitoring', 2))).toEqual([]);
  });

  test('put what stops before what is worth a thought', () => {
    const list = warningsFor(
      LESSON,
      view(talks('ua'), 'ua'),
      draft(term('ukraine-alignment', 3), term('monitoring')),
    );
    const stops = list.map((warning) => warning.stops);
    expect(stops).toEqual(stops.toSorted((a, b) => Number(b) - Number(a)));
    expect(stops).toContain(true);
    expect(stops).toContain(false);
  });

  test('agree with the rules: what they do not stop is accepted', () => {
    const drafts = [
      [term('full-ceasefire'), term('monitoring', 2)],
      [term('council'), term('notification')],
      [term('embassies'), term('business')],
      [term('relief-maritime', 1, true)],
      [term('humanitarian-returns', 2)],
    ];
    for (const terms of drafts) {
      const state = talks('ua');
      const stopped = warningsFor(LESSON, view(state, 'us'), draft(...terms)).some(
        (warning) => warning.stops,
      );
      expect(stopped).toBe(false);
      expect(() => propose(state, 'us', terms)).not.toThrow();
    }
  });

  test('say that one paper is open already', () => {
    const state = propose(talks('ua'), 'ua', [term('full-ceasefire')]);
    const list = warningsFor(LESSON, view(state, 'ua'), draft(term('council')));
    expect(list[0]).toEqual({ kind: 'oneAtATime', stops: true });
  });
});

describe('the analysts’ guess', () => {
  test('sees a watched truce in a package as better for peace than none', () => {
    const state = talks('ua');
    const outlook = outlookFor(LESSON, view(state, 'us'), [
      term('full-ceasefire', 2),
      term('monitoring', 3),
      term('incident-cell'),
      term('relief-maritime', 1, true),
      term('council', 2),
    ]);
    expect(outlook.after.durability).toBeGreaterThan(outlook.before.durability);
    expect(outlook.after.truceHolds).toBeGreaterThan(0);
    expect(outlook.after.truceHolds).toBeLessThan(100);
  });

  test('moves nothing for an empty paper', () => {
    const outlook = outlookFor(LESSON, view(talks('ua'), 'eu'), []);
    expect(outlook.after.value).toBeCloseTo(outlook.before.value);
    expect(outlook.after.durability).toBeCloseTo(outlook.before.durability);
  });
});

describe('the order of terms', () => {
  const terms = [term('embassies'), term('council'), term('full-ceasefire')];
  const order = (from: number, to: number) => movedTo(terms, from, to).map(({ provision }) => provision);

  test.each([
    ['up', 2, 0, ['full-ceasefire', 'embassies', 'council']],
    ['down', 0, 1, ['council', 'embassies', 'full-ceasefire']],
    ['nowhere beyond the last', 2, 3, ['embassies', 'council', 'full-ceasefire']],
    ['nowhere before the first', 0, -1, ['embassies', 'council', 'full-ceasefire']],
  ] as const)('is changed %s', (_way, from, to, wanted) => {
    expect(order(from, to)).toEqual(wanted);
  });
});

describe('the nearest text they might sign', () => {
  const start = view(talks('us'), 'us');

  test('leaves signatories short by less than the draft, and is allowed', () => {
    const terms = [term('full-ceasefire', 2)];
    const nearest = nearestText(LESSON, start, terms);
    expect(nearest?.edits.length).toBeGreaterThan(0);
    expect(nearest?.terms).not.toEqual(terms);
    expect(termsProblem(LESSON, start.world, nearest?.terms ?? [])).toBeNull();
  });

  test('is the draft itself where all gain by it', () => {
    const nearest = nearestText(LESSON, start, [term('embassies', 2), term('military-hotlines')]);
    expect(nearest).toMatchObject({ edits: [], unsure: [] });
  });

  test('never asks me to lose by it', () => {
    const ids = ['full-ceasefire', 'relief-finance', 'security-agreements', 'ukraine-alignment'];
    const worse = ids.filter((id) => {
      const nearest = nearestText(LESSON, start, [term(id)]);
      const { before, after } = outlookFor(LESSON, start, [term(id)]);
      return nearest !== null && nearest.mine < Math.min(after.value - before.value, 0.3) - 1e-9;
    });
    expect(worse).toEqual([]);
  });
});

test('a draft warns of who may object: concerned, unasked, and worse off', () => {
  const warnings = warningsFor(CAMPAIGN, view(talks('us', 'campaign'), 'us'), draft(term('root-causes', 3)));
  const objecting = warnings.find(({ kind }) => kind === 'objects');
  expect(objecting).toMatchObject({ stops: false, seats: expect.arrayContaining(['nato']) });
});

describe('what could go with a draft', () => {
  const partners = (mode: 'solo' | 'table', ...terms: Term[]) => {
    const state = talks('ua');
    const seen = view({ ...state, world: { ...state.world, mode } }, 'ua');
    return partnersOf(LESSON, seen, terms);
  };

  test('is first what its terms need, at the level they need', () => {
    const needs = LESSON.provisions.find(({ id }) => id === 'monitoring')?.needs[0];
    expect(partners('table', term('monitoring', 2))[0]).toEqual({
      id: needs?.provision,
      level: needs?.level,
      why: { kind: 'needed', by: 'monitoring' },
    });
  });

  test('then what lies beside it in a starter paper; never what stands there or crosses one’s own line', () => {
    const found = partners('table', term('full-ceasefire'));
    expect(found).toContainEqual({ id: 'monitoring', level: 2, why: { kind: 'together' } });
    expect(partners('table', term('full-ceasefire'), term('monitoring'))).toEqual([]);
    expect(partners('table')).toEqual([]);
  });

  test('and in a solo game what pays a signatory that loses by it; in a class the screen does not negotiate', () => {
    const paid = (mode: 'solo' | 'table') =>
      partners(mode, term('full-ceasefire', 2), term('monitoring', 2)).flatMap(({ why }) =>
        why.kind === 'pays' ? [why.seat] : [],
      );
    expect(paid('solo')).toContain('ru');
    expect(paid('table')).toEqual([]);
  });
});
