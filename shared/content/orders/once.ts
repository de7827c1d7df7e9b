import type { OrderRule } from '../../rules/scenario.ts';
import type { Measure, Points } from '../../rules/types.ts';

/** What an order does once, in points by measure. */
export function once(effects: Partial<Record<Measure, Points>>): OrderRule['effects'] {
  return (Object.keys(effects) as Measure[]).map((on) => ({ on, by: effects[on] ?? 0 }));
}
