import { Check, X } from 'lucide-react';
import { useState } from 'react';
import type { SeatView } from '../../shared/rules/view.ts';
import { Link } from '../panels/Link.tsx';
import { gamePath, type Screen } from '../route.ts';
import { t } from '../text.ts';
import { useGame } from './context.ts';
import { firstSteps } from './firstSteps.ts';

const HIDDEN = '830.guide.hidden';

const PLACES: Record<ReturnType<typeof firstSteps>[number]['step'], [Screen, string?]> = {
  answer: ['papers'],
  propose: ['papers', 'compose'],
  speak: ['press'],
  order: ['orders'],
};

/** A first round by the hand, in solo play: four things to try, ticked off as they are done; can be hidden. */
export function FirstRound() {
  const { view, code } = useGame();
  const [hidden, setHidden] = useState(() => localStorage.getItem(HIDDEN) !== null);
  if (hidden || !isFirst(view)) return null;
  const steps = firstSteps(view);
  const next = steps.find(({ done }) => !done)?.step;
  const hide = () => {
    localStorage.setItem(HIDDEN, '1');
    setHidden(true);
  };
  return (
    <section className="guide" aria-labelledby="guide">
      <h2 id="guide" className="label">
        {t('guide.title')}
      </h2>
      <ol className="guide-steps">
        {steps.map(({ step, done }, i) => (
          <li key={step}>
            <Link to={gamePath(code, ...PLACES[step])} className="guide-step" data-done={done}>
              <span className="guide-mark" aria-hidden="true">
                {done ? <Check size={14} /> : i + 1}
              </span>
              <span className={step === next ? undefined : 'guide-words'}>{t(`guide.${step}`)}</span>
              {done && <span className="sr">{t('guide.done')}</span>}
            </Link>
          </li>
        ))}
      </ol>
      <button type="button" className="btn quiet small guide-hide" onClick={hide}>
        <X size={16} aria-hidden="true" />
        {t('guide.hide')}
      </button>
    </section>
  );
}

function isFirst(view: SeatView): boolean {
  return view.world.mode === 'solo' && view.world.phase === 'talks' && view.world.round === 1;
}
