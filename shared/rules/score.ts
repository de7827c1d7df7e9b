import { bestDealsOf } from './best.ts';
import { refusedWell } from './credit.ts';
import { forecastOf } from './forecast.ts';
import { AIMS } from './hazard.ts';
import { parOf } from './par.ts';
import { openStreams } from './random.ts';
import { escalated } from './resolve.ts';
import type { Aim, EditionRules, Interest, Mandate, Scenario } from './scenario.ts';
import type { GameState, Grade, Result, SeatResult, World } from './state.ts';
import { levelInForce } from './terms.ts';
import { SEATS, hundredths } from './types.ts';
import type { BySeat, Hundredths, Measure, Seat } from './types.ts';

/** Where a score starts, hundredths of a point: nothing gained, nothing lost (SCORE-1). */
const MIDDLE: Hundredths = 5_000;
const TOP: Hundredths = 10_000;

/** Ten-year futures behind a stored forecast. */
const FUTURES = 20_000;

/** No pillar of a peace done well stands below this (SCORE-5): no weak one is bought off by two strong ones. */
export const WEAKEST_PILLAR: Hundredths = 4_200;

/** Shares of a seat's best feasible deal that make its result, hundredths (SCORE-3). */
const GAINED = 50;
const TRIUMPH = 80;

/** What each interest of a mandate is worth against the start (SCORE-1). Durability in per cent × 100. */
export function interestsOf(
  scenario: Scenario,
  world: World,
  weights: Mandate['weights'],
  durability: Hundredths,
): SeatResult['interests'] {
  return (Object.entries(weights) as [Interest, number][]).map(([interest, weight]) => {
    const change =
      interest === 'durability'
        ? durability
        : world.measures[interest] - hundredths(scenario.measures[interest]);
    return { interest, points: Math.round(weight * change) };
  });
}

/** Whether an agenda card's aim is met at the end, and what it brings (MANDATE-3). */
export function agendaOf(
  scenario: Scenario,
  world: World,
  seat: Seat,
  cards: readonly string[],
): SeatResult['agenda'] {
  return cards.map((id) => {
    const card = scenario.agendas.find((agenda) => agenda.id === id);
    const met = card !== undefined && isMet(world, seat, card.aim);
    return { card: id, met, points: card && met ? hundredths(card.points) : 0 };
  });
}

function isMet(world: World, seat: Seat, aim: Aim): boolean {
  switch (aim.kind) {
    case 'inForce':
      return levelInForce(world, aim.provision) >= aim.level;
    case 'notInForce':
      return levelInForce(world, aim.provision) === 0;
    case 'trackAtLeast':
      return world.measures[aim.track] >= hundredths(aim.value);
    case 'trackAtMost':
      return world.measures[aim.track] <= hundredths(aim.value);
    case 'signedWith':
      return signedTogether(world, seat, aim.seat) >= aim.count;
    case 'clean':
      return world.seats[seat].breaches === 0 && world.seats[seat].denounced === 0;
  }
}

function signedTogether(world: World, seat: Seat, other: Seat): number {
  return world.agreements.filter(
    ({ signatories }) => signatories.includes(seat) && signatories.includes(other),
  ).length;
}

/**
 * A seat's score (SCORE-1): 50 points, and what its interests and its agenda cards gained or lost.
 *
 * @param durability chance in per cent × 100 that the peace lasts
 * @returns hundredths of a point, 0 to 10,000
 */
export function scoreOf(
  scenario: Scenario,
  world: World,
  seat: Seat,
  weights: Mandate['weights'],
  agenda: readonly string[],
  durability: Hundredths,
): Hundredths {
  const interests = interestsOf(scenario, world, weights, durability);
  const cards = agendaOf(scenario, world, seat, agenda);
  const score = [...interests, ...cards].reduce((sum, line) => sum + line.points, MIDDLE);
  return score < 0 ? 0 : score > TOP ? TOP : score;
}

/** The three pillars of the peace, hundredths (SCORE-4). */
export function pillarsOf(world: World): { relations: Hundredths; europe: Hundredths; ukraine: Hundredths } {
  const { measures } = world;
  const mean = (...parts: readonly (readonly [Measure, number])[]) =>
    Math.round(parts.reduce((sum, [measure, weight]) => sum + (measures[measure] * weight) / 10, 0));
  return {
    relations: Math.round(cubeRoot(measures.relations * measures.stability * measures.stability)),
    europe: mean(['guardrails', 5], ['europeDefence', 3], ['cohesion', 2]),
    ukraine: mean(['ukraineDefence', 5], ['ukraineSovereignty', 5]),
  };
}

/** Cube root of a positive number by Newton's method, the same on every machine. */
export function cubeRoot(x: number): number {
  if (x <= 0) return 0;
  let root = x > 1 ? x / 3 + 1 : 1;
  for (let i = 0; i < 80; i++) {
    const next = (2 * root + x / (root * root)) / 3;
    if (next >= root && i > 0 && next - root < 1e-12 * root) return next;
    root = next;
  }
  return root;
}

/** The joint outcome (SCORE-5): geometric mean of the pillars, times durability. Hundredths. */
export function jointOf(pillars: ReturnType<typeof pillarsOf>, durability: Hundredths): Hundredths {
  const mean = cubeRoot((pillars.relations / 100) * (pillars.europe / 100) * (pillars.ukraine / 100));
  return Math.round((mean * durability) / 100);
}

