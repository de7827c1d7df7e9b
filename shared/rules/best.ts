import { exp } from './curves.ts';
import { WHOLE_LINE, indexOfProvision } from './endgame.ts';
import type { Deal, DealTerm } from './endgame.ts';
import { believedBySeat, russiaBelieved, russiaOf, weightsOf } from './belief.ts';
import { branchesOf, emptyBranches, outlookOf, scaleOf, valueOf } from './estimate.ts';
import type { Russia, Weights } from './belief.ts';
import type { Branches, Outlook, Scale } from './estimate.ts';
import { draw, seedOf } from './future.ts';
import { bySeat, newGame } from './game.ts';
import type { Scenario } from './scenario.ts';
import type { GameState } from './state.ts';
import { SEATS, hundredths } from './types.ts';
import type { BySeat, Hundredths, Level, Points, Seat } from './types.ts';

/** A feasible deal leaves every other seat at least this many points above par (SCORE-3). */
const OTHERS_GAIN: Points = 2;
/** No best deal counts as less than this: a share of next to nothing would mean nothing. */
const LEAST_BEST: Points = 5;
/** Part of the game's income that a package may spend beside the starting capital: it is signed half-way, not at the end. */
const INCOME_PART = 0.25;
const STEPS = 900; // of the search, for each seat
const HEAT = 3; // points of loss that are shrugged off at first
const SHORTFALL = 3; // what a point short of feasible costs in the search

/** What each provision may become in the search. */
interface Choice {
  provision: number;
  levels: Level;
  forms: readonly DealTerm[]; // by twice the level, and one more under snapback
  relief: boolean;
  needs: readonly { provision: number; level: Level }[];
}

/** A package as the search moves it: the level of each choice, and whether relief stands under snapback. */
interface Draft {
  levels: Uint8Array;
  snapbacks: Uint8Array;
}

function choicesOf(scenario: Scenario): Choice[] {
  return scenario.provisions.map((rule, provision) => ({
    provision,
    levels: rule.levels,
    forms: Array.from({ length: 2 * (rule.levels + 1) }, (_, i) => ({
      provision,
      level: (i >> 1) as Level,
      scope: rule.scoped ? WHOLE_LINE : 0,
      snapback: i % 2 === 1,
      quiet: 0,
    })),
    relief: rule.relief === true,
    needs: rule.needs.map((need) => ({
      provision: indexOfProvision(scenario, need.provision),
      level: need.level,
    })),
  }));
}

/** The package a draft stands for; what lacks something it needs is left out. */
function dealOf(choices: readonly Choice[], { levels, snapbacks }: Draft): DealTerm[] {
  const deal: DealTerm[] = [];
  for (let i = 0; i < choices.length; i++) {
    const level = levels[i] as number;
    if (level === 0) continue;
    const { needs, forms } = choices[i] as Choice;
    let lacks = false;
    for (const need of needs) lacks ||= (levels[need.provision] as number) < need.level;
    if (!lacks) deal.push(forms[2 * level + (snapbacks[i] as number)] as DealTerm);
  }
  return deal;
}

/** What a search knows: whose good it seeks, what the others are believed to want, what nothing is worth to each. */
interface Search {
  outlook: Outlook;
  choices: readonly Choice[];
  russia: Russia;
  scales: BySeat<Scale>; // the seat's own true ones, the others' as believed
  nothing: BySeat<Points>;
  pc: Points; // a seat
  branches: Branches;
}

/** What a package is worth to each seat above having none. */
export function gainsOf(search: Search, deal: Deal): BySeat<Points> {
  branchesOf(search.outlook, deal, search.russia, search.branches);
  return bySeat(
    (seat) => valueOf(search.outlook, search.branches, search.scales[seat]).value - search.nothing[seat],
  );
}

