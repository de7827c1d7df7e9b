import '../front/front.css';
import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { FrontHandle, FrontModel, FrontSector } from '../../front/model.ts';
import {
  futureWorthTelling,
  type Teller,
  type ToldFuture,
  type ToldYear,
} from '../../../shared/rules/telling.ts';
import type { Hundredths } from '../../../shared/rules/types.ts';
import { useGame } from '../../game/context.ts';
import { provisionName, sectorName } from '../../names.ts';
import { t } from '../../text.ts';
import { useTheme } from '../../theme.ts';
import { frontModel } from '../front/model.ts';
import { calmMotion } from '../front/motion.ts';
import { useScene } from '../front/useScene.ts';

const EVERY = 1_900; // ms a year, while it plays

interface Props {
  teller: Teller;
  durability: Hundredths;
}

/** One of many futures, year by year on the front and in words. */
export function OneFuture({ teller, durability }: Props) {
  const { world } = useGame().view;
  const [told, setTold] = useState(() => futureWorthTelling(teller, durability));
  const [shown, setShown] = useState(0);
  const [playing, setPlaying] = useState(() => !calmMotion());
  const { years } = told;
  const over = shown >= years.length;

  useEffect(() => {
    if (!playing || over) return;
    const timer = setInterval(() => setShown((before) => before + 1), EVERY);
    return () => clearInterval(timer);
  }, [playing, over]);

  const another = () => {
    setTold(teller.tell(told.future + 1));
    setShown(0);
  };
  const first = Number(world.date.slice(0, 4));
  return (
    <div className="one-future">
      <FutureMap now={shown > 0 ? years[shown - 1] : undefined} />
      <div className="stack">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <div className="future-scroll" role="log" aria-label={t('told.title')} tabIndex={0}>
          {shown === 0 && <p className="empty">{t('told.before')}</p>}
          <ol className="future-years">
            {years.slice(0, shown).map((year) => (
              <li key={year.year} data-what={year.what}>
                <span className="strong num">{first + year.year}</span> <span>{yearWords(year)}</span>
              </li>
            ))}
            {over && (
              <li className="future-end strong" data-what="end">
                {endWords(told)}
              </li>
            )}
          </ol>
        </div>
        <div className="row s no-print">
          {!over && (
            <>
              <button
                type="button"
                className="btn primary"
                onClick={() => {
                  setPlaying(false);
                  setShown(shown + 1);
                }}
              >
                {t(shown === 0 ? 'told.first' : 'told.next')}
              </button>
              <button type="button" className="btn" onClick={() => setPlaying(!playing)}>
                {playing ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
                {t(playing ? 'told.pause' : 'told.play')}
              </button>
              <button type="button" className="btn quiet" onClick={() => setShown(years.length)}>
                {t('told.all')}
              </button>
            </>
          )}
          {over && (
            <button type="button" className="btn" onClick={another}>
              {t('told.another')}
            </button>
          )}
        </div>
        <p className="tiny muted">{t('told.note', { number: told.future + 1 })}</p>
      </div>
    </div>
  );
}

/** The front as it was left, with the crisis of one year. */
function FutureMap({ now }: { now: ToldYear | undefined }) {
  const game = useGame();
  const theme = useTheme();
  const sector = now && 'sector' in now ? now.sector : null;
  const mark: FrontSector['incident'] = now?.what === 'war' ? 'clash' : 'crisis';
  const model = useMemo((): FrontModel => {
    const left = frontModel(game, { theme, reducedMotion: calmMotion(), selected: sector, targets: [] });
    const sectors = left.sectors.map((one) => ({
      ...one,
      order: false,
      incident: one.id === sector ? mark : null,
    }));
    return { ...left, sectors };
  }, [game, theme, sector, mark]);
  const { host } = useScene<FrontModel, FrontHandle>(async (element) => {
    const { mountFront } = await import('../../front/mount.ts');
    return mountFront(element, { onSelect: () => {} });
  }, model);
  return (
    <div className="front-map future-map">
      <div ref={host} className="front-canvas" aria-hidden="true" />
    </div>
  );
}

function yearWords(year: ToldYear): string {
  switch (year.what) {
    case 'quiet':
    case 'fighting':
      return t(`told.${year.what}`);
    case 'together':
    case 'passed':
    case 'war':
    case 'stopped':
      return t(`told.${year.what}`, {
        sector: sectorName(year.sector),
        path: t(`path.${year.path}`),
        name: year.what === 'stopped' ? provisionName(year.stoppedBy) : '',
      });
  }
}

function endWords({ years, held }: ToldFuture): string {
  if (held) return t('told.end.held');
  const last = years.at(-1);
  return last?.what === 'war' ? t('told.end.war', { years: last.year - 1 }) : t('told.end.never');
}
