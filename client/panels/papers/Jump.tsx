import { t } from '../../text.ts';

/** A part of a long page: the id of its heading, a short title, and how much lies there. */
export interface Part {
  id: string;
  title: string;
  count: number;
}

/** On a phone, where the page is long: the parts that hold something, one press away and always in sight. */
export function Jump({ parts }: { parts: readonly Part[] }) {
  const filled = parts.filter(({ count }) => count > 0);
  if (filled.length < 2) return null;
  return (
    <nav className="jump no-print" aria-label={t('papers.jump')}>
      {filled.map(({ id, title, count }) => (
        <button
          key={id}
          type="button"
          className="chip"
          onClick={() => document.getElementById(id)?.scrollIntoView({ block: 'start' })}
        >
          {title} <span className="num">{count}</span>
        </button>
      ))}
    </nav>
  );
}
