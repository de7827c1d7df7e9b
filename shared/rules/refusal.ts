import type { GameState, Phase } from './state.ts';
import type { Hundredths, Level, OrderId, ProposalId, ProvisionId, Region, Seat, TermKey } from './types.ts';

/** Why not: a fact with the numbers behind it, always told to the player. Words lie under `refusal.<code>`. */
export type Refusal =
  | { code: 'NOT_YOUR_PHASE'; phase: Phase; needs: readonly Phase[] }
  | { code: 'NOT_YOURS_TO_ASK'; needs: 'seat' | 'host' }
  | { code: 'SEAT_UNKNOWN'; seat: string }
  | { code: 'SEAT_TAKEN'; seat: Seat; free: readonly Seat[] }
  | { code: 'PROVISION_UNKNOWN'; provision: string }
  | { code: 'LEVEL_UNKNOWN'; provision: ProvisionId; level: number; levels: Level }
  | { code: 'SCOPE_UNKNOWN'; provision: ProvisionId; scopes: readonly (readonly Region[])[] }
  | { code: 'TABLE_CLOSED'; table: string; opens: number }
  | { code: 'TOO_MANY_TERMS'; terms: number; limit: number }
  | { code: 'NO_TERMS' }
  | { code: 'TERM_TWICE'; provision: ProvisionId }
  | { code: 'TOO_MANY_PROPOSALS'; open: number; limit: number }
  | { code: 'PAPERS_SPENT'; papers: number; limit: number }
  | { code: 'NOTHING_TO_RATIFY'; term: string }
  | { code: 'CONDITION_NOT_ALLOWED'; condition: string; allowed: readonly string[] }
  | { code: 'SNAPBACK_NOT_ALLOWED'; snapback: string; allowed: readonly string[] }
  | { code: 'HUMANITARIAN_STANDS_ALONE'; provision: ProvisionId }
  | { code: 'NEED_MISSING'; provision: ProvisionId; needs: ProvisionId; level: Level }
  | { code: 'ALREADY_AGREED'; provision: ProvisionId }
  | { code: 'PROPOSAL_UNKNOWN'; proposal: string }
  | { code: 'PROPOSAL_CLOSED'; proposal: ProposalId; state: string }
  | { code: 'NOT_A_SIGNATORY'; signatories: readonly Seat[] }
  | { code: 'ALREADY_SIGNED'; proposal: ProposalId }
  | { code: 'NOT_THE_AUTHOR'; author: Seat }
  | { code: 'PC_SHORT'; needed: Hundredths; free: Hundredths }
  | { code: 'ORDER_UNKNOWN'; order: string }
  | { code: 'ORDER_NOT_YOURS'; order: OrderId; seat: Seat }
  | { code: 'TOO_MANY_ORDERS'; orders: number; limit: number }
  | { code: 'ORDER_TWICE'; order: OrderId }
  | { code: 'TARGET_UNKNOWN'; order: OrderId; target: string | null; targets: readonly (string | null)[] }
  | { code: 'INTENSITY_UNKNOWN'; intensity: number; limit: number }
  | { code: 'REPORT_UNKNOWN'; report: string }
  | { code: 'LEDGER_LINE_UNKNOWN'; line: number; lines: number }
  | { code: 'REPORT_ANSWERED'; answer: string }
  | { code: 'AGREEMENT_UNKNOWN'; agreement: string }
  | { code: 'NOT_CONCERNED'; agreement: string }
  | { code: 'ALREADY_OBJECTED'; agreement: string }
  | { code: 'TERM_UNKNOWN'; term: string }
  | { code: 'TERM_NOT_IN_FORCE'; term: TermKey; state: string }
  | { code: 'NOT_IN_THIS_EDITION'; what: 'objection' | 'denouncement' | 'agenda' }
  | { code: 'AGENDA_CHOICE'; dealt: readonly string[]; keep: number }
  | { code: 'CHANNEL_CLOSED'; channel: string; open: readonly string[] }
  | { code: 'TOO_MANY_PROMISES'; open: number; limit: number }
  | { code: 'PROMISE_TOO_FAR'; until: number; from: number; to: number }
  | { code: 'CARD_UNKNOWN'; card: string }
  | { code: 'GUESS_OUT_OF_BOUNDS'; held: number; most: number }
  | { code: 'NOTHING_CHANGES' };

/** What follows, or why not. `after` is the state that the events lead to, where deciding has made it anyway. */
export type Decision<T> =
  | { ok: true; events: readonly T[]; after?: GameState }
  | { ok: false; refusal: Refusal };

export function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}

export function accept<T>(...events: readonly T[]): { ok: true; events: readonly T[] } {
  return { ok: true, events };
}
