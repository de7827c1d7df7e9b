import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import type { ComponentType } from 'react';
import { SEATS, type Seat } from '../../shared/rules/types.ts';
import { seatName } from '../names.ts';
import type { Recorded } from '../source/record.ts';
import { t } from '../text.ts';

interface Props {
  recorded: Recorded;
  move: number;
  seat: Seat | null; // whose view; null: all of it
  onMove: (move: number) => void;
  onSeat: (seat: Seat | null) => void;
  onEnd: () => void;
}

/** Where in a finished game one is, and from whose seat one looks. */
export function ReplayBar({ recorded, move, seat, onMove, onSeat, onEnd }: Props) {
  const { states, rounds } = recorded;
  const last = states.length - 1;
  const world = states[move]?.world;
  const before = rounds.findLast((start) => start < move);
  const after = rounds.find((start) => start > move);
  return (
    <section className="replay no-print" aria-label={t('replay.label')}>
      <div className="row s">
        <Way icon={ChevronFirst} words={t('replay.roundBefore')} to={before} onMove={onMove} />
        <Way
          icon={ChevronLeft}
          words={t('replay.moveBefore')}
          to={move > 0 ? move - 1 : undefined}
          onMove={onMove}
        />
        <Way
          icon={ChevronRight}
          words={t('replay.moveAfter')}
          to={move < last ? move + 1 : undefined}
          onMove={onMove}
        />
        <Way icon={ChevronLast} words={t('replay.roundAfter')} to={after} onMove={onMove} />
      </div>
      <input
        type="range"
        className="replay-range"
        aria-label={t('replay.move')}
        aria-valuetext={t('replay.at', { move: move + 1, moves: states.length, round: world?.round ?? 0 })}
        min={0}
        max={last}
        value={move}
        onChange={(event) => onMove(Number(event.target.value))}
      />
      <p className="small replay-at" aria-live="polite">
        {t('replay.at', { move: move + 1, moves: states.length, round: world?.round ?? 0 })}
      </p>
      <label className="row s small replay-seat">
        <span>{t('replay.from')}</span>
        <select
          className="tie-select"
          value={seat ?? 'all'}
          onChange={(event) => onSeat(SEATS.find((one) => one === event.target.value) ?? null)}
        >
          <option value="all">{t('replay.all')}</option>
          {SEATS.map((one) => (
            <option key={one} value={one}>
              {seatName(one)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="btn small" onClick={onEnd}>
        {t('replay.end')}
      </button>
    </section>
  );
}

interface WayProps {
  icon: ComponentType<{ size?: number; 'aria-hidden'?: 'true' }>;
  words: string;
  to: number | undefined;
  onMove: (move: number) => void;
}

function Way({ icon: Icon, words, to, onMove }: WayProps) {
  return (
    <button
      type="button"
      className="btn icon small"
      aria-label={words}
      disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) onMove(to);
      }}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
