import './front.css';
import { Minus, Plus, Scan } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FrontHandle, FrontModel } from '../../front/model.ts';
import { SECTORS, type SectorId } from '../../../shared/rules/types.ts';
import { open, useGame } from '../../game/context.ts';
import { orderName, sectorName } from '../../names.ts';
import { t } from '../../text.ts';
import { useTheme } from '../../theme.ts';
import { Refusal } from '../Refusal.tsx';
import { BreachDialog } from '../orders/BreachDialog.tsx';
import { useOrders } from '../orders/useOrders.ts';
import { calmMotion } from './motion.ts';
import { frontModel } from './model.ts';
import { SectorCard } from './SectorCard.tsx';
import { SectorList } from './SectorList.tsx';
import { useScene } from './useScene.ts';

const ORDER = 'order-';

/** The front from the Barents Sea to the Black Sea; `id`: a sector, or `order-…` to pick an order's target. */
export default function FrontPanel({ id }: { id: string | null }) {
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
  const { host, handle } = useScene<FrontModel, FrontHandle>(async (element) => {
    const { mountFront } = await import('../../front/mount.ts');
    return mountFront(element, { onSelect: pick });
  }, model);

  const aim = () => {
    if (!aiming || !selected || !targets.includes(selected)) return;
    sheet.write(aiming, selected);
  };
  const aimed =
    aiming &&
    game.view.mine.orders.some((order) => order.order === aiming.order && order.target === selected);

  return (
    <div className="front">
      <h1 className="sr">{t('nav.front')}</h1>
      <div className="front-map">
        <div ref={host} className="front-canvas" aria-hidden="true" />
        <div className="front-zoom" role="group" aria-label={t('front.zoom')}>
          <button
            type="button"
            className="btn icon"
            aria-label={t('front.zoom.in')}
            onClick={() => handle?.zoomBy(1.4)}
          >
            <Plus size={18} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="btn icon"
            aria-label={t('front.zoom.out')}
            onClick={() => handle?.zoomBy(1 / 1.4)}
          >
            <Minus size={18} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="btn icon"
            aria-label={t('front.zoom.reset')}
            onClick={() => handle?.reset()}
          >
            <Scan size={18} aria-hidden="true" />
          </button>
        </div>
      </div>
      <aside className="front-side" aria-label={t('front.side')}>
        {aiming && (
          <section
            className="note stack s front-aim"
            aria-label={t('front.aim.title', { order: orderName(aiming.order) })}
          >
            <p>
              <span className="strong">{t('front.aim.title', { order: orderName(aiming.order) })}</span>{' '}
              {t(selected && targets.includes(selected) ? 'front.aim.chosen' : 'front.aim.choose', {
                sector: selected ? sectorName(selected) : '',
              })}
            </p>
            <Refusal words={sheet.refusal} />
            <div className="row s">
              <button
                type="button"
                className="btn primary small"
                disabled={sheet.pending || !selected || !targets.includes(selected) || aimed}
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
        <SectorList model={model} selected={selected} targets={targets} onPick={pick} />
        <p className="tiny muted front-note">{t('note.map')}</p>
      </aside>
      <BreachDialog asked={sheet.asked} pending={sheet.pending} onAnswer={sheet.answer} />
    </div>
  );
}
