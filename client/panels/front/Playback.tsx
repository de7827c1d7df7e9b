import './playback.css';
import { Pause, Play, RotateCcw, SkipForward, StepBack, StepForward } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Round } from '../../../shared/rules/types.ts';
import { useGame } from '../../game/context.ts';
import { readMarks } from '../../game/marks.ts';
import { readRound } from '../../memory.ts';
import { gamePath } from '../../route.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { useTheme } from '../../theme.ts';
import { Link } from '../Link.tsx';
import { dispatchWords, isBig } from '../dispatches/told.ts';
import { FrontMap } from './FrontMap.tsx';
import { frontModel } from './model.ts';
import { calmMotion } from './motion.ts';
import { playbackOf } from './playback.ts';
import { frontSeen } from './seen.ts';

const LONG = 3_400; // ms for a turn of events
const SHORT = 2_200; // ms for any other line
const SLOWER = 2; // times

interface Props {
  round: Round;
  onDone?: () => void; // where nobody sits at the page: it goes on by itself, or when asked to
}

/** A round's resolution told on the map, line by line; it can be stopped, slowed, skipped and told again. */
export function Playback({ round, onDone }: Props) {
  const game = useGame();
  const { view, scenario, code } = game;
  const theme = useTheme();
  const [at, setAt] = useState(0);
  const [isTelling, setTelling] = useState(() => !calmMotion());
  const [isSlow, setSlow] = useState(false);
  const steps = useMemo(
    () => playbackOf(scenario, view.world, round, (one) => frontSeen(code, one)),
    [scenario, view.world, round, code],
  );
  useEffect(() => {
    if (!game.replay && !game.watching && round > readRound(code)) readMarks.round(code, round);
  }, [game.replay, game.watching, code, round]);
  const last = steps.length - 1;
  const step = steps[Math.min(at, last)];
  const model = useMemo(
    () =>
      frontModel(
        { ...game, view: { ...view, world: step?.world ?? view.world, mine: { ...view.mine, orders: [] } } },
        { theme, reducedMotion: calmMotion(), selected: null, targets: [], lit: step?.lit ?? [] },
      ),
    [game, view, theme, step],
  );

  const line = step?.line ?? null;
  const isOver = at >= last;
  useEffect(() => {
    if (!isTelling || isOver) return;
    const ms = (line && isBig(line) ? LONG : SHORT) * (isSlow ? SLOWER : 1);
    const timer = setTimeout(() => setAt(at + 1), ms);
    return () => clearTimeout(timer);
  }, [isTelling, isOver, isSlow, at, line]);

  useEffect(() => {
    if (!isOver || !onDone) return;
    const timer = setTimeout(onDone, LONG * SLOWER);
    return () => clearTimeout(timer);
  }, [isOver, onDone]);

  const jump = (to: number) => {
    setTelling(false);
    setAt(Math.max(0, Math.min(last, to)));
  };
  const hasEnded = view.world.phase === 'ended';
  const onward = hasEnded ? t('dispatches.toResults') : t('dispatches.goOn', { round: view.world.round });
  const again = () => {
    setAt(0);
    setTelling(true);
  };
  return (
    <div className="front">
      <h1 className="sr">{t('playback.title', { round })}</h1>
      <FrontMap model={model} onPick={() => {}}>
        <section className="told-now" aria-label={t('playback.title', { round })}>
          <div className="told-words" aria-live="polite">
            {line?.seat && <SeatName seat={line.seat} size={22} short />}
            <p className={line && isBig(line) ? 'strong' : undefined}>
              {line ? dispatchWords(view.world, line).text : t('playback.end')}
            </p>
          </div>
          <div className="row s between">
            <div className="row s" role="group" aria-label={t('playback.controls')}>
              <Control
                label={t('playback.previous')}
                Icon={StepBack}
                onPress={() => jump(at - 1)}
                off={at === 0}
              />
              {isOver ? (
                <Control label={t('playback.again')} Icon={RotateCcw} onPress={again} />
              ) : (
                <Control
                  label={t(isTelling ? 'playback.pause' : 'playback.play')}
                  Icon={isTelling ? Pause : Play}
                  onPress={() => setTelling(!isTelling)}
                />
              )}
              <Control
                label={t('playback.next')}
                Icon={StepForward}
                onPress={() => jump(at + 1)}
                off={isOver}
              />
              <Control
                label={t('playback.skip')}
                Icon={SkipForward}
                onPress={() => jump(last)}
                off={isOver}
              />
              <label className="check tiny">
                <input type="checkbox" checked={isSlow} onChange={(event) => setSlow(event.target.checked)} />
                {t('playback.slower')}
              </label>
            </div>
            <span className="tiny muted num">
              {t('playback.count', { step: at + 1, steps: steps.length })}
            </span>
          </div>
          <progress className="told-far" value={at} max={last} aria-hidden="true" />
        </section>
      </FrontMap>
      <aside className="front-side" aria-label={t('playback.lines')}>
        <div className="row between s">
          <h2 className="small">{t('dispatches.of', { round })}</h2>
          {!onDone && (
            <Link to={gamePath(code, 'dispatches')} className="btn small">
              {t('playback.read')}
            </Link>
          )}
        </div>
        <ol className="told-list">
          {steps.map((one, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- a past round's lines never change order
            <li key={i}>
              <button
                ref={i === at ? reveal : null}
                type="button"
                className={one.line && isBig(one.line) ? 'told-row strong' : 'told-row'}
                aria-current={i === at ? 'step' : undefined}
                onClick={() => jump(i)}
              >
                {one.line ? dispatchWords(view.world, one.line).text : t('playback.end')}
              </button>
            </li>
          ))}
        </ol>
        {onDone ? (
          <button type="button" className={isOver ? 'btn primary' : 'btn'} onClick={onDone}>
            {onward}
          </button>
        ) : (
          <Link
            to={gamePath(code, hasEnded ? 'results' : 'front')}
            className={isOver ? 'btn primary' : 'btn'}
          >
            {onward}
          </Link>
        )}
      </aside>
    </div>
  );
}

/** The line that is being told comes into sight in its list; the page itself stays where it is. */
function reveal(row: HTMLElement | null): void {
  const list = row?.closest('.front-side');
  if (!row || !list) return;
  const [shown, wanted] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (wanted.top < shown.top || wanted.bottom > shown.bottom)
    list.scrollTop += wanted.top - shown.top - shown.height / 2;
}

interface ControlProps {
  label: string;
  Icon: typeof Play;
  onPress: () => void;
  off?: boolean;
}

function Control({ label, Icon, onPress, off = false }: ControlProps) {
  return (
    <button
      type="button"
      className="btn icon"
      aria-label={label}
      title={label}
      disabled={off}
      onClick={onPress}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
