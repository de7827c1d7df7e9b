import { NOTHING } from '../../shared/rules/nothing.ts';
import type { PublicView, SeatView } from '../../shared/rules/view.ts';
import { hundredths, type Seat, SEATS } from '../../shared/rules/types.ts';

const NO_TRUST = Object.fromEntries(
  SEATS.map((seat) => [seat, { value: hundredths(0), why: null }]),
) as unknown as SeatView['mine']['trust'];

/**
 * What everyone may see as the screens take it: with an own part that is empty.
 *
 * @param seat stands where a screen wants one; nothing of that seat's own is in the view
 */
export function watcherView(view: PublicView, seat: Seat): SeatView {
  return {
    ...view,
    mine: {
      seat,
      mandate: {
        disposition: view.world.result?.seats?.[seat].disposition ?? 'bargainer',
        weights: {},
        redLines: [],
        agendaDealt: [],
        agenda: [],
        instructions: null,
      },
      pc: { free: 0, reserved: 0, income: 0 },
      orders: [],
      trust: NO_TRUST,
      reports: [],
      promises: [],
      papers: [],
      press: [],
    },
    legal: NOTHING,
  };
}
