import { describe, expect, test } from 'vitest';
import type { EffectTarget, GameState, Measure, Region, Seat } from '../../shared/rules/index.ts';
import { Game, lesson, rich, term, variant } from './game.ts';

/** A game in which the ceasefire never breaks by itself: monitored to the limit. */
function quiet(state: GameState): GameState {
  const high = { monitoring: 20_000, hotlines: 20_000, escalation: 0 } as const;
  const held = { ...state.world.truce, held: 20 };
  return {
    ...state,
    world: {
      ...state.world,
      truce: held,
      bare: { ...state.world.bare, ...high },
      measures: { ...state.world.measures, ...high },
    },
  };
}

/** What the catalogue gives a term of the lesson, hundredths. */
function effect(provision: string, on: EffectTarget, level: 1 | 2 | 3): number {
  const found = lesson.provisions
    .find(({ id }) => id === provision)
    ?.effects.find((entry) => entry.on === on);
  return Math.round((found?.by[level - 1] ?? Number.NaN) * 100);
}

function withTruce(level: 1 | 2 | 3 = 2): Game {
  const game = new Game(variant({}, { cards: [] })).begin().with((state) => rich(state));
  game.agree('ua', term('full-ceasefire', level));
  return game.next().with(quiet);
}

describe('entry into force', () => {
  test('[TREATY-1] a term without conditions enters at the end of the resolution', () => {
    const game = new Game().begin().agree('us', term('embassies'));
    expect(game.term('embassies')?.state).toBe('pending');
    game.next();
    expect(game.term('embassies')).toMatchObject({ state: 'inForce', since: 1 });
  });

  test('[TREATY-1] a condition on quiet waits for it', () => {
    const game = new Game().begin().with((state) => rich(state));
    game.agree('us', term('relief-maritime', 1, { conditions: [{ kind: 'ceasefireHeld', rounds: 1 }] }));
    game.agree('ua', term('full-ceasefire', 2));
    game.next();
    expect(game.term('full-ceasefire')?.state).toBe('inForce');
    expect(game.term('relief-maritime')?.state).toBe('pending');
    game.with(quiet).next();
    expect(game.term('relief-maritime')?.state).toBe('inForce');
  });

  test('[TREATY-1] a condition on a provision and on a date', () => {
    const campaign = variant({ conditions: ['inForce', 'fromDate', 'ceasefireHeld'] });
    const game = new Game(campaign).begin().with((state) => rich(state));
    game.agree(
      'us',
      term('business', 1, { conditions: [{ kind: 'inForce', provision: 'embassies', level: 2 }] }),
      term('embassies', 1),
    );
    game.agree('nato', term('council', 1, { conditions: [{ kind: 'fromDate', date: '2025-04-21' }] }));
    game.next();
    expect(game.term('business')?.state).toBe('pending');
    expect(game.term('council')?.state).toBe('pending');
    game.agree('us', term('embassies', 2));
    game.next();
    expect(game.term('business')?.state).toBe('inForce');
    expect(game.term('council')?.state).toBe('inForce');
  });

  test('[TREATY-1, TALK-7] what a term needs over its scope may come from several texts', () => {
    const campaign = variant({ scopes: [['north'], ['baltic'], ['north', 'baltic', 'centre', 'south']] });
    const ceilings = (scope: readonly Region[]) => [term('force-ceilings', 1, { scope })];
    const scenario = {
      ...campaign,
      provisions: campaign.provisions.map((provision) =>
        provision.id === 'force-ceilings'
          ? { ...provision, needs: [{ provision: 'open-skies', level: 1 as const }] }
          : provision,
      ),
    };
    const game = new Game(scenario).begin().with((state) => rich(state));
    game.agree('nato', term('council', 1));
    game.agree('nato', term('open-skies', 1, { scope: ['north'] }));
    const asked = { kind: 'propose', readers: 'all', counterTo: null, text: null } as const;
    expect(game.ask('nato', { ...asked, terms: ceilings(['baltic']) })).toMatchObject({
      code: 'NEED_MISSING',
    });
    game.agree('nato', ...ceilings(['north'])).next();
    expect(game.term('force-ceilings')?.state).toBe('inForce');
  });

  test('[TREATY-2] where the edition ratifies, a term waits for its body; PC and support matter to the chance', () => {
    const campaign = variant({ ratification: true });
    const at = (support: number) => {
      let ratified = 0;
      for (let i = 0; i < 60; i++) {
        const game = new Game(campaign, `ratify ${i}`).begin().with((state) => rich(state));
        game.agree('us', term('stability-talks', 1), term('new-start', 1));
        game.with((state) => ({
          ...state,
          world: { ...state.world, measures: { ...state.world.measures, supportUs: support } },
        }));
        game.next();
        if (game.term('new-start')?.state === 'inForce') ratified += 1;
      }
      return ratified;
    };
    expect(at(1_000)).toBeLessThan(at(9_000) - 10);
  });

  test('[TREATY-5] a later text takes the place of the earlier, and gives no more than itself', () => {
    const game = new Game().begin().with((state) => rich(state));
    game.agree('us', term('embassies', 1)).next();
    const one = game.state.world.given['a1/embassies']?.relations;
    game.agree('us', term('embassies', 2)).next();
    expect(game.state.world.agreements[0]?.terms[0]?.state).toBe('lapsed');
    expect(game.state.world.given['a1/embassies']).toBeUndefined();
    expect(game.state.world.given['a2/embassies']?.relations).toBeGreaterThan(one ?? 0);
  });
});

