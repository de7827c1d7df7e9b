import { SOURCED, SOURCES } from '../../../shared/content/sources.ts';
import { dated } from '../../figures.ts';
import { t } from '../../text.ts';

/** Where the facts of a text are from; `of` is its key in the catalogue. */
export default function Sources({ of }: { of: string }) {
  const sources = (SOURCED[of] ?? []).map((id) => ({ id, ...SOURCES[id] }));
  if (sources.length === 0) return null;
  return (
    <div className="tiny muted">
      <p className="strong">{t('sources.title')}</p>
      <ul className="sources">
        {sources.map((source) => (
          <li key={source.id}>
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.title}
            </a>
            {`, ${[source.publisher, dated(source.date)].filter(Boolean).join(', ')}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
