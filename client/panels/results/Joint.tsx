import type { Result } from '../../../shared/rules/state.ts';
import { whole } from '../../figures.ts';
import { t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';

const PILLARS = ['relations', 'europe', 'ukraine'] as const;

/** What was reached together, pillar by pillar. */
export function Joint({ result }: { result: Result }) {
  return (
    <section className="stack s" aria-labelledby="joint">
      <h2 id="joint">{t('results.joint')}</h2>
      <div className="pillars">
        {PILLARS.map((pillar) => (
          <div key={pillar} className="card pillar stack s">
            <h3 className="small">{t(`pillar.${pillar}`)}</h3>
            <p className="pillar-value num">{whole(result.pillars?.[pillar] ?? 0)}</p>
            <div className="meter" aria-hidden="true">
              <span style={{ width: `${(result.pillars?.[pillar] ?? 0) / 100}%` }} />
            </div>
          </div>
        ))}
        <div className="card pillar stack s">
          <h3 className="small">{t('results.jointValue')}</h3>
          <p className="pillar-value num">{whole(result.joint)}</p>
          <p className="tiny muted">
            <Glossed>{t('results.jointTold')}</Glossed>
          </p>
        </div>
      </div>
      {result.consent.asked && (
        <p className={result.consent.given ? 'note good' : 'note bad'}>
          {t(result.consent.given ? 'results.consent.given' : 'results.consent.refused')}
        </p>
      )}
    </section>
  );
}
