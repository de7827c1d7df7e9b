import { type Arrow, HOME, weightOf } from '../../composer/arrows.ts';
import { signed } from '../../figures.ts';
import { provisionName, trackName } from '../../names.ts';
import { listed, t } from '../../text.ts';

/** What a paper does to each of my interests, and which of its terms does it. */
export function Arrows({ arrows, most = 6 }: { arrows: readonly Arrow[]; most?: number }) {
  if (arrows.length === 0) return <p className="muted small">{t('arrows.none')}</p>;
  return (
    <ul className="arrows">
      {arrows.slice(0, most).map((arrow) => {
        const good = arrow.worth > 0;
        return (
          <li key={arrow.interest} className="arrow">
            <span className={good ? 'arrow-mark up' : 'arrow-mark down'} aria-hidden="true">
              {(good ? '▲' : '▼').repeat(weightOf(arrow))}
            </span>
            <span>
              <span className="strong">{trackName(arrow.interest)}</span>{' '}
              <span className="num muted">{signed(arrow.by)}</span>
              <span className="sr">{t(good ? 'arrows.good' : 'arrows.bad')}</span>
              <span className="tiny muted arrow-why">
                {listed(
                  arrow.causes.map((cause) =>
                    cause.provision === HOME ? t('arrows.home') : provisionName(cause.provision),
                  ),
                )}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
