import type { Forecast, World } from '../../../shared/rules/state.ts';
import { termByKey } from '../../../shared/rules/terms.ts';
import { type ProvisionId, REGIONS, type TermKey } from '../../../shared/rules/types.ts';
import { percent, signed, tenth, whole } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { provisionName, sectorName } from '../../names.ts';
import { t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';
import { scopeWords } from '../papers/TermLine.tsx';
import { FanChart } from './FanChart.tsx';
import { Squares } from './Squares.tsx';
import { SwitchOff } from './SwitchOff.tsx';
import { useTeller } from './useTeller.ts';

const STORIES = 6;
const BREAKS = 5;

/** A term's name, with its regions where it does not hold along the whole line. */
function termName(world: World, key: TermKey, provision: ProvisionId): string {
  const found = termByKey(world, key)?.term;
  const scope = found && found.scope.length < REGIONS.length ? scopeWords(found) : null;
  return scope
    ? t('forecast.term.scope', { name: provisionName(provision), scope })
    : provisionName(provision);
}

/** The colour of a number as it is read: none for nought. */
function direction(amount: number): string {
  if (Math.abs(amount) < 5) return 'muted';
  return amount > 0 ? 'up' : 'down';
}

/** Does the peace last: its chance by year, where it breaks, and what each agreement gives to it. */
export function ForecastSection({ forecast }: { forecast: Forecast }) {
  const { view, me, watching } = useGame();
  const guess = watching ? undefined : view.world.reveal?.guesses[me];
  const teller = useTeller();
  const out = Math.round(forecast.durability / 100);
  const atWar = view.world.truce.level === 0;
  const contributions = forecast.contributions.toSorted((a, b) => b.shapley - a.shapley);
  return (
    <section className="stack" aria-labelledby="forecast">
      <div className="stack s">
        <h2 id="forecast">{t(atWar ? 'forecast.title.war' : 'forecast.title')}</h2>
        <p className="muted">
          <Glossed>{t('forecast.lede', { futures: forecast.futures })}</Glossed>
        </p>
      </div>
      <div className="forecast-top">
        <div className="card stack s">
          <p className="forecast-big">
            <span className="num">{out}</span>{' '}
            <span className="forecast-of">{t(atWar ? 'forecast.ofHundred.war' : 'forecast.ofHundred')}</span>
          </p>
          <p className="small">
            {t('forecast.range', { low: whole(forecast.low), high: whole(forecast.high) })}
          </p>
          {guess !== undefined && <p className="small strong">{t('forecast.guess', { guess, out })}</p>}
          <Squares held={out} />
        </div>
        <div className="card stack s">
          <h3>{t('forecast.byYear')}</h3>
          <FanChart forecast={forecast} atWar={atWar} />
          <details className="small">
            <summary>{t('forecast.table')}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('forecast.year')}</th>
                  {forecast.byYear.map((_share, i) => (
                    // oxlint-disable-next-line react/no-array-index-key -- years do not move
                    <th key={i} scope="col" className="n">
                      {i + 1}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{t('forecast.holds')}</th>
                  {forecast.byYear.map((share, i) => (
                    // oxlint-disable-next-line react/no-array-index-key -- years do not move
                    <td key={i} className="n">
                      {percent(share)}
                    </td>
                  ))}
                </tr>
              </tbody>
            </table>
          </details>
        </div>
      </div>
      <div className="forecast-pair">
        <div className="card stack s">
          <h3>{t('forecast.paths')}</h3>
          <p className="small">{t('forecast.opportunism', { share: percent(forecast.opportunism) })}</p>
          <p className="small">{t('forecast.spiral', { share: percent(forecast.spiral) })}</p>
          {forecast.burnsOut > 0 && (
            <p className="small">{t('forecast.burnsOut', { share: percent(forecast.burnsOut) })}</p>
          )}
          {forecast.breaks.length > 0 && (
            <>
              <h4>{t('forecast.where')}</h4>
              <ul className="why-lines small">
                {forecast.breaks.slice(0, BREAKS).map((one) => (
                  <li key={`${one.sector}-${one.path}`}>
                    <span>
                      {sectorName(one.sector)} <span className="muted">({t(`path.${one.path}`)})</span>
                    </span>
                    <span className="num">{percent(one.share)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div className="card stack s">
          <h3>{t('forecast.stories')}</h3>
          {forecast.stories.length === 0 && <p className="small muted">{t('forecast.stories.none')}</p>}
          <ul className="stack s small">
            {forecast.stories.slice(0, STORIES).map((story) => (
              <li key={`${story.year}-${story.sector}-${story.path}-${story.stoppedBy}`}>
                {t(story.war ? 'story.war' : story.stoppedBy ? 'story.stopped' : 'story.passed', {
                  year: view.world.date ? Number(view.world.date.slice(0, 4)) + story.year : story.year,
                  sector: sectorName(story.sector),
                  path: t(`path.${story.path}`),
                  name: story.stoppedBy ? provisionName(story.stoppedBy) : '',
                })}
              </li>
            ))}
          </ul>
        </div>
      </div>
      {contributions.length > 0 && (
        <div className="card stack s">
          <h3>{t('forecast.contributions')}</h3>
          <p className="small muted">{t('forecast.contributions.told')}</p>
          <table className="contributions">
            <thead>
              <tr>
                <th scope="col">{t('forecast.term')}</th>
                <th scope="col" className="n">
                  {t('forecast.gives')}
                </th>
                <th scope="col" className="n">
                  {t('forecast.without')}
                </th>
              </tr>
            </thead>
            <tbody>
              {contributions.map((one) => (
                <tr key={one.key}>
                  <th scope="row">{termName(view.world, one.key, one.provision)}</th>
                  <td className={`n ${direction(one.shapley)}`}>{signed(one.shapley)}</td>
                  <td className={`n ${direction(one.without)}`}>{tenth(one.without)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {teller && contributions.length > 0 && (
        <div className="stack s">
          <h3>{t('without.title')}</h3>
          <SwitchOff forecast={forecast} teller={teller} />
        </div>
      )}
    </section>
  );
}
