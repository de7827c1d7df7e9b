import { lazy, Suspense, useState } from 'react';
import { provisionFor } from '../../../shared/rules/terms.ts';
import type { Level, ProvisionId, Seat } from '../../../shared/rules/types.ts';
import { useGame } from '../../game/context.ts';
import { SeatName } from '../../seats.tsx';
import { Glossed } from '../Glossed.tsx';
import { hasWords, t } from '../../text.ts';

const Sources = lazy(() => import('./Sources.tsx'));

interface Props {
  id: ProvisionId;
  level?: Level; // whom this level binds; left out, every level is told and everyone it may bind
}

/** Behind a provision: what it does, whom it binds to what, its precedent and where that is from. */
export function ProvisionMore({ id, level }: Props) {
  const { scenario } = useGame();
  const [opened, setOpened] = useState(false);
  const provision = provisionFor(scenario, id);
  const bound = (Object.entries(provision.signs) as [Seat, Level][]).filter(
    ([seat, from]) => from <= (level ?? provision.levels) && hasWords(`provision.${id}.binds.${seat}`),
  );
  return (
    <details className="term-more" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className="tiny">{t('term.more')}</summary>
      {opened && (
        <div className="stack s term-more-body small">
          <p>
            <Glossed>{t(`provision.${id}.does`)}</Glossed>
          </p>
          {provision.scoped && (
            <p>
              <Glossed>{t('term.scoped')}</Glossed>
            </p>
          )}
          {level === undefined && provision.levels > 1 && (
            <ol className="levels">
              {([1, 2, 3] as const)
                .filter((one) => one <= provision.levels)
                .map((one) => (
                  <li key={one}>{t(`provision.${id}.level.${one}`)}</li>
                ))}
            </ol>
          )}
          <ul className="stack s">
            {bound.map(([seat]) => (
              <li key={seat}>
                <SeatName seat={seat} size={16} /> {t(`provision.${id}.binds.${seat}`)}
              </li>
            ))}
          </ul>
          <p className="muted">
            <span className="strong">{t('term.precedent')}</span>{' '}
            <Glossed>{t(`provision.${id}.note`)}</Glossed>
          </p>
          <Suspense>
            <Sources of={`provision.${id}.note`} />
          </Suspense>
        </div>
      )}
    </details>
  );
}