describe('effects', () => {
  test('[TREATY-7] fragile effects work in part at war and in full in a truce, concessions always', () => {
    const game = new Game().begin().with((state) => rich(state));
    game.agree('nato', term('council', 1), term('notification', 2)).next();
    const atWar = game.state.world.given['a1/notification']?.['transparency.north'] ?? 0;
    const inFull = effect('notification', 'transparency', 2);
    expect(atWar).toBe(Math.round(inFull * 0.25));
    game.agree('ua', term('full-ceasefire', 2)).next();
    expect(game.state.world.given['a1/notification']?.['transparency.north']).toBe(inFull);
  });

  test('[TREATY-8] relief under snapback: a fifth of the precedent, six times the stake', () => {
    const given = (snapback: boolean) => {
      const game = withTruce();
      game
        .agree('us', term('relief-finance', 1, snapback ? { snapback: [{ kind: 'ceasefireEnds' }] } : {}))
        .next();
      return game.state.world.given['a2/relief-finance'] ?? {};
    };
    expect(given(true).precedent).toBe(Math.round((given(false).precedent ?? 0) * 0.2));
    expect(given(true).stake).toBe((given(false).stake ?? 0) * 6);
  });

  test('[TRACK-4] stability stays at 32 until China sits at the table', () => {
    const game = new Game().begin().with((state) => rich(state));
    game.agree('us', term('stability-talks', 1), term('new-start', 3));
    game.agree('ua', term('full-ceasefire', 2));
    game.next();
    expect(game.state.world.measures.stability).toBe(3_200);
    game.agree('us', term('stability-talks', 2)).next();
    expect(game.state.world.measures.stability).toBeGreaterThan(3_200);
  });

  test('[TRACK-5] guardrails follow transparency, limits and hotlines', () => {
    const game = withTruce();
    const before = game.state.world.measures.guardrails;
    game.agree('nato', term('council', 1), term('notification', 1)).next();
    const gained = game.state.world.measures.guardrails - before;
    const talk = effect('council', 'hotlines', 1);
    const watching = effect('notification', 'transparency', 1);
    expect(gained).toBe(Math.round(talk * 0.6) + Math.round(watching * 0.9));
  });
});

