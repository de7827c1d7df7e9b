import { AIMS } from '../../shared/rules/hazard.ts';
import { weightsOf, type Russia } from '../../shared/rules/belief.ts';
// An experiment plays one round of talks that is nobody's live game.
// oxlint-disable-next-line no-restricted-imports
import { decide, evolve } from '../../shared/rules/index.ts';
import { dealOf, type Deal, type DealTerm } from '../../shared/rules/endgame.ts';
import {
  branchesOf,
  emptyBranches,
  outlookOf,
  pcOf,
  scaleOf,
  signersOf,
  valueOf,
} from '../../shared/rules/estimate.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Agreement, GameState } from '../../shared/rules/state.ts';
import { freePc } from '../../shared/rules/talks.ts';
import { SEATS, type Points } from '../../shared/rules/types.ts';
import { viewFor, type SeatView } from '../../shared/rules/view.ts';
import { pursuitOf } from '../bots/agenda.ts';
import { createBot } from '../bots/bot.ts';
import { chanceOf } from '../bots/chance.ts';
import type { Difficulty } from '../bots/difficulty.ts';
import { isSmallStep } from '../bots/judge.ts';
import { optionsFrom, type Option } from '../bots/options.ts';
import { MAX_BEATS, playGame } from '../bots/play.ts';
import { playBeats } from '../bots/talks.ts';

/** Provisions on the table of a drawn position at most… */
const ON_TABLE = 8;
/** …and packages that can be made of them: few enough that every one of them is weighed. */
const PACKAGES = 30_000;

/** A round of talks that opens, and the few provisions that may be talked about in it. */
export interface Position {
  state: GameState;
  onTable: readonly Option[];
}

/** What bots made of a position, against the best there was. */
export interface Reached {
  round: number;
  parties: number;
  nash: number; // geometric mean of the parties' gains as a share of the same at the Nash optimum, 0 to 1
  gap: number; // gains left with nobody worse as a share of the Nash optimum's gains together
}

/** Positions from games of bots, one from each round that is drawn. */
export function positionsOf(
  scenario: Scenario,
  difficulty: Difficulty,
  seeds: readonly string[],
): Position[] {
  return seeds.flatMap((seed) => {
    const opened: GameState[] = [];
    playGame(scenario, {
      seed,
      talks: 'linked',
      difficulty,
      opened: (state) => {
        if (state.world.phase === 'talks') opened.push(state);
        return state;
      },
    });
    const chance = chanceOf('position', seed);
    return opened.map((state) => {
      const clear = { ...state, hidden: { ...state.hidden, papers: [] } };
      return { state: clear, onTable: drawn(scenario, clear, chance) };
    });
  });
}

/** What may be talked about: a ceasefire where none is agreed, and provisions drawn from all tables. */
function drawn(scenario: Scenario, state: GameState, chance: ReturnType<typeof chanceOf>): Option[] {
  const all = optionsFrom(scenario, viewFor(scenario, state, 'us'), 'linked');
  const left = all.filter(({ needs }) => needs.length === 0);
  const picked = left.filter(({ provision }) => scenario.provisions[provision]?.id === 'full-ceasefire');
  let packages = picked.reduce((product, { forms }) => product * (forms.length + 1), 1);
  const others = left.filter((option) => !picked.includes(option));
  while (picked.length < ON_TABLE && others.length > 0) {
    const [next] = others.splice(chance.below(others.length), 1);
    if (!next || packages * (next.forms.length + 1) > PACKAGES) continue;
    packages *= next.forms.length + 1;
    picked.push(next);
  }
  return picked;
}

/** The first agreement beyond small steps that bots reach in a round in which only a few provisions lie on the table. */
export function agreementIn(
  scenario: Scenario,
  { state, onTable }: Position,
  difficulty: Difficulty,
): Agreement | null {
  let now = state;
  let found: Agreement | null = null;
  const { round } = state.world;
  const seed = `${state.hidden.seed}/${round}`;
  const view = (seat: SeatView['mine']['seat']): SeatView => {
    const seen = viewFor(scenario, now, seat);
    if (found || seen.world.round > round) return { ...seen, world: { ...seen.world, phase: 'ended' } };
    const { propose } = seen.legal;
    const legal = propose && {
      ...propose,
      provisions: propose.provisions.filter((offered) =>
        onTable.some(({ provision }) => scenario.provisions[provision]?.id === offered.provision),
      ),
    };
    return { ...seen, legal: { ...seen.legal, propose: legal } };
  };
  const bots = SEATS.map((seat) =>
    createBot(scenario, seat, {
      seed: `${seed}/${seat}`,
      talks: 'linked',
      difficulty,
    }),
  );
  playBeats(
    view,
    (seat, command) => {
      const decision = decide(scenario, now, seat, command);
      if (!decision.ok) return decision;
      if (decision.events.some(({ kind }) => kind === 'ended' || kind === 'talksOpened')) {
        now = { ...now, world: { ...now.world, phase: 'ended' } };
        return { ok: true };
      }
      for (const event of decision.events) {
        now = evolve(now, event);
        if (event.kind === 'agreed' && !isSmallStep(scenario, event.agreement.terms))
          found ??= event.agreement;
      }
      return { ok: true };
    },
    bots,
    { maxBeats: MAX_BEATS },
  );
  return found;
}

