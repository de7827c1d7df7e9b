import type { Message, World } from '../../../shared/rules/state.ts';
import type { ProposalId, SectorId } from '../../../shared/rules/types.ts';
import { signed } from '../../figures.ts';
import { trackName } from '../../names.ts';
import { t } from '../../text.ts';
import { type Change, changeAt } from '../world/history.ts';

/**
 * What a message is about, from one word: `proposal:p7`, `sector:KHE`, `provision:monitoring`, `ledger:12`; nothing when
 * it quotes nothing.
 */
export function aboutOf(quote: string): Message['about'] {
  const [kind, id = ''] = quote.split(':');
  switch (kind) {
    case 'proposal':
      return { proposal: id as ProposalId };
    case 'sector':
      return { sector: id as SectorId };
    case 'provision':
      return { provision: id };
    case 'ledger':
      return { ledger: Number(id) };
    default:
      return null;
  }
}

/** A quoted change in a line: which figure, how much, when and why. */
export function quotedChange(world: World, line: number): string | null {
  const change = changeAt(world, line);
  return change && t('press.about.change', { ...changeWords(change), round: change.round });
}

/** A change, to be filled into a sentence. */
export function changeWords(change: Change): { track: string; by: string; cause: string } {
  return { track: trackName(change.on), by: signed(change.by), cause: change.words };
}
