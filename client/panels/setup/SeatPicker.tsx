import { type Seat, SEATS } from '../../../shared/rules/types.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';

interface Props {
  legend: string;
  chosen: Seat | null;
  onChoose: (seat: Seat) => void;
  free?: readonly Seat[]; // all when not given
  told?: (seat: Seat) => string | null; // who sits there
}

/** Six cards, one a delegation, built alike. */
export function SeatPicker({ legend, chosen, onChoose, free = SEATS, told }: Props) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="seat-cards">
        {SEATS.map((seat) => {
          const open = free.includes(seat);
          const who = told?.(seat);
          return (
            <label
              key={seat}
              className={`seat-card seat-${seat}`}
              data-chosen={seat === chosen}
              data-open={open}
            >
              <input
                type="radio"
                name="seat"
                value={seat}
                checked={seat === chosen}
                disabled={!open}
                onChange={() => onChoose(seat)}
              />
              <span className="stack s">
                <SeatName seat={seat} size={28} />
                <span className="small muted">{t(`ui.seat.${seat}.want`)}</span>
                {who && <span className="tiny strong">{who}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
