import type { Interest } from './scenario.ts';
import type {
  AgreementId,
  BySeat,
  Disposition,
  Edition,
  Hundredths,
  IsoDate,
  Level,
  Measure,
  OrderId,
  ProposalId,
  ProvisionId,
  Region,
  ReportId,
  Round,
  Seat,
  SectorId,
  TableId,
  TermKey,
  TextId,
} from './types.ts';

export type Phase = 'lobby' | 'briefing' | 'talks' | 'ended';

export type Condition =
  | { kind: 'ceasefireHeld'; rounds: number }
  | { kind: 'inForce'; provision: ProvisionId; level: Level }
  | { kind: 'fromDate'; date: IsoDate };

export type Snapback = { kind: 'ceasefireEnds' } | { kind: 'breachOf'; provision: ProvisionId };

/** A provision at a chosen level and scope, with its conditions. */
export interface Term {
  provision: ProvisionId;
  level: Level;
  scope: readonly Region[]; // empty for provisions without scope
  conditions: readonly Condition[];
  snapback: readonly Snapback[];
}

export const READERS = ['signatories', 'table', 'all'] as const;
export type Readers = (typeof READERS)[number];

/** Why a seat says no (TALK-8); `redLine` and `tooLittle` name what they are about. */
export const REASONS = [
  'redLine',
  'tooLittle',
  'distrust',
  'wrongOrder',
  'betterAlternative',
  'wait',
  'home',
] as const;
export type Reason = (typeof REASONS)[number];

export interface Rejection {
  reason: Reason;
  about?: ProvisionId;
}

export type ProposalState = 'open' | 'agreed' | 'withdrawn' | 'lapsed';

export interface Proposal {
  id: ProposalId;
  author: Seat;
  round: Round;
  terms: readonly Term[];
  readers: Readers;
  signatories: readonly Seat[];
  signatures: readonly Seat[];
  rejections: Partial<Record<Seat, Rejection>>;
  counterTo: ProposalId | null;
  text: TextId | null;
  state: ProposalState;
}

export type TermState = 'pending' | 'inForce' | 'suspended' | 'lapsed' | 'denounced';

export interface AgreedTerm extends Term {
  key: TermKey;
  state: TermState;
  since: Round; // of the present state
  why: Cause | null; // of the present state
  ratified: readonly Seat[]; // who has ratified so far
  lobbied: Partial<Record<Seat, Hundredths>>; // PC spent at home on its ratification (TREATY-2)
  endsAt: Round | null; // notice given: ends at this round's resolution (TREATY-10)
  suspendedUntil: Round | null;
}

/** A proposal that all its signatories have signed. */
export interface Agreement {
  id: AgreementId;
  proposal: ProposalId;
  author: Seat;
  round: Round;
  signatories: readonly Seat[];
  terms: readonly AgreedTerm[];
  objections: readonly Seat[];
}

/** Why a track moved or a term changed (TRACK-3). `id` is a provision, order, card or rule id. */
export interface Cause {
  kind: 'term' | 'order' | 'card' | 'rule' | 'seat' | 'front';
  id: string;
  what?: 'entered' | 'ended' | 'truce' | 'war' | 'suspended' | 'resumed' | 'limit';
  seat?: Seat;
  sector?: SectorId;
  key?: TermKey;
}

/** One change of one measure. `by` is what the shown value changed by; lines of a round add up to the change. */
export interface LedgerLine {
  round: Round;
  on: Measure;
  by: Hundredths;
  wanted: Hundredths; // what the cause asked for; differs from `by` at a bound
  cause: Cause;
}

export type Rung = 'incident' | 'crisis' | 'clash';

export interface Sector {
  tension: Hundredths;
  forcesEast: Hundredths;
  forcesWest: Hundredths;
  readinessEast: Hundredths;
  readinessWest: Hundredths;
  fortification: Hundredths;
  control: Hundredths; // per cent under Russian military control
  incident: Rung | null;
}

/** The ceasefire as a whole. */
export interface Truce {
  level: 0 | Level; // 0: none in force
  key: TermKey | null;
  since: Round | null;
  held: number; // resolutions held
  expires: IsoDate | null; // level 1: thirty days by the calendar
  collapses: number;
  entered: number; // how often a full ceasefire came into force
  endedIn: Round | null; // the round in which the last one ended
  brokenBy: Seat | null;
}

