import { scopeOf, type DealTerm } from '../../shared/rules/endgame.ts';
import type { Provision, Scenario } from '../../shared/rules/scenario.ts';
import type { Term, World } from '../../shared/rules/state.ts';
import { isLive, tableOf } from '../../shared/rules/terms.ts';
import { REGIONS, type Region, type TableId } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';

export type Talks = 'linked' | 'single';

/** The forms in which one provision may stand in a draft. */
export interface Option {
  provision: number; // index in `scenario.provisions`
  table: TableId; // as shown
  forms: readonly DealTerm[];
  needs: readonly { provision: number; level: number }[]; // not yet agreed
}

/** Provisions whose benefit a giver likes to keep tied to the quiet, even though they are no relief. */
const TIED: ReadonlySet<string> = new Set(['business', 'ukraine-alignment', 'force-ceilings', 'standstill']);
/** A term that waits for a round of quiet needs rounds to enter in. */
const ROUNDS_TO_WAIT = 3;

/** Everything a bot may put into a draft now, from what its view offers (LEGAL-1). */
export function optionsFrom(scenario: Scenario, view: SeatView, talks: Talks): Option[] {
  const offered = view.legal.propose?.provisions ?? [];
  const { edition } = scenario;
  const ties = talks === 'linked' && edition.snapbacks.includes('ceasefireEnds');
  const waits =
    talks === 'linked' &&
    edition.conditions.includes('ceasefireHeld') &&
    view.world.rounds - view.world.round >= ROUNDS_TO_WAIT;

  return offered.flatMap((legal) => {
    const provision = scenario.provisions.findIndex((rule) => rule.id === legal.provision);
    const rule = scenario.provisions[provision];
    if (!rule || rule.humanitarian) return [];
    const standing = standingOf(view.world, rule);
    const forms: DealTerm[] = [];
    for (const level of legal.levels)
      for (const scope of legal.scopes) {
        if (standing.some((term) => term.level === level && sameScope(term.scope, scope))) continue;
        const plain: DealTerm = { provision, level, scope: scopeOf(scope), snapback: false, quiet: 0 };
        const small = level <= rule.smallStep;
        forms.push(plain);
        if (ties && !small && (rule.relief || TIED.has(rule.id))) forms.push({ ...plain, snapback: true });
        if (ties && waits && rule.relief) forms.push({ ...plain, snapback: true, quiet: 1 });
      }
    if (forms.length === 0) return [];
    const needs = legal.needs.map((need) => ({
      provision: scenario.provisions.findIndex((other) => other.id === need.provision),
      level: need.level,
    }));
    return [{ provision, table: tableOf(scenario, rule), forms, needs }];
  });
}

function standingOf(world: World, rule: Provision): Term[] {
  return world.agreements.flatMap((agreement) =>
    agreement.terms.filter((term) => term.provision === rule.id && isLive(term)),
  );
}

function sameScope(a: readonly Region[], b: readonly Region[]): boolean {
  return a.length === b.length && a.every((region) => b.includes(region));
}

/** A term of a draft as a command carries it. */
export function termOf(scenario: Scenario, term: DealTerm): Term {
  const rule = scenario.provisions[term.provision] as Provision;
  return {
    provision: rule.id,
    level: term.level,
    scope: REGIONS.filter((_, i) => (term.scope >> i) & 1),
    conditions: term.quiet > 0 ? [{ kind: 'ceasefireHeld', rounds: term.quiet }] : [],
    snapback: term.snapback ? [{ kind: 'ceasefireEnds' }] : [],
  };
}

/** Those terms of a text that could still be agreed, in forms on offer; a term that stands already falls out. */
export function offeredOf(options: readonly Option[], deal: readonly DealTerm[]): DealTerm[] {
  return deal.flatMap((term) => {
    const option = options.find((candidate) => candidate.provision === term.provision);
    const same = option?.forms.filter((form) => form.level === term.level && form.scope === term.scope) ?? [];
    const form =
      same.find((candidate) => candidate.snapback === term.snapback && candidate.quiet === term.quiet) ??
      same[0];
    return form ? [form] : [];
  });
}
