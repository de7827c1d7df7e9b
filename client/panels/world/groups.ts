import type { Measure, TrackId } from '../../../shared/rules/types.ts';

/** Up to so many figures stand in one list. */
const UNGROUPED = 12;

const GROUPS: Readonly<Record<string, readonly TrackId[]>> = {
  war: ['violence', 'territory', 'escalation', 'precedent'],
  ukraine: ['ukraineDefence', 'ukraineSovereignty', 'supportUa'],
  europe: [
    'guardrails',
    'europeDefence',
    'cohesion',
    'euUnity',
    'europeEconomy',
    'sanctionsEu',
    'supportEu',
    'supportNato',
  ],
  powers: ['relations', 'stability', 'usStanding', 'sanctionsUs', 'supportUs'],
  russia: ['russiaSecurity', 'russiaAims', 'russiaEconomy', 'rearmament', 'supportRu'],
  china: ['alignment', 'chinaStanding', 'supportCn'],
};

/** Figures under headings where there are many: `world.group.<group>`; else in one list without. */
export function groupsOf(
  tracks: readonly Measure[],
): readonly { group: string | null; tracks: readonly Measure[] }[] {
  if (tracks.length <= UNGROUPED) return [{ group: null, tracks }];
  return Object.entries(GROUPS)
    .map(([group, members]) => ({ group, tracks: members.filter((track) => tracks.includes(track)) }))
    .filter((one) => one.tracks.length > 0);
}
