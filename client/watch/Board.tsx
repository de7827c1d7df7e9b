import '../panels/world/world.css';
import { Play } from 'lucide-react';
import { useMemo } from 'react';
import { pillarsOf } from '../../shared/rules/score.ts';
import type { Dispatch } from '../../shared/rules/state.ts';
import { whole } from '../figures.ts';
import { useGame } from '../game/context.ts';
import { truceWords } from '../game/truce.ts';
import { dispatchWords, isBig } from '../panels/dispatches/told.ts';
import { FrontMap } from '../panels/front/FrontMap.tsx';
import { frontModel } from '../panels/front/model.ts';
import { calmMotion } from '../panels/front/motion.ts';
import { resolvedRound } from '../panels/world/history.ts';
import { t } from '../text.ts';
import { useTheme } from '../theme.ts';
import { Seats } from './Seats.tsx';

const PILLARS = ['relations', 'europe', 'ukraine'] as const;
const LINES = 5; // of the last dispatches: more is not read from ten metres

interface Props {
  onTell: (() => void) | null; // tells the last resolution once more
}

/** During talks: the front, the clock, the state of the world and the last dispatches, to be read from ten metres. */
export default function Board({ onTell }: Props) {
  const game = useGame();
  const { world } = game.view;
  const theme = useTheme();
  const model = useMemo(
    () => frontModel(game, { theme, reducedMotion: calmMotion(), selected: null, targets: [] }),
    [game, theme],
  );
  const pillars = pillarsOf(world);
  const states = world.agreements.flatMap(({ terms }) => terms.map(({ state }) => state));
  const inForce = states.filter((state) => state === 'inForce').length;
  const waiting = states.filter((state) => state === 'pending' || state === 'suspended').length;
  const round = resolvedRound(world);
  const lines = telling(world.dispatches.filter((line) => line.round === round));
  return (
    <div className="front watch-board">
      <FrontMap model={model} onPick={() => {}} />
      <aside className="front-side watch-side" aria-label={t('watch.side')}>
        <h1 className="watch-round">{t('header.round', { round: world.round, rounds: world.rounds })}</h1>
        <p className={`watch-truce truce-${world.truce.level > 0 ? 'on' : 'off'}`}>{truceWords(world)}</p>
        <p>{t('watch.terms', { inForce, waiting })}</p>
        <dl className="watch-pillars">
          {PILLARS.map((pillar) => (
            <div key={pillar}>
              <dt>{t(`pillar.${pillar}`)}</dt>
              <dd className="num">{whole(pillars[pillar])}</dd>
              <dd className="meter" aria-hidden="true">
                <span style={{ width: `${pillars[pillar] / 100}%` }} />
              </dd>
            </div>
          ))}
        </dl>
        <section aria-labelledby="watch-seats">
          <h2 id="watch-seats" className="label">
            {t('lobby.delegations')}
          </h2>
          <Seats short />
        </section>
        {onTell && (
          <section aria-labelledby="watch-last">
            <h2 id="watch-last" className="label">
              {t('dispatches.of', { round })}
            </h2>
            <ul className="watch-lines">
              {lines.map((line, i) => (
                // oxlint-disable-next-line react/no-array-index-key -- a past round's lines never change order
                <li key={`${round}-${i}`} className={isBig(line) ? 'strong' : undefined}>
                  {dispatchWords(world, line).text}
                </li>
              ))}
            </ul>
            <button type="button" className="btn" onClick={onTell}>
              <Play size={18} aria-hidden="true" />
              {t('watch.tell')}
            </button>
          </section>
        )}
      </aside>
    </div>
  );
}

/** The lines that matter most, in the order they were told. */
function telling(lines: readonly Dispatch[]): Dispatch[] {
  const chosen = new Set(lines.toSorted((a, b) => Number(isBig(b)) - Number(isBig(a))).slice(0, LINES));
  return lines.filter((line) => chosen.has(line));
}
