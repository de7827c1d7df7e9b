import type { Proposal } from '../../../shared/rules/state.ts';
import { useGame } from '../../game/context.ts';
import { provisionName } from '../../names.ts';
import { gamePath } from '../../route.ts';
import { SeatName } from '../../seats.tsx';
import { listed, t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { changesOf } from './changes.ts';
import { historyOf } from './history.ts';

/** How a text came to be: every version that answers another, and what each changed. Nothing where there is only one. */
export function TextHistory({ paper }: { paper: Proposal }) {
  const { view, code } = useGame();
  const versions = historyOf(view.mine.papers, paper);
  if (versions.length < 2) return null;
  return (
    <details className="small">
      <summary>{t('history.title', { count: versions.length })}</summary>
      <ol className="text-history">
        {versions.map((version) => {
          const answered = versions.find(({ id }) => id === version.counterTo);
          return (
            <li key={version.id} aria-current={version === paper ? 'true' : undefined}>
              <span className="row s">
                <SeatName seat={version.author} size={16} short />
                <Link to={gamePath(code, 'papers', version.id)}>
                  {t('history.version', { round: version.round, state: t(`paper.state.${version.state}`) })}
                </Link>
              </span>
              <span className="tiny muted">
                {answered ? changeTold(version, answered) : t('history.first')}
              </span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

function changeTold(version: Proposal, answered: Proposal): string {
  const { changes, left } = changesOf(version, answered);
  const parts = [
    ...(changes.size > 0
      ? [
          t('history.changed', {
            terms: listed([...changes.keys()].map((term) => provisionName(term.provision))),
          }),
        ]
      : []),
    ...(left.length > 0 ? [t('history.left', { terms: listed(left.map((id) => provisionName(id))) })] : []),
  ];
  return parts.length > 0 ? parts.join(' ') : t('history.same');
}
