import type { Term } from '../../shared/rules/state.ts';
import { REGIONS, type Region } from '../../shared/rules/types.ts';
import { useGame } from '../game/context.ts';
import { provisionName } from '../names.ts';
import { scopeWords } from '../panels/papers/TermLine.tsx';
import { sentence, t } from '../text.ts';
import { ScopeMap } from './ScopeMap.tsx';

interface Props {
  id: string;
  term: Term;
  onChange: (term: Term) => void;
}

/** Where along the line a guardrail holds: a short list of stretches, or any regions. */
export function ScopeChoice({ id, term, onChange }: Props) {
  const { scenario } = useGame();
  const { scopes } = scenario.edition;
  if (scopes.length === 1) return null;
  const anyRegions = scopes.length === 2 ** REGIONS.length - 1;
  const choose = (scope: readonly Region[]) => onChange({ ...term, scope });
  return (
    <div className="scope">
      <ScopeMap scope={term.scope} />
      {anyRegions ? (
        <fieldset className="regions">
          <legend className="sr">{t('term.scope.of', { name: provisionName(term.provision) })}</legend>
          <span className="small" aria-hidden="true">
            {t('term.scope.choose')}
          </span>
          {REGIONS.map((region) => {
            const isIn = term.scope.includes(region);
            return (
              <label key={region} className="check small region">
                <input
                  type="checkbox"
                  checked={isIn}
                  disabled={isIn && term.scope.length === 1}
                  onChange={() =>
                    choose(REGIONS.filter((one) => (one === region ? !isIn : term.scope.includes(one))))
                  }
                />
                {t(`region.${region}.name`)}
              </label>
            );
          })}
        </fieldset>
      ) : (
        <div className="row s">
          <label htmlFor={`${id}-scope`} className="small">
            {t('term.scope.choose')}
          </label>
          <select
            id={`${id}-scope`}
            className="tie-select"
            value={term.scope.join(' ')}
            onChange={(event) =>
              choose(scopes.find((scope) => scope.join(' ') === event.target.value) ?? term.scope)
            }
          >
            {scopes.map((scope) => (
              <option key={scope.join(' ')} value={scope.join(' ')}>
                {sentence(scopeWords({ ...term, scope }) ?? '')}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
