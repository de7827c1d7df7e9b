import { Trash2 } from 'lucide-react';
import type { Term } from '../../shared/rules/state.ts';
import { useGame } from '../game/context.ts';
import { paperTitle } from '../panels/papers/PaperCard.tsx';
import { termsOf } from '../panels/papers/StarterCard.tsx';
import { opensIn, tableFor } from '../names.ts';
import { provisionFor, provisionOf } from '../../shared/rules/terms.ts';
import { t } from '../text.ts';
import { type Draft, dropDraft, setDraft, useKeptDrafts } from './draft.ts';

/** What a paper may start from instead of a blank page: a draft put aside, an agreement, an open text, a starter. */
export function StartFrom({ draft }: { draft: Draft }) {
  const { code, view, scenario } = useGame();
  const kept = useKeptDrafts(code);
  const { agreements } = view.world;
  const open = view.mine.papers.filter((paper) => paper.state === 'open');
  const starters = scenario.starters.filter((starter) =>
    starter.terms.every(
      ({ provision }) =>
        opensIn(scenario, view.world, tableFor(scenario, provisionFor(scenario, provision))) === null,
    ),
  );
  const take = (terms: readonly Term[]) => setDraft(code, { ...draft, terms: terms.map(bare) });
  const usable = (terms: readonly Term[]) => terms.every((term) => provisionOf(scenario, term.provision));
  return (
    <details className="start-from small">
      <summary>{t('start.title')}</summary>
      <div className="stack s">
        {kept.length > 0 && (
          <Choices title={t('start.kept')}>
            {kept
              .filter((one) => usable(one.draft.terms))
              .map((one) => (
                <li key={one.id} className="row s">
                  <Take title={paperTitle(one.draft)} onTake={() => setDraft(code, one.draft)} />
                  <button
                    type="button"
                    className="btn quiet icon small"
                    aria-label={t('start.drop', { title: paperTitle(one.draft) })}
                    onClick={() => dropDraft(code, one.id)}
                  >
                    <Trash2 size={14} aria-hidden="true" />
                  </button>
                </li>
              ))}
          </Choices>
        )}
        {agreements.length > 0 && (
          <Choices title={t('start.agreements')}>
            {agreements.map((agreement) => (
              <li key={agreement.id}>
                <Take title={paperTitle(agreement)} onTake={() => take(agreement.terms)} />
              </li>
            ))}
          </Choices>
        )}
        {open.length > 0 && (
          <Choices title={t('start.papers')}>
            {open.map((paper) => (
              <li key={paper.id}>
                <Take title={paperTitle(paper)} onTake={() => take(paper.terms)} />
              </li>
            ))}
          </Choices>
        )}
        <Choices title={t('start.starters')}>
          {starters.map((starter) => (
            <li key={starter.id}>
              <Take title={t(`starter.${starter.id}.name`)} onTake={() => take(termsOf(scenario, starter))} />
            </li>
          ))}
        </Choices>
      </div>
    </details>
  );
}

/** A term as it is proposed: without what became of it since. */
function bare({ provision, level, scope, conditions, snapback }: Term): Term {
  return { provision, level, scope, conditions, snapback };
}

function Choices({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="stack s" aria-label={title}>
      <h3 className="label">{title}</h3>
      <ul className="start-list">{children}</ul>
    </section>
  );
}

function Take({ title, onTake }: { title: string; onTake: () => void }) {
  return (
    <button type="button" className="btn small" onClick={onTake}>
      {title}
    </button>
  );
}
