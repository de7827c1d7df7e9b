import { draw } from './future.ts';
import { durabilityOf } from './hazard.ts';
import { aftermathInto, emptyAftermath } from './package.ts';
import type { Package } from './package.ts';

const ORDERS = 120; // orders in which the terms are put together

/**
 * What each part of a package adds to durability, in points of per cent: its Shapley value on the analytic twin, by
 * sampling the orders in which the parts are put together (FORECAST-5). The values sum to the whole package's
 * durability less that of nothing at all.
 */
export function shapleyOf(pack: Package, seed: number, aims: number): Float64Array {
  const { parts } = pack;
  const n = parts.length;
  const added = new Float64Array(n);
  const standing = new Uint8Array(n);
  const after = emptyAftermath(pack);
  const order = Uint8Array.from(parts, (_, i) => i);
  aftermathInto(after, pack, standing);
  const nothing = durabilityOf(after, aims);
  for (let sample = 0; sample < ORDERS; sample++) {
    // each drawn order is walked forwards and backwards, which halves the noise
    if (sample % 2 === 0) shuffle(order, seed, sample);
    else order.reverse();
    standing.fill(0);
    let before = nothing;
    for (let i = 0; i < n; i++) {
      const part = order[i] as number;
      standing[part] = 1;
      aftermathInto(after, pack, standing);
      const now = durabilityOf(after, aims);
      added[part] = (added[part] as number) + (now - before) / ORDERS;
      before = now;
    }
  }
  return added;
}

function shuffle(order: Uint8Array, seed: number, sample: number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = draw(seed, sample, 1000 + i) % (i + 1);
    const swap = order[i] as number;
    order[i] = order[j] as number;
    order[j] = swap;
  }
}
