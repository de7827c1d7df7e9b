import { Scan } from 'lucide-react';
import type { FrontModel } from '../../front/model.ts';
import { REGIONS, type SectorId } from '../../../shared/rules/types.ts';
import { t } from '../../text.ts';

interface Props {
  model: FrontModel;
  selected: SectorId | null;
  onPick: (sector: string) => void;
}

/** The sixteen sectors, north to south: what the map shows, for keyboard and ear. */
export function SectorList({ model, selected, onPick }: Props) {
  return (
    <section className="stack s" aria-labelledby="sectors">
      <h2 id="sectors" className="small">
        {t('front.sectors')}
      </h2>
      {REGIONS.map((region) => (
        <div key={region} className="stack s">
          <h3 className="label">{t(`region.${region}.name`)}</h3>
          <ul className="sector-list">
            {model.sectors
              .filter((sector) => sector.region === region)
              .map((sector) => (
                <li key={sector.id}>
                  <button
                    type="button"
                    className="sector-row"
                    aria-pressed={sector.id === selected}
                    onClick={() => onPick(sector.id)}
                  >
                    <span className="sector-name">{sector.name}</span>
                    <span className="sector-marks tiny">
                      {sector.target && (
                        <span className="tag warn" title={t('front.target')}>
                          <Scan size={12} aria-hidden="true" />
                          <span className="sr">{t('front.target')}</span>
                        </span>
                      )}
                      {sector.order && <span className="tag">{t('front.order')}</span>}
                      {sector.incident && <span className="tag bad">{t(`front.${sector.incident}`)}</span>}
                    </span>
                    <Tension points={sector.tension} />
                    <span className="tiny muted num sector-miles">
                      {t('front.mi', { miles: sector.miles })}
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

const STEPS = [1, 2, 3, 4, 5];

function Tension({ points }: { points: number }) {
  const pips = Math.min(5, Math.max(1, Math.ceil(points / 20)));
  return (
    <span className="pips" role="img" aria-label={t('front.tension.of', { pips })}>
      {STEPS.map((step) => (
        <span key={step} data-on={step <= pips} />
      ))}
    </span>
  );
}
