import '../panels/papers/papers.css';
import './composer.css';
import { Archive, ArrowLeft, Plus, Redo2, Undo2 } from 'lucide-react';
import { READERS, type Term } from '../../shared/rules/state.ts';
import { provisionOf, signatoriesOf } from '../../shared/rules/terms.ts';
import { TEXT_LIMIT } from '../../shared/protocol/version.ts';
import type { ProvisionId } from '../../shared/rules/types.ts';
import { useAct } from '../actions.ts';
import { announce } from '../game/announce.ts';
import { open, useGame } from '../game/context.ts';
import { Glossed } from '../panels/Glossed.tsx';
import { Link } from '../panels/Link.tsx';
import { TieGraph } from '../panels/papers/TieGraph.tsx';
import { Refusal } from '../panels/Refusal.tsx';
import { gamePath } from '../route.ts';
import { t } from '../text.ts';
import { Assessment } from './Assessment.tsx';
import { BLANK, type Draft, keepDraft, setDraft, stepDraft, stepsOf, useDraft } from './draft.ts';
import { Partners } from './Partners.tsx';
import { Picker } from './Picker.tsx';
import { StartFrom } from './StartFrom.tsx';
import { TermEditor } from './TermEditor.tsx';
import { freshTerm, movedTo } from './terms.ts';
import { warningsFor } from './warnings.ts';

/** Writing a paper: terms from any table, and beside them what they would mean. */
export default function Composer() {
  const game = useGame();
  const { view, scenario, code } = game;
  const [kept, change] = useDraft(code);
  const draft: Draft = { ...kept, terms: kept.terms.filter((term) => provisionOf(scenario, term.provision)) };
  const act = useAct();
  const steps = stepsOf(code);
  const warnings = warningsFor(scenario, view, draft);
  const stopped = warnings.some((warning) => warning.stops);
  const limit = scenario.edition.terms;

  const add = (id: ProvisionId, level?: Term['level']) => {
    const fresh = freshTerm(scenario, draft.terms, id, level);
    if (fresh) change({ terms: [...draft.terms, fresh] });
  };
  const send = async () => {
    const sent = await act.ask({
      kind: 'propose',
      terms: draft.terms.map((term) => ({
        ...term,
        scope: [...term.scope],
        conditions: [...term.conditions],
        snapback: [...term.snapback],
      })),
      readers: draft.readers,
      counterTo: draft.counterTo,
      text: draft.note.trim() || null,
    });
    if (!sent) return;
    setDraft(code, BLANK);
    announce(t('composer.sent'));
    open(game, 'papers');
  };

  return (
    <div className="page composer-page">
      <div className="page-head">
        <div className="stack s">
          <Link to={gamePath(code, 'papers')} className="back small">
            <ArrowLeft size={16} aria-hidden="true" />
            {t('composer.back')}
          </Link>
          <h1>{t(draft.counterTo ? 'composer.counter' : 'composer.title')}</h1>
        </div>
      </div>
      <div className="composer">
        <Picker draft={draft} onAdd={add} />
        <section className="paper composer-paper stack" aria-labelledby="draft">
          <div className="row between s">
            <h2 id="draft">{t('composer.paper')}</h2>
            <span className="tag">{t('composer.terms', { count: draft.terms.length, limit })}</span>
          </div>
          <div className="row s composer-tools">
            <button
              type="button"
              className="btn small"
              disabled={!steps.undo}
              onClick={() => stepDraft(code, 'undo')}
            >
              <Undo2 size={16} aria-hidden="true" />
              {t('composer.undo')}
            </button>
            <button
              type="button"
              className="btn small"
              disabled={!steps.redo}
              onClick={() => stepDraft(code, 'redo')}
            >
              <Redo2 size={16} aria-hidden="true" />
              {t('composer.redo')}
            </button>
            <button
              type="button"
              className="btn small"
              disabled={draft.terms.length === 0}
              onClick={() => {
                keepDraft(code, draft);
                announce(t('composer.kept'));
              }}
            >
              <Archive size={16} aria-hidden="true" />
              {t('composer.keep')}
            </button>
          </div>
          <StartFrom draft={draft} />
          {draft.terms.length === 0 && (
            <p className="muted">
              <Glossed>{t('composer.empty')}</Glossed>
            </p>
          )}
          <button
            type="button"
            className="btn small composer-add"
            onClick={() => document.getElementById('picker-search')?.focus()}
          >
            <Plus size={16} aria-hidden="true" />
            {t('composer.add')}
          </button>
          <ol className="terms">
            {draft.terms.map((term, index) => {
              const before = draft.terms.slice(0, index).filter((one) => one.provision === term.provision);
              const id = `${term.provision}-${before.length}`;
              return (
                <TermEditor
                  key={id}
                  id={id}
                  term={term}
                  terms={draft.terms}
                  onChange={(next) => change({ terms: draft.terms.with(index, next) })}
                  onRemove={() => change({ terms: draft.terms.toSpliced(index, 1) })}
                  index={index}
                  onMove={(to) => change({ terms: movedTo(draft.terms, index, to) })}
                  onTake={(from) => change({ terms: movedTo(draft.terms, from, index) })}
                />
              );
            })}
          </ol>
          <Partners terms={draft.terms} onAdd={add} />
          <TieGraph terms={draft.terms} />
          <div className="field">
            <label htmlFor="note">{t('composer.note')}</label>
            <textarea
              id="note"
              value={draft.note}
              maxLength={TEXT_LIMIT}
              placeholder={t('composer.note.hint')}
              onChange={(event) => change({ note: event.target.value })}
            />
          </div>
          <fieldset>
            <legend className="small">{t('composer.readers')}</legend>
            <div className="row">
              {READERS.map((readers) => (
                <label key={readers} className="check small">
                  <input
                    type="radio"
                    name="readers"
                    checked={readers === draft.readers}
                    onChange={() => change({ readers })}
                  />
                  {t(`readers.${readers}.choose`)}
                </label>
              ))}
            </div>
          </fieldset>
          <Refusal words={act.refusal} />
          <div className="row">
            <button
              type="button"
              className="btn primary big"
              disabled={act.pending || stopped || draft.terms.length === 0}
              aria-describedby="assessment"
              onClick={() => void send()}
            >
              {t(
                draft.terms.length > 0 && signatoriesOf(scenario, view.world, draft.terms).includes(game.me)
                  ? 'composer.send.sign'
                  : 'composer.send',
              )}
            </button>
            {draft.terms.length > 0 && (
              <button type="button" className="btn quiet" onClick={() => setDraft(code, BLANK)}>
                {t('composer.clear')}
              </button>
            )}
          </div>
        </section>
        <Assessment draft={draft} warnings={warnings} onAdd={add} />
      </div>
    </div>
  );
}