describe('snapback and the end of a truce', () => {
  test('[TREATY-4, TREATY-7] what is under snapback ends with the ceasefire; plain relief stays', () => {
    const game = withTruce();
    game.agree('us', term('relief-maritime', 1, { snapback: [{ kind: 'ceasefireEnds' }] }));
    game.agree('eu', term('relief-assets', 1));
    game.next();
    expect(game.term('relief-maritime')?.state).toBe('inForce');
    game.order('ru', 'ru.offensive', 'DON').next();
    expect(game.state.world.truce).toMatchObject({ level: 0, collapses: 1, brokenBy: 'ru' });
    expect(game.term('relief-maritime')?.state).toBe('lapsed');
    expect(game.term('relief-assets')?.state).toBe('inForce');
  });

  test('[TRUCE-5] monitoring lapses with the ceasefire', () => {
    const game = new Game().begin().with((state) => rich(state));
    game.agree('ua', term('full-ceasefire', 2), term('monitoring', 1)).next();
    game.with(quiet).order('ua', 'ua.long-range').next();
    expect(game.state.world.truce.brokenBy).toBe('ua');
    expect(game.term('monitoring')?.state).toBe('lapsed');
    expect(game.state.world.measures.monitoring).toBe(20_000);
    expect(game.state.world.given).toEqual({});
  });

  test('[TRUCE-2] thirty days end by the calendar, announced a round ahead, and cost Russia half the momentum', () => {
    const game = withTruce(1);
    const keys = () => game.state.world.dispatches.map((line) => `${line.round} ${line.key}`);
    expect(game.state.world.truce.expires).toBe('2025-05-11');
    game.with(quiet).next().with(quiet).next();
    expect(keys()).toContain('3 truceExpires');
    const aims = game.state.world.bare.russiaAims;
    game.with(quiet).next();
    expect(keys()).toContain('4 truceExpired');
    expect(game.state.world.truce).toMatchObject({ level: 0, collapses: 0 });
    expect(game.state.world.bare.russiaAims).toBe(aims - 400);
  });

  test('[TRUCE-1] a renewal takes over and the quiet goes on', () => {
    const game = withTruce(1);
    game.next();
    const { held } = game.state.world.truce;
    game.agree('ua', term('full-ceasefire', 2)).next();
    expect(game.state.world.truce).toMatchObject({ level: 2, expires: null, held: held + 1, entered: 1 });
  });

  test('[TRUCE-3] a bare ceasefire breaks more often than a watched one', () => {
    const broke = (watched: boolean) => {
      let count = 0;
      for (let i = 0; i < 60; i++) {
        const game = new Game(lesson, `truce ${i}`).begin().with((state) => rich(state));
        game.agree(
          'ua',
          term('full-ceasefire', 2),
          ...(watched ? [term('monitoring', 2), term('incident-cell')] : []),
        );
        game.next().next().next();
        count += game.state.world.truce.collapses;
      }
      return count;
    };
    const bare = broke(false);
    expect(bare).toBeGreaterThan(15);
    expect(broke(true)).toBeLessThan(bare - 5);
  });

  test('[TRUCE-4] a collapse costs Russia its momentum even where nobody is to blame', () => {
    const moved: Partial<Record<Measure, number>> = {};
    for (let i = 0; i < 40 && moved.russiaAims === undefined; i++) {
      const game = new Game(lesson, `collapse ${i}`).begin().with((state) => rich(state));
      game.agree('ua', term('full-ceasefire', 1)).next();
      game.next();
      if (game.state.world.truce.collapses === 0) continue;
      expect(game.state.world.truce.brokenBy).toBeNull();
      for (const line of game.state.world.ledger)
        if (line.cause.id === 'TRUCE-4') moved[line.on] = (moved[line.on] ?? 0) + line.wanted;
    }
    expect(moved).toEqual({
      russiaAims: -800,
      ukraineDefence: 250,
      supportRu: -600,
      supportUs: -200,
      escalation: 400,
    });
  });
});

describe('standstill', () => {
  test('[TALK-9] in force, arming Ukraine needs Russia’s signature too', () => {
    const game = withTruce();
    game.agree('ua', term('standstill')).next();
    expect(game.term('standstill')?.state).toBe('inForce');
    const id = game.propose('ua', [term('security-agreements', 1)]);
    const signatories = game.state.hidden.papers.find((paper) => paper.id === id)?.signatories;
    expect(signatories).toContain('ru');
  });
});

