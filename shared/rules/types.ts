/** The vocabulary of the game. Arrays are the source, types follow. */

export const SEATS = ['us', 'ru', 'eu', 'ua', 'nato', 'cn'] as const;
export type Seat = (typeof SEATS)[number];
/** One value for each seat. */
export type BySeat<T> = Readonly<Record<Seat, T>>;

export const EDITIONS = ['lesson', 'double', 'campaign'] as const;
export type Edition = (typeof EDITIONS)[number];

/** Ceasefire, Sanctions, Bilateral (N), Strategic stability (T), Council (G), Ukraine (U), Alliance (A), Settlement (P). */
export const TABLES = ['C', 'S', 'N', 'T', 'G', 'U', 'A', 'P'] as const;
export type TableId = (typeof TABLES)[number];

export const REGIONS = ['north', 'baltic', 'centre', 'south'] as const;
export type Region = (typeof REGIONS)[number];

/** North to south; the order is part of determinism. */
export const SECTORS = [
  'KOL',
  'LAP',
  'KAI',
  'NKA',
  'KYM',
  'NAR',
  'LAT',
  'SUW',
  'BUG',
  'POL',
  'SUM',
  'KHA',
  'DON',
  'ZAP',
  'KHE',
  'CRI',
] as const;
export type SectorId = (typeof SECTORS)[number];

/** Public figures of the world, 0 to 100 points (TRACK-1). */
export const TRACKS = [
  'violence',
  'ukraineDefence',
  'ukraineSovereignty',
  'europeDefence',
  'guardrails',
  'russiaSecurity',
  'russiaAims',
  'rearmament',
  'stability',
  'relations',
  'cohesion',
  'usStanding',
  'euUnity',
  'alignment',
  'chinaStanding',
  'russiaEconomy',
  'europeEconomy',
  'sanctionsUs',
  'sanctionsEu',
  'precedent',
  'escalation',
  'territory',
  'supportUs',
  'supportRu',
  'supportEu',
  'supportUa',
  'supportNato',
  'supportCn',
] as const;
export type TrackId = (typeof TRACKS)[number];

/** Figures that terms build up and the forecast reads; they have no start of their own on screen (TRACK-2). */
export const FEATURES = [
  'guarantees',
  'monitoring',
  'settlement',
  'hotlines',
  'stake',
  'transparency.north',
  'transparency.baltic',
  'transparency.centre',
  'transparency.south',
  'limits.north',
  'limits.baltic',
  'limits.centre',
  'limits.south',
] as const;
export type FeatureId = (typeof FEATURES)[number];
export type Measure = TrackId | FeatureId;
export const MEASURES: readonly Measure[] = [...TRACKS, ...FEATURES];

/** The track of each seat's support at home. */
export const SUPPORT: BySeat<TrackId> = {
  us: 'supportUs',
  ru: 'supportRu',
  eu: 'supportEu',
  ua: 'supportUa',
  nato: 'supportNato',
  cn: 'supportCn',
};

export const DISPOSITIONS = {
  us: ['dealmaker', 'alliance-first', 'pacific-first'],
  ru: ['bargainer', 'besieged', 'maximalist'],
  eu: ['steady', 'divided'],
  ua: ['security-first', 'land-first'],
  nato: ['deterrence-first', 'dialogue-first'],
  cn: ['stabiliser', 'hedger', 'broker'],
} as const satisfies BySeat<readonly string[]>;
export type Disposition = (typeof DISPOSITIONS)[Seat][number];

/** Integer hundredths of a point: everything that decides anything is counted in these. */
export type Hundredths = number;
/** Points as a designer writes them, at most two decimals; {@link hundredths} turns them into what the rules count. */
export type Points = number;
/** 1, 2 or 3; a term's strength. */
export type Level = 1 | 2 | 3;
/** Rounds count from 1. */
export type Round = number;
/** A calendar day, `2025-04-01`. */
export type IsoDate = string;
/** Points at a row of words that lies outside the log and can be erased. */
export type TextId = string;

export type ProvisionId = string;
/** `ru.exercise`: the seat, then the act. */
export type OrderId = `${Seat}.${string}`;
export type ProposalId = `p${number}`;
export type AgreementId = `a${number}`;
export type ReportId = `r${number}`;
/** `a3/monitoring`: one term of one agreement. */
export type TermKey = `${AgreementId}/${string}`;

/** Points to integer hundredths. */
export function hundredths(points: Points): Hundredths {
  return Math.round(points * 100);
}

/** Integer hundredths to points, for reading and for the forecast. */
export function points(amount: Hundredths): Points {
  return amount / 100;
}
