import './reveal.css';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Forecast, Result } from '../../../shared/rules/state.ts';
import { whole } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';
import { Dispositions } from './Dispositions.tsx';
import { Guess, Guesses } from './Guess.tsx';
import { OneFuture } from './OneFuture.tsx';
import { Squares } from './Squares.tsx';
import { SwitchOff } from './SwitchOff.tsx';
import { useTeller } from './useTeller.ts';

const STEPS = ['guess', 'future', 'hundred', 'without', 'dispositions'] as const;
type Step = (typeof STEPS)[number];

interface Props {
  result: Result & { forecast: Forecast };
  onEnd: () => void;
}

/** The end told step by step: everyone guesses, one future, a hundred, one agreement out, and who everyone was. */
export default function Reveal({ result, onEnd }: Props) {
  const [step, setStep] = useState<Step>('guess');
  const heading = useRef<HTMLHeadingElement>(null);
  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  const before = STEPS[at - 1];

  useEffect(() => {
    if (at === 0) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [at]);

  const go = () => (next ? setStep(next) : onEnd());
  return (
    <section className="reveal stack" data-step={step} aria-labelledby="reveal">
      <header className="stack s">
        <p className="label">{t('reveal.step', { step: at + 1, steps: STEPS.length })}</p>
        <h1 id="reveal" ref={heading} tabIndex={-1}>
          {t(`reveal.${step}.title`)}
        </h1>
        <p className="lede">
          <Glossed>{t(`reveal.${step}.text`)}</Glossed>
        </p>
      </header>
      {step === 'guess' ? <Guess onDone={go} /> : <Told step={step} result={result} />}
      <div className="row reveal-ways">
        {before && (
          <button type="button" className="btn" onClick={() => setStep(before)}>
            <ArrowLeft size={16} aria-hidden="true" />
            {t('reveal.back')}
          </button>
        )}
        {step !== 'guess' && (
          <button type="button" className="btn primary big" onClick={go}>
            {t(next ? 'reveal.next' : 'reveal.end')}
            <ArrowRight size={18} aria-hidden="true" />
          </button>
        )}
        {next && (
          <button type="button" className="btn quiet" onClick={onEnd}>
            {t('reveal.skip')}
          </button>
        )}
      </div>
    </section>
  );
}

function Told({ step, result }: { step: Step; result: Props['result'] }) {
  const { view, me, watching } = useGame();
  const teller = useTeller();
  const { forecast, seats } = result;
  const held = Math.round(forecast.durability / 100);
  const guess = watching ? undefined : view.world.reveal?.guesses[me];
  switch (step) {
    case 'guess':
      return null;
    case 'future':
      return teller && <OneFuture teller={teller} durability={forecast.durability} />;
    case 'hundred':
      return (
        <div className="hundred">
          <div className="hundred-squares">
            <Squares held={held} />
          </div>
          <div className="stack">
            <p className="forecast-big">
              <span className="num">{held}</span>{' '}
              <span className="forecast-of">
                {t(view.world.truce.level === 0 ? 'forecast.ofHundred.war' : 'forecast.ofHundred')}
              </span>
            </p>
            {guess !== undefined && (
              <p className="strong">{t('reveal.guess', { guess, off: Math.abs(guess - held) })}</p>
            )}
            <Guesses world={view.world} held={held} />
            <p>{t('forecast.range', { low: whole(forecast.low), high: whole(forecast.high) })}</p>
            <p className="small muted">{t('reveal.hundred.note', { futures: forecast.futures })}</p>
          </div>
        </div>
      );
    case 'without':
      return teller && <SwitchOff forecast={forecast} teller={teller} />;
    case 'dispositions':
      return (
        <>
          {seats && <Dispositions seats={seats} />}
          <p className="small muted">{t('reveal.dispositions.note')}</p>
        </>
      );
  }
}
