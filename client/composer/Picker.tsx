import { Lock, Plus } from 'lucide-react';
import { useState } from 'react';
import { levelAgreed } from '../../shared/rules/terms.ts';
import type { ProvisionId, Seat, TableId } from '../../shared/rules/types.ts';
import { useGame } from '../game/context.ts';
import { opensIn, provisionName, tableFor, tablesShown } from '../names.ts';
import { ProvisionMore } from '../panels/papers/ProvisionMore.tsx';
import { SeatName } from '../seats.tsx';
import { t } from '../text.ts';
import type { Draft } from './draft.ts';
import { freshTerm } from './terms.ts';

/** Everything that could be agreed, table by table, to search and to take. */
export function Picker({ draft, onAdd }: { draft: Draft; onAdd: (id: ProvisionId) => void }) {
  const { view, scenario } = useGame();
  const [query, setQuery] = useState('');
  const isOpen = (table: TableId) => opensIn(scenario, view.world, table) === null;
  const words = query.trim().toLowerCase();
  const fits = (id: ProvisionId) =>
    words === '' || `${provisionName(id)} ${t(`provision.${id}.does`)}`.toLowerCase().includes(words);

  const groups = tablesShown(scenario).map((table) => ({
    table,
    provisions: scenario.provisions.filter(
      (provision) => tableFor(scenario, provision) === table && fits(provision.id),
    ),
  }));
  const first = groups
    .flatMap(({ table, provisions }) => (isOpen(table) ? provisions : []))
    .find(({ id }) => words !== '' && freshTerm(scenario, draft.terms, id) !== null)?.id;
  const found = groups.reduce((sum, group) => sum + group.provisions.length, 0);

  return (
    <section className="picker" aria-labelledby="picker">
      <h2 id="picker">{t('picker.title')}</h2>
      <div className="field">
        <label htmlFor="picker-search">{t('picker.search')}</label>
        <input
          id="picker-search"
          type="search"
          value={query}
          aria-describedby="picker-search-told"
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !first) return;
            event.preventDefault();
            onAdd(first);
            setQuery('');
          }}
        />
        <p id="picker-search-told" className="tiny muted">
          {words && first ? t('picker.enter', { provision: provisionName(first) }) : t('picker.search.told')}
        </p>
      </div>
      <p className="sr" role="status">
        {words ? t('picker.found', { count: found }) : ''}
      </p>
      {found === 0 && <p className="empty">{t('picker.none')}</p>}
      <div className="picker-groups">
        {groups.map(({ table, provisions }) =>
          provisions.length === 0 ? null : (
            <details
              key={table}
              className="picker-group"
              open={words !== '' || undefined}
              name={words ? undefined : 'picker'}
            >
              <summary className="strong small">
                {t(`table.${table}.name`)} <span className="muted tiny">{provisions.length}</span>
                {!isOpen(table) && (
                  <span className="tag picker-closed">
                    <Lock size={12} aria-hidden="true" />
                    {t('tables.opens', { round: opensIn(scenario, view.world, table) ?? 1 })}
                  </span>
                )}
              </summary>
              <ul>
                {provisions.map((provision) => {
                  const taken = freshTerm(scenario, draft.terms, provision.id) === null;
                  const unmet = provision.needs.filter(
                    (need) =>
                      levelAgreed(view.world, need.provision) < need.level &&
                      !draft.terms.some(
                        (term) => term.provision === need.provision && term.level >= need.level,
                      ),
                  );
                  const level = levelAgreed(view.world, provision.id);
                  const red = view.mine.mandate.redLines.find((line) => line.provision === provision.id);
                  const signers = Object.keys(provision.signs) as Seat[];
                  return (
                    <li key={provision.id}>
                      <button
                        type="button"
                        className="pick"
                        disabled={taken || !isOpen(provision.table)}
                        onClick={() => onAdd(provision.id)}
                      >
                        <Plus size={16} aria-hidden="true" className="pick-plus" />
                        <span className="pick-words">
                          <span className="strong small">{provisionName(provision.id)}</span>
                          <span className="tiny muted">{t(`provision.${provision.id}.does`)}</span>
                          <span className="row s pick-tags">
                            {signers.map((seat) => (
                              <SeatName key={seat} seat={seat} size={14} short />
                            ))}
                            {level > 0 && <span className="tag good">{t('picker.agreed', { level })}</span>}
                            {red && (
                              <span className="tag bad">
                                {t(red.level > 1 ? 'picker.redLine.from' : 'picker.redLine', {
                                  level: red.level,
                                })}
                              </span>
                            )}
                            {unmet.length > 0 && !taken && (
                              <span className="tag warn">
                                {t('picker.needs', {
                                  provision: unmet.map((need) => provisionName(need.provision)).join(', '),
                                })}
                              </span>
                            )}
                            {taken && <span className="tag">{t('picker.taken')}</span>}
                          </span>
                        </span>
                      </button>
                      <ProvisionMore id={provision.id} />
                    </li>
                  );
                })}
              </ul>
            </details>
          ),
        )}
      </div>
    </section>
  );
}
