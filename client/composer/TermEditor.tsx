import { Trash2 } from 'lucide-react';
import type { Level } from '../../shared/rules/types.ts';
import type { Term } from '../../shared/rules/state.ts';
import { provisionFor } from '../../shared/rules/terms.ts';
import { useGame } from '../game/context.ts';
import { provisionName } from '../names.ts';
import { ProvisionMore } from '../panels/papers/ProvisionMore.tsx';
import { t } from '../text.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import { mayBeTied } from './terms.ts';
import { Ties } from './Ties.tsx';

const LEVELS: readonly Level[] = [1, 2, 3];

interface Props {
  id: string; // sets the controls of this term apart
  term: Term;
  terms: readonly Term[]; // of the whole draft
  onChange: (term: Term) => void;
  onRemove: () => void;
}

/** One term of a draft: its level, its scope, on what it hangs. */
export function TermEditor({ id, term, terms, onChange, onRemove }: Props) {
  const { scenario } = useGame();
  const provision = provisionFor(scenario, term.provision);
  const name = provisionName(term.provision);

  return (
    <li className="term stack s">
      <div className="row between s">
        <span className="strong">{name}</span>
        <button
          type="button"
          className="btn quiet small"
          onClick={onRemove}
          aria-label={t('term.remove', { name })}
        >
          <Trash2 size={16} aria-hidden="true" />
          {t('term.remove.short')}
        </button>
      </div>
      {provision.levels > 1 ? (
        <fieldset>
          <legend className="sr">{t('term.level.of', { name })}</legend>
          <div className="stack s">
            {LEVELS.filter((level) => level <= provision.levels).map((level) => (
              <label key={level} className="check small">
                <input
                  type="radio"
                  name={`level-${id}`}
                  checked={term.level === level}
                  onChange={() => onChange({ ...term, level })}
                />
                <span>
                  <span className="strong">{level}</span> · {t(`provision.${term.provision}.level.${level}`)}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <p className="small">{t(`provision.${term.provision}.level.1`)}</p>
      )}
      {provision.scoped && <ScopeChoice id={id} term={term} onChange={onChange} />}
      {mayBeTied(scenario, term.provision) && <Ties id={id} term={term} terms={terms} onChange={onChange} />}
      <ProvisionMore id={term.provision} level={term.level} />
    </li>
  );
}
