import type {
  Agreement,
  Cause,
  Dispatch,
  Hidden,
  Message,
  Order,
  Promised,
  Proposal,
  Rejection,
  Report,
  ReportAnswer,
  Result,
  Sector,
  StandIn,
  TermState,
  Truce,
} from './state.ts';
import type {
  AgreementId,
  Hundredths,
  IsoDate,
  Measure,
  ProposalId,
  Region,
  ReportId,
  Round,
  Seat,
  SectorId,
  TermKey,
  TextId,
} from './types.ts';

/** What happened; past tense. The log is made of these; {@link evolve} applies them and never judges. */
export type GameEvent =
  | { kind: 'seatTaken'; seat: Seat; by: 'human' | 'bot'; host: boolean }
  | { kind: 'standInSat'; seat: Seat; why: StandIn | null }
  | {
      kind: 'briefingOpened';
      deals: readonly { seat: Seat; cards: readonly string[] }[];
      streams: Hidden['streams'];
    }
  | { kind: 'agendaChosen'; seat: Seat; cards: readonly string[] }
  | { kind: 'instructed'; seat: Seat; text: TextId }
  | { kind: 'talksOpened'; round: Round; date: IsoDate }
  | { kind: 'proposed'; proposal: Proposal }
  | { kind: 'signed'; proposal: ProposalId; seat: Seat }
  | { kind: 'rejected'; proposal: ProposalId; seat: Seat; rejection: Rejection }
  | { kind: 'withdrawn'; proposal: ProposalId }
  | { kind: 'proposalLapsed'; proposal: ProposalId }
  | { kind: 'agreed'; agreement: Agreement }
  | { kind: 'held'; seat: Seat; rejection: Rejection }
  | { kind: 'signatoriesAdded'; proposal: ProposalId; seats: readonly Seat[] }
  | { kind: 'objected'; agreement: AgreementId; seat: Seat }
  | { kind: 'denounceNoticed'; term: TermKey; seat: Seat; endsAt: Round }
  | { kind: 'ordersWritten'; seat: Seat; orders: readonly Order[] }
  | { kind: 'said'; message: Message }
  | { kind: 'promised'; promise: Promised }
  | { kind: 'promiseSettled'; promise: number; outcome: 'kept' | 'broken' | 'void' }
  | { kind: 'readySet'; seat: Seat; ready: boolean }
  | { kind: 'cardInjected'; card: string }
  | { kind: 'reportAnswered'; seat: Seat; report: ReportId; answer: ReportAnswer }
  | { kind: 'reportSettled'; seat: Seat; report: ReportId; finding: 'breach' | 'nothing' }
  // resolution
  | { kind: 'talksClosed'; round: Round }
  | { kind: 'lobbied'; term: TermKey; seat: Seat; pc: Hundredths }
  | { kind: 'termNarrowed'; term: TermKey; scope: readonly Region[] }
  | { kind: 'ratified'; term: TermKey; seat: Seat }
  | { kind: 'termMoved'; term: TermKey; state: TermState; why: Cause; until?: Round | null }
  | { kind: 'orderCarriedOut'; seat: Seat; order: Order }
  | { kind: 'moved'; on: Measure; wanted: Hundredths; by: Hundredths; cause: Cause; term: TermKey | null }
  | { kind: 'sectorMoved'; sector: SectorId; change: Partial<Sector> }
  | { kind: 'truceMoved'; truce: Truce }
  | { kind: 'reported'; seat: Seat; report: Report; breach: string | null }
  | { kind: 'breached'; seat: Seat; term: TermKey; breach: string; cause: Cause }
  | { kind: 'pcMoved'; seat: Seat; by: Hundredths; cause: Cause }
  | { kind: 'trustMoved'; seat: Seat; in: Seat; by: Hundredths; cause: Cause }
  | { kind: 'trustCapped'; seat: Seat; cap: Hundredths }
  | { kind: 'cardDrawn'; card: string; injected: boolean }
  | { kind: 'keptWord'; seat: Seat }
  | { kind: 'intelligenceRaised'; seat: Seat }
  | { kind: 'dispatched'; dispatch: Dispatch }
  | { kind: 'roundClosed'; round: Round; streams: Hidden['streams'] }
  | { kind: 'ended'; result: Result; date: IsoDate }
  // after the end
  | { kind: 'predicted'; seat: Seat; held: number }
  | { kind: 'voted'; seat: Seat; agreement: AgreementId | null };
