import {
  BookA,
  CircleHelp,
  Coffee,
  Copy,
  FastForward,
  Footprints,
  Home,
  Menu as MenuIcon,
  Moon,
  Sun,
} from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../actions.ts';
import { copyText } from '../copy.ts';
import { day } from '../figures.ts';
import { tokenFor } from '../memory.ts';
import { Link } from '../panels/Link.tsx';
import { MenuButton } from '../panels/MenuButton.tsx';
import { gamePath, go } from '../route.ts';
import { SeatName } from '../seats.tsx';
import { t } from '../text.ts';
import { chooseTheme, useTheme } from '../theme.ts';
import { announce } from './announce.ts';
import { Capital } from './Capital.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { useGame } from './context.ts';
import { isFirst, showGuide } from './FirstRound.tsx';
import { Glossary } from './Glossary.tsx';
import { ReadyButton } from './ReadyButton.tsx';
import { truceWords } from './truce.ts';
import type { Waiting } from './waiting.ts';

/** Round, date, truce, my capital, my seat, and whether I am ready. */
export function Header({ waiting }: { waiting: readonly Waiting[] }) {
  const game = useGame();
  const { world } = game.view;
  const playing = world.phase === 'talks';
  return (
    <header className="bar">
      <Link to="/" className="wordmark" aria-label={t('header.home')}>
        {t('app.name')}
      </Link>
      <div className="bar-facts">
        {world.phase === 'lobby' || world.phase === 'briefing' ? (
          <span className="pill">{t(`phase.${world.phase}`)}</span>
        ) : (
          <span className="pill">
            {world.phase === 'ended' ? (
              t('phase.ended')
            ) : (
              <>
                <span className="wide-only">
                  {t('header.round', { round: world.round, rounds: world.rounds })}
                </span>
                <span className="narrow-only" aria-hidden="true">
                  {world.round}/{world.rounds}
                </span>
              </>
            )}
          </span>
        )}
        <span className="pill date">{day(world.date)}</span>
        {playing && (
          <span className={`pill truce truce-${world.truce.level > 0 ? 'on' : 'off'}`}>
            <span className="wide-only">{truceWords(world)}</span>
          </span>
        )}
      </div>
      <div className="bar-own">
        {world.phase !== 'lobby' && world.phase !== 'ended' && <Capital />}
        <span className="bar-seat">
          <SeatName seat={game.me} />
        </span>
        {!game.replay && <ReadyButton waiting={waiting} />}
        <OwnMenu />
      </div>
    </header>
  );
}

function OwnMenu() {
  const game = useGame();
  const theme = useTheme();
  const [shown, setShown] = useState<'close' | 'words' | null>(null);
  const { world } = game.view;
  const { ask } = useAct();
  const mayLeave =
    world.mode === 'table' &&
    (world.phase === 'talks' || world.phase === 'briefing') &&
    world.seats[game.me].standIn === undefined;
  const mayClose =
    world.mode === 'table' &&
    world.host === game.me &&
    (world.phase === 'talks' || world.phase === 'briefing');
  const lines = [
    theme === 'dark'
      ? { id: 'theme', Icon: Sun, words: t('theme.toLight') }
      : { id: 'theme', Icon: Moon, words: t('theme.toDark') },
    { id: 'link', Icon: Copy, words: t('menu.link') },
    { id: 'words', Icon: BookA, words: t('glossary.title') },
    { id: 'rules', Icon: CircleHelp, words: t('menu.rules') },
    ...(isFirst(game.view) ? [{ id: 'guide', Icon: Footprints, words: t('menu.guide') }] : []),
    ...(mayLeave ? [{ id: 'standIn', Icon: Coffee, words: t('menu.standIn') }] : []),
    ...(mayClose ? [{ id: 'close', Icon: FastForward, words: t('menu.close') }] : []),
    { id: 'home', Icon: Home, words: t('menu.home') },
  ];
  const act = (key: string) => {
    switch (key) {
      case 'rules':
        go('/guide');
        break;
      case 'theme':
        chooseTheme(theme === 'dark' ? 'light' : 'dark');
        break;
      case 'link': {
        const link = `${location.origin}${gamePath(game.code)}#${encodeURIComponent(tokenFor(game.code) ?? '')}`;
        void copyText(link).then((done) => announce(t(done ? 'menu.copied' : 'menu.notCopied', { link })));
        break;
      }
      case 'standIn':
        void ask({ kind: 'standIn', seat: game.me, why: 'asked' });
        break;
      case 'guide':
        showGuide(true);
        break;
      case 'close':
      case 'words':
        setShown(key);
        break;
      default:
        go('/');
    }
  };
  return (
    <>
      <MenuButton
        className="btn quiet icon"
        label={t('menu.open')}
        face={<MenuIcon size={20} aria-hidden="true" />}
        placement="bottom end"
        lines={lines}
        onAction={act}
      />
      <CloseDialog open={shown === 'close'} onClose={() => setShown(null)} />
      <Glossary open={shown === 'words'} onClose={() => setShown(null)} />
    </>
  );
}
