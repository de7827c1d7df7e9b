import '../front/front.css';
import './tables.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TablesHandle } from '../../tables/model.ts';
import type { Seat } from '../../../shared/rules/types.ts';
import { open, useGame } from '../../game/context.ts';
import { gamePath } from '../../route.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { useTheme } from '../../theme.ts';
import { Link } from '../Link.tsx';
import { calmMotion } from '../front/motion.ts';
import { tablesModel } from './model.ts';

/** The conference: its tables seen from above, and the same as a list. */
export default function TablesPanel() {
  const game = useGame();
  const theme = useTheme();
  const [selected, setSelected] = useState<string | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const handle = useRef<TablesHandle | null>(null);
  const model = useMemo(
    () => tablesModel(game, { theme, reducedMotion: calmMotion(), selected }),
    [game, theme, selected],
  );
  const drawn = useRef(model);
  drawn.current = model;
  const current = useRef(game);
  current.current = game;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let left = false;
    void import('../../tables/mount.ts').then(({ mountTables }) => {
      if (left) return;
      handle.current = mountTables(element, {
        onSelect: (table) => {
          setSelected(table);
          open(current.current, 'papers', `table-${table}`);
        },
        onPaper: (paper) => open(current.current, 'papers', paper),
      });
      handle.current.update(drawn.current);
    });
    return () => {
      left = true;
      handle.current?.destroy();
      handle.current = null;
    };
  }, []);
  useEffect(() => handle.current?.update(model), [model]);

  return (
    <div className="front tables">
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
                </span>
                <span className="row s">
                  {table.members.map((member) => (
                    <SeatName key={member.seat} seat={member.seat as Seat} size={16} short />
                  ))}
                </span>
                <span className="tiny muted">
                  {t('tables.count', { open: table.open, agreed: table.agreed, inForce: table.inForce })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}
