import './orders.css';
import { Lock, MapPin } from 'lucide-react';
import { useState } from 'react';
import { costOfOrder, violatedBy } from '../../../shared/rules/orders.ts';
import type { OrderRule } from '../../../shared/rules/scenario.ts';
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

const STRENGTHS = [1, 2, 3] as const;
/** Up to so many orders stand in one list. */
const UNGROUPED = 6;
const GROUPS = ['front', 'policy', 'all'] as const;

/** Where an order stands on the sheet: what is done along the front, what else is one's own, what all may do. */
function groupOf(rule: OrderRule): (typeof GROUPS)[number] {
  if (rule.does) return 'all';
  return rule.front || rule.target === 'sector' || rule.target === 'region' ? 'front' : 'policy';
}

/** `Fortify: Donetsk, strength 2`. */
export function orderTold(order: Pick<Order, 'order' | 'target' | 'intensity'>): string {
  const what = order.target
    ? t('order.at', { order: orderName(order.order), target: nameOf(order.target) })
    : orderName(order.order);
  return order.intensity > 1 ? t('order.strength', { order: what, intensity: order.intensity }) : what;
}

/** The sealed acts of this round: what I may do alone, what it costs, what it would breach. */
export default function Orders() {
  const { view, scenario, code } = useGame();
  const { legal, mine } = view;
  const sheet = useOrders();
  const own = scenario.orders.filter((rule) => rule.seat === mine.seat);
  const open = legal.orders;
  const limit = open?.limit ?? scenario.edition.orders;
  const isFull = limit > 1 && mine.orders.length >= limit;
  const groups = (own.length > UNGROUPED ? GROUPS : [null]).map((group) => ({
    group,
    rules: own.filter((rule) => group === null || groupOf(rule) === group),
  }));
  const costOf = (order: Order) => {
    const rule = own.find((one) => one.id === order.order);
    return rule ? costOfOrder(rule, order.intensity) : 0;
  };

  return (
    <div className="page">
      <div className="page-head">
        <div className="stack s">
          <h1>{t('orders.title')}</h1>
          <p className="muted">{t('orders.lede', { limit })}</p>
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
                      {costOf(order) > 0
                        ? t('orders.sealed', { cost: capital(costOf(order)) })
                        : t('orders.sealed.free')}
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
            {limit > 1 && (
              <p className={isFull ? 'note' : 'small muted'}>
                {t(isFull ? 'orders.full' : 'orders.left', { left: limit - mine.orders.length, limit })}
              </p>
            )}
            {groups.map(({ group, rules }) => (
              <section
                key={group}
                className="stack s"
                aria-label={group ? t(`orders.group.${group}`) : undefined}
              >
                {group && <h3 className="label order-group">{t(`orders.group.${group}`)}</h3>}
                <ul className="order-grid">
                  {rules.map((rule) => (
                    <li key={rule.id}>
                      <OrderCard
                        rule={rule}
                        legal={open.list.find((one) => one.order === rule.id)}
                        written={mine.orders.find((order) => order.order === rule.id)}
                        strengths={STRENGTHS.filter((one) => one <= open.intensity)}
                        isFull={isFull}
                        onWrite={sheet.write}
                        pending={sheet.pending}
                        mapPath={gamePath(code, 'front', `order-${rule.id}`)}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </section>
        )}
      </div>
      <BreachDialog asked={sheet.asked} pending={sheet.pending} onAnswer={sheet.answer} />
    </div>
  );
}

interface CardProps {
  rule: OrderRule;
  legal: LegalOrder | undefined;
  written: Order | undefined;
  strengths: readonly Order['intensity'][]; // to choose from
  isFull: boolean; // no further order fits on the sheet
  onWrite: (legal: LegalOrder, target: Order['target'], intensity: Order['intensity']) => void;
  pending: boolean;
  mapPath: string;
}

function OrderCard({ rule, legal, written, strengths, isFull, onWrite, pending, mapPath }: CardProps) {
  const { view, scenario } = useGame();
  const targets = (legal?.targets ?? []).filter((target) => target !== null);
  const [target, setTarget] = useState<string>(written?.target ?? targets[0] ?? '');
  const [intensity, setIntensity] = useState<Order['intensity']>(written?.intensity ?? 1);
  const targeted = rule.target !== 'none';
  const aim = targeted ? (target as Order['target']) : null;
  const same = written !== undefined && written.target === aim && written.intensity === intensity;
  const violates = legal ? violatedBy(scenario, view.world, rule, aim) : [];
  const cost = costOfOrder(rule, intensity);
  return (
    <article className="card order-card stack s" data-written={written !== undefined}>
      <div className="row between s">
        <h3>{orderName(rule.id)}</h3>
        <span className="tag">{cost > 0 ? t('orders.cost', { cost: capital(cost) }) : t('orders.free')}</span>
      </div>
      <p className="small muted">{t(`order.${rule.id}.does`)}</p>
      <OrderEffects rule={rule} intensity={intensity} />
      {violates.length > 0 && (
        <p className="note bad">
          {t('orders.breach', { provisions: violates.map((one) => nameOf(one.provision)).join(', ') })}
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
              {(rule.target === 'sector' || rule.target === 'region') && (
                <Link to={mapPath} className="btn quiet small">
                  <MapPin size={16} aria-hidden="true" />
                  {t('orders.onMap')}
                </Link>
              )}
            </>
          )}
          {strengths.length > 1 && (rule.effects.length > 0 || rule.front) && (
            <select
              aria-label={t('orders.strength.of', { order: orderName(rule.id) })}
              value={intensity}
              onChange={(event) => setIntensity(Number(event.target.value) as Order['intensity'])}
            >
              {strengths.map((one) => (
                <option key={one} value={one}>
                  {t('orders.strength', { intensity: one })}
                </option>
              ))}
            </select>
          )}
          <button
            type="button"
            className={written ? 'btn' : 'btn primary'}
            disabled={pending || same || (isFull && !written)}
            aria-label={t('orders.write.label', { order: orderName(rule.id) })}
            onClick={() => onWrite({ ...legal, violates }, aim, intensity)}
          >
            {t(written ? (same ? 'orders.isWritten' : 'orders.change') : 'orders.write')}
          </button>
        </div>
      )}
    </article>
  );
}