/** A line of the dispatches: what happened, and why; words come from the catalogue. */
export interface Dispatch {
  round: Round;
  key: string; // catalogue key, `dispatch.<key>`
  seat?: Seat;
  sector?: SectorId;
  id?: string; // provision, order, card, agreement or track id
  level?: number;
  amount?: Hundredths;
  cause?: Cause;
}

/** Why a stand-in sits for people: they are away, or asked for it (CLOCK-6). */
export const STAND_INS = ['absent', 'asked'] as const;
export type StandIn = (typeof STAND_INS)[number];

export interface SeatSeen {
  taken: 'human' | 'bot' | 'open';
  standIn?: StandIn; // a program keeps the people's seat
  ready: boolean;
  breaches: number; // established
  denounced: number;
  kept: number; // rounds in which it had obligations and kept them all
  trustCap: Hundredths;
}

/** What everyone may see. */
export interface World {
  rules: string; // rules version
  content: string; // content version
  edition: Edition;
  mode: 'solo' | 'table' | 'simulation';
  round: Round; // 0 before talks
  rounds: number;
  phase: Phase;
  date: IsoDate;
  host: Seat | null;
  seats: BySeat<SeatSeen>;
  measures: Readonly<Record<Measure, Hundredths>>; // shown values: bare plus given, within bounds
  bare: Readonly<Record<Measure, Hundredths>>;
  given: Readonly<Record<TermKey, Readonly<Partial<Record<Measure, Hundredths>>>>>; // what each term gives now
  sectors: Readonly<Record<SectorId, Sector>>;
  agreements: readonly Agreement[];
  truce: Truce;
  ledger: readonly LedgerLine[];
  dispatches: readonly Dispatch[];
  cards: readonly { round: Round; card: string }[]; // drawn so far
  result: Result | null;
  reveal?: Reveal; // once somebody has guessed or voted
}

/** What delegations say while the end is told (REVEAL-1, REVEAL-2). */
export interface Reveal {
  guesses: Readonly<Partial<BySeat<number>>>; // futures at peace, of a hundred
  votes: Readonly<Partial<BySeat<AgreementId>>>; // the agreement to leave out for a look
}

export interface Order {
  order: OrderId;
  target: SectorId | Region | Seat | null;
  intensity: 1 | 2 | 3;
}

export type ReportAnswer = 'accuse' | 'ask' | 'inspect' | 'pass';

/** What verification says about a term; it may be wrong. */
export interface Report {
  id: ReportId;
  round: Round;
  accused: Seat;
  key: TermKey;
  provision: ProvisionId;
  certain: boolean; // after an inspection, or an overt act
  confidence: number; // per cent, as the service would put it
  answer: ReportAnswer | null;
  finding: 'breach' | 'nothing' | null; // once inspected or accused
}

/** Speech acts; free text may lie beside any of them (PRESS-1). */
export const ACTS = [
  'say',
  'ask',
  'offer',
  'warn',
  'promise',
  'why',
  'whatWouldChange',
  'thank',
  'refuse',
  'address',
  'greet',
  'who', // asks who sits there: a person or a program
  'want', // asks what a delegation wants
] as const;
export type Act = (typeof ACTS)[number];

/** What a seat gives its word on; only what the rules can check (PROMISE-1). `until`: the last round it holds for. */
export type Pledge =
  | { kind: 'give'; order: OrderId; until: Round } // by then
  | { kind: 'withhold'; order: OrderId; until: Round } // up to then
  | { kind: 'keep'; provision: ProvisionId; until: Round } // neither broken nor denounced up to then
  | { kind: 'sign'; proposal: ProposalId; until: Round }; // by then

/** A promise in the ledger. */
export interface Promised {
  id: number;
  by: Seat;
  to: readonly Seat[]; // everybody else who heard it
  pledge: Pledge;
  round: Round; // in which it was given
  state: 'open' | 'kept' | 'broken' | 'void'; // void: what it was about came to nothing, by nobody's fault of word
}

