import './orders.css';
import { Lock, MapPin } from 'lucide-react';
import { useState } from 'react';
import type { LegalOrder } from '../../../shared/rules/view.ts';
import type { Order } from '../../../shared/rules/state.ts';
import { capital } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { nameOf, orderName } from '../../names.ts';
import { gamePath } from '../../route.ts';
import { t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { Refusal } from '../Refusal.tsx';
import { BreachDialog } from './BreachDialog.tsx';
import { OrderEffects } from './OrderEffects.tsx';
import { useOrders } from './useOrders.ts';

/** `Fortify: Donetsk`. */
export function orderTold(order: Pick<Order, 'order' | 'target'>): string {
  return order.target
    ? t('order.at', { order: orderName(order.order), target: nameOf(order.target) })
    : orderName(order.order);
}

/** The sealed acts of this round: what I may do alone, what it costs, what it would breach. */
export default function Orders() {
  const { view, scenario, code } = useGame();
  const { legal, mine } = view;
  const sheet = useOrders();
  const own = scenario.orders.filter((rule) => rule.seat === mine.seat);
  const open = legal.orders;

  return (
    <div className="page">
      <div className="page-head">
        <div className="stack s">
          <h1>{t('orders.title')}</h1>
          <p className="muted">{t('orders.lede', { limit: open?.limit ?? scenario.edition.orders })}</p>
        </div>
      </div>
      <div className="stack l">
        <section className="stack s" aria-labelledby="written">
          <h2 id="written">{t('orders.written')}</h2>
          {mine.orders.length === 0 ? (
            <p className="empty">{t(open ? 'orders.none' : 'orders.closed')}</p>
          ) : (
            <ul className="stack s">
              {mine.orders.map((order) => (
                <li key={order.order} className="card tight row between written-order">
                  <span className="row s">
                    <Lock size={18} aria-hidden="true" />
                    <span className="strong">{orderTold(order)}</span>
                    <span className="muted small">
                      {t('orders.sealed', {
                        cost: capital(open?.list.find((one) => one.order === order.order)?.cost ?? 0),
                      })}
                    </span>
                  </span>
                  {open && (
                    <button
                      type="button"
                      className="btn small"
                      disabled={sheet.pending}
                      onClick={() => void sheet.remove(order.order)}
                    >
                      {t('orders.takeBack')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
        <Refusal words={sheet.refusal} />
        {open && (
          <section className="stack s" aria-labelledby="may">
            <h2 id="may">{t('orders.may')}</h2>
            <ul className="order-grid">
              {own.map((rule) => {
                const legalOne = open.list.find((one) => one.order === rule.id);
                return (
                  <li key={rule.id}>
                    <OrderCard
                      rule={rule}
                      legal={legalOne}
                      written={mine.orders.find((order) => order.order === rule.id)}
                      onWrite={sheet.write}
                      pending={sheet.pending}
                      mapPath={gamePath(code, 'front', `order-${rule.id}`)}
                    />
                  </li>
                );
              })}
            </ul>
          </section>
        )}
      </div>
      <BreachDialog asked={sheet.asked} pending={sheet.pending} onAnswer={sheet.answer} />
    </div>
  );
}

interface CardProps {
  rule: Parameters<typeof OrderEffects>[0]['rule'];
  legal: LegalOrder | undefined;
  written: Order | undefined;
  onWrite: (legal: LegalOrder, target: Order['target']) => void;
  pending: boolean;
  mapPath: string;
}

function OrderCard({ rule, legal, written, onWrite, pending, mapPath }: CardProps) {
  const targets = (legal?.targets ?? []).filter((target) => target !== null);
  const [target, setTarget] = useState<string>(written?.target ?? targets[0] ?? '');
  const targeted = rule.target !== 'none';
  const same = written !== undefined && (!targeted || written.target === target);
  return (
    <article className="card order-card stack s" data-written={written !== undefined}>
      <div className="row between s">
        <h3>{orderName(rule.id)}</h3>
        <span className="tag">
          {rule.cost > 0 ? t('orders.cost', { cost: capital(rule.cost * 100) }) : t('orders.free')}
        </span>
      </div>
      <p className="small muted">{t(`order.${rule.id}.does`)}</p>
      <OrderEffects rule={rule} />
      {legal && legal.violates.length > 0 && (
        <p className="note bad">
          {t('orders.breach', { provisions: legal.violates.map((one) => nameOf(one.provision)).join(', ') })}
        </p>
      )}
      {!legal && <p className="note">{t('orders.tooDear')}</p>}
      {legal && (
        <div className="row s order-do">
          {targeted && (
            <>
              <select
                aria-label={t('orders.target', { order: orderName(rule.id) })}
                value={target}
                onChange={(event) => setTarget(event.target.value)}
              >
                {targets.map((one) => (
                  <option key={one} value={one}>
                    {nameOf(one)}
                  </option>
                ))}
              </select>
              {rule.target === 'sector' && (
                <Link to={mapPath} className="btn quiet small">
                  <MapPin size={16} aria-hidden="true" />
                  {t('orders.onMap')}
                </Link>
              )}
            </>
          )}
          <button
            type="button"
            className={written ? 'btn' : 'btn primary'}
            disabled={pending || same}
            aria-label={t('orders.write.label', { order: orderName(rule.id) })}
            onClick={() => onWrite(legal, targeted ? (target as Order['target']) : null)}
          >
            {t(written ? (same ? 'orders.isWritten' : 'orders.change') : 'orders.write')}
          </button>
        </div>
      )}
    </article>
  );
}
