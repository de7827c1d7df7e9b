import type {
  BySeat,
  Disposition,
  Edition,
  IsoDate,
  Level,
  Measure,
  OrderId,
  Points,
  ProvisionId,
  Region,
  Round,
  Seat,
  SectorId,
  TableId,
  TrackId,
} from './types.ts';

/** A measure that an effect moves; `transparency` and `limits` land in each region of the term's scope. */
export type EffectTarget =
  | Exclude<Measure, `transparency.${string}` | `limits.${string}`>
  | 'transparency'
  | 'limits';

/** What a term in force does to the world. */
export interface Effect {
  on: EffectTarget;
  by: readonly Points[]; // total at level 1, 2, 3 (not steps)
  fragile?: boolean; // works only in part while no full ceasefire holds (TREATY-7)
}

/** Something that can be agreed. Its words lie in the catalogue under `provision.<id>`. */
export interface Provision {
  id: ProvisionId;
  table: TableId;
  levels: Level;
  scoped: boolean; // has regions
  signs: Partial<Record<Seat, Level>>; // who must sign, from which level on
  concerns: readonly Seat[]; // may object when they did not sign (TREATY-11)
  needs: readonly { provision: ProvisionId; level: Level }[];
  effects: readonly Effect[];
  costs: Partial<Record<Seat, readonly Points[]>>; // PC at home per level
  smallStep: Level | 0; // signable at no PC up to this level (TALK-3)
  humanitarian?: boolean; // never priced, never conditional, never in a package (TALK-6)
  relief?: boolean; // sanctions relief: snapback changes its precedent and its stake (TREATY-8)
  ratifiedBy?: readonly Seat[]; // where the edition ratifies (TREATY-2)
  needsRussiaUnderStandstill?: boolean; // TALK-9
  lapsesWithTruce?: boolean; // part of the ceasefire itself (TRUCE-5)
  editions: readonly Edition[];
}

export type OrderTarget = 'none' | 'sector' | 'region' | 'seat';

/** A secret unilateral act. Its words lie under `order.<id>`. */
export interface OrderRule {
  id: OrderId;
  seat: Seat;
  target: OrderTarget;
  sectors?: readonly SectorId[]; // where it may go, when the target is a sector
  cost: Points; // PC at intensity 1
  when: 'any' | 'war'; // 'war': idle once a full ceasefire holds, unless the seat means to break it
  effects: readonly { on: Measure; by: Points }[]; // at intensity 1, once
  front?:
    | 'offensive'
    | 'counter-attack'
    | 'fortify'
    | 'deploy'
    | 'exercise'
    | 'stand-down'
    | 'reinforce'
    | 'patrol'; // what it does on the front
  does?: 'address' | 'inspect' | 'intelligence'; // the acts open to all seats (ORD-8)
  violates: readonly { provision: ProvisionId; level: Level; overt?: boolean }[]; // TREATY-9; overt: seen by all
  editions: readonly Edition[];
}

/** An event card (EVENT-1). Its words lie under `card.<id>`. */
export interface Card {
  id: string;
  weight: number; // 1 to 4
  fromRound: Round;
  toRound: Round;
  when: CardTrigger;
  seat?: Seat;
  sector?: SectorId;
  effects: readonly (readonly [TrackId, Points])[];
  softenedBy?: { provision: ProvisionId; factor: number }; // effects are multiplied by factor (0 to 1) while in force
  nuclear?: boolean;
  editions: readonly Edition[];
}

export type CardTrigger =
  | { kind: 'always' }
  | { kind: 'war' }
  | { kind: 'ceasefire' }
  | { kind: 'provision'; provision: ProvisionId; level?: Level }
  | { kind: 'noProvision'; provision: ProvisionId };

/** A secret aim that cuts across the public ones (MANDATE-3). Its words lie under `agenda.<id>`. */
export interface AgendaCard {
  id: string;
  seat: Seat;
  points: Points;
  aim: Aim;
  editions: readonly Edition[];
}

export type Aim =
  | { kind: 'inForce'; provision: ProvisionId; level: Level }
  | { kind: 'notInForce'; provision: ProvisionId }
  | { kind: 'trackAtLeast'; track: TrackId; value: Points }
  | { kind: 'trackAtMost'; track: TrackId; value: Points }
  | { kind: 'signedWith'; seat: Seat; count: number }
  | { kind: 'clean' }; // no established breach and no denouncement by this seat

/** What a disposition wants: score points per track point; `durability` is in per cent (MANDATE-1). */
export type Interest = TrackId | 'durability';
export interface Mandate {
  prior: number; // chance in per cent
  weights: Partial<Record<Interest, number>>;
}

/** A provision at a level that a seat's brief calls a red line (MANDATE-2). */
export interface RedLine {
  provision: ProvisionId;
  level: Level; // from this level on
}

export interface SectorRule {
  id: SectorId;
  region: Region;
  hot: boolean;
  miles: number;
  start: {
    tension: Points;
    forcesEast: Points; // Russia's and Belarus's side
    forcesWest: Points;
    readinessEast: Points;
    readinessWest: Points;
    fortification: Points;
    control: Points; // per cent under Russian military control (hot sectors)
  };
  weight: number; // share of the region's flash-point risk, per cent
}

/** A paper that lies ready to amend (TALK-12). Its words lie under `starter.<id>`. */
export interface Starter {
  id: string;
  signatories: readonly Seat[];
  terms: readonly { provision: ProvisionId; level: Level; snapback?: boolean }[];
  editions: readonly Edition[];
}

export type ConditionKind = 'ceasefireHeld' | 'inForce' | 'fromDate';
export type SnapbackKind = 'ceasefireEnds' | 'breachOf';

/** What a peace must reach for its grade (SCORE-5): the more can be agreed, the more is asked. */
export interface Bars {
  patched: Points; // joint outcome
  doneWell: Points; // joint outcome
  lasts: Points; // durability of a peace done well, per cent
}

/** The switches of an edition (GAME-3). */
export interface EditionRules {
  id: Edition;
  rounds: number;
  fewestRounds: number;
  tables: Partial<Record<TableId, TableId>>; // a table shown as part of another
  opens: Partial<Record<TableId, Round>>; // tables that open later
  terms: number; // a proposal
  proposals: number; // open at once, a seat
  scopes: readonly (readonly Region[])[]; // the scopes a guardrail may have
  conditions: readonly ConditionKind[];
  snapbacks: readonly SnapbackKind[];
  orders: number; // a round
  intensity: 1 | 2 | 3;
  agenda: { dealt: number; kept: number };
  ratification: boolean;
  objections: boolean;
  denouncing: boolean;
  nuclear: boolean;
  startPc: Points;
  income: Points; // a round, at support 50
  bars: Bars;
  tracks: readonly TrackId[]; // shown first; every other is one click away
}

/** The whole scenario as data; rules read it and never change it. */
export interface Scenario {
  version: string;
  edition: EditionRules;
  start: IsoDate;
  measures: Record<Measure, Points>; // start values
  members: Record<TableId, { members: readonly Seat[]; observers: readonly Seat[] }>;
  provisions: readonly Provision[]; // of this edition
  orders: readonly OrderRule[];
  cards: readonly Card[];
  agendas: readonly AgendaCard[];
  mandates: BySeat<Partial<Record<Disposition, Mandate>>>;
  redLines: BySeat<readonly RedLine[]>;
  sectors: readonly SectorRule[];
  starters: readonly Starter[];
  trust: BySeat<BySeat<Points>>; // starting trust of each seat in each other
}
