import { useState } from 'react';
import type { World } from '../../../shared/rules/state.ts';
import { type Seat, SEATS } from '../../../shared/rules/types.ts';
import { useAct } from '../../actions.ts';
import { useGame } from '../../game/context.ts';
import { seatNames } from '../../names.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { Refusal } from '../Refusal.tsx';
import { Squares } from './Squares.tsx';

/** Everyone predicts before anyone is told; the whole room sees who has. */
export function Guess({ onDone }: { onDone: () => void }) {
  const { view, me, watching } = useGame();
  const kept = view.world.reveal?.guesses[me];
  const [guess, setGuess] = useState(kept ?? 50);
  const act = useAct();
  const keep = async () => {
    if (guess === kept || (await act.ask({ kind: 'predict', held: guess }))) onDone();
  };
  return (
    <div className="card guess">
      <div className="stack">
        {watching ? (
          <p>{t('guess.watching')}</p>
        ) : (
          <div className="field">
            <label htmlFor="guess-range" className="guess-number">
              {t('guess.label')} <span className="num">{guess}</span> {t('guess.of')}
            </label>
            <input
              id="guess-range"
              type="range"
              min={0}
              max={100}
              step={5}
              value={guess}
              onChange={(event) => setGuess(Number(event.target.value))}
            />
          </div>
        )}
        <WhoGuessed world={view.world} />
        <Refusal words={act.refusal} />
        <div className="row">
          <button
            type="button"
            className="btn primary big"
            disabled={act.pending}
            onClick={() => (watching ? onDone() : void keep())}
          >
            {t(watching ? 'reveal.next' : 'guess.keep')}
          </button>
        </div>
      </div>
      {!watching && (
        <div className="guess-squares" aria-hidden="true">
          <Squares held={guess} />
        </div>
      )}
    </div>
  );
}

/** In a room of several: who has set a mark, and who is still thinking. */
function WhoGuessed({ world }: { world: World }) {
  const people = SEATS.filter((seat) => world.seats[seat].taken === 'human');
  if (people.length < 2) return null;
  const done = people.filter((seat) => world.reveal?.guesses[seat] !== undefined);
  const others = people.filter((seat) => !done.includes(seat));
  return (
    <p className="small muted" role="status">
      {done.length > 0 && t('guess.done', { seats: seatNames(done) })}{' '}
      {others.length > 0 && t('guess.waits', { seats: seatNames(others) })}
    </p>
  );
}

/** What each delegation guessed, the nearest first, beside what came out. */
export function Guesses({ world, held }: { world: World; held: number }) {
  const guesses = Object.entries(world.reveal?.guesses ?? {}) as [Seat, number][];
  if (guesses.length < 2) return null;
  const nearest = guesses.toSorted(([, a], [, b]) => Math.abs(a - held) - Math.abs(b - held));
  return (
    <section className="stack s" aria-labelledby="guesses">
      <h2 id="guesses" className="small">
        {t('guess.room')}
      </h2>
      <ul className="guesses">
        {nearest.map(([seat, guess]) => (
          <li key={seat}>
            <SeatName seat={seat} size={18} short />
            <span className="guess-scale" aria-hidden="true">
              <span className="guess-held" style={{ left: `${held}%` }} />
              <span className={`guess-mark seat-${seat}`} style={{ left: `${guess}%` }} />
            </span>
            <span className="num">{guess}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
