import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Term } from '../../shared/rules/state.ts';
import { levelAgreed, levelOver, liveTerms, provisionFor, signatoriesOf } from '../../shared/rules/terms.ts';
import type { Level, ProvisionId, Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { worthByRole, worthOf } from '../../shared/rules/worth.ts';
import { freshTerm } from './terms.ts';

/** A provision that could stand beside what a draft says, and why. */
export interface Partner {
  id: ProvisionId;
  level: Level;
  why: { kind: 'needed'; by: ProvisionId } | { kind: 'together' } | { kind: 'pays'; seat: Seat };
}

const MOST = 4;
const SHORT = -0.2; // score points below which a signatory is known to lose
const WORTH = 0.3; // score points that a payment must bring it
const MOST_COST = 1; // score points that it may cost me

/**
 * What could go with a draft: what its terms need, what lies beside them in a starter paper, and in a solo game what
 * would pay a signatory that loses by it, as far as everybody knows what it wants. In a class the screen does not
 * negotiate.
 */
export function partnersOf(scenario: Scenario, view: SeatView, terms: readonly Term[]): Partner[] {
  if (terms.length === 0 || terms.length >= scenario.edition.terms) return [];
  const { world } = view;
  const partners: Partner[] = [];
  const add = (id: ProvisionId, level: Level, why: Partner['why']) => {
    const known = partners.some((partner) => partner.id === id);
    if (!known && isFree(scenario, view, terms, id)) partners.push({ id, level, why });
  };

  const live = [...terms, ...liveTerms(world).map(({ term }) => term)];
  for (const term of terms)
    for (const need of provisionFor(scenario, term.provision).needs)
      if (levelOver(live, need.provision, term.scope) < need.level)
        add(need.provision, need.level, { kind: 'needed', by: term.provision });

  for (const starter of scenario.starters)
    if (starter.terms.some(({ provision }) => terms.some((term) => term.provision === provision)))
      for (const { provision, level } of starter.terms) add(provision, level, { kind: 'together' });

  if (world.mode === 'solo')
    for (const { id, seat } of paymentsFor(scenario, view, terms)) add(id, 1, { kind: 'pays', seat });
  return partners.slice(0, MOST);
}

/** Whether a provision may be taken up at all: its table is open, it is not agreed, and it crosses none of my lines. */
function isFree(scenario: Scenario, view: SeatView, terms: readonly Term[], id: ProvisionId): boolean {
  const provision = provisionFor(scenario, id);
  return (
    !provision.humanitarian &&
    view.world.round >= (scenario.edition.opens[provision.table] ?? 1) &&
    levelAgreed(view.world, id) === 0 &&
    freshTerm(scenario, terms, id) !== null &&
    !view.mine.mandate.redLines.some((line) => line.provision === id && line.level === 1)
  );
}

/** Single terms that a losing signatory would gain by, the best for the one that loses most first. */
function paymentsFor(
  scenario: Scenario,
  view: SeatView,
  terms: readonly Term[],
): { id: ProvisionId; seat: Seat }[] {
  const { seat: me, mandate } = view.mine;
  const losing = signatoriesOf(scenario, view.world, terms)
    .filter((seat) => seat !== me)
    .map((seat) => ({ seat, worth: worthByRole(scenario, seat, terms) }))
    .filter(({ worth }) => worth < SHORT)
    .toSorted((a, b) => a.worth - b.worth);
  const singles = scenario.provisions
    .filter(({ id, needs }) => needs.length === 0 && isFree(scenario, view, terms, id))
    .flatMap(({ id }) => freshTerm(scenario, terms, id) ?? [])
    .filter((term) => worthOf(scenario, mandate.weights, [term]) > -MOST_COST);
  return losing.flatMap(({ seat }) =>
    singles
      .map((term) => ({ id: term.provision, seat, worth: worthByRole(scenario, seat, [term]) }))
      .filter(({ worth }) => worth > WORTH)
      .toSorted((a, b) => b.worth - a.worth)
      .slice(0, 2),
  );
}
