import { MEASURES, hundredths, points, viewFor } from '../../shared/rules/index.ts';
import type { GameState, Measure, Sector, SectorId } from '../../shared/rules/index.ts';
import type { Table } from './table.ts';
import { say, seatOf, seatsOf } from './verbs.ts';
import type { Verb } from './verbs.ts';

/** What a claim says of the facts: nothing when it is true, else what is true instead. */
type Finding = string | null;

const STATES = {
  pending: 'pending',
  'in force': 'inForce',
  suspended: 'suspended',
  lapsed: 'lapsed',
  denounced: 'denounced',
};

function is(seen: unknown, wanted: unknown): Finding {
  return String(seen) === String(wanted) ? null : `it is ${String(seen)}`;
}

/** Which way a figure went, and by how much if the claim says so. */
function went(before: number, after: number, way: string, by: string): Finding {
  const change = after - before;
  const truth = change > 0 ? 'rose' : change < 0 ? 'fell' : 'stayed';
  if (truth !== way) return `it ${truth}, from ${points(before)} to ${points(after)}`;
  return by === '' || Math.abs(change) === hundredths(Number(by))
    ? null
    : `it ${truth} by ${points(Math.abs(change))}`;
}

function measureOf(name: string): Measure {
  const measure = MEASURES.find((candidate) => candidate === name);
  if (!measure) throw new Error(`“${name}” is no track`);
  return measure;
}

function sectorOf(state: GameState, id: string): Sector {
  const sector = state.world.sectors[id as SectorId];
  if (!(id in state.world.sectors)) throw new Error(`“${id}” is no sector`);
  return sector;
}

/** The latest term on a provision. */
function latest(state: GameState, provision: string) {
  return state.world.agreements
    .flatMap((agreement) => agreement.terms)
    .findLast((term) => term.provision === provision);
}

/** Ledger lines and dispatches written since the case began. */
function since(table: Table) {
  const { ledger, dispatches } = table.before.world;
  return {
    ledger: table.state.world.ledger.slice(ledger.length),
    dispatches: table.state.world.dispatches.slice(dispatches.length),
  };
}

