import type { World } from '../../shared/rules/state.ts';
import { SEATS } from '../../shared/rules/types.ts';
import { seatNames } from '../names.ts';
import { t } from '../text.ts';
import type { Waiting } from './waiting.ts';

/** What waits, in a sentence. */
export function waitingWords(item: Waiting): string {
  return t(`waiting.${item.kind}`, { count: item.count });
}

/** The delegations that are not ready yet, in a sentence of their own. */
export function unreadyWords(world: World): string {
  const seats = SEATS.filter((seat) => !world.seats[seat].ready);
  return seats.length === 0 ? '' : t('waiting.unready', { count: seats.length, seats: seatNames(seats) });
}
