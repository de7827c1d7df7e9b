import type { Dispatch, World } from '../../../shared/rules/state.ts';
import { signed, tenth } from '../../figures.ts';
import { delegation, nameOf, orderName, provisionName, seatName, sectorName } from '../../names.ts';
import { hasWords, listed, sentence, t } from '../../text.ts';

/** Kinds of news that are set larger. */
const BIG: ReadonlySet<string> = new Set([
  'agreed',
  'entered',
  'truceBegan',
  'truceBroken',
  'truceCollapsed',
  'truceExpired',
  'rung.clash',
  'breached',
  'escalationLimit',
]);

export function isBig(line: Dispatch): boolean {
  return BIG.has(line.key);
}

/** A dispatch in words, and where it has them, the longer text behind it and what an event is modelled on. */
export function dispatchWords(
  world: World,
  line: Dispatch,
): { text: string; more: string | null; basis: string | null } {
  const id = line.id ?? '';
  const isOrder = line.key === 'order' || line.key === 'orderIdle';
  const isCard = line.key === 'card' || line.key === 'cardSoftened';
  const text = t(`dispatch.${line.key}`, {
    seat: line.seat ? delegation(line.seat) : '',
    Seat: line.seat ? sentence(delegation(line.seat)) : '',
    country: line.seat ? seatName(line.seat) : '',
    sector: line.sector ? sectorName(line.sector) : '',
    hasSector: line.sector ? 'yes' : 'no',
    name: isCard ? t(`card.${id}.title`) : isOrder ? orderName(id) : nameOfLine(world, id),
    hasName: id ? 'yes' : 'no',
    level: line.level ?? 0,
    amount:
      line.amount === undefined
        ? ''
        : line.key === 'waited'
          ? signed(line.amount)
          : tenth(Math.abs(line.amount)),
  });
  if (isCard) return { text, more: t(`card.${id}.text`), basis: t(`card.${id}.basis`) };
  if (line.key === 'entered')
    return { text, more: t(`provision.${id}.level.${line.level ?? 1}`), basis: null };
  if (line.key === 'order' && hasWords(`order.${id}.does`))
    return { text, more: t(`order.${id}.does`), basis: null };
  return { text, more: null, basis: null };
}

/** A provision's name, or the names of an agreement's terms. */
function nameOfLine(world: World, id: string): string {
  const agreement = world.agreements.find((one) => one.id === id);
  if (agreement) return listed(agreement.terms.map((term) => provisionName(term.provision)));
  return hasWords(`provision.${id}.name`) ? provisionName(id) : nameOf(id);
}
