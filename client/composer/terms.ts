import { dateOfRound } from '../../shared/rules/calendar.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Condition, Snapback, Term, World } from '../../shared/rules/state.ts';
import { liveTerms, provisionFor, scopesMeet } from '../../shared/rules/terms.ts';
import type { IsoDate, Level, ProvisionId, Region, Round } from '../../shared/rules/types.ts';

/** The widest scope an edition offers: the whole line. */
export function wholeLine(scenario: Scenario): readonly Region[] {
  return scenario.edition.scopes.reduce((widest, scope) => (scope.length > widest.length ? scope : widest));
}

/** The scopes left for one more term on a provision beside those of a draft, the widest first. */
function scopesLeft(scenario: Scenario, terms: readonly Term[], id: ProvisionId): (readonly Region[])[] {
  if (!provisionFor(scenario, id).scoped) return terms.some(({ provision }) => provision === id) ? [] : [[]];
  return scenario.edition.scopes
    .filter((scope) =>
      terms.every(
        (term) => term.provision !== id || (term.scope.length > 0 && !scopesMeet(term.scope, scope)),
      ),
    )
    .toSorted((a, b) => b.length - a.length);
}

/** One more term for a draft, over as much of the line as is left; nothing when all of it stands there. */
export function freshTerm(
  scenario: Scenario,
  terms: readonly Term[],
  id: ProvisionId,
  level: Level = 1,
): Term | null {
  const [scope] = scopesLeft(scenario, terms, id);
  return scope ? { provision: id, level, scope, conditions: [], snapback: [] } : null;
}

/** Whether anything may be tied to a term: not to what is never priced, nor to the ceasefire itself. */
export function mayBeTied(scenario: Scenario, id: ProvisionId): boolean {
  const provision = provisionFor(scenario, id);
  return !provision.humanitarian && !provision.lapsesWithTruce;
}

/** Provisions that a term may wait for or snap back on, likely ones first. */
export interface TieChoices {
  inPaper: readonly ProvisionId[];
  agreed: readonly ProvisionId[];
  others: readonly ProvisionId[];
}

/** What a term may be tied to: the rest of its paper, what is agreed, then all else; nothing humanitarian. */
export function tieChoices(
  scenario: Scenario,
  world: World,
  terms: readonly Term[],
  of: ProvisionId,
): TieChoices {
  const fits = (id: ProvisionId) => id !== of && !provisionFor(scenario, id).humanitarian;
  const inPaper = [...new Set(terms.map((term) => term.provision))].filter(fits);
  const agreed = [...new Set(liveTerms(world).map(({ term }) => term.provision))].filter(
    (id) => fits(id) && !inPaper.includes(id),
  );
  const others = scenario.provisions
    .map(({ id }) => id)
    .filter((id) => fits(id) && !inPaper.includes(id) && !agreed.includes(id));
  return { inPaper, agreed, others };
}

/** The first of the choices that a term is not tied to yet. */
export function firstFree(choices: TieChoices, taken: readonly ProvisionId[]): ProvisionId | null {
  const all = [...choices.inPaper, ...choices.agreed, ...choices.others];
  return all.find((id) => !taken.includes(id)) ?? null;
}

/** The days from which on a term may be wanted: those on which a later round opens, and the last. */
export function dateChoices(scenario: Scenario, world: World): { round: Round; date: IsoDate }[] {
  const first = world.round + 2; // what enters with this round's resolution has the next round's day
  return Array.from({ length: Math.max(0, world.rounds + 2 - first) }, (_, i) => ({
    round: first + i,
    date: dateOfRound(scenario.start, first + i),
  }));
}

/** The conditions with the one at `index` in another form, or gone. */
export function replaced<T extends Condition | Snapback>(
  ties: readonly T[],
  index: number,
  by: T | null,
): readonly T[] {
  return by ? ties.with(index, by) : ties.toSpliced(index, 1);
}

/** The terms with the one at `from` at `to`; the same where either is outside. */
export function movedTo(terms: readonly Term[], from: number, to: number): readonly Term[] {
  const term = terms[from];
  if (!term || to < 0 || to >= terms.length) return terms;
  return terms.toSpliced(from, 1).toSpliced(to, 0, term);
}
