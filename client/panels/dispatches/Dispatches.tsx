import './dispatches.css';
import { Map as MapIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Dispatch } from '../../../shared/rules/state.ts';
import type { Measure, Round } from '../../../shared/rules/types.ts';
import { SUPPORT } from '../../../shared/rules/types.ts';
import { causeWords } from '../../causes.ts';
import { signed, whole } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { readMarks } from '../../game/marks.ts';
import { readRound } from '../../memory.ts';
import { provisionName, trackName } from '../../names.ts';
import { gamePath } from '../../route.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';
import { Link } from '../Link.tsx';
import { WhyDialog } from '../world/WhyDialog.tsx';
import { resolvedRound } from '../world/history.ts';
import { dispatchWords, isBig } from './told.ts';

/** What the resolutions brought, told in order, with causes; the last one first seen, all of them to read again. */
export default function Dispatches() {
  const { view, code, me, scenario } = useGame();
  const { world } = view;
  const resolved = resolvedRound(world);
  const [chosen, setRound] = useState<Round | null>(null);
  const round = chosen ?? resolved;
  const [why, setWhy] = useState<Measure | null>(null);
  useEffect(() => {
    if (resolved > readRound(code)) readMarks.round(code, resolved);
  }, [code, resolved]);

  if (resolved < 1)
    return (
      <div className="page stack">
        <h1>{t('dispatches.title')}</h1>
        <p className="empty">{t('dispatches.none')}</p>
      </div>
    );

  const told = world.dispatches.filter((line) => line.round === round);
  const moved = [...new Set<Measure>([...scenario.edition.tracks, SUPPORT[me]])]
    .map((track) => ({
      track,
      by: world.ledger
        .filter((line) => line.on === track && line.round === round)
        .reduce((sum, line) => sum + line.by, 0),
    }))
    .filter((one) => Math.abs(one.by) >= 50)
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));

  return (
    <div className="page dispatches">
      <div className="page-head">
        <div className="stack s">
          <h1>{t('dispatches.of', { round })}</h1>
          <p className="muted">
            <Glossed>{t('dispatches.lede')}</Glossed>
          </p>
          <div className="row">
            <Link to={gamePath(code, 'front', `round-${round}`)} className="btn">
              <MapIcon size={18} aria-hidden="true" />
              {t('playback.watch')}
            </Link>
          </div>
        </div>
        {resolved > 1 && (
          <nav className="chips rounds" aria-label={t('dispatches.rounds')}>
            {Array.from({ length: resolved }, (_, i) => i + 1).map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-current={one === round ? 'true' : undefined}
                onClick={() => setRound(one)}
              >
                {t('dispatches.round', { round: one })}
              </button>
            ))}
          </nav>
        )}
      </div>
      <div className="dispatches-body">
        <ol className="told">
          {told.length === 0 && <li className="empty">{t('dispatches.quiet')}</li>}
          {told.map((line, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- a past round's lines never change order
            <DispatchLine key={`${round}-${i}`} line={line} />
          ))}
        </ol>
        <aside className="card stack s moved" aria-labelledby="moved">
          <h2 id="moved" className="small">
            {t('dispatches.moved')}
          </h2>
          {moved.length === 0 && <p className="muted small">{t('dispatches.moved.none')}</p>}
          <ul className="why-lines small">
            {moved.map(({ track, by }) => (
              <li key={track}>
                <button type="button" className="btn link" onClick={() => setWhy(track)}>
                  {trackName(track)}
                </button>
                <span className="num">
                  {signed(by)}{' '}
                  <span className="muted">
                    {t('dispatches.moved.now', { now: whole(world.measures[track]) })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <p className="tiny muted">{t('dispatches.moved.told')}</p>
          {world.phase === 'ended' ? (
            <Link to={gamePath(code, 'results')} className="btn primary">
              {t('dispatches.toResults')}
            </Link>
          ) : (
            <Link to={gamePath(code, 'front')} className="btn primary">
              {t('dispatches.goOn', { round: world.round })}
            </Link>
          )}
        </aside>
      </div>
      {why && <WhyDialog measure={why} onClose={() => setWhy(null)} />}
    </div>
  );
}

/** What an event is modelled on may be later than the start of the game: it is told when the game is over. */
function DispatchLine({ line }: { line: Dispatch }) {
  const { view } = useGame();
  const { text, more, basis } = dispatchWords(view.world, line);
  return (
    <li className={isBig(line) ? 'told-line big' : 'told-line'}>
      {line.seat && <SeatName seat={line.seat} size={20} short />}
      <div className="stack s">
        <p>{text}</p>
        {more && <p className="small muted">{more}</p>}
        {basis && (
          <p className="tiny muted">
            {view.world.phase === 'ended' ? t('dispatches.basis', { basis }) : t('dispatches.basis.later')}
          </p>
        )}
        {line.cause && (
          <p className="tiny muted">
            {line.key === 'cardSoftened'
              ? t('dispatches.softened', { name: provisionName(line.cause.id) })
              : t('dispatches.cause', { cause: causeWords(line.cause) })}
          </p>
        )}
      </div>
    </li>
  );
}
