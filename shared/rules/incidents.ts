import { dispatch, emit, move } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { Cause, Rung, Sector } from './state.ts';
import { within } from './tracks.ts';
import type { Hundredths, SectorId } from './types.ts';

/** Chance of an incident in a sector at tension 50 and even readiness, basis points a round (INCIDENT-1). */
const BASE = 450;
/** Chance that an incident climbs, and that it steps down, basis points a round before guardrails (INCIDENT-2). */
const CLIMBS = 2_000;
const STEPS_DOWN = 4_500;

const NEXT: Record<Rung, Rung> = { incident: 'crisis', crisis: 'clash', clash: 'clash' };
const BELOW: Record<Rung, Rung | null> = { incident: null, crisis: 'incident', clash: 'crisis' };

/** What a rung does when it is reached (INCIDENT-3): escalation, and tension of the sector. */
const REACHED: Record<Rung, { escalation: Hundredths; tension: Hundredths }> = {
  incident: { escalation: 20, tension: 200 },
  crisis: { escalation: 100, tension: 500 },
  clash: { escalation: 300, tension: 900 },
};

/** Tension sinks on its own, and faster under a truce and with transparency, hundredths a round (INCIDENT-4). */
const CALMS: Hundredths = 50;
const TRUCE_CALMS: Hundredths = 300;

/** Incidents in every sector, north to south (INCIDENT-1 to INCIDENT-4). Guardrails give chances to step down. */
export function playIncidents(resolution: Resolution): void {
  for (const { id, region, hot } of resolution.scenario.sectors) {
    const { world } = resolution.state;
    const sector = world.sectors[id];
    const truce = world.truce.level > 0;
    if (hot && !truce) continue; // open fighting there: FRONT-1
    const watched = Math.round(
      (world.measures[`transparency.${region}`] + world.measures[`limits.${region}`]) / 2,
    );
    const talk = world.measures.hotlines;
    const draw = resolution.streams.of('incidents');
    if (sector.incident) climb(resolution, id, sector, draw.int(0, 9999), watched, talk);
    else if (draw.chance(chanceOf(sector, watched, talk, hot))) reach(resolution, id, 'incident');
    calm(resolution, id, watched);
  }
}

/** Chance of a new incident, basis points: tension and imbalance of readiness against distance, watching and talk. */
function chanceOf(sector: Sector, watched: Hundredths, talk: Hundredths, quiet: boolean): number {
  const gap = Math.abs(sector.readinessEast - sector.readinessWest);
  const heat = (sector.tension * (10_000 + gap)) / 5_000;
  const cool = 10_000 + 3 * watched + 2 * talk;
  return Math.round((((BASE * heat) / cool) * (quiet ? 60 : 100)) / 100);
}

function climb(
  resolution: Resolution,
  id: SectorId,
  sector: Sector,
  drawn: number,
  watched: Hundredths,
  talk: Hundredths,
): void {
  const rung = sector.incident as Rung;
  const down = Math.min(9_000, STEPS_DOWN + watched + talk);
  const up = Math.round((CLIMBS * (5_000 + sector.tension)) / (10_000 + 2 * watched + 2 * talk));
  if (drawn < down) {
    emit(resolution, { kind: 'sectorMoved', sector: id, change: { incident: BELOW[rung] } });
    dispatch(resolution, { key: BELOW[rung] === null ? 'incidentOver' : 'incidentEased', sector: id });
  } else if (drawn >= 10_000 - up) reach(resolution, id, NEXT[rung]);
}

function reach(resolution: Resolution, id: SectorId, rung: Rung): void {
  const sector = resolution.state.world.sectors[id];
  if (sector.incident === rung) return;
  const { escalation, tension } = REACHED[rung];
  const cause: Cause = { kind: 'front', id: 'INCIDENT-3', sector: id };
  emit(resolution, {
    kind: 'sectorMoved',
    sector: id,
    change: { incident: rung, tension: within(sector.tension + tension, 0, 10_000) },
  });
  dispatch(resolution, { key: `rung.${rung}`, sector: id });
  move(resolution, 'escalation', escalation, cause);
}

function calm(resolution: Resolution, id: SectorId, watched: Hundredths): void {
  const sector = resolution.state.world.sectors[id];
  if (sector.incident) return;
  const less = CALMS + (resolution.state.world.truce.level > 0 ? TRUCE_CALMS : 0) + Math.round(watched / 10);
  const tension = within(sector.tension - less, 500, 10_000);
  if (tension !== sector.tension && tension < sector.tension)
    emit(resolution, { kind: 'sectorMoved', sector: id, change: { tension } });
}
