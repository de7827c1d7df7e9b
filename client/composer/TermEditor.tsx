import { Trash2 } from 'lucide-react';
import type { Level } from '../../shared/rules/types.ts';
import type { Term } from '../../shared/rules/state.ts';
import { provisionFor } from '../../shared/rules/terms.ts';
import { useGame } from '../game/context.ts';
import { provisionName } from '../names.ts';
import { scopeWords } from '../panels/papers/TermLine.tsx';
import { t } from '../text.ts';

const LEVELS: readonly Level[] = [1, 2, 3];

interface Props {
  term: Term;
  onChange: (term: Term) => void;
  onRemove: () => void;
}

/** One term of a draft: its level, its scope, on what it hangs. */
export function TermEditor({ term, onChange, onRemove }: Props) {
  const { scenario } = useGame();
  const provision = provisionFor(scenario, term.provision);
  const { scopes, conditions, snapbacks } = scenario.edition;
  const held = term.conditions.find((condition) => condition.kind === 'ceasefireHeld');
  const snaps = term.snapback.some((snapback) => snapback.kind === 'ceasefireEnds');
  const isTruce = provision.lapsesWithTruce === true;
  const tieable = !provision.humanitarian && !isTruce;
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
                  name={`level-${term.provision}`}
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
      {provision.scoped && scopes.length > 1 && (
        <div className="field">
          <label htmlFor={`scope-${term.provision}`}>{t('term.scope.choose')}</label>
          <select
            id={`scope-${term.provision}`}
            value={term.scope.join(' ')}
            onChange={(event) =>
              onChange({
                ...term,
                scope: scopes.find((scope) => scope.join(' ') === event.target.value) ?? [],
              })
            }
          >
            {scopes.map((scope) => (
              <option key={scope.join(' ')} value={scope.join(' ')}>
                {scopeWords({ ...term, scope })}
              </option>
            ))}
          </select>
        </div>
      )}
      {tieable && conditions.includes('ceasefireHeld') && (
        <div className="row s">
          <label className="check small">
            <input
              type="checkbox"
              checked={held !== undefined}
              onChange={(event) =>
                onChange({
                  ...term,
                  conditions: [
                    ...term.conditions.filter((condition) => condition.kind !== 'ceasefireHeld'),
                    ...(event.target.checked ? [{ kind: 'ceasefireHeld', rounds: 1 } as const] : []),
                  ],
                })
              }
            />
            {t('term.onlyAfter')}
          </label>
          {held && (
            <select
              className="rounds-select"
              aria-label={t('term.onlyAfter.rounds')}
              value={held.rounds}
              onChange={(event) =>
                onChange({
                  ...term,
                  conditions: term.conditions.map((condition) =>
                    condition.kind === 'ceasefireHeld'
                      ? { ...condition, rounds: Number(event.target.value) }
                      : condition,
                  ),
                })
              }
            >
              {LEVELS.map((rounds) => (
                <option key={rounds} value={rounds}>
                  {t('term.rounds', { rounds })}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      {tieable && snapbacks.includes('ceasefireEnds') && (
        <label className="check small">
          <input
            type="checkbox"
            checked={snaps}
            onChange={(event) =>
              onChange({
                ...term,
                snapback: [
                  ...term.snapback.filter((snapback) => snapback.kind !== 'ceasefireEnds'),
                  ...(event.target.checked ? [{ kind: 'ceasefireEnds' } as const] : []),
                ],
              })
            }
          />
          {t('term.snaps')}
        </label>
      )}
    </li>
  );
}
