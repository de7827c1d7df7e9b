import { dateOfRound } from './calendar.ts';
import { openStreams, seedStreams } from './random.ts';
import type { Scenario } from './scenario.ts';
import type { GameState, Secrets, SeatSeen, World } from './state.ts';
import { MEASURES, hundredths } from './types.ts';
import type { BySeat, Disposition, Hundredths, Measure, Points, Seat } from './types.ts';

/** Written into the first row of every log. */
export const RULES_VERSION = '1';

/** Trust of one seat in another lies between 0 and this; a breach lowers the cap for good (TREATY-9). */
export const TRUST_TOP: Hundredths = 10_000;

export interface Settings {
  seed: string;
  mode: World['mode'];
  rounds?: number; // fewer than the edition's, within its bounds; clamped
  pc?: Points; // added to every seat's starting PC, for the facilitator to make success easier or harder
}

export function bySeat<T>(make: (seat: Seat) => T): BySeat<T> {
  return {
    us: make('us'),
    ru: make('ru'),
    eu: make('eu'),
    ua: make('ua'),
    nato: make('nato'),
    cn: make('cn'),
  };
}

/** A game before anyone has taken a seat (CLOCK-1): start values of the scenario, dispositions drawn (MANDATE-1). */
export function newGame(scenario: Scenario, settings: Settings): GameState {
  const { edition } = scenario;
  const rounds = Math.min(edition.rounds, Math.max(edition.fewestRounds, settings.rounds ?? edition.rounds));
  const measures = Object.fromEntries(
    MEASURES.map((measure) => [measure, hundredths(scenario.measures[measure])]),
  ) as Record<Measure, Hundredths>;
  const streams = openStreams(seedStreams(settings.seed));
  const draw = streams.of('dispositions');
  const seen: SeatSeen = {
    taken: 'open',
    ready: false,
    breaches: 0,
    denounced: 0,
    kept: 0,
    trustCap: TRUST_TOP,
  };
  const secrets = bySeat((seat): Secrets => {
    const priors = Object.entries(scenario.mandates[seat]).map(
      ([disposition, mandate]) => [disposition as Disposition, mandate.prior] as const,
    );
    return {
      disposition: draw.weighted(priors),
      agendaDealt: [],
      agenda: [],
      instructions: null,
      pc: Math.max(0, hundredths(edition.startPc + (settings.pc ?? 0))),
      orders: [],
      talkedWith: [],
      reasons: 0,
      trust: bySeat((other) => ({ value: hundredths(scenario.trust[seat][other]), why: null })),
      reports: [],
      intelligence: false,
    };
  });
  return {
    world: {
      rules: RULES_VERSION,
      content: scenario.version,
      edition: edition.id,
      mode: settings.mode,
      round: 0,
      rounds,
      phase: 'lobby',
      date: dateOfRound(scenario.start, 1),
      host: null,
      seats: bySeat(() => seen),
      measures,
      bare: measures,
      given: {},
      sectors: Object.fromEntries(
        scenario.sectors.map(({ id, start }) => [
          id,
          {
            tension: hundredths(start.tension),
            forcesEast: hundredths(start.forcesEast),
            forcesWest: hundredths(start.forcesWest),
            readinessEast: hundredths(start.readinessEast),
            readinessWest: hundredths(start.readinessWest),
            fortification: hundredths(start.fortification),
            control: hundredths(start.control),
            incident: null,
          },
        ]),
      ) as World['sectors'],
      agreements: [],
      truce: {
        level: 0,
        key: null,
        since: null,
        held: 0,
        expires: null,
        collapses: 0,
        entered: 0,
        endedIn: null,
        brokenBy: null,
      },
      ledger: [],
      dispatches: [],
      cards: [],
      result: null,
    },
    secrets,
    hidden: {
      seed: settings.seed,
      papers: [],
      press: [],
      streams: streams.states(),
      played: [],
      truths: {},
      established: [],
      injected: [],
      counters: { paper: 0, agreement: 0, report: 0, message: 0 },
    },
  };
}
