import type { OrderId, Seat } from '../../shared/rules/types.ts';
import type { Imposed } from './plan.ts';

/** A way to peace that a delegation might argue for: terms as they come, and orders each round. */
export interface Strategy {
  id: string;
  terms: readonly Imposed[];
  orders: Partial<Record<Seat, readonly OrderId[]>>;
}

type Line = readonly [provision: string, level: Imposed['level'], snapback?: 'snapback'];

function from(round: number, ...lines: readonly Line[]): Imposed[] {
  return lines.map(([provision, level, snapback]) => ({
    round,
    provision,
    level,
    snapback: snapback !== undefined,
  }));
}

/** What everything is measured against: all tables, phased, relief under snapback. */
export const INTEGRATED: Strategy = {
  id: 'Integrated',
  terms: [
    ...from(1, ['embassies', 1], ['military-hotlines', 1], ['council', 1], ['stability-talks', 2]),
    ...from(
      2,
      ['full-ceasefire', 2],
      ['monitoring', 2],
      ['incident-cell', 1],
      ['relief-maritime', 1, 'snapback'],
      ['relief-finance', 1, 'snapback'],
      ['dual-use-restraint', 1],
      ['security-agreements', 2],
    ),
    ...from(
      3,
      ['notification', 2],
      ['open-skies', 2],
      ['force-ceilings', 1],
      ['new-start', 2],
      ['article-five', 1],
      ['eu-accession', 2],
      ['line-of-control', 1],
    ),
  ],
  orders: { nato: ['nato.call-council'], cn: ['cn.peace-mission'], us: ['us.back-channel'] },
};

/** Its rivals. */
export const RIVALS: readonly Strategy[] = [
  {
    id: 'Freeze',
    terms: from(1, ['full-ceasefire', 2], ['monitoring', 1], ['line-of-control', 1]),
    orders: {},
  },
  {
    id: 'Quick bilateral',
    terms: [
      ...from(1, ['embassies', 2], ['business', 1], ['military-hotlines', 1], ['stability-talks', 1]),
      ...from(2, ['full-ceasefire', 2], ['new-start', 1], ['ukraine-alignment', 1], ['root-causes', 2]),
    ],
    orders: { us: ['us.back-channel', 'us.ease'] },
  },
  {
    id: 'Carrots first',
    terms: [
      ...from(1, ['relief-maritime', 1], ['relief-finance', 1], ['embassies', 2], ['business', 1]),
      ...from(2, ['full-ceasefire', 2], ['monitoring', 2]),
    ],
    orders: { us: ['us.ease'], eu: ['eu.ease'] },
  },
  {
    id: 'Fortress',
    terms: [
      ...from(
        1,
        ['security-agreements', 3],
        ['article-five', 1],
        ['spending', 3],
        ['eu-accession', 2],
        ['tightening-plan', 1],
        ['european-command', 2],
        ['us-posture', 2],
        ['forward-brigades', 1],
        ['air-defence', 1],
        ['defence-industry', 1],
      ),
      ...from(3, ['full-ceasefire', 2], ['monitoring', 2]),
    ],
    orders: {
      us: ['us.troops', 'us.arms', 'us.tighten'],
      eu: ['eu.loan', 'eu.aid', 'eu.tighten'],
      ua: ['ua.fortify', 'ua.industry', 'ua.mobilise'],
      nato: ['nato.reinforce', 'nato.train', 'nato.drive'],
    },
  },
  {
    id: 'Détente first',
    terms: [
      ...from(1, ['embassies', 2], ['military-hotlines', 1], ['council', 2], ['stability-talks', 2]),
      ...from(2, ['new-start', 2], ['notification', 2], ['open-skies', 2], ['force-ceilings', 1]),
      ...from(3, ['full-ceasefire', 2], ['monitoring', 2]),
    ],
    orders: { us: ['us.back-channel'], nato: ['nato.call-council'], ru: ['ru.stand-down'] },
  },
  {
    id: 'Neutrality',
    terms: [
      ...from(1, ['full-ceasefire', 2], ['monitoring', 2], ['line-of-control', 2]),
      ...from(2, ['ukraine-alignment', 2], ['standstill', 1], ['guarantees', 1], ['eu-accession', 2]),
    ],
    orders: { ru: ['ru.stand-down'] },
  },
  {
    id: 'Pressure',
    terms: [
      ...from(1, ['tightening-plan', 1], ['dual-use-restraint', 2], ['security-agreements', 2]),
      ...from(3, ['full-ceasefire', 2], ['monitoring', 2]),
    ],
    orders: {
      us: ['us.arms', 'us.tighten'],
      eu: ['eu.tighten'],
      ua: ['ua.long-range'],
      cn: ['cn.dual-down'],
    },
  },
];