export type Channel = 'all' | `table:${TableId}` | `seat:${Seat}` | 'own';

export interface Message {
  id: number;
  round: Round;
  from: Seat;
  channel: Channel;
  act: Act;
  about: {
    provision?: ProvisionId;
    with?: ProvisionId; // asked or offered together with it
    proposal?: ProposalId;
    sector?: SectorId;
    report?: ReportId;
    ledger?: number; // a line of the ledger, by its place there
    seat?: Seat;
    pledge?: Pledge; // what a promise promises (PROMISE-1)
  } | null;
  key: string | null; // bots: catalogue key, `press.<key>`
  params: Readonly<Record<string, string | number>> | null;
  text: TextId | null; // people: free text outside the log
}

export interface Secrets {
  disposition: Disposition;
  agendaDealt: readonly string[];
  agenda: readonly string[]; // kept
  instructions: TextId | null;
  pc: Hundredths; // free and reserved together
  orders: readonly Order[]; // sealed, this round
  talkedWith: readonly Seat[];
  reasons: number; // reasons given, once a paper and once a round
  trust: BySeat<{ value: Hundredths; why: Cause | null }>;
  reports: readonly Report[];
  intelligence: boolean; // own detection raised this round
}

export interface Hidden {
  seed: string;
  papers: readonly Proposal[];
  press: readonly Message[];
  streams: Readonly<Record<string, readonly number[]>>;
  played: readonly { round: Round; seat: Seat; order: Order }[]; // every order carried out
  truths: Readonly<Record<ReportId, string | null>>; // the breach a report is about, null if there was none
  established: readonly string[]; // breaches whose price is paid
  injected: readonly string[]; // cards for the next resolution
  promises?: readonly Promised[]; // from the first one on
  counters: { paper: number; agreement: number; report: number; message: number };
}

export interface GameState {
  world: World;
  secrets: BySeat<Secrets>;
  hidden: Hidden;
}

export const GRADES = ['doneWell', 'patched', 'doneBadly', 'noPeace', 'escalation'] as const;
export type Grade = (typeof GRADES)[number];

export const RESULTS = ['setback', 'held', 'gained', 'triumph'] as const;

export interface SeatResult {
  score: Hundredths;
  par: Hundredths;
  gain: Hundredths;
  best: Hundredths; // gain of the own best feasible deal
  share: Hundredths; // gain ÷ best, in hundredths
  result: (typeof RESULTS)[number];
  interests: readonly { interest: Interest; points: Hundredths }[]; // against the start
  agenda: readonly { card: string; met: boolean; points: Hundredths }[];
  disposition: Disposition;
  process: {
    talkedWith: number;
    reasons: number;
    refusedWell: number;
    kept: number;
    breaches: number;
    promises?: { kept: number; broken: number }; // where it gave any
  };
}

/** How the game ended, computed once and stored. Null seats after an escalation: no result for anyone. */
export interface Result {
  grade: Grade;
  pillars: { relations: Hundredths; europe: Hundredths; ukraine: Hundredths } | null;
  joint: Hundredths;
  consent: { asked: boolean; given: boolean };
  seats: BySeat<SeatResult> | null;
  forecast: Forecast | null;
}

/** The ten years after the last round. All shares in hundredths of a per cent point where counted. */
export interface Forecast {
  durability: Hundredths; // chance that the peace holds ten years, per cent × 100, shown at most 90 %
  low: Hundredths; // range over uncertain parameters
  high: Hundredths;
  byYear: readonly Hundredths[]; // chance that it still holds after year 1 … 10
  opportunism: Hundredths; // share of futures ended on this path, per cent × 100
  spiral: Hundredths;
  burnsOut: Hundredths; // where no peace was made: the war ends by exhaustion
  futures: number;
  breaks: readonly { sector: SectorId; path: 'opportunism' | 'spiral'; share: Hundredths }[]; // where it breaks
  contributions: readonly {
    key: TermKey;
    provision: ProvisionId;
    shapley: Hundredths;
    without: Hundredths;
  }[];
  stories: readonly {
    year: number;
    sector: SectorId;
    path: 'opportunism' | 'spiral';
    war: boolean;
    stoppedBy: ProvisionId | null;
  }[];
}
