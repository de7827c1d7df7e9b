import type { Disposition, OrderId } from '../../shared/rules/types.ts';

/** How a seat leans toward an order apart from what it counts on getting, points. */
export interface Doctrine {
  lean?: number;
  by?: Partial<Record<Disposition, number>>;
  truce?: number; // added while a full ceasefire is in force
  war?: number; // added while none is
  against?: readonly OrderId[]; // never on the same sheet
  desk: Desk;
  /** Thought of only by a seat under strain, and then with this chance a round (what strains it: strain.ts). */
  rare?: number;
}

/** Whose advice an order follows: a sheet may be written round one of them. */
export const DESKS = ['front', 'alliance', 'economy', 'talks', 'watch'] as const;
export type Desk = (typeof DESKS)[number];

/** What every seat has on each order; seats that stand for a policy lean by disposition. */
export const DOCTRINE: Readonly<Record<OrderId, Doctrine>> = {
  'us.arms': {
    desk: 'front',
    by: { 'alliance-first': 0.15 },
    truce: -0.1,
    against: ['us.pause-aid'],
  },
  'us.ease': { desk: 'talks', lean: -0.1, by: { dealmaker: 0.1 }, against: ['us.tighten'] },
  'us.troops': { desk: 'alliance', by: { 'alliance-first': 0.15 } },
  'us.back-channel': { desk: 'talks', by: { dealmaker: 0.1 } },
  'us.tighten': { desk: 'economy', by: { 'alliance-first': 0.15 }, war: 0.15, against: ['us.ease'] },
  'us.pause-aid': {
    desk: 'talks',
    lean: -0.1,
    by: { 'alliance-first': -0.2 },
    against: ['us.arms', 'us.share-intelligence'],
  },
  'us.share-intelligence': { desk: 'front', by: { 'alliance-first': 0.1 }, against: ['us.pause-aid'] },
  'us.press-moscow': { desk: 'talks', war: 0.1, against: ['us.offer-veto', 'us.press-kyiv'] },
  'us.press-kyiv': {
    desk: 'talks',
    by: { 'alliance-first': -0.15 },
    against: ['us.press-moscow', 'us.consult-allies'],
  },
  'us.consult-allies': { desk: 'alliance', by: { 'alliance-first': 0.1 }, against: ['us.press-kyiv'] },
  'us.offer-veto': { desk: 'talks', by: { 'alliance-first': -0.2 }, against: ['us.press-moscow'] },
  'us.nuclear-signal': { desk: 'watch', rare: 0.065, lean: 3 },

  'ru.offensive': {
    desk: 'front',
    lean: 0.45,
    by: { maximalist: 0.3, bargainer: -0.1 },
    against: ['ru.hold-back'],
  },
  'ru.air-campaign': { desk: 'front', lean: 0.3, by: { maximalist: 0.2 }, against: ['ru.hold-back'] },
  'ru.exercise': {
    desk: 'front',
    lean: 0.1,
    by: { besieged: 0.15 },
    truce: -0.05,
    against: ['ru.stand-down'],
  },
  'ru.stand-down': {
    desk: 'talks',
    lean: -0.2,
    by: { bargainer: 0.15, maximalist: -0.3 },
    against: ['ru.exercise', 'ru.deploy'],
  },
  'ru.mobilise': { desk: 'front', lean: 0.1, by: { maximalist: 0.2 }, war: 0.15 },
  'ru.hybrid': { desk: 'watch', lean: 0.1, by: { maximalist: 0.2 } },
  'ru.gas-overture': { desk: 'economy' },
  'ru.deploy': { desk: 'front', lean: 0.1, by: { besieged: 0.15 }, against: ['ru.stand-down'] },
  'ru.hold-back': { desk: 'talks', by: { bargainer: 0.1 }, against: ['ru.offensive', 'ru.air-campaign'] },
  'ru.nuclear-signal': { desk: 'watch', rare: 0.06, lean: 3 },

  'eu.aid': { desk: 'front', by: { steady: 0.1 } },
  'eu.tighten': { desk: 'economy', by: { divided: -0.1 }, truce: -0.2, against: ['eu.ease'] },
  'eu.loan': { desk: 'alliance', lean: 0.05 },
  'eu.hold-out': { desk: 'alliance', by: { divided: 0.15 } },
  'eu.ease': { desk: 'economy', by: { divided: 0.1 }, against: ['eu.tighten', 'eu.wean-gas'] },
  'eu.chapter': { desk: 'alliance' },
  'eu.assets-income': { desk: 'economy', by: { steady: 0.05 } },
  'eu.wean-gas': { desk: 'economy', lean: 0.05, by: { steady: 0.05 }, against: ['eu.ease'] },

  'ua.fortify': { desk: 'front', lean: -0.2, by: { 'land-first': 0.1 } },
  'ua.industry': { desk: 'economy' },
  'ua.tour': { desk: 'alliance', by: { 'security-first': 0.1 } },
  'ua.long-range': {
    desk: 'front',
    lean: 0.2,
    by: { 'land-first': 0.15 },
    against: ['ua.hold-back', 'ua.hold-fire'],
  },
  'ua.counter': {
    desk: 'front',
    lean: 0.3,
    by: { 'land-first': 0.3 },
    against: ['ua.hold-fire', 'ua.hold-back'],
  },
  'ua.hold-fire': { desk: 'talks', against: ['ua.counter', 'ua.long-range'] },
  'ua.mobilise': { desk: 'front' },
  'ua.hold-back': { desk: 'talks', against: ['ua.long-range', 'ua.counter'] },

  'nato.reinforce': {
    desk: 'front',
    lean: 0.1,
    by: { 'deterrence-first': 0.1, 'dialogue-first': -0.1 },
    truce: -0.1,
    against: ['nato.stand-down'],
  },
  'nato.patrol': { desk: 'front', lean: 0.1 },
  'nato.train': { desk: 'front', lean: 0.1 },
  'nato.call-council': { desk: 'talks', by: { 'dialogue-first': 0.15 } },
  'nato.exercise': { desk: 'front', by: { 'deterrence-first': 0.1 }, against: ['nato.stand-down'] },
  'nato.drive': { desk: 'alliance' },
  'nato.stand-down': {
    desk: 'talks',
    by: { 'deterrence-first': -0.1 },
    against: ['nato.reinforce', 'nato.exercise'],
  },

  'cn.dual-up': {
    desk: 'economy',
    by: { hedger: 0.15, stabiliser: -0.1, broker: -0.1 },
    against: ['cn.dual-down'],
  },
  'cn.dual-down': { desk: 'talks', lean: -0.1, by: { broker: 0.1, hedger: -0.2 }, against: ['cn.dual-up'] },
  'cn.peace-mission': { desk: 'talks' },
  'cn.court-eu': { desk: 'economy', lean: 0.1 },
  'cn.buy-energy': { desk: 'economy', against: ['cn.press-moscow'] },
  'cn.restraint': { desk: 'talks', against: ['cn.build-up'] },
  'cn.build-up': { desk: 'front', by: { hedger: 0.1 }, against: ['cn.restraint'] },
  'cn.press-moscow': { desk: 'talks', by: { hedger: -0.1 }, against: ['cn.buy-energy'] },
  'cn.security-council': { desk: 'talks' },

  'us.address': { desk: 'alliance' },
  'ru.address': { desk: 'alliance' },
  'eu.address': { desk: 'alliance' },
  'ua.address': { desk: 'alliance' },
  'nato.address': { desk: 'alliance' },
  'cn.address': { desk: 'alliance' },
  'us.inspect': { desk: 'watch' },
  'ru.inspect': { desk: 'watch' },
  'eu.inspect': { desk: 'watch' },
  'ua.inspect': { desk: 'watch' },
  'nato.inspect': { desk: 'watch' },
  'cn.inspect': { desk: 'watch' },
  'us.intelligence': { desk: 'watch' },
  'ru.intelligence': { desk: 'watch' },
  'eu.intelligence': { desk: 'watch' },
  'ua.intelligence': { desk: 'watch' },
  'nato.intelligence': { desk: 'watch' },
  'cn.intelligence': { desk: 'watch' },
};
