import type { Disposition, OrderId } from '../../shared/rules/types.ts';

/** How a seat leans toward an order apart from what it counts on getting, points. */
export interface Doctrine {
  lean?: number;
  by?: Partial<Record<Disposition, number>>;
  truce?: number; // added while a full ceasefire is in force
}

/** Orders without an entry are taken on their effects alone. */
export const DOCTRINE: Readonly<Partial<Record<OrderId, Doctrine>>> = {
  'us.arms': { by: { 'alliance-first': 0.15 }, truce: -0.1 },
  'us.ease': { lean: -0.1, by: { dealmaker: 0.1 } },
  'us.troops': { by: { 'alliance-first': 0.15 } },
  'us.back-channel': { by: { dealmaker: 0.1 } },

  'ru.offensive': { lean: 0.35, by: { maximalist: 0.3, bargainer: -0.1 } },
  'ru.air-campaign': { lean: 0.3, by: { maximalist: 0.2 } },
  'ru.exercise': { by: { besieged: 0.15 }, truce: -0.1 },
  'ru.stand-down': { by: { bargainer: 0.15, maximalist: -0.3 }, truce: 0.1 },

  'eu.aid': { by: { steady: 0.1 } },
  'eu.tighten': { by: { divided: -0.1 }, truce: -0.2 },
  'eu.loan': {},
  'eu.hold-out': { by: { divided: 0.15 } },

  'ua.fortify': { by: { 'land-first': 0.1 } },
  'ua.industry': {},
  'ua.tour': { by: { 'security-first': 0.1 } },
  'ua.long-range': { lean: 0.2, by: { 'land-first': 0.15 } },

  'nato.reinforce': { by: { 'deterrence-first': 0.1, 'dialogue-first': -0.1 }, truce: -0.1 },
  'nato.patrol': { lean: 0.1 },
  'nato.train': { lean: 0.1 },
  'nato.call-council': { by: { 'dialogue-first': 0.15 } },

  'cn.dual-up': { by: { hedger: 0.15, stabiliser: -0.1, broker: -0.1 } },
  'cn.dual-down': { lean: -0.1, by: { broker: 0.1, hedger: -0.2 } },
  'cn.peace-mission': {},
  'cn.court-eu': { lean: 0.1 },
};
