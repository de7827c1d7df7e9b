import { SEATS, TABLES } from '../rules/types.ts';
import type { EditionRules, Scenario } from '../rules/scenario.ts';
import type { TableId } from '../rules/types.ts';

/** Who sits at a table, reads its papers and speaks there, and who listens. */
export const MEMBERS: Scenario['members'] = {
  C: { members: ['us', 'ru', 'ua'], observers: ['eu'] },
  S: { members: ['us', 'eu'], observers: ['ua', 'cn'] },
  N: { members: ['us', 'ru'], observers: [] },
  T: { members: ['us', 'ru', 'cn'], observers: [] },
  G: { members: ['us', 'ru', 'nato'], observers: [] },
  U: { members: ['us', 'eu', 'ua', 'nato'], observers: [] },
  A: { members: ['us', 'eu', 'nato'], observers: [] },
  P: { members: ['us', 'ru', 'eu', 'ua'], observers: ['nato', 'cn'] },
};

/** The tables of an edition: where one is shown as part of another, both have the members of both. */
export function tablesOf(edition: EditionRules): Scenario['members'] {
  const shownAt = (table: TableId) => edition.tables[table] ?? table;
  const tables = { ...MEMBERS };
  for (const table of TABLES) {
    const together = TABLES.filter((other) => shownAt(other) === shownAt(table));
    const members = SEATS.filter((seat) => together.some((other) => MEMBERS[other].members.includes(seat)));
    const observers = SEATS.filter(
      (seat) => !members.includes(seat) && together.some((other) => MEMBERS[other].observers.includes(seat)),
    );
    tables[table] = { members, observers };
  }
  return tables;
}
