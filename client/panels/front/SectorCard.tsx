import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { SectorId } from '../../../shared/rules/types.ts';
import { useGame } from '../../game/context.ts';
import { readMarks } from '../../game/marks.ts';
import { sectorName } from '../../names.ts';
import { gamePath } from '../../route.ts';
import { t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';
import { Link } from '../Link.tsx';
import { orderTold } from '../orders/Orders.tsx';
import { sectorTold } from './model.ts';

/** A sector's card, in words. */
export function SectorCard({ id, onClose }: { id: SectorId; onClose: () => void }) {
  const game = useGame();
  useEffect(() => readMarks.look(game.code), [game.code]);
  const rule = game.scenario.sectors.find((sector) => sector.id === id);
  if (!rule) return null;
  const orders = game.view.mine.orders.filter((order) => order.target === id || order.target === rule.region);
  return (
    <section className="card stack s sector-card" aria-labelledby="sector-card">
      <div className="row between s">
        <h2 id="sector-card">{sectorName(id)}</h2>
        <button type="button" className="btn quiet icon small" aria-label={t('close')} onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      <p className="tiny muted">
        <Glossed>
          {t('sector.where', {
            region: t(`region.${rule.region}.name`),
            miles: rule.miles,
            flash: t(`flash.${id}.name`),
          })}
        </Glossed>
      </p>
      <p className="small">{t(`sector.${id}.about`)}</p>
      <ul className="prose small">
        {sectorTold(game, rule).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {!game.replay && game.view.legal.channels.length > 0 && (
        <p className="no-print">
          <Link to={gamePath(game.code, 'press', `sector:${id}`)} className="btn quiet small">
            {t('press.quote')}
          </Link>
        </p>
      )}
      {orders.map((order) => (
        <p key={order.order} className="note">
          {t('sector.order', { order: orderTold(order) })}
        </p>
      ))}
    </section>
  );
}
