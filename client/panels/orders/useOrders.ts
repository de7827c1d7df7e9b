import { useCallback, useState } from 'react';
import type { Order } from '../../../shared/rules/state.ts';
import type { LegalOrder } from '../../../shared/rules/view.ts';
import { useAct } from '../../actions.ts';
import { useGame } from '../../game/context.ts';

/** An order that would breach a term, waiting for a second thought. */
export interface Asked {
  legal: LegalOrder;
  target: Order['target'];
}

/** The order sheet of this round: writing replaces it whole; a breach is asked about first. */
export function useOrders() {
  const { view } = useGame();
  const act = useAct();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { orders } = view.mine;
  const limit = view.legal.orders?.limit ?? 1;
  const { ask } = act;

  const put = useCallback(
    (legal: LegalOrder, target: Order['target']) => {
      const others = orders.filter((order) => order.order !== legal.order);
      const kept = others.slice(0, Math.max(0, limit - 1));
      return ask({ kind: 'writeOrders', orders: [...kept, { order: legal.order, target, intensity: 1 }] });
    },
    [ask, orders, limit],
  );
  const write = useCallback(
    (legal: LegalOrder, target: Order['target']) => {
      if (legal.violates.length > 0) setAsked({ legal, target });
      else void put(legal, target);
    },
    [put],
  );
  const answer = useCallback(
    (yes: boolean) => {
      if (yes && asked) void put(asked.legal, asked.target);
      setAsked(null);
    },
    [asked, put],
  );
  const remove = useCallback(
    (id: Order['order']) =>
      ask({ kind: 'writeOrders', orders: orders.filter((order) => order.order !== id) }),
    [ask, orders],
  );
  return { write, remove, answer, asked, pending: act.pending, refusal: act.refusal };
}
