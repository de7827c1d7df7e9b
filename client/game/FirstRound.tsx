import { Check, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { SeatView } from '../../shared/rules/view.ts';
import { hasLooked } from '../memory.ts';
import { Glossed } from '../panels/Glossed.tsx';
import { Link } from '../panels/Link.tsx';
import { gamePath, type Screen } from '../route.ts';
import { t } from '../text.ts';
import { useGame } from './context.ts';
import { firstSteps } from './firstSteps.ts';
import { readMarks } from './marks.ts';

const HIDDEN = '830.guide.hidden';

const listeners = new Set<() => void>();

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function isHidden(): boolean {
  return localStorage.getItem(HIDDEN) !== null;
}

/** Hides the first steps, or calls them back. */
export function showGuide(shown: boolean): void {
  if (shown) localStorage.removeItem(HIDDEN);
  else localStorage.setItem(HIDDEN, '1');
  for (const tell of listeners) tell();
}

const PLACES: Record<ReturnType<typeof firstSteps>[number]['step'], [Screen, string?]> = {
  brief: ['brief'],
  front: ['front'],
  answer: ['papers'],
  propose: ['papers', 'compose'],
  order: ['orders'],
};

/** A first round by the hand, in solo play: five things to try, ticked off as they are done; can be hidden. */
export function FirstRound() {
  const { view, code } = useGame();
  const hidden = useSyncExternalStore(subscribe, isHidden);
  useSyncExternalStore(readMarks.subscribe, readMarks.count);
  if (hidden || !isFirst(view)) return null;
  const steps = firstSteps(view, hasLooked(code));
  const next = steps.find(({ done }) => !done)?.step;
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
      {next && (
        <p className="small guide-how">
          <Glossed>{t(`guide.${next}.how`)}</Glossed>
        </p>
      )}
      <button type="button" className="btn quiet small guide-hide" onClick={() => showGuide(false)}>
        <X size={16} aria-hidden="true" />
        {t('guide.hide')}
      </button>
    </section>
  );
}

/** Whether a view is of the round that the first steps are for. */
export function isFirst(view: SeatView): boolean {
  const { mode, phase, round } = view.world;
  return mode === 'solo' && (phase === 'briefing' || (phase === 'talks' && round === 1));
}
