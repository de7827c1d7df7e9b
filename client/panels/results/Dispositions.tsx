import type { SeatResult } from '../../../shared/rules/state.ts';
import { type BySeat, SEATS } from '../../../shared/rules/types.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';

/** What each delegation was this time, which nobody else knew. */
export function Dispositions({ seats }: { seats: BySeat<SeatResult> }) {
  return (
    <ul className="dispositions">
      {SEATS.map((seat) => (
        <li key={seat} className="card stack s disposition">
          <SeatName seat={seat} size={26} />
          <p className="disposition-name">{t(`disposition.${seats[seat].disposition}.name`)}</p>
          <p className="small muted">
            <Glossed>{t(`disposition.${seats[seat].disposition}.about`)}</Glossed>
          </p>
        </li>
      ))}
    </ul>
  );
}
