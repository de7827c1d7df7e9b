import type { Deal, DealTerm } from '../../shared/rules/endgame.ts';

/** Gives packages numbers from 0 on, the same package the same number; the order of its terms counts. */
export type Numbering = (deal: Deal) => number;

/** Binary digits of a term: provision, level, scope, snapback of two kinds, rounds of quiet. */
const DIGITS = 2 ** 21;

/** A tree with a branch for each term, kept as one map from a number and a term to the number of both. */
export function numbering(): Numbering {
  const branches = new Map<number, number>();
  return (deal) => {
    let number = 0;
    for (let i = 0; i < deal.length; i++) {
      const key = number * DIGITS + codeOf(deal[i] as DealTerm);
      let next = branches.get(key);
      if (next === undefined) {
        next = branches.size + 1;
        branches.set(key, next);
      }
      number = next;
    }
    return number;
  };
}

function codeOf({ provision, level, scope, snapback, breach, quiet }: DealTerm): number {
  const ends = (snapback ? 1 : 0) | (breach ? 2 : 0);
  return (((((provision << 2) | level) << 4) | scope) << 6) | (ends << 4) | quiet;
}
