import { AT, NEVER, indexOfProvision, type Deal } from '../../shared/rules/endgame.ts';
import { branchesOf, dealTerm, signersOf, type Branches } from '../../shared/rules/estimate.ts';
import type { AgendaCard, Aim, Scenario } from '../../shared/rules/scenario.ts';
import type { World } from '../../shared/rules/state.ts';
import { levelAgreed, provisionFor } from '../../shared/rules/terms.ts';
import { SEATS, type Level, type Points, type Seat } from '../../shared/rules/types.ts';
import type { Prospect } from './prospect.ts';

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

/** Chance of one agreement more with a seat. */
const SIGNED = 0.7;
/** Points of gain, among all who must sign, over which the chance that a provision is agreed turns. */
const AGREED: Points = 1;

/**
 * Those of the agenda cards dealt that a seat does best to keep: their points by the chance that it comes to meet them.
 * What it meets by doing nothing, par has as well (SCORE-2), so that such a card brings nothing.
 */
export function bestCards(
  scenario: Scenario,
  prospect: Prospect,
  world: World,
  seat: Seat,
  dealt: readonly string[],
  keep: number,
): string[] {
  const quiet = [dealTerm(scenario, 'full-ceasefire', 2)];
  const bare = branchesOf(prospect.outlook, [], prospect.russia);
  const held = branchesOf(prospect.outlook, quiet, prospect.russia);
  const hope = ({ aim }: AgendaCard): number => {
    switch (aim.kind) {
      case 'inForce':
        return agreeable(scenario, prospect, aim.provision, aim.level);
      case 'signedWith':
        return SIGNED ** aim.count;
      case 'notInForce':
      case 'clean':
        return 0;
      default: {
        const chance = chanceOf(scenario, world, seat, aim);
        return chance(quiet, held) - chance([], bare);
      }
    }
  };
  return scenario.agendas
    .filter(({ id }) => dealt.includes(id))
    .map((card) => ({ id: card.id, worth: card.points * hope(card) }))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, keep)
    .map(({ id }) => id);
}

/** The chance that those who must sign a provision come to agree on it beside a ceasefire: the likelier the more it brings them. */
function agreeable(scenario: Scenario, prospect: Prospect, id: string, level: Level): number {
  if (indexOfProvision(scenario, id) < 0) return 0;
  const quiet = id === 'full-ceasefire' ? [] : [dealTerm(scenario, 'full-ceasefire', 2)];
  const needs = provisionFor(scenario, id).needs.map((need) =>
    dealTerm(scenario, need.provision, need.level),
  );
  const before = prospect.gains([...quiet, ...needs]).slice();
  const term = dealTerm(scenario, id, level);
  const after = prospect.gains([...quiet, ...needs, term]);
  const signers = signersOf(scenario, [term]);
  let gain = 0;
  for (let s = 0; s < SEATS.length; s++)
    if ((signers >> s) & 1) gain += (after[s] as number) - (before[s] as number);
  return 1 / (1 + Math.exp(-gain / AGREED));
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
