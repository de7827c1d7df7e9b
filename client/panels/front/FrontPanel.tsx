import './front.css';
import { useMemo, useState } from 'react';
import { SECTORS, type SectorId } from '../../../shared/rules/types.ts';
import { open, useGame } from '../../game/context.ts';
import { nameOf, orderName } from '../../names.ts';
import { t } from '../../text.ts';
import { useTheme } from '../../theme.ts';
import { Refusal } from '../Refusal.tsx';
import { BreachDialog } from '../orders/BreachDialog.tsx';
import { useOrders } from '../orders/useOrders.ts';
import { resolvedRound } from '../world/history.ts';
import { FrontMap } from './FrontMap.tsx';
import { calmMotion } from './motion.ts';
import { frontModel } from './model.ts';
import { Playback } from './Playback.tsx';
import { SectorCard } from './SectorCard.tsx';
import { SectorList } from './SectorList.tsx';

const ORDER = 'order-';
const ROUND = 'round-';

/**
 * The front from the Barents Sea to the Black Sea. `id`: a sector, `order-…` to pick an order's target, or `round-…` to
 * have its resolution told on the map.
 */
export default function FrontPanel({ id }: { id: string | null }) {
  const { world } = useGame().view;
  const round = id?.startsWith(ROUND) ? Number(id.slice(ROUND.length)) : null;
  if (round !== null && round >= 1 && round <= resolvedRound(world))
    return <Playback key={round} round={round} />;
  return <FrontNow id={id} />;
}

function FrontNow({ id }: { id: string | null }) {
  const game = useGame();
  const theme = useTheme();
  const [selected, setSelected] = useState<SectorId | null>(SECTORS.find((sector) => sector === id) ?? null);
  const sheet = useOrders();

  const wanted = id?.startsWith(ORDER) ? id.slice(ORDER.length) : null;
  const aiming = wanted ? game.view.legal.orders?.list.find((one) => one.order === wanted) : undefined;
  const targets = useMemo(() => aiming?.targets ?? [], [aiming]);
  const model = useMemo(
    () => frontModel(game, { theme, reducedMotion: calmMotion(), selected, targets }),
    [game, theme, selected, targets],
  );

  const pick = (sector: string) => setSelected((before) => (before === sector ? null : (sector as SectorId)));
  /** Where the order would go: the sector that is chosen, or its region. */
  const region = game.scenario.sectors.find((sector) => sector.id === selected)?.region ?? null;
  const target = [selected, region].find((one) => one !== null && targets.includes(one)) ?? null;
  const aim = () => {
    if (aiming && target) sheet.write(aiming, target);
  };
  const aimed =
    aiming && game.view.mine.orders.some((order) => order.order === aiming.order && order.target === target);

  return (
    <div className="front">
      <h1 className="sr">{t('nav.front')}</h1>
      <FrontMap model={model} onPick={pick} />
      <aside className="front-side" aria-label={t('front.side')}>
        {aiming && (
          <section
            className="note stack s front-aim"
            aria-label={t('front.aim.title', { order: orderName(aiming.order) })}
          >
            <p>
              <span className="strong">{t('front.aim.title', { order: orderName(aiming.order) })}</span>{' '}
              {t(target ? 'front.aim.chosen' : 'front.aim.choose', {
                sector: target ? nameOf(target) : '',
              })}
            </p>
            <Refusal words={sheet.refusal} />
            <div className="row s">
              <button
                type="button"
                className="btn primary small"
                disabled={sheet.pending || !target || aimed}
                onClick={aim}
              >
                {t(aimed ? 'orders.isWritten' : 'orders.write')}
              </button>
              <button type="button" className="btn small" onClick={() => open(game, 'orders')}>
                {t('front.aim.back')}
              </button>
            </div>
          </section>
        )}
        {selected && <SectorCard id={selected} onClose={() => setSelected(null)} />}
        <SectorList model={model} selected={selected} onPick={pick} />
        <p className="tiny muted front-note">{t('note.map')}</p>
      </aside>
      <BreachDialog asked={sheet.asked} pending={sheet.pending} onAnswer={sheet.answer} />
    </div>
  );
}
