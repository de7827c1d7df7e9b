import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from '../panels/Link.tsx';
import { gamePath, type Screen } from '../route.ts';
import { t } from '../text.ts';
import { useGame } from './context.ts';
import type { Waiting } from './waiting.ts';
import { unreadyWords, waitingWords } from './waitingWords.ts';

interface Props {
  waiting: readonly Waiting[];
  shown: Screen;
  id: string | null;
}

/** The next sensible step, and how much more waits. */
export function NextStep({ waiting, shown, id }: Props) {
  const game = useGame();
  const [first, ...more] = waiting;
  if (!first || first.kind === 'briefing') return null;
  const here = first.screen === shown && (first.id === undefined || first.id === id);
  if (here && first.kind === 'results') return null;
  const goes = !here && first.kind !== 'ready' && first.kind !== 'others';
  const rest = more.filter((item) => item.kind !== 'ready' && item.kind !== 'others');
  return (
    <section className="next" aria-label={t('next.label')}>
      <p className="next-words">
        <span className="label">{t('next')}</span> {waitingWords(first)}
        {first.kind === 'others' && ` ${unreadyWords(game.view.world)}`}
        {game.info?.acting && <span className="acting">{t('next.acting')}</span>}
      </p>
      {goes && (
        <Link to={gamePath(game.code, first.screen, first.id)} className="btn small">
          {t('next.go')}
          <ArrowRight size={16} aria-hidden="true" />
        </Link>
      )}
      {rest.length > 0 && <More key={`${shown}/${id ?? ''}`} rest={rest} code={game.code} />}
    </section>
  );
}

/** The other things that wait. It lies over the page, so it closes when one turns elsewhere. */
function More({ rest, code }: { rest: readonly Waiting[]; code: string }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      if (!box.current?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        if (box.current.contains(document.activeElement)) box.current.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && box.current.contains(event.target)) return;
      box.current.open = false;
    };
    const turns = ['pointerdown', 'focusin', 'keydown'] as const;
    for (const turn of turns) document.addEventListener(turn, close);
    return () => {
      for (const turn of turns) document.removeEventListener(turn, close);
    };
  }, []);
  return (
    <details className="next-more" ref={box}>
      <summary className="btn quiet small">{t('next.more', { count: rest.length })}</summary>
      <ul className="popover next-list">
        {rest.map((item) => (
          <li key={item.kind}>
            <Link to={gamePath(code, item.screen, item.id)} className="menu-item">
              {waitingWords(item)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
