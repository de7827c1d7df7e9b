import { t } from '../../text.ts';

const ALL = Array.from({ length: 100 }, (_, i) => i);

/** A hundred futures as a hundred squares: so many still at peace. */
export function Squares({ held }: { held: number }) {
  return (
    <div className="squares" role="img" aria-label={t('forecast.squares', { held, not: 100 - held })}>
      {ALL.map((one) => (
        <span key={one} data-held={one < held} />
      ))}
    </div>
  );
}
