import type { Scenario } from '../../../shared/rules/scenario.ts';
import type { Dispatch, LedgerLine, Rung, Sector, World } from '../../../shared/rules/state.ts';
import { type Measure, REGIONS, type Round, SECTORS, type SectorId } from '../../../shared/rules/types.ts';
import { historyOf, resolvedRound } from '../world/history.ts';

/** One moment of a resolution on the map. */
export interface Step {
  line: Dispatch | null; // null: all is told
  lit: readonly SectorId[]; // where it happens
  world: World; // the front as it stands then
}

type Sectors = Readonly<Record<SectorId, Sector>>;

const FENCES: readonly Measure[] = [
  'hotlines',
  ...REGIONS.flatMap((region) => [`transparency.${region}`, `limits.${region}`] as const),
];
const EASED: Record<Rung, Rung | null> = { clash: 'crisis', crisis: 'incident', incident: null };

/**
 * A round's resolution as the map tells it: one step a dispatch, in the order it happened, and one at the end with
 * everything as it came out.
 *
 * Incidents, the ceasefire and the fence are worked out from the dispatches and the ledger. Forces, tension and lines
 * are as this page saw them before and after; where it did not, as they are now.
 *
 * @param seen the sectors as they stood in the talks of a round
 */
export function playbackOf(
  scenario: Scenario,
  world: World,
  round: Round,
  seen: (round: Round) => Sectors | null,
): Step[] {
  const isLast = round === resolvedRound(world);
  const before = seen(round) ?? world.sectors;
  const after = (isLast ? null : seen(round + 1)) ?? world.sectors;
  const measures = { ...world.measures };
  const ledger = world.ledger.filter((line) => line.round === round && FENCES.includes(line.on));
  for (const on of FENCES) measures[on] = historyOf(world, on)[round - 1] ?? measures[on];

  const rungs = new Map<SectorId, Rung>();
  let truce = false;
  for (const line of world.dispatches) {
    if (line.round >= round) break;
    truce = truceAfter(line, truce);
    climb(rungs, line);
  }
  const told = world.dispatches.filter((line) => line.round === round);
  const arrived = new Set<SectorId>();
  const applied = new Set<LedgerLine>();
  const standing = (): World => ({
    ...world,
    measures: { ...measures },
    truce: { ...world.truce, level: truce ? world.truce.level || 1 : 0 },
    sectors: Object.fromEntries(
      SECTORS.map((id) => [
        id,
        { ...(arrived.has(id) ? after : before)[id], incident: rungs.get(id) ?? null },
      ]),
    ) as unknown as World['sectors'],
  });

  const steps = told.map((line): Step => {
    truce = truceAfter(line, truce);
    climb(rungs, line);
    const moved = ledger.filter((one) => !applied.has(one) && one.cause.id === line.id);
    for (const one of moved) {
      applied.add(one);
      measures[one.on] += one.by;
    }
    const lit = placesOf(scenario, line, moved);
    if (line.sector) arrived.add(line.sector);
    return { line, lit, world: standing() };
  });
  for (const one of ledger) if (!applied.has(one)) measures[one.on] += one.by;
  for (const id of SECTORS) arrived.add(id);
  return [...steps, { line: null, lit: [], world: standing() }];
}

/** Whether a ceasefire is in force after a dispatch. */
function truceAfter({ key }: Dispatch, truce: boolean): boolean {
  if (key === 'truceBegan') return true;
  return key === 'truceBroken' || key === 'truceCollapsed' || key === 'truceExpired' ? false : truce;
}

/** Incidents after a dispatch: they climb their ladder, and come down it. */
function climb(rungs: Map<SectorId, Rung>, { key, sector }: Dispatch): void {
  if (!sector) return;
  const rung = rungs.get(sector);
  const next = key.startsWith('rung.')
    ? (key.slice('rung.'.length) as Rung)
    : key === 'incidentEased' && rung
      ? EASED[rung]
      : key === 'incidentOver'
        ? null
        : rung;
  if (next) rungs.set(sector, next);
  else rungs.delete(sector);
}

/** The sectors a dispatch speaks of. */
function placesOf(scenario: Scenario, line: Dispatch, moved: readonly LedgerLine[]): SectorId[] {
  if (line.sector) return [line.sector];
  const where = line.cause?.sector ?? scenario.cards.find(({ id }) => id === line.id)?.sector;
  if (where) return [where];
  const isTruce = line.key.startsWith('truce');
  const regions = new Set(moved.map((one) => one.on.split('.')[1]));
  const isEverywhere = moved.some((one) => one.on === 'hotlines');
  return scenario.sectors
    .filter(({ hot, region }) => (isTruce && hot) || isEverywhere || regions.has(region))
    .map(({ id }) => id);
}
