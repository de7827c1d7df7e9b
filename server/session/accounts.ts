import type { Accounted } from '../../shared/rules/account.ts';
import { type GameEvent, SEATS } from '../../shared/rules/index.ts';
import type { LogRow } from '../store/store.ts';

type Row = Pick<LogRow, 'actor' | 'command' | 'events'>;

/** What bots noted of their decisions in a log. For nobody before the end of the game. */
export function accountsIn(rows: readonly Row[]): Accounted[] {
  let round = 0;
  return rows.flatMap((row) => {
    const account = accountIn(row, round);
    round = roundAfter(row.events, round);
    return account ? [account] : [];
  });
}

/** What a bot noted of one decision, in a round. */
export function accountIn({ actor, command, events }: Row, round: number): Accounted | null {
  const seat = SEATS.find((one) => one === actor);
  if (!seat || !('account' in command) || command.account === undefined) return null;
  const proposed = events.find((event) => event.kind === 'proposed');
  const proposal = proposed?.proposal.id ?? ('proposal' in command ? command.proposal : null);
  return { seat, act: command.kind, proposal, round, account: command.account };
}

function roundAfter(events: readonly GameEvent[], round: number): number {
  return events.findLast((event) => event.kind === 'talksOpened')?.round ?? round;
}