/**
 * An agreement against every package of the same table and the same parties, by what each party truly wants: its
 * mandate, its agenda cards and Russia's disposition, from the round's opening.
 */
export function against(
  scenario: Scenario,
  { state, onTable }: Position,
  agreement: Agreement,
): Reached | null {
  const { world, secrets } = state;
  const { disposition } = secrets.ru;
  const russia: Russia = {
    weights: weightsOf(scenario.mandates.ru[disposition]?.weights ?? {}),
    aims: AIMS[disposition as keyof typeof AIMS],
  };
  const outlook = outlookOf(scenario, world);
  const bare = branchesOf(outlook, [], russia, emptyBranches());
  const scales = SEATS.map((seat) =>
    scaleOf(weightsOf(scenario.mandates[seat][secrets[seat].disposition]?.weights ?? {})),
  );
  const nothing = scales.map((scale) => valueOf(outlook, bare, scale).value);
  const pursuits = SEATS.map((seat) => pursuitOf(scenario, world, seat, secrets[seat].agenda, bare));
  const purses = SEATS.map((seat) => freePc(scenario, state, seat) / 100);
  const scratch = emptyBranches();

  const reached = dealOf(scenario, world, agreement.terms);
  const signers = signersOf(scenario, reached);
  const parties = SEATS.flatMap((_, s) => ((signers >> s) & 1 ? [s] : []));
  const gain = (deal: Deal, s: number): Points =>
    valueOf(outlook, scratch, scales[s] as (typeof scales)[number]).value -
    (nothing[s] as number) +
    (pursuits[s] as (typeof pursuits)[number])(deal, scratch);
  const gainsOf = (deal: Deal): number[] => {
    branchesOf(outlook, deal, russia, scratch);
    return parties.map((s) => gain(deal, s));
  };
  const nashOf = (gains: readonly number[]): number =>
    gains.some((one) => one <= 0)
      ? 0
      : gains.reduce((product, one) => product * one, 1) ** (1 / gains.length);

  const held = gainsOf(reached);
  let best = { nash: nashOf(held), sum: sumOf(held) };
  let left = 0;
  for (const deal of packagesOf(onTable, scenario.edition.terms)) {
    if ((signersOf(scenario, deal) & ~signers) !== 0) continue;
    if (closed(scenario, deal)) continue;
    const costs = pcOf(outlook, deal);
    if (parties.some((s) => (costs[s] as number) > (purses[s] as number))) continue;
    const gains = gainsOf(deal);
    const nash = nashOf(gains);
    if (nash > best.nash) best = { nash, sum: sumOf(gains) };
    if (gains.every((one, i) => one >= (held[i] as number) - 1e-9))
      left = Math.max(left, sumOf(gains) - sumOf(held));
  }
  if (best.nash <= 0) return null;
  return {
    round: world.round,
    parties: parties.length,
    nash: nashOf(held) / best.nash,
    gap: left / best.sum,
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Whether a package crosses a red line of one of its signatories. */
function closed(scenario: Scenario, deal: Deal): boolean {
  return deal.some(({ provision, level }) => {
    const rule = scenario.provisions[provision];
    return SEATS.some(
      (seat) =>
        rule?.signs[seat] !== undefined &&
        (rule.signs[seat] ?? 9) <= level &&
        scenario.redLines[seat].some((line) => line.provision === rule.id && level >= line.level),
    );
  });
}

/** Every package of what lies on the table, up to a number of terms. */
function* packagesOf(onTable: readonly Option[], most: number, from = 0): Generator<DealTerm[]> {
  for (let i = from; i < onTable.length; i++)
    for (const form of (onTable[i] as Option).forms) {
      yield [form];
      if (most > 1) for (const rest of packagesOf(onTable, most - 1, i + 1)) yield [form, ...rest];
    }
}
