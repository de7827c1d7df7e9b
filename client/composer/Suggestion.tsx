import { Lightbulb } from 'lucide-react';
import { useState } from 'react';
import type { Term } from '../../shared/rules/state.ts';
import { signed } from '../figures.ts';
import { useGame } from '../game/context.ts';
import { provisionName, seatNames } from '../names.ts';
import { t } from '../text.ts';
import { setDraft, useDraft } from './draft.ts';
import { type Edit, type Nearest, nearestText } from './nearest.ts';

/** In solo: the nearest text the others might sign, asked for and taken or left. */
export function Suggestion({ terms }: { terms: readonly Term[] }) {
  const { scenario, view, code } = useGame();
  const [draft] = useDraft(code);
  const [found, setFound] = useState<{ of: readonly Term[]; nearest: Nearest | null } | null>(null);
  const nearest = found?.of === terms ? found.nearest : undefined; // the text has changed since: ask anew
  const look = () => setFound({ of: terms, nearest: nearestText(scenario, view, terms) });
  return (
    <section className="stack s" aria-label={t('nearest.title')}>
      <button type="button" className="btn small" onClick={look}>
        <Lightbulb size={16} aria-hidden="true" />
        {t('nearest.ask')}
      </button>
      <div role="status" className="stack s small">
        {nearest === null && <p>{t('nearest.none')}</p>}
        {nearest && nearest.edits.length === 0 && (
          <p>
            {nearest.unsure.length === 0
              ? t('nearest.asItIs')
              : t('nearest.stuck', { seats: seatNames(nearest.unsure) })}
          </p>
        )}
        {nearest && nearest.edits.length > 0 && (
          <>
            <ul className="prose">
              {nearest.edits.map((edit) => (
                <li key={`${edit.kind} ${edit.term.provision}`}>{editWords(edit)}</li>
              ))}
            </ul>
            <p className="muted">
              {t('nearest.mine', { by: signed(nearest.mine * 100) })}{' '}
              {nearest.unsure.length > 0 && t('nearest.unsure', { seats: seatNames(nearest.unsure) })}
            </p>
            <button
              type="button"
              className="btn small"
              onClick={() => setDraft(code, { ...draft, terms: nearest.terms })}
            >
              {t('nearest.take')}
            </button>
          </>
        )}
        <p className="tiny muted">{t('nearest.told')}</p>
      </div>
    </section>
  );
}

function editWords({ kind, term }: Edit): string {
  return t(`nearest.${kind}`, { name: provisionName(term.provision), level: term.level });
}
