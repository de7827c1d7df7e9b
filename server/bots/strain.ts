import type { SeatView } from '../../shared/rules/view.ts';

/** Points of escalation from which even a strained delegation leaves the gravest signal alone. */
const TOO_NEAR = 78;
/** Rounds for which a collapsed ceasefire, or another's signal, goes on weighing on a delegation. */
const LINGERS = 2;
/** Points of security below which Russia's delegation feels beset, and of relations below which Washington's does. */
const BESET = 45;
const ESTRANGED = 30;

/**
 * Whether a delegation is under a strain in which the gravest signal may look like a way out, though it never pays:
 * Russia's, feeling beset while the war goes on or after a ceasefire has collapsed; Washington's, when relations are
 * low in a war, or when such a signal has just been given to it.
 */
export function isStrained({ mine, world }: SeatView): boolean {
  const { measures, truce, round } = world;
  if (measures.escalation > TOO_NEAR * 100) return false;
  const shaken = truce.level === 0 || (truce.endedIn !== null && truce.endedIn >= round - LINGERS);
  switch (mine.seat) {
    case 'ru':
      return shaken && measures.russiaSecurity < BESET * 100;
    case 'us':
      return (shaken && measures.relations < ESTRANGED * 100) || signalled(world, 'ru.nuclear-signal');
    default:
      return false;
  }
}

function signalled({ dispatches, round }: SeatView['world'], order: string): boolean {
  return dispatches.some(
    (line) => line.key === 'order' && line.id === order && line.round >= round - LINGERS,
  );
}