/** A search over packages at the start of a scenario. */
export function searchOf(
  scenario: Scenario,
  outlook: Outlook,
  russia: Russia,
  weights: BySeat<Weights>,
): Search {
  const branches = emptyBranches();
  branchesOf(outlook, [], russia, branches);
  const { startPc, income } = scenario.edition;
  const scales = bySeat((seat) => scaleOf(weights[seat]));
  return {
    outlook,
    choices: choicesOf(scenario),
    russia,
    scales,
    nothing: bySeat((seat) => valueOf(outlook, branches, scales[seat]).value),
    pc: startPc + INCOME_PART * income * outlook.roundsLeft,
    branches,
  };
}

/** The best package found: what it gains its seat, and what it is. */
export interface Best {
  gain: Points;
  deal: Deal;
}

/** Rates a package in the search, higher is better; feasible packages are rated by their aim alone. */
type Aim = (gains: BySeat<Points>) => { value: Points; short: Points };

/** A seeded annealing search for the package that an aim rates highest within everyone's capital. */
export function searchFor(search: Search, aim: Aim, seed: number, steps: number): Best | null {
  const { choices } = search;
  const now: Draft = {
    levels: new Uint8Array(choices.length),
    snapbacks: new Uint8Array(choices.length).fill(1),
  };
  for (const [i, choice] of choices.entries()) {
    if (!choice.relief) now.snapbacks[i] = 0;
    now.levels[i] = choice.levels > 1 ? 2 : draw(seed, i, 1) % 2;
  }
  let best: Best | null = null;
  const { spent } = search.branches;
  const rate = (): number => {
    const deal = dealOf(choices, now);
    const { value, short } = aim(gainsOf(search, deal));
    let over = 0;
    for (let s = 0; s < spent.length; s++) over += Math.max(0, (spent[s] as number) - search.pc);
    if (short + over <= 0 && (!best || value > best.gain)) best = { gain: value, deal };
    return value - SHORTFALL * (short + over);
  };

  let rated = rate();
  for (let step = 0; step < steps; step++) {
    const heat = (HEAT * (steps - step)) / steps;
    const i = draw(seed, step, 2) % choices.length;
    const choice = choices[i] as Choice;
    const level = now.levels[i] as number;
    const snapback = now.snapbacks[i] as number;
    if (choice.relief && level > 0 && draw(seed, step, 3) % 4 === 0) now.snapbacks[i] = 1 - snapback;
    else now.levels[i] = (level + 1 + (draw(seed, step, 4) % choice.levels)) % (choice.levels + 1);
    const next = rate();
    if (next >= rated || draw(seed, step, 5) / 4_294_967_296 < exp((next - rated) / heat)) rated = next;
    else {
      now.levels[i] = level;
      now.snapbacks[i] = snapback;
    }
  }
  return best;
}

/** The aim of a seat's own best feasible deal (SCORE-3). */
export function ownBest(seat: Seat): Aim {
  return (gains) => {
    let short = 0;
    for (const other of SEATS) if (other !== seat) short += Math.max(0, OTHERS_GAIN - gains[other]);
    return { value: gains[seat], short };
  };
}

/**
 * The gain of each seat's own best feasible deal (SCORE-3): by its true mandate, with the others as their roles have
 * them. Searched from the start of the game, under 100 ms for all six.
 */
export function bestDealsOf(scenario: Scenario, state: GameState): BySeat<Hundredths> {
  const { rounds } = state.world;
  const start = newGame(scenario, { seed: state.hidden.seed, mode: state.world.mode, rounds });
  const outlook = outlookOf(scenario, { ...start.world, phase: 'talks', round: 1 });
  const believed = believedBySeat(scenario);
  return bySeat((seat) => {
    const { disposition } = state.secrets[seat];
    const own = weightsOf(scenario.mandates[seat][disposition]?.weights ?? {});
    const russia = seat === 'ru' ? russiaOf(scenario, disposition) : russiaBelieved(scenario);
    const search = searchOf(scenario, outlook, russia, { ...believed, [seat]: own });
    const best = searchFor(search, ownBest(seat), seedOf(`${state.hidden.seed}/best/${seat}`), STEPS);
    return hundredths(Math.max(LEAST_BEST, best?.gain ?? 0));
  });
}
