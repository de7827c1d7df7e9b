import type { Condition, Snapback, Term } from '../../../shared/rules/state.ts';
import { provisionFor } from '../../../shared/rules/terms.ts';
import { REGIONS } from '../../../shared/rules/types.ts';
import { day } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { provisionName, tableFor } from '../../names.ts';
import { listed, t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';
import type { Change } from './changes.ts';
import { Marked } from './Marked.tsx';
import { ProvisionMore } from './ProvisionMore.tsx';

export function conditionWords(condition: Condition): string {
  switch (condition.kind) {
    case 'ceasefireHeld':
      return t('term.ceasefireHeld', { rounds: condition.rounds });
    case 'inForce':
      return t('term.inForce', { provision: provisionName(condition.provision), level: condition.level });
    case 'fromDate':
      return t('term.fromDate', { date: day(condition.date) });
  }
}

export function snapbackWords(snapback: Snapback): string {
  return snapback.kind === 'ceasefireEnds'
    ? t('term.ceasefireEnds')
    : t('term.breachOf', { provision: provisionName(snapback.provision) });
}

/** `The whole line`, or its regions. */
export function scopeWords(term: Term): string | null {
  if (term.scope.length === 0) return null;
  if (term.scope.length === REGIONS.length) return t('term.wholeLine');
  return listed(term.scope.map((region) => t(`scope.${region}`)));
}

function changeWords(change: Change): string {
  return change.kind === 'level' ? t('change.level', { was: change.was.level }) : t(`change.${change.kind}`);
}

/** A term as one text: what it says, where it holds, on what it hangs. */
function termTold(term: Term): string {
  const scope = scopeWords(term);
  return [
    t(`provision.${term.provision}.level.${term.level}`),
    ...(scope ? [t('term.scope', { scope })] : []),
    ...term.conditions.map(conditionWords),
    ...term.snapback.map(snapbackWords),
  ].join(' ');
}

/** One term in full: what it says at its level, on what it hangs, whom it binds to what, and its precedent. */
export function TermLine({ term, change }: { term: Term; change?: Change | undefined }) {
  const { scenario } = useGame();
  const provision = provisionFor(scenario, term.provision);
  const scope = scopeWords(term);
  const ties = [...term.conditions.map(conditionWords), ...term.snapback.map(snapbackWords)];
  return (
    <li className="term">
      <div className="term-head">
        <span className="strong">{provisionName(term.provision)}</span>
        {provision.levels > 1 && <span className="tag">{t('term.level', { level: term.level })}</span>}
        {change && <span className="tag warn">{changeWords(change)}</span>}
        <span className="tiny muted">{t(`table.${tableFor(scenario, provision)}.name`)}</span>
      </div>
      {change && change.kind !== 'new' ? (
        <p className="small">
          <Marked before={termTold(change.was)} now={termTold(term)} />
        </p>
      ) : (
        <p className="small">
          {t(`provision.${term.provision}.level.${term.level}`)}
          {scope && <> {t('term.scope', { scope })}</>}
        </p>
      )}
      {ties.length > 0 && (!change || change.kind === 'new') && (
        <ul className="ties">
          {ties.map((tie) => (
            <li key={tie}>
              <Glossed most={1}>{tie}</Glossed>
            </li>
          ))}
        </ul>
      )}
      <ProvisionMore id={term.provision} level={term.level} />
    </li>
  );
}
