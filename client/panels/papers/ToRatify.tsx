import type { Term } from '../../../shared/rules/state.ts';
import { provisionFor } from '../../../shared/rules/terms.ts';
import { chanceToRatify } from '../../../shared/rules/treaty.ts';
import { percent } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { provisionName } from '../../names.ts';
import { listed, t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';

/** Which terms must be ratified once they are signed, by whom, and how likely that is as things stand. */
export function ToRatify({ terms }: { terms: readonly Term[] }) {
  const { view, scenario } = useGame();
  if (!scenario.edition.ratification) return null;
  const due = terms.flatMap((term) => {
    const bodies = provisionFor(scenario, term.provision).ratifiedBy ?? [];
    return bodies.length === 0 ? [] : [{ id: term.provision, bodies }];
  });
  if (due.length === 0) return null;
  return (
    <section className="stack s" aria-label={t('ratify.title')}>
      <h3 className="label">{t('ratify.title')}</h3>
      <p className="tiny muted">
        <Glossed>{t('ratify.after')}</Glossed>
      </p>
      <ul className="stack s small">
        {due.map(({ id, bodies }) => (
          <li key={id}>
            <span className="strong">{provisionName(id)}:</span>{' '}
            {listed(
              bodies.map((seat) =>
                t('ratify.chance', {
                  body: t(`ratify.body.${seat}`),
                  chance: percent(chanceToRatify(view.world, { lobbied: {} }, seat)),
                }),
              ),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
