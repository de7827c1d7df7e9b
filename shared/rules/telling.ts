import { nearestStop, pathOf, sectorOf } from './forecast.ts';
import { calendarOf, crisisOf, emptyEnding, hasLapsed, play, resistanceOf, seedOf } from './future.ts';
import { AIMS, MOST_DURABLE, YEARS, durabilityOf } from './hazard.ts';
import { aftermathInto, emptyAftermath, packageOf } from './package.ts';
import type { Scenario } from './scenario.ts';
import type { Forecast, World } from './state.ts';
import type { Disposition, Hundredths, ProvisionId, SectorId, TermKey } from './types.ts';

/** One year of a future. */
export type ToldYear = { year: number } & (
  | { what: 'quiet' | 'fighting' } // no crisis; the war of the game not over yet
  | { what: 'stopped'; sector: SectorId; path: Path; stoppedBy: ProvisionId } // war but for this term
  | { what: 'together'; sector: SectorId; path: Path } // war with nothing agreed, but for no single term
  | { what: 'passed' | 'war'; sector: SectorId; path: Path }
);
type Path = Forecast['stories'][number]['path'];

/** One of the many futures, year by year up to a war or to the tenth year. */
export interface ToldFuture {
  future: number; // its number: the same number is the same future
  years: readonly ToldYear[];
  held: boolean; // peace at the end
}

/** Tells single futures of a finished game, and what would be without some of its terms (FORECAST-2, FORECAST-5). */
export interface Teller {
  tell: (future: number) => ToldFuture;
  without: (off: readonly TermKey[]) => Hundredths;
}

const LOOKED_THROUGH = 400; // futures, for one that is worth telling
const EVENTFUL = 2; // crises stopped that make it so
const NEAR = 2; // times the chance of war with nothing agreed, within which a crisis that passes is told

/**
 * What a finished game's end can still be asked. Depends on its arguments alone, so all who ask see the same future.
 *
 * @param seed of the crises; not the one that the forecast counted with, so single futures differ from its own
 */
export function tellerOf(scenario: Scenario, world: World, seed: string, disposition: Disposition): Teller {
  const aims = AIMS[disposition as keyof typeof AIMS];
  const drawn = seedOf(seed);
  const calendar = calendarOf(scenario);
  const pack = packageOf(scenario, world);
  const all = new Uint8Array(pack.parts.length).fill(1);
  const afterOf = (standing: Uint8Array) => {
    const after = emptyAftermath(pack);
    aftermathInto(after, pack, standing);
    return after;
  };
  const whole = afterOf(all);
  const resistance = resistanceOf(calendar, whole, pack.sectors, aims);
  const bare = pack.parts.map((_, left) =>
    resistanceOf(calendar, afterOf(all.with(left, 0)), pack.sectors, aims),
  );
  const nothing = resistanceOf(calendar, afterOf(new Uint8Array(all.length)), pack.sectors, aims);

  function tell(future: number): ToldFuture {
    const ending = emptyEnding();
    play(ending, calendar, resistance, drawn, future);
    const years: ToldYear[] = [];
    for (let year = 1; year <= YEARS; year++) {
      if (year < ending.burnsOutIn) {
        years.push({ year, what: 'fighting' });
        continue;
      }
      if (year === ending.year) {
        years.push({ year, what: 'war', sector: sectorOf(ending.slot), path: pathOf(ending.slot) });
        break;
      }
      const crisis = crisisOf(calendar, drawn, future, year, hasLapsed(resistance, drawn, future, year));
      const danger = crisis ? (nothing.war[crisis.row + crisis.slot] as number) : 0;
      if (!crisis || crisis.near >= danger * NEAR) {
        years.push({ year, what: 'quiet' });
        continue;
      }
      const place = { sector: sectorOf(crisis.slot), path: pathOf(crisis.slot) };
      const stopper = nearestStop(bare, pack, crisis.row + crisis.slot, crisis.near, new Set());
      years.push(
        stopper === null
          ? { year, what: crisis.near < danger ? 'together' : 'passed', ...place }
          : { year, what: 'stopped', ...place, stoppedBy: stopper },
      );
    }
    return { future, years, held: ending.year === 0 && ending.burnsOutIn <= YEARS };
  }

  function without(off: readonly TermKey[]): Hundredths {
    const durability = world.result?.forecast?.durability ?? 0;
    const standing = Uint8Array.from(pack.parts, (part) => (off.includes(part.key) ? 0 : 1));
    const change = durabilityOf(afterOf(standing), aims) - durabilityOf(whole, aims);
    return Math.min(MOST_DURABLE * 100, Math.max(0, durability + Math.round(change * 100)));
  }

  return { tell, without };
}

/** The first future that ends as most do and has something to tell; else the first that has most to tell. */
export function futureWorthTelling(teller: Teller, durability: Hundredths): ToldFuture {
  let best = teller.tell(0);
  for (let future = 0; future < LOOKED_THROUGH; future++) {
    const told = teller.tell(future);
    if (told.held !== durability >= 5000) continue;
    if (eventsIn(told) >= EVENTFUL) return told;
    if (eventsIn(told) > eventsIn(best) || best.held !== told.held) best = told;
  }
  return best;
}

function eventsIn({ years }: ToldFuture): number {
  return years.filter(({ what }) => what === 'stopped' || what === 'together').length;
}
