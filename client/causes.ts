import type { Cause } from '../shared/rules/state.ts';
import { seatName, sectorName } from './names.ts';
import { hasWords, t } from './text.ts';

/** Why something changed: the term, order, card, rule, seat or place behind it. */
export function causeWords(cause: Cause): string {
  const seat = cause.seat ? seatName(cause.seat) : '';
  const sector = cause.sector ? sectorName(cause.sector) : '';
  switch (cause.kind) {
    case 'term':
      return t(`cause.term.${cause.what ?? 'entered'}`, { name: t(`provision.${cause.id}.name`) });
    case 'order':
      return cause.sector
        ? t('cause.order.at', { name: t(`order.${cause.id}.name`), seat: seat || seatOf(cause.id), sector })
        : t('cause.order', { name: t(`order.${cause.id}.name`), seat: seat || seatOf(cause.id) });
    case 'card':
      return t('cause.card', { name: t(`card.${cause.id}.title`) });
    case 'front':
      return cause.sector ? t('cause.front.at', { sector }) : t('cause.front');
    case 'seat':
      return hasWords(`cause.seat.${cause.id}`)
        ? t(`cause.seat.${cause.id}`, { seat })
        : t('cause.seat', { seat });
    case 'rule': {
      const withWhat = `cause.rule.${cause.id}.${cause.what}`;
      if (cause.what && hasWords(withWhat)) return t(withWhat, { seat, sector });
      return hasWords(`cause.rule.${cause.id}`)
        ? t(`cause.rule.${cause.id}`, { seat, sector })
        : t('cause.rule', { seat, sector });
    }
  }
}

function seatOf(order: string): string {
  const [seat] = order.split('.');
  return t(`seat.${seat}.name`);
}
