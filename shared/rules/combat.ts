import type { Play } from './acts.ts';
import { orderRule } from './orders.ts';
import { dispatch, emit, move } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { OrderRule } from './scenario.ts';
import type { World } from './state.ts';
import { within } from './tracks.ts';
import type { Hundredths, SectorId } from './types.ts';

/** A sector's control by Russian forces stays within these: no sector falls whole (FRONT-4). Per cent, hundredths. */
const LEAST_CONTROL: Hundredths = 100;
const MOST_CONTROL: Hundredths = 9_800;
/** The most that a sector moves in a round (FRONT-4). */
const MOST_MOVEMENT: Hundredths = 250;
/** Movement for each tenth by which attack outweighs defence, hundredths of a per cent (FRONT-3). */
const PER_TENTH = 30;
/** Attack needs this share of the defence to hold its own, per cent: drones and fortification favour the defender (FRONT-3). */
const EVEN_AT = 75;
/** What a per cent of control is on the territory track (FRONT-5): an ordinary offensive moves it by 0.8. */
export const TERRITORY_PER_CONTROL = 0.8;
/** Drawn luck of a fight, hundredths of a per cent either way (FRONT-3). */
const LUCK = 40;
/** Readiness an attack uses up on the attacker's side (FRONT-6). */
const ATTACKER_TIRES: Hundredths = -500;
const DEFENDER_TIRES: Hundredths = -200;
const FOUGHT_TENSION: Hundredths = 300;
const FORTIFICATION_WORN: Hundredths = -150;

/**
 * Fighting in the hot sectors (FRONT-1 to FRONT-6), only while no full ceasefire holds. Attack against defence, small
 * movements at a heavy price; told in words, never in numbers of dead.
 */
export function fight(resolution: Resolution, orders: readonly Play[]): void {
  if (resolution.state.world.truce.level > 0) return;
  for (const { id, hot } of resolution.scenario.sectors) {
    if (!hot) continue;
    const pushes = orders.filter(({ order }) => order.target === id);
    const does = (front: OrderRule['front']) =>
      pushes.find(({ order }) => orderRule(resolution.scenario, order.order)?.front === front);
    const east = does('offensive');
    const west = does('counter-attack');
    if (east) attack(resolution, id, 'ru', east.full);
    if (west) attack(resolution, id, 'ua', west.full);
  }
}

/**
 * What an attack may expect to move the line of contact, before luck, hundredths of a per cent (FRONT-3); below nothing it
 * is held.
 *
 * @param full what intensity and repetition leave of the order, per cent
 */
export function pushOf(
  { sectors, measures }: Pick<World, 'sectors' | 'measures'>,
  id: SectorId,
  seat: 'ru' | 'ua',
  full: number,
): Hundredths {
  const sector = sectors[id];
  const east = (sector.forcesEast * (5_000 + sector.readinessEast)) / 10_000;
  const west = (sector.forcesWest * (5_000 + sector.readinessWest)) / 10_000;
  const fortified = 10_000 + sector.fortification / 2;
  const economy = 7_500 + measures.russiaEconomy / 2;
  const defence = 7_500 + measures.ukraineDefence / 2;
  const [strong, weak] =
    seat === 'ru'
      ? [(east * economy) / 10_000, (((west * defence) / 10_000) * fortified) / 10_000]
      : [(west * defence) / 10_000, (((east * economy) / 10_000) * fortified) / 10_000];
  const ratio = weak > 0 ? Math.round((strong * 100) / weak) : 200;
  return Math.round(((ratio - EVEN_AT) * PER_TENTH) / 10) + full - 50;
}

function attack(resolution: Resolution, id: SectorId, seat: 'ru' | 'ua', full: number): void {
  const { world } = resolution.state;
  const sector = world.sectors[id];
  const luck = resolution.streams.of('combat').int(-LUCK, LUCK);
  const advance = within(pushOf(world, id, seat, full) + luck, 0, MOST_MOVEMENT);
  const wanted = seat === 'ru' ? advance : -advance;
  const control = within(sector.control + wanted, LEAST_CONTROL, MOST_CONTROL);
  const moved = control - sector.control;
  emit(resolution, {
    kind: 'sectorMoved',
    sector: id,
    change: {
      control,
      tension: within(sector.tension + FOUGHT_TENSION, 0, 10_000),
      fortification: within(sector.fortification + FORTIFICATION_WORN, 0, 10_000),
      readinessEast: within(
        sector.readinessEast + (seat === 'ru' ? ATTACKER_TIRES : DEFENDER_TIRES),
        0,
        10_000,
      ),
      readinessWest: within(
        sector.readinessWest + (seat === 'ua' ? ATTACKER_TIRES : DEFENDER_TIRES),
        0,
        10_000,
      ),
    },
  });
  dispatch(resolution, {
    key: Math.abs(moved) >= 100 ? 'attackGained' : Math.abs(moved) > 0 ? 'attackInched' : 'attackHeld',
    seat,
    sector: id,
    amount: Math.abs(moved),
  });
  move(resolution, 'territory', Math.round(moved * TERRITORY_PER_CONTROL), {
    kind: 'front',
    id: 'FRONT-5',
    seat,
    sector: id,
  });
}
