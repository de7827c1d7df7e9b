import type { RedLine, Scenario } from '../../shared/rules/scenario.ts';
import type { Edition, Level, Seat } from '../../shared/rules/types.ts';

const known = new Map<`${Edition}/${Seat}`, Scenario>();

/**
 * The scenario in which one seat's red lines are drawn before everything that would cost it anything at home. Red lines
 * are public, so nobody wastes a paper on it.
 */
export function withRefusing(scenario: Scenario, seat: Seat): Scenario {
  const key = `${scenario.edition.id}/${seat}` as const;
  const before = known.get(key);
  if (before) return before;

  const lines = scenario.provisions.flatMap((rule): RedLine[] => {
    const bound = rule.signs[seat];
    if (bound === undefined || rule.humanitarian) return [];
    const level = Math.max(bound, rule.smallStep + 1);
    return level <= rule.levels ? [{ provision: rule.id, level: level as Level }] : [];
  });
  const changed = { ...scenario, redLines: { ...scenario.redLines, [seat]: lines } };
  known.set(key, changed);
  return changed;
}
