import '../papers/papers.css';
import '../world/world.css';
import './results.css';
import { lazy, Suspense, useState } from 'react';
import type { Result } from '../../../shared/rules/state.ts';
import { useGame, writtenWords } from '../../game/context.ts';
import { gamePath } from '../../route.ts';
import { t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { Loading } from '../Loading.tsx';
import { Refusal } from '../Refusal.tsx';
import { useLogFile } from '../host/useLogFile.ts';
import { AgreedTerms } from '../papers/AgreedTerms.tsx';
import { Decisions } from './Decisions.tsx';
import { EndingHead } from './EndingHead.tsx';
import { ForecastSection } from './Forecast.tsx';
import { Joint } from './Joint.tsx';
import { Questions } from './Questions.tsx';
import { Road } from './Road.tsx';
import { SeatsSection } from './Seats.tsx';

/** Brings the front, so it is loaded only for who is told the end. */
const Reveal = lazy(() => import('./Reveal.tsx'));

const PARTS = ['together', 'lasts', 'seats', 'texts', 'talk'] as const;
type Part = (typeof PARTS)[number];

/** How it ended: first it is told step by step, then all of it lies open in parts; `id`: a part. */
export default function Results({ id }: { id: string | null }) {
  const { view, code } = useGame();
  const { result } = view.world;
  const [shown, setShown] = useState(() => sessionStorage.getItem(`830.shown.${code}`) !== null);
  if (!result)
    return (
      <div className="page stack">
        <h1>{t('results.title')}</h1>
        <p className="empty">{t('results.none')}</p>
      </div>
    );
  const turn = (toDebrief: boolean) => {
    if (toDebrief) sessionStorage.setItem(`830.shown.${code}`, '1');
    setShown(toDebrief);
    scrollTo(0, 0);
  };
  const { forecast } = result;
  return (
    <div className="page results stack l">
      {shown || !forecast ? (
        <Debrief
          result={result}
          part={PARTS.find((part) => part === id) ?? 'together'}
          onAgain={forecast ? () => turn(false) : null}
        />
      ) : (
        <Suspense fallback={<Loading />}>
          <Reveal result={{ ...result, forecast }} onEnd={() => turn(true)} />
        </Suspense>
      )}
    </div>
  );
}

interface DebriefProps {
  result: Result;
  part: Part;
  onAgain: (() => void) | null; // tells the end once more
}

function Debrief({ result, part, onAgain }: DebriefProps) {
  const game = useGame();
  const { view } = game;
  const log = useLogFile();
  const instructions = writtenWords(game, view.mine.mandate.instructions);
  return (
    <>
      <EndingHead result={result} />
      <nav className="chips no-print" aria-label={t('results.parts')}>
        {PARTS.map((one) => (
          <Link
            key={one}
            to={gamePath(game.code, 'results', one)}
            className="chip"
            aria-current={one === part ? 'true' : undefined}
          >
            {t(`results.part.${one}`)}
          </Link>
        ))}
      </nav>
      <div className="part stack l" data-shown={part === 'together'}>
        {result.pillars && <Joint result={result} />}
        <Road />
      </div>
      <div className="part stack l" data-shown={part === 'lasts'}>
        {result.forecast ? (
          <ForecastSection forecast={result.forecast} />
        ) : (
          <p className="empty">{t('results.noForecast')}</p>
        )}
      </div>
      <div className="part stack l" data-shown={part === 'seats'}>
        {result.seats ? (
          <SeatsSection seats={result.seats} />
        ) : (
          <p className="empty">{t('results.noForecast')}</p>
        )}
        {instructions && (
          <section className="card stack s" aria-labelledby="set-out">
            <h2 id="set-out">{t('results.instructions')}</h2>
            <blockquote className="paper-note">{instructions}</blockquote>
            <p className="small muted">{t('results.instructions.told')}</p>
          </section>
        )}
      </div>
      <div className="part stack l" data-shown={part === 'texts'}>
        <AgreedTerms />
        <Decisions />
      </div>
      <div className="part stack l" data-shown={part === 'talk'}>
        <Questions />
        <section className="card stack" aria-labelledby="assumptions">
          <h2 id="assumptions">{t('results.assumptions')}</h2>
          <p>{t('note.model')}</p>
          <p>{t('note.counterview')}</p>
        </section>
      </div>
      <div className="row no-print">
        <Link to="/solo" className="btn primary big">
          {t('results.again')}
        </Link>
        {onAgain && (
          <button type="button" className="btn" onClick={onAgain}>
            {t('results.reveal')}
          </button>
        )}
        {game.onReplay && (
          <button type="button" className="btn" onClick={game.onReplay}>
            {t('results.replay')}
          </button>
        )}
        <Link to={gamePath(game.code, 'dispatches')} className="btn">
          {t('results.dispatches')}
        </Link>
        {!game.replay && (
          <button type="button" className="btn" disabled={log.pending} onClick={() => void log.save()}>
            {t('host.log.save')}
          </button>
        )}
        <button type="button" className="btn" onClick={() => print()}>
          {t('brief.print')}
        </button>
      </div>
      <Refusal words={log.refusal} />
    </>
  );
}