/** The verbs of THEN. */
const THEN: readonly Verb<Table, Finding>[] = [
  [
    /([a-z-]+) (pending|in force|suspended|lapsed|denounced)/,
    ({ state }, provision, wanted) =>
      is(latest(state, provision)?.state ?? 'not agreed', STATES[wanted as keyof typeof STATES]),
  ],
  [
    /([a-z-]+) not agreed/,
    ({ state }, provision) => is(latest(state, provision)?.state ?? 'not agreed', 'not agreed'),
  ],
  [/([a-z-]+) at level (\d)/, ({ state }, provision, level) => is(latest(state, provision)?.level, level)],
  [/no truce/, ({ state }) => is(state.world.truce.level, 0)],
  [/truce (\d)/, ({ state }, level) => is(state.world.truce.level, level)],
  [/truce held (\d+)/, ({ state }, held) => is(state.world.truce.held, held)],
  [/truce expires (\S+)/, ({ state }, date) => is(state.world.truce.expires, date)],
  [
    /truce collapsed/,
    ({ state, before }) => is(state.world.truce.collapses - before.world.truce.collapses, 1),
  ],
  [/truce never collapsed/, ({ state }) => is(state.world.truce.collapses, 0)],
  [
    /track ([\w.]+) (rose|fell|stayed)(?: by ([\d.]+))?/,
    ({ state, before }, name, way, by) =>
      went(before.world.measures[measureOf(name)], state.world.measures[measureOf(name)], way, by),
  ],
  [
    /track ([\w.]+) is ([\d.]+)/,
    ({ state }, name, value) => is(points(state.world.measures[measureOf(name)]), Number(value)),
  ],
  [
    /([\w.-]+) moved ([\w.]+) by (-?[\d.]+)/,
    (table, cause, name, by) =>
      is(
        points(
          since(table)
            .ledger.filter((line) => line.cause.id === cause && line.on === measureOf(name))
            .reduce((sum, line) => sum + line.by, 0),
        ),
        Number(by),
      ),
  ],
  [
    /([\w.-]+) moved nothing/,
    (table, cause) => is(since(table).ledger.filter((line) => line.cause.id === cause).length, 0),
  ],
  [
    /pc of (\w+) (rose|fell|stayed)(?: by ([\d.]+))?/,
    ({ state, before }, seat, way, by) =>
      went(before.secrets[seatOf(seat)].pc, state.secrets[seatOf(seat)].pc, way, by),
  ],
  [/(\w+) breached/, ({ state, before }, seat) => is(breaches(state, seat) - breaches(before, seat), 1)],
  [/(\w+) clean/, ({ state }, seat) => is(breaches(state, seat), 0)],
  [
    /(\w+) kept its word (\d+) times/,
    ({ state }, seat, times) => is(state.world.seats[seatOf(seat)].kept, times),
  ],
  [
    /trust of (\w+) in (\w+) (rose|fell|stayed)(?: by ([\d.]+))?/,
    ({ state, before }, seat, other, way, by) =>
      went(
        before.secrets[seatOf(seat)].trust[seatOf(other)].value,
        state.secrets[seatOf(seat)].trust[seatOf(other)].value,
        way,
        by,
      ),
  ],
  [
    /trust in (\w+) capped at (\d+)/,
    ({ state }, seat, cap) => is(points(state.world.seats[seatOf(seat)].trustCap), Number(cap)),
  ],
  [
    /(\w+) has a report on (\w+) about ([a-z-]+)(?: found (breach|nothing))?/,
    ({ state }, seat, accused, provision, finding) => {
      const reports = state.secrets[seatOf(seat)].reports.filter(
        (report) => report.accused === accused && report.provision === provision,
      );
      if (reports.length === 0) return 'there is none';
      return finding === '' ? null : is(reports.at(-1)?.finding, finding);
    },
  ],
  [
    /promise (\d+) (open|kept|broken|void)/,
    ({ state }, id, wanted) =>
      is(state.hidden.promises?.find((promise) => promise.id === Number(id))?.state ?? 'not given', wanted),
  ],
  [/no promise/, ({ state }) => is(state.hidden.promises?.length ?? 0, 0)],
  [
    /(\w+) knows of (\d+) promises/,
    ({ scenario, state }, seat, count) =>
      is(viewFor(scenario, state, seatOf(seat)).mine.promises.length, count),
  ],
  [/(\w+) has no report/, ({ state }, seat) => is(state.secrets[seatOf(seat)].reports.length, 0)],
  [
    /told ([\w.]+)(?: of (\S+))?/,
    (table, key, of) => {
      const lines = since(table).dispatches.filter((line) => line.key === key);
      if (lines.length === 0)
        return `only ${since(table)
          .dispatches.map((line) => line.key)
          .join(', ')}`;
      return of === '' || lines.some((line) => line.seat === of || line.id === of || line.sector === of)
        ? null
        : `only of others: ${JSON.stringify(lines)}`;
    },
  ],
  [
    /not told ([\w.]+)/,
    (table, key) => is(since(table).dispatches.filter((line) => line.key === key).length, 0),
  ],
  [/(p\d+) (open|agreed|withdrawn|lapsed)/, ({ state }, id, wanted) => is(paper(state, id)?.state, wanted)],
  [
    /(p\d+) needs ([a-z ]+)/,
    ({ state }, id, seats) => is(paper(state, id)?.signatories.toSorted(), seatsOf(seats).toSorted()),
  ],
  [/(p\d+) signed by nobody/, ({ state }, id) => is(paper(state, id)?.signatures, [])],
  [
    /(p\d+) signed by ([a-z ]+)/,
    ({ state }, id, seats) => is(paper(state, id)?.signatures.toSorted(), seatsOf(seats).toSorted()),
  ],
  [/(p\d+) answers (p\d+)/, ({ state }, id, other) => is(paper(state, id)?.counterTo, other)],
  [
    /(a\d+) objected to by (\w+)/,
    ({ state }, id, seat) => is(agreement(state, id)?.objections.includes(seatOf(seat)), true),
  ],
  [
    /sector ([A-Z]{3}) (tension|fortification|control|forcesEast|forcesWest|readinessEast|readinessWest) (rose|fell|stayed)(?: by ([\d.]+))?/,
    ({ state, before }, id, field, way, by) => {
      const key = field as Exclude<keyof Sector, 'incident'>;
      return went(sectorOf(before, id)[key], sectorOf(state, id)[key], way, by);
    },
  ],
  [
    /sector ([A-Z]{3}) in (incident|crisis|clash)/,
    ({ state }, id, rung) => is(sectorOf(state, id).incident, rung),
  ],
  [/sector ([A-Z]{3}) quiet/, ({ state }, id) => is(sectorOf(state, id).incident, null)],
  [/round (\d+)/, ({ state }, round) => is(state.world.round, round)],
  [/date (\S+)/, ({ state }, date) => is(state.world.date, date)],
  [/phase (\w+)/, ({ state }, phase) => is(state.world.phase, phase)],
  [/grade (\w+)/, ({ state }, grade) => is(state.world.result?.grade, grade)],
  [
    /consent (asked|not asked)/,
    ({ state }, asked) => is(state.world.result?.consent.asked, asked === 'asked'),
  ],
  [/no result for anyone/, ({ state }) => is(state.world.result?.seats, null)],
  [
    /(\w+) had a (setback)/,
    ({ state }, seat, word) => is(state.world.result?.seats?.[seatOf(seat)].result, word),
  ],
];

function breaches(state: GameState, seat: string): number {
  return state.world.seats[seatOf(seat)].breaches;
}

function paper(state: GameState, id: string) {
  return state.hidden.papers.find((candidate) => candidate.id === id);
}

function agreement(state: GameState, id: string) {
  return state.world.agreements.find((candidate) => candidate.id === id);
}

/** What is not so, statement by statement; refusals must be named, in their order, by `refused CODE`. */
export function wrong(table: Table, statements: readonly string[]): string[] {
  const named = statements.flatMap((statement) => /^refused (\w+)$/.exec(statement)?.[1] ?? []);
  const findings = statements
    .filter((statement) => !statement.startsWith('refused '))
    .map((statement) => [statement, say(THEN, table, statement)] as const)
    .filter(([, finding]) => finding !== null)
    .map(([statement, finding]) => `${statement}: ${finding ?? ''}`);
  const refusals = is(table.refusals, named);
  return refusals === null ? findings : [`refused ${named.join(', ')}: ${refusals}`, ...findings];
}
