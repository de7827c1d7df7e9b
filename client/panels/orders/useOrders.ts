import { useCallback, useState } from 'react';
import type { Order } from '../../../shared/rules/state.ts';
import type { LegalOrder } from '../../../shared/rules/view.ts';
import { useAct } from '../../actions.ts';
import { useGame } from '../../game/context.ts';

/** An order that would breach a term, waiting for a second thought. */
export interface Asked {
  legal: LegalOrder;
  target: Order['target'];
  intensity: Order['intensity'];
}

/** The order sheet of this round: where one order is all, the next takes its place; a breach is asked about first. */
export function useOrders() {
  const { view } = useGame();
  const act = useAct();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { orders } = view.mine;
  const limit = view.legal.orders?.limit ?? 1;
  const { ask } = act;

  const put = useCallback(
    ({ legal, target, intensity }: Asked) => {
      const others = limit === 1 ? [] : orders.filter((order) => order.order !== legal.order);
      return ask({ kind: 'writeOrders', orders: [...others, { order: legal.order, target, intensity }] });
    },
    [ask, orders, limit],
  );
  const write = useCallback(
    (legal: LegalOrder, target: Order['target'], intensity: Order['intensity'] = 1) => {
      const wanted = { legal, target, intensity };
      if (legal.violates.length > 0) setAsked(wanted);
      else void put(wanted);
    },
    [put],
  );
  const answer = useCallback(
    (yes: boolean) => {
      if (yes && asked) void put(asked);
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