/** Whether a term in force crosses one of Ukraine's red lines (SCORE-6). */
export function crossesUkraine(scenario: Scenario, world: World): boolean {
  return scenario.redLines.ua.some(({ provision, level }) => levelInForce(world, provision) >= level);
}

/** Support at home from which Ukraine's people certainly say no, and yes, hundredths. */
const NO_BELOW: Hundredths = 2_500;
const YES_ABOVE: Hundredths = 8_500;

/** A people's vote where Ukraine's red line is crossed (SCORE-6); its chance follows support at home. */
export function consentOf(scenario: Scenario, state: GameState): Result['consent'] {
  if (!crossesUkraine(scenario, state.world)) return { asked: false, given: false };
  const support = state.world.measures.supportUa;
  const chance = Math.round(((support - NO_BELOW) * 10_000) / (YES_ABOVE - NO_BELOW));
  const given = openStreams(state.hidden.streams)
    .of('consent')
    .chance(Math.max(0, Math.min(10_000, chance)));
  return { asked: true, given };
}

/** The grade of the peace (SCORE-5). */
export function gradeOf(
  { bars }: EditionRules,
  world: World,
  pillars: ReturnType<typeof pillarsOf>,
  durability: Hundredths,
  consent: Result['consent'],
): Grade {
  if (world.truce.level === 0) return 'noPeace';
  const weakest = Math.min(pillars.relations, pillars.europe, pillars.ukraine);
  const agreed = !consent.asked || consent.given;
  const joint = jointOf(pillars, durability);
  const lasts = durability >= hundredths(bars.lasts);
  if (joint >= hundredths(bars.doneWell) && lasts && weakest >= WEAKEST_PILLAR && agreed) return 'doneWell';
  return joint >= hundredths(bars.patched) ? 'patched' : 'doneBadly';
}

/** What a seat's agenda cards promise for aims that nobody meets by doing nothing, hundredths (SCORE-3). */
export function promisedBy(scenario: Scenario, cards: readonly string[]): Hundredths {
  return cards.reduce((sum, id) => {
    const card = scenario.agendas.find((agenda) => agenda.id === id);
    const idle = card === undefined || card.aim.kind === 'notInForce' || card.aim.kind === 'clean';
    return idle ? sum : sum + hundredths(card.points);
  }, 0);
}

/** The word for a result: its gain as a share of the seat's own best feasible deal (SCORE-3). */
export function wordFor(gain: Hundredths, share: Hundredths): SeatResult['result'] {
  if (gain < 0) return 'setback';
  return share >= TRIUMPH ? 'triumph' : share >= GAINED ? 'gained' : 'held';
}

/**
 * How the game ended, worked out once (SCORE-7). About a tenth of a second.
 *
 * An escalation at its limit leaves no result for anyone (END-2).
 */
export function settle(scenario: Scenario, state: GameState): Result {
  const { world, secrets, hidden } = state;
  if (escalated(state))
    return {
      grade: 'escalation',
      pillars: null,
      joint: 0,
      consent: { asked: false, given: false },
      seats: null,
      forecast: null,
    };

  const { disposition } = secrets.ru;
  const aims = AIMS[disposition as keyof typeof AIMS];
  const forecast = forecastOf(scenario, world, { futures: FUTURES, seed: `${hidden.seed}/forecast`, aims });
  const par = parOf(scenario, state, scoreOf);
  const best = bestDealsOf(scenario, state);
  const pillars = pillarsOf(world);
  const joint = jointOf(pillars, forecast.durability);
  const consent = consentOf(scenario, state);
  const seats = Object.fromEntries(
    SEATS.map((seat) => [
      seat,
      seatResult(scenario, state, seat, forecast.durability, par[seat], best[seat]),
    ]),
  ) as BySeat<SeatResult>;
  return {
    grade: gradeOf(scenario.edition, world, pillars, forecast.durability, consent),
    pillars,
    joint,
    consent,
    seats,
    forecast,
  };
}

function seatResult(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  durability: Hundredths,
  par: Hundredths,
  deal: Hundredths,
): SeatResult {
  const { world, secrets } = state;
  const { disposition, agenda } = secrets[seat];
  const weights = scenario.mandates[seat][disposition]?.weights ?? {};
  const seen = world.seats[seat];
  const score = scoreOf(scenario, world, seat, weights, agenda, durability);
  const gain = score - par;
  const best = deal + promisedBy(scenario, agenda);
  const share = Math.round((gain * 100) / best);
  return {
    score,
    par,
    gain,
    best,
    share,
    result: wordFor(gain, share),
    interests: interestsOf(scenario, world, weights, durability),
    agenda: agendaOf(scenario, world, seat, agenda),
    disposition,
    process: {
      talkedWith: secrets[seat].talkedWith.length,
      reasons: secrets[seat].reasons,
      refusedWell: refusedWell(scenario, state, seat),
      kept: seen.kept,
      breaches: seen.breaches,
      ...wordOf(state, seat),
    },
  };
}

/** What became of the promises a seat gave, if it gave any (SCORE-8). */
function wordOf({ hidden }: GameState, seat: Seat): Pick<SeatResult['process'], 'promises'> {
  const given = (hidden.promises ?? []).filter(({ by, state }) => by === seat && state !== 'void');
  if (given.length === 0) return {};
  const broken = given.filter(({ state }) => state === 'broken').length;
  return { promises: { kept: given.filter(({ state }) => state === 'kept').length, broken } };
}
