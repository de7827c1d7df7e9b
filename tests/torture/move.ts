import type { WireCommandInput } from '../../shared/protocol/command.ts';
import type { SeatView } from '../../shared/rules/index.ts';

function oneOf<T>(list: readonly T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}

/** Something that a seat may do now, at random; null: nothing. Mostly words, so that a round lasts a while. */
export function moveOf({ legal, world, mine }: SeatView): WireCommandInput | null {
  if (legal.start) return { kind: 'start' };
  if (legal.agenda) return { kind: 'chooseAgenda', cards: legal.agenda.dealt.slice(0, legal.agenda.keep) };
  if (world.phase !== 'talks') return legal.ready ? { kind: 'setReady', ready: true } : null;

  const chance = Math.random();
  if (chance < 0.2) return { kind: 'setReady', ready: !world.seats[mine.seat].ready };

  const sign = oneOf(legal.sign);
  if (chance < 0.35 && sign !== undefined) return { kind: 'sign', proposal: sign };

  const provision = oneOf(legal.propose?.provisions.filter((one) => one.needs.length === 0) ?? []);
  const level = oneOf(provision?.levels ?? []);
  if (chance < 0.5 && legal.propose?.left && provision && level !== undefined) {
    const term = { provision: provision.provision, level, scope: oneOf(provision.scopes) ?? [] };
    const terms = [{ ...term, conditions: [], snapback: [] }];
    return {
      kind: 'propose',
      terms,
      readers: 'all',
      counterTo: null,
      text: oneOf(['because', null]) ?? null,
    };
  }

  const order = oneOf(legal.orders?.list ?? []);
  if (chance < 0.65 && order) {
    const target = oneOf(order.targets) ?? null;
    return { kind: 'writeOrders', orders: [{ order: order.order, target, intensity: 1 }] };
  }
  return { kind: 'say', channel: 'all', act: 'say', about: null, text: `word ${Math.random()}` };
}
