import {
  BookOpen,
  Ellipsis,
  FileSignature,
  Globe,
  Map as MapIcon,
  MessagesSquare,
  MonitorPlay,
  Newspaper,
  Scale,
  Send,
  Trophy,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { Link } from '../panels/Link.tsx';
import { MenuButton } from '../panels/MenuButton.tsx';
import { gamePath, type Screen } from '../route.ts';
import { t } from '../text.ts';
import { open, useGame } from './context.ts';
import type { Waiting } from './waiting.ts';

const ICONS: Record<Screen, ComponentType<{ size?: number; 'aria-hidden'?: 'true' }>> = {
  front: MapIcon,
  tables: Scale,
  papers: FileSignature,
  press: MessagesSquare,
  orders: Send,
  world: Globe,
  dispatches: Newspaper,
  brief: BookOpen,
  results: Trophy,
  host: MonitorPlay,
};
const ALL: readonly Screen[] = [
  'front',
  'tables',
  'papers',
  'press',
  'orders',
  'world',
  'dispatches',
  'brief',
];
/** What fits under a thumb; the rest is behind "more". */
const THUMB: readonly Screen[] = ['front', 'papers', 'press', 'orders'];

/** The way around: a rail beside the page, a bar under it on a phone. */
export function Nav({ shown, waiting }: { shown: Screen; waiting: readonly Waiting[] }) {
  const game = useGame();
  const ended = game.view.world.phase === 'ended';
  const { mode, host } = game.view.world;
  const own: readonly Screen[] = mode === 'table' && host === game.me && !game.replay ? ['host'] : [];
  const screens: readonly Screen[] = ended ? ['results', ...ALL, ...own] : [...ALL, ...own];
  const thumb: readonly Screen[] = ended ? ['results', 'dispatches', 'front', 'world'] : THUMB;
  const rest = screens.filter((screen) => !thumb.includes(screen));
  const due = (screen: Screen) =>
    waiting
      .filter(
        (item) =>
          item.screen === screen && ['sign', 'report', 'order', 'press', 'dispatches'].includes(item.kind),
      )
      .reduce((sum, item) => sum + item.count, 0);

  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <ul className="rail-list">
        {screens.map((screen) => (
          <li key={screen} className={thumb.includes(screen) ? 'in-thumb' : 'in-more'}>
            <Item screen={screen} shown={shown} due={due(screen)} code={game.code} />
          </li>
        ))}
        <li className="rail-more">
          <MenuButton
            className="rail-item"
            current={rest.includes(shown)}
            face={
              <>
                <Ellipsis size={22} aria-hidden="true" />
                <span>{t('nav.more')}</span>
              </>
            }
            placement="top end"
            lines={rest.map((screen) => ({ id: screen, Icon: ICONS[screen], words: t(`nav.${screen}`) }))}
            onAction={(id) => open(game, id as Screen)}
          />
        </li>
      </ul>
    </nav>
  );
}

function Item({ screen, shown, due, code }: { screen: Screen; shown: Screen; due: number; code: string }) {
  const Icon = ICONS[screen];
  return (
    <Link
      to={gamePath(code, screen)}
      className="rail-item"
      aria-current={screen === shown ? 'page' : undefined}
    >
      <Icon size={22} aria-hidden="true" />
      <span>{t(`nav.${screen}`)}</span>
      {due > 0 && (
        <span className="badge">
          <span aria-hidden="true">{due}</span>
          <span className="sr">{t('nav.due', { count: due })}</span>
        </span>
      )}
    </Link>
  );
}
