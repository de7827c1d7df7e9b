import type { Scenario } from '../../shared/rules/scenario.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { SEATS, type Points } from '../../shared/rules/types.ts';

/** What a person seems to want beyond what any disposition of the seat explains: points by provision, in the scenario's order. */
export type Leaning = Float64Array;

/** Points that a provision in every one of a person's papers is taken to be worth to it beyond the estimate. */
const SOUGHT: Points = 1;
/** Points taken off for each refusal that names a provision, and the most of them. */
const MINDED: Points = 0.4;
const MINDED_MOST: Points = 1.2;
/** Papers beside those it wrote that count as holding nothing: one paper says little. */
const DOUBT = 2;

/** What people at the table lean to, by how often they write a provision and how often they name it when they refuse; in seat order. */
export function leaningsOf(scenario: Scenario, { mine, world }: SeatView): (Leaning | null)[] {
  return SEATS.map((seat) => {
    if (seat === mine.seat || world.seats[seat].taken !== 'human') return null;
    const written = mine.papers.filter((paper) => paper.author === seat);
    return Float64Array.from(scenario.provisions, ({ id }) => {
      const holding = written.filter(({ terms }) => terms.some(({ provision }) => provision === id)).length;
      const minded = mine.papers.filter((paper) => paper.rejections[seat]?.about === id).length;
      return (SOUGHT * holding) / (written.length + DOUBT) - Math.min(MINDED_MOST, MINDED * minded);
    });
  });
}
