import type { Reason } from './state.ts';
import type { Hundredths, ProposalId, ProvisionId, Round, Seat } from './types.ts';

/**
 * What decided an act of a bot. It lies in the log beside the bot's command, decides nothing itself, and is shown to
 * nobody before the end. Points of the seat's own result, in hundredths, as it judged at that moment.
 */
export type Account = TextAccount | BreachAccount;

/** An account and what it is an account of, as the debrief shows it. */
export interface Accounted {
  seat: Seat;
  act: 'sign' | 'reject' | 'propose' | 'writeOrders';
  proposal: ProposalId | null;
  round: Round;
  account: Account;
}

/** Why a text was signed, refused or put forward. */
export interface TextAccount {
  of: 'text';
  gain: Hundredths; // with the text, less without it
  ask: Hundredths; // what it asked for at that hour, by its temperament
  fair: Hundredths; // what a fair share of everyone's gain came to
  doubt: Hundredths; // asked on top, for terms that co-signatories have broken
  doubted: Seat | null; // the co-signatory doubted most
  terms: readonly { provision: ProvisionId; by: Hundredths }[]; // what each does for the seat, by leaving it out
  crosses: ProvisionId | null; // beyond a red line
  lacking: Hundredths; // PC it does not have for it
  ceasefire: Hundredths; // what the same text would bring more with a ceasefire beside it; 0 where not asked
  rival: { proposal: ProposalId; gain: Hundredths } | null; // a text it has signed and would lose by this one
  later: Round | null; // the round from which the same gain would be enough
  reason: Reason | null; // null: it signs
  about: ProvisionId | null;
}

/** Why an order was written that breaks a term in force. */
export interface BreachAccount {
  of: 'breach';
  breaks: readonly ProvisionId[];
  gain: Hundredths; // what it expected of it, price and honesty counted
}
