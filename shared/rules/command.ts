import type { Account } from './account.ts';
import type { Act, Channel, Message, Order, Readers, Reason, ReportAnswer, StandIn, Term } from './state.ts';
import type {
  AgreementId,
  Hundredths,
  ProposalId,
  ProvisionId,
  ReportId,
  Seat,
  TermKey,
  TextId,
} from './types.ts';

/** Who asks. `host` is whoever made the game, `clock` a timer. */
export type Actor = Seat | 'host' | 'clock';

/** What may be asked of the rules; imperative. */
export type Command =
  | { kind: 'takeSeat'; seat: Seat; by: 'human' | 'bot' }
  | { kind: 'standIn'; seat: Seat; why: StandIn | null } // null: the people take the seat back
  | { kind: 'start' }
  | { kind: 'chooseAgenda'; cards: readonly string[] }
  | { kind: 'instruct'; text: TextId }
  | {
      kind: 'propose';
      terms: readonly Term[];
      readers: Readers;
      counterTo: ProposalId | null;
      text: TextId | null;
      account?: Account;
    }
  | { kind: 'sign'; proposal: ProposalId; account?: Account } // a bot's account of itself is of no effect
  | { kind: 'reject'; proposal: ProposalId; reason: Reason; about?: ProvisionId; account?: Account }
  | { kind: 'withdraw'; proposal: ProposalId }
  | { kind: 'hold'; reason: Reason; about?: ProvisionId }
  | { kind: 'object'; agreement: AgreementId }
  | { kind: 'denounce'; term: TermKey }
  | { kind: 'lobby'; term: TermKey; pc: Hundredths } // buy up the chance of ratification at home
  | { kind: 'writeOrders'; orders: readonly Order[]; account?: Account }
  | { kind: 'answerReport'; report: ReportId; answer: ReportAnswer }
  | {
      kind: 'say';
      channel: Channel;
      act: Act;
      about: Message['about'];
      key: string | null;
      params: Message['params'];
      text: TextId | null;
    }
  | { kind: 'setReady'; ready: boolean }
  | { kind: 'closeTalks' }
  | { kind: 'inject'; card: string }
  | { kind: 'predict'; held: number } // of a hundred futures
  | { kind: 'vote'; agreement: AgreementId | null }; // null: takes it back
