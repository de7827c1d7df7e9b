import '../front/front.css';
import './tables.css';
import { type CSSProperties, useMemo, useState } from 'react';
import type { TablesHandle, TablesModel } from '../../tables/model.ts';
import type { Seat } from '../../../shared/rules/types.ts';
import { useGame } from '../../game/context.ts';
import { gamePath, go } from '../../route.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { useTheme } from '../../theme.ts';
import { Link } from '../Link.tsx';
import { calmMotion } from '../front/motion.ts';
import { useScene } from '../front/useScene.ts';
import { tablesModel } from './model.ts';

/** The conference: its tables seen from above, and the same as a list. */
export default function TablesPanel() {
  const game = useGame();
  const theme = useTheme();
  const [selected, setSelected] = useState<string | null>(null);
  const model = useMemo(
    () => tablesModel(game, { theme, reducedMotion: calmMotion(), selected }),
    [game, theme, selected],
  );
  const { host } = useScene<TablesModel, TablesHandle>(async (element) => {
    const { mountTables } = await import('../../tables/mount.ts');
    return mountTables(element, {
      onSelect: (table) => {
        setSelected(table);
        go(gamePath(game.code, 'papers', `table-${table}`));
      },
      onPaper: (paper) => go(gamePath(game.code, 'papers', paper)),
    });
  }, model);

  return (
    <div className="front tables" style={{ '--rows': Math.ceil(model.tables.length / 2) } as CSSProperties}>
      <h1 className="sr">{t('nav.tables')}</h1>
      <div className="front-map">
        <div ref={host} className="front-canvas" aria-hidden="true" />
      </div>
      <aside className="front-side" aria-label={t('tables.side')}>
        <h2 className="small">{t('tables.title')}</h2>
        <ul className="stack s">
          {model.tables.map((table) => (
            <li key={table.id}>
              <Link to={gamePath(game.code, 'papers', `table-${table.id}`)} className="table-row">
                <span className="row between s">
                  <span className="strong">{table.name}</span>
                  {table.waiting && <span className="tag warn">{t('tables.waiting')}</span>}
                  {table.closed && <span className="tag">{table.closed}</span>}
                </span>
                <span className="row s">
                  {table.members.map((member) => (
                    <SeatName key={member.seat} seat={member.seat as Seat} size={16} short />
                  ))}
                </span>
                {!table.closed && (
                  <span className="tiny muted">
                    {t('tables.count', { open: table.open, agreed: table.agreed, inForce: table.inForce })}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}
