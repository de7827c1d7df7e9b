import cn from 'circle-flags/flags/cn.svg?url&no-inline';
import eu from 'circle-flags/flags/eu.svg?url&no-inline';
import ru from 'circle-flags/flags/ru.svg?url&no-inline';
import ua from 'circle-flags/flags/ua.svg?url&no-inline';
import us from 'circle-flags/flags/us.svg?url&no-inline';
import type { BySeat, Seat } from '../shared/rules/types.ts';
import nato from './flags/nato.svg?url&no-inline';
import { t } from './text.ts';

const FLAGS: BySeat<string> = { us, ru, eu, ua, nato, cn };

interface SeatProps {
  seat: Seat;
  size?: number; // px of its flag
  short?: boolean; // two letters or so instead of the name
}

/** A seat: its ring, its flag, its name. */
export function SeatName({ seat, size = 20, short = false }: SeatProps) {
  return (
    <span className={`seat seat-${seat}`}>
      <img src={FLAGS[seat]} width={size} height={size} alt="" />
      {short ? (
        <>
          <span className="code" aria-hidden="true">
            {t(`ui.seat.${seat}.code`)}
          </span>
          <span className="sr">{t(`ui.seat.${seat}.name`)}</span>
        </>
      ) : (
        t(`ui.seat.${seat}.name`)
      )}
    </span>
  );
}
