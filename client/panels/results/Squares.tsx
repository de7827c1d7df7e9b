import { t } from '../../text.ts';

const ALL = Array.from({ length: 100 }, (_, i) => i);

type Mark = 'held' | 'lost' | 'gained' | 'not';

/**
 * A hundred futures as a hundred squares: so many still at peace.
 *
 * @param was how many with everything in force; what is lost or gained against it is marked apart
 */
export function Squares({ held, was = held }: { held: number; was?: number }) {
  const markOf = (one: number): Mark => {
    if (one < Math.min(held, was)) return 'held';
    if (one < was) return 'lost';
    return one < held ? 'gained' : 'not';
  };
  return (
    <div className="squares" role="img" aria-label={t('forecast.squares', { held, not: 100 - held })}>
      {ALL.map((one) => (
        <span key={one} data-mark={markOf(one)} />
      ))}
    </div>
  );
}