describe('breach', () => {
  /** Seeds until the violation is seen by someone. */
  function seenBreach(): { game: Game; seat: Seat; report: `r${number}` } {
    for (let i = 0; i < 60; i++) {
      const game = new Game(lesson, `breach ${i}`).begin().with((state) => rich(state));
      game.agree('cn', term('dual-use-restraint', 1));
      game.next().order('cn', 'cn.dual-up').next();
      const entry = game.state.secrets.eu.reports[0];
      if (entry && game.state.hidden.truths[entry.id]) return { game, seat: 'eu', report: entry.id };
    }
    throw new Error('never seen');
  }

  test('[ORD-9] a covert breach is told in no dispatch and stands in the ledger without a name', () => {
    const { game } = seenBreach();
    const told = game.state.world.dispatches.filter((line) => line.id === 'cn.dual-up');
    const named = game.state.world.ledger.filter((line) => line.cause.id === 'cn.dual-up');
    expect(told).toEqual([]);
    expect(named).toEqual([]);
    expect(game.state.world.ledger.some((line) => line.cause.id === 'ORD-9')).toBe(true);
  });

  test('[TREATY-9, REPORT-3] an accusation that is right establishes it', () => {
    const { game, seat, report } = seenBreach();
    const before = game.state;
    game.do(seat, { kind: 'answerReport', report, answer: 'accuse' });
    const { world, secrets } = game.state;
    expect(world.seats.cn).toMatchObject({ breaches: 1, trustCap: 8_000 });
    expect(world.measures.supportCn).toBe(before.world.measures.supportCn - 300);
    expect(secrets.cn.pc).toBe(before.secrets.cn.pc - 200);
    expect(secrets.eu.trust.cn.value).toBe(before.secrets.eu.trust.cn.value - 1_200);
    expect(game.ask(seat, { kind: 'answerReport', report, answer: 'pass' })).toMatchObject({
      code: 'REPORT_ANSWERED',
    });
  });

  test('[REPORT-3] an accusation that is wrong costs the accuser', () => {
    const { game, seat, report } = seenBreach();
    game.with((state) => ({ ...state, hidden: { ...state.hidden, truths: { [report]: null } } }));
    const before = game.state;
    game.do(seat, { kind: 'answerReport', report, answer: 'accuse' });
    expect(game.state.world.seats.cn.breaches).toBe(0);
    expect(game.state.world.measures.supportEu).toBe(before.world.measures.supportEu - 50);
    expect(game.state.secrets.cn.trust.eu.value).toBe(before.secrets.cn.trust.eu.value - 800);
  });

  test('[REPORT-4] an inspection brings certainty, and then an accusation is still open', () => {
    const { game, seat, report } = seenBreach();
    game.do(seat, { kind: 'answerReport', report, answer: 'inspect' });
    expect(game.state.secrets.eu.reports[0]?.finding).toBeNull();
    game.next();
    expect(game.state.secrets.eu.reports[0]).toMatchObject({ finding: 'breach', certain: true });
    game.do(seat, { kind: 'answerReport', report, answer: 'accuse' });
    expect(game.state.world.seats.cn.breaches).toBe(1);
  });

  test('[TREATY-9] what the injured owe under the same agreement rests for a round, then resumes', () => {
    const game = withTruce();
    game.agree('us', term('embassies', 2), term('line-of-control', 1), term('business', 1));
    game.next();
    expect(game.term('business')?.state).toBe('inForce');
    game.with(quiet).order('ru', 'ru.offensive', 'DON').next();
    expect(game.state.world.seats.ru.breaches).toBeGreaterThan(0);
    expect(game.term('business')?.state).toBe('suspended');
    game.next();
    expect(game.term('business')?.state).toBe('inForce');
  });

  test('[TREATY-4] a snapback tied to a breach fires when it is established', () => {
    const campaign = variant({ snapbacks: ['ceasefireEnds', 'breachOf'] });
    for (let i = 0; i < 60; i++) {
      const game = new Game(campaign, `tied ${i}`).begin().with((state) => rich(state));
      game.agree(
        'cn',
        term('dual-use-restraint', 1),
        term('stability-talks', 2, { snapback: [{ kind: 'breachOf', provision: 'dual-use-restraint' }] }),
      );
      game.next().order('cn', 'cn.dual-up').next();
      const entry = game.state.secrets.eu.reports[0];
      if (!entry || !game.state.hidden.truths[entry.id]) continue;
      game.do('eu', { kind: 'answerReport', report: entry.id, answer: 'accuse' });
      expect(game.term('stability-talks')?.state).toBe('lapsed');
      expect(game.term('dual-use-restraint')?.state).toBe('inForce');
      return;
    }
    throw new Error('never seen');
  });

  test('[REPORT-1] without a breach a report comes now and then, and is false', () => {
    let alarms = 0;
    for (let i = 0; i < 80; i++) {
      const game = new Game(lesson, `alarm ${i}`).begin().with((state) => rich(state));
      game.agree('cn', term('dual-use-restraint', 1)).next().next();
      for (const entry of game.state.secrets.eu.reports) {
        alarms += 1;
        expect(game.state.hidden.truths[entry.id]).toBeNull();
      }
    }
    expect(alarms).toBeGreaterThan(1);
    expect(alarms).toBeLessThan(25);
  });
});
