import { AT, NEVER, type Deal } from '../../shared/rules/endgame.ts';
import { signersOf, type Branches } from '../../shared/rules/estimate.ts';
import type { Aim, Scenario } from '../../shared/rules/scenario.ts';
import type { World } from '../../shared/rules/state.ts';
import { levelAgreed, provisionFor } from '../../shared/rules/terms.ts';
import { SEATS, type Points, type Seat } from '../../shared/rules/types.ts';

/** What a package does for a seat's agenda cards, points it may expect, against not having it. */
export type Pursuit = (deal: Deal, branches: Branches) => Points;

/** Points of a track over which the chance that an aim is met at the end turns. */
const SLOPE: Points = 2.5;
/** Chance that a term agreed now is in force at the end if nothing breaks. */
const LASTS = 0.9;
/** Of a term that waits for quiet, the part that a collapse finds in force. */
const WAITED = 0.5;

/** How a seat looks after its agenda cards, given what is agreed already. */
export function pursuitOf(
  scenario: Scenario,
  world: World,
  seat: Seat,
  cards: readonly string[],
  bare: Branches,
): Pursuit {
  const chances = scenario.agendas
    .filter((card) => cards.includes(card.id))
    .map(({ aim, points }) => {
      const chance = chanceOf(scenario, world, seat, aim);
      return { points, chance, before: chance([], bare) };
    });
  return (deal, branches) => {
    let sum = 0;
    for (const { points, chance, before } of chances) sum += points * (chance(deal, branches) - before);
    return sum;
  };
}

/** The chance, 0 to 1, that an aim is met at the end with a package. */
function chanceOf(
  scenario: Scenario,
  world: World,
  seat: Seat,
  aim: Aim,
): (deal: Deal, branches: Branches) => number {
  switch (aim.kind) {
    case 'inForce':
    case 'notInForce': {
      const from = aim.kind === 'inForce' ? aim.level : 1;
      const stands = standing(scenario, world, aim.provision, from);
      return (deal, branches) => {
        const there = stands(deal, branches);
        return aim.kind === 'inForce' ? there : 1 - there;
      };
    }
    case 'trackAtLeast':
    case 'trackAtMost': {
      const at = AT[aim.track];
      const sign = aim.kind === 'trackAtLeast' ? 1 : -1;
      const met = (value: number): number => 1 / (1 + Math.exp((sign * (aim.value - value)) / SLOPE));
      return (_, { holds, hold, collapse }) =>
        holds * met(hold[at] as number) + (1 - holds) * met(collapse[at] as number);
    }
    case 'signedWith': {
      const both = (1 << SEATS.indexOf(seat)) | (1 << SEATS.indexOf(aim.seat));
      const signed = world.agreements.filter(
        ({ signatories }) => signatories.includes(seat) && signatories.includes(aim.seat),
      ).length;
      return (deal) =>
        Math.min(1, (signed + ((signersOf(scenario, deal) & both) === both ? 1 : 0)) / aim.count);
    }
    case 'clean':
      return () => 1;
  }
}

/** The chance that a provision stands at the end, from a level on. */
function standing(
  scenario: Scenario,
  world: World,
  id: string,
  from: number,
): (deal: Deal, branches: Branches) => number {
  const at = scenario.provisions.findIndex((rule) => rule.id === id);
  if (at < 0) return () => 0;
  const falls = provisionFor(scenario, id).lapsesWithTruce === true;
  const agreed = levelAgreed(world, id) >= from ? 1 : 0;
  return (deal, { holds }) => {
    const term = deal.find(({ provision }) => provision === at);
    if (!term || term.quiet === NEVER) return agreed;
    if (term.level < from) return 0;
    const collapsed = falls || term.snapback ? 0 : term.quiet > 0 ? WAITED : 1;
    return LASTS * (holds + (1 - holds) * collapsed);
  };
}
