import './world.css';
import { useState } from 'react';
import { pillarsOf } from '../../../shared/rules/score.ts';
import { type Measure, SUPPORT, TRACKS } from '../../../shared/rules/types.ts';
import { signed, whole } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { truceTold, truceWords } from '../../game/truce.ts';
import { trackName } from '../../names.ts';
import { t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';
import { groupsOf } from './groups.ts';
import { historyOf, resolvedRound } from './history.ts';
import { Sparkline } from './Sparkline.tsx';
import { Trust } from './Trust.tsx';
import { WhyDialog } from './WhyDialog.tsx';

const PILLARS = ['relations', 'europe', 'ukraine'] as const;

/** The state of the world: three pillars, the truce, and every figure with its causes. */
export default function World() {
  const { view, scenario, me } = useGame();
  const { world } = view;
  const [why, setWhy] = useState<Measure | null>(null);
  const pillars = pillarsOf(world);
  const first = [...new Set<Measure>([...scenario.edition.tracks, SUPPORT[me]])];
  const rest = TRACKS.filter((track) => !first.includes(track));

  return (
    <div className="page">
      <div className="page-head">
        <div className="stack s">
          <h1>{t('world.title')}</h1>
          <p className="muted">
            <Glossed>{t('world.lede')}</Glossed>
          </p>
        </div>
      </div>
      <div className="stack l">
        <div className="pillars">
          {PILLARS.map((pillar) => (
            <section key={pillar} className="card pillar stack s" aria-labelledby={`pillar-${pillar}`}>
              <h2 id={`pillar-${pillar}`} className="small">
                {t(`pillar.${pillar}`)}
              </h2>
              <p className="pillar-value num">{whole(pillars[pillar])}</p>
              <div className="meter" aria-hidden="true">
                <span style={{ width: `${pillars[pillar] / 100}%` }} />
              </div>
              <p className="tiny muted">
                <Glossed>{t(`pillar.${pillar}.made`)}</Glossed>
              </p>
            </section>
          ))}
          <section className="card pillar stack s" aria-labelledby="truce">
            <h2 id="truce" className="small">
              {t('world.truce')}
            </h2>
            <p className="truce-big">{truceWords(world)}</p>
            <p className="tiny muted">
              <Glossed>{truceTold(world)}</Glossed>
            </p>
          </section>
        </div>
        <section className="stack s" aria-labelledby="figures">
          <h2 id="figures">{t('world.figures')}</h2>
          {groupsOf(first).map(({ group, tracks }) => (
            <section
              key={group}
              className="stack s"
              aria-label={group ? t(`world.group.${group}`) : undefined}
            >
              {group && <h3 className="label world-group">{t(`world.group.${group}`)}</h3>}
              <TrackTable tracks={tracks} onWhy={setWhy} />
            </section>
          ))}
        </section>
        <Trust />
        {rest.length > 0 && (
          <details>
            <summary className="strong">{t('world.more', { count: rest.length })}</summary>
            <div className="world-more">
              <TrackTable tracks={rest} onWhy={setWhy} />
            </div>
          </details>
        )}
      </div>
      {why && <WhyDialog measure={why} onClose={() => setWhy(null)} />}
    </div>
  );
}

function TrackTable({ tracks, onWhy }: { tracks: readonly Measure[]; onWhy: (measure: Measure) => void }) {
  const { view } = useGame();
  const { weights } = view.mine.mandate;
  const resolved = resolvedRound(view.world);
  return (
    <ul className="tracks">
      {tracks.map((track) => {
        const history = historyOf(view.world, track);
        const now = history.at(-1) ?? 0;
        const change = resolved > 0 ? now - (history[resolved - 1] ?? now) : 0;
        const weight = (weights as Partial<Record<Measure, number>>)[track] ?? 0;
        const good = change * weight > 0;
        return (
          <li key={track} className="track">
            <div className="track-name">
              <span className="strong">{trackName(track)}</span>
              {weight !== 0 && (
                <span className="tag" title={t(weight > 0 ? 'world.wantMore' : 'world.wantLess')}>
                  {t(weight > 0 ? 'world.yours.more' : 'world.yours.less')}
                </span>
              )}
              <span className="tiny muted track-about">{t(`track.${track}.about`)}</span>
            </div>
            <Sparkline values={history} />
            <span className="track-value num">{whole(now)}</span>
            <span
              className={`track-change num small ${change === 0 || weight === 0 ? 'muted' : good ? 'up' : 'down'}`}
            >
              {change === 0 ? t('world.still') : signed(change)}
            </span>
            <button
              type="button"
              className="btn small"
              aria-label={t('world.why.label', { track: trackName(track) })}
              onClick={() => onWhy(track)}
            >
              {t('world.why')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
