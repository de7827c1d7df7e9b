import type { Refusal } from '../../shared/rules/refusal.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Term } from '../../shared/rules/state.ts';
import { costOfTerms, levelOver, liveTerms, provisionFor, signatoriesOf } from '../../shared/rules/terms.ts';
import { termsProblem } from '../../shared/rules/talks.ts';
import { type Level, type ProvisionId, type Seat, SEATS } from '../../shared/rules/types.ts';
import { worthByRole } from '../../shared/rules/worth.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import type { Draft } from './draft.ts';

/** Something about a draft worth saying before it is sent. `stops`: the rules would refuse it. */
export type Warning = { stops: boolean } & (
  | { kind: 'need'; provision: ProvisionId; needs: ProvisionId; level: Level }
  | { kind: 'redLine'; provision: ProvisionId }
  | { kind: 'theirRedLine'; provision: ProvisionId; seat: Seat }
  | { kind: 'alone'; provision: ProvisionId }
  | { kind: 'tooMany'; terms: number; limit: number }
  | { kind: 'capital'; needed: number; free: number }
  | { kind: 'oneAtATime' }
  | { kind: 'phase' }
  | { kind: 'outside' }
  | { kind: 'objects'; seats: readonly Seat[] }
  | { kind: 'refused'; refusal: Refusal }
);

/** What stands against a draft, the stopping ones first. */
export function warningsFor(scenario: Scenario, view: SeatView, draft: Draft): Warning[] {
  const { world, mine, legal } = view;
  const { terms } = draft;
  const list: Warning[] = [];

  if (world.phase !== 'talks') list.push({ kind: 'phase', stops: true });
  else if (!legal.propose) list.push({ kind: 'oneAtATime', stops: true });
  if (terms.length > scenario.edition.terms)
    list.push({ kind: 'tooMany', terms: terms.length, limit: scenario.edition.terms, stops: true });

  const live = liveTerms(world).map(({ term }) => term);
  const signatories = terms.length > 0 ? signatoriesOf(scenario, world, terms) : [];
  for (const term of terms) {
    const provision = provisionFor(scenario, term.provision);
    if (
      provision.humanitarian &&
      (terms.length > 1 || term.conditions.length > 0 || term.snapback.length > 0)
    )
      list.push({ kind: 'alone', provision: provision.id, stops: true });
    for (const need of provision.needs) {
      if (levelOver([...terms, ...live], need.provision, term.scope) < need.level)
        list.push({
          kind: 'need',
          provision: provision.id,
          needs: need.provision,
          level: need.level,
          stops: true,
        });
    }
    const crosses = (seat: Seat) =>
      (seat === mine.seat ? mine.mandate.redLines : scenario.redLines[seat]).some(
        (line) => line.provision === term.provision && line.level <= term.level,
      );
    if (crosses(mine.seat)) list.push({ kind: 'redLine', provision: provision.id, stops: false });
    for (const seat of signatories)
      if (seat !== mine.seat && crosses(seat))
        list.push({ kind: 'theirRedLine', provision: provision.id, seat, stops: false });
  }

  if (signatories.includes(mine.seat)) {
    const needed = costOfTerms(scenario, terms, mine.seat);
    if (needed > mine.pc.free) list.push({ kind: 'capital', needed, free: mine.pc.free, stops: true });
  } else if (terms.length > 0) list.push({ kind: 'outside', stops: false });

  const objectors = mayObject(scenario, terms, signatories);
  if (objectors.length > 0) list.push({ kind: 'objects', seats: objectors, stops: false });

  const problem = terms.length > 0 && world.phase === 'talks' ? termsProblem(scenario, world, terms) : null;
  if (problem && !list.some(({ stops }) => stops))
    list.push({ kind: 'refused', refusal: problem, stops: true });
  return list.toSorted((a, b) => Number(b.stops) - Number(a.stops));
}

const LOSS = 0.5; // score points from which a seat may object (TREATY-11)

/** Who is concerned, need not sign and would lose, by what everybody knows of it. */
function mayObject(scenario: Scenario, terms: readonly Term[], signatories: readonly Seat[]): Seat[] {
  if (!scenario.edition.objections) return [];
  return SEATS.filter(
    (seat) =>
      !signatories.includes(seat) &&
      terms.some((term) => provisionFor(scenario, term.provision).concerns.includes(seat)) &&
      -worthByRole(scenario, seat, terms) > LOSS,
  );
}
