import '../papers/papers.css';
import '../world/world.css';
import './results.css';
import { useState } from 'react';
import type { Result } from '../../../shared/rules/state.ts';
import { useGame, writtenWords } from '../../game/context.ts';
import { whole } from '../../figures.ts';
import { gamePath } from '../../route.ts';
import { keysOf, t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { AgreedTerms } from '../papers/AgreedTerms.tsx';
import { Decisions } from './Decisions.tsx';
import { ForecastSection } from './Forecast.tsx';
import { Road } from './Road.tsx';
import { SeatsSection } from './Seats.tsx';

const PILLARS = ['relations', 'europe', 'ukraine'] as const;

/** How it ended: first a guess, then the peace and how long it lasts, then who gained what, then what to talk about. */
export default function Results() {
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
  const reveal = () => {
    sessionStorage.setItem(`830.shown.${code}`, '1');
    setShown(true);
  };
  return (
    <div className="page results stack l">
      {shown || !result.forecast ? <Debrief result={result} /> : <Guess onReveal={reveal} />}
    </div>
  );
}

/** Everyone predicts before anyone is told. */
function Guess({ onReveal }: { onReveal: () => void }) {
  const { code } = useGame();
  const [guess, setGuess] = useState(50);
  const keep = () => {
    sessionStorage.setItem(`830.guess.${code}`, String(guess));
    onReveal();
  };
  return (
    <section className="card guess stack" aria-labelledby="guess">
      <h1 id="guess">{t('guess.title')}</h1>
      <p className="lede">{t('guess.text')}</p>
      <div className="field">
        <label htmlFor="guess-range">{t('guess.label', { guess })}</label>
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
      <div className="row">
        <button type="button" className="btn primary big" onClick={keep}>
          {t('guess.show')}
        </button>
        <button type="button" className="btn quiet" onClick={onReveal}>
          {t('guess.skip')}
        </button>
      </div>
    </section>
  );
}

function Debrief({ result }: { result: Result }) {
  const game = useGame();
  const { view } = game;
  const instructions = writtenWords(game, view.mine.mandate.instructions);
  return (
    <>
      <header className="ending stack s" data-grade={result.grade}>
        <p className="label">{t('results.title')}</p>
        <h1>{t(`ending.${result.grade}.title`)}</h1>
        <p className="lede">{t(`ending.${result.grade}.text`)}</p>
        <p className="small muted">{t('note.peace')}</p>
      </header>
      {result.pillars && (
        <section className="stack s" aria-labelledby="joint">
          <h2 id="joint">{t('results.joint')}</h2>
          <div className="pillars">
            {PILLARS.map((pillar) => (
              <div key={pillar} className="card pillar stack s">
                <h3 className="small">{t(`pillar.${pillar}`)}</h3>
                <p className="pillar-value num">{whole(result.pillars?.[pillar] ?? 0)}</p>
                <div className="meter" aria-hidden="true">
                  <span style={{ width: `${(result.pillars?.[pillar] ?? 0) / 100}%` }} />
                </div>
              </div>
            ))}
            <div className="card pillar stack s">
              <h3 className="small">{t('results.jointValue')}</h3>
              <p className="pillar-value num">{whole(result.joint)}</p>
              <p className="tiny muted">{t('results.jointTold')}</p>
            </div>
          </div>
          {result.consent.asked && (
            <p className={result.consent.given ? 'note good' : 'note bad'}>
              {t(result.consent.given ? 'results.consent.given' : 'results.consent.refused')}
            </p>
          )}
        </section>
      )}
      <Road />
      {result.forecast && <ForecastSection forecast={result.forecast} />}
      {result.seats && <SeatsSection seats={result.seats} />}
      {instructions && (
        <section className="card stack s" aria-labelledby="set-out">
          <h2 id="set-out">{t('results.instructions')}</h2>
          <blockquote className="paper-note">{instructions}</blockquote>
          <p className="small muted">{t('results.instructions.told')}</p>
        </section>
      )}
      <AgreedTerms />
      <Decisions />
      <section className="stack s" aria-labelledby="talk">
        <h2 id="talk">{t('results.questions')}</h2>
        <ol className="prose questions">
          {keysOf('debrief.question.', '').map((question) => (
            <li key={question}>{t(question)}</li>
          ))}
        </ol>
      </section>
      <section className="card stack" aria-labelledby="assumptions">
        <h2 id="assumptions">{t('results.assumptions')}</h2>
        <p>{t('note.model')}</p>
        <p>{t('note.counterview')}</p>
      </section>
      <div className="row no-print">
        <Link to="/solo" className="btn primary big">
          {t('results.again')}
        </Link>
        <Link to={gamePath(game.code, 'dispatches')} className="btn">
          {t('results.dispatches')}
        </Link>
        <button type="button" className="btn" onClick={() => print()}>
          {t('brief.print')}
        </button>
      </div>
    </>
  );
}
