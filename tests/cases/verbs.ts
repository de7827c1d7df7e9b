import { REGIONS, SEATS } from '../../shared/rules/index.ts';
import type { Level, Region, Scenario, Seat, Term } from '../../shared/rules/index.ts';

/** One way to say something: a pattern and what follows from its groups. */
export type Verb<Subject, Result> = readonly [RegExp, (subject: Subject, ...groups: string[]) => Result];

/** Says `statement` with the first verb that understands it. */
export function say<Subject, Result>(
  verbs: readonly Verb<Subject, Result>[],
  subject: Subject,
  statement: string,
): Result {
  for (const [pattern, act] of verbs) {
    const match = new RegExp(`^(?:${pattern.source})$`).exec(statement);
    if (match) return act(subject, ...match.slice(1).map((group) => group ?? ''));
  }
  throw new Error(`no verb understands “${statement}”`);
}

export function seatOf(word: string): Seat {
  const seat = SEATS.find((candidate) => candidate === word);
  if (!seat) throw new Error(`“${word}” is no seat`);
  return seat;
}

/** `us eu` or `us, eu and ua` */
export function seatsOf(words: string): Seat[] {
  return words
    .split(/[ ,]+|\band\b/)
    .filter((word) => word !== '')
    .map(seatOf);
}

/** Ties of a term, as they may follow its level in any order. */
const TIES: readonly Verb<{ term: Mutable<Term> }, void>[] = [
  [
    /snapback ceasefireEnds/,
    ({ term }) => void (term.snapback = [...term.snapback, { kind: 'ceasefireEnds' }]),
  ],
  [
    /snapback breachOf ([a-z-]+)/,
    ({ term }, provision) => void (term.snapback = [...term.snapback, { kind: 'breachOf', provision }]),
  ],
  [
    /after (\d+) quiet rounds?/,
    ({ term }, rounds) =>
      void (term.conditions = [...term.conditions, { kind: 'ceasefireHeld', rounds: Number(rounds) }]),
  ],
  [
    /when ([a-z-]+) (\d) is in force/,
    ({ term }, provision, level) =>
      void (term.conditions = [
        ...term.conditions,
        { kind: 'inForce', provision, level: Number(level) as Level },
      ]),
  ],
  [
    /from (\d{4}-\d\d-\d\d)/,
    ({ term }, date) => void (term.conditions = [...term.conditions, { kind: 'fromDate', date }]),
  ],
  [
    /on ((?:(?:north|baltic|centre|south) ?)+)/,
    ({ term }, regions) => void (term.scope = regionsOf(regions)),
  ],
];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function regionsOf(words: string): Region[] {
  return REGIONS.filter((region) => words.split(' ').includes(region));
}

/** `relief-maritime 1 snapback ceasefireEnds after 1 quiet round`; a guardrail without `on` covers the whole line. */
export function termOf(scenario: Scenario, text: string): Term {
  const [, provision = '', level = '', rest = ''] = /^([a-z-]+) (\d)(?: (.+))?$/.exec(text.trim()) ?? [];
  if (provision === '') throw new Error(`“${text}” is no term`);
  const scoped = scenario.provisions.find((candidate) => candidate.id === provision)?.scoped;
  const term: Mutable<Term> = {
    provision,
    level: Number(level) as Level,
    scope: scoped ? REGIONS : [],
    conditions: [],
    snapback: [],
  };
  const ties = rest.split(/ (?=snapback |after |when |from |on )/).filter((tie) => tie !== '');
  for (const tie of ties) say(TIES, { term }, tie.trim());
  return term;
}

/** `full-ceasefire 1 + monitoring 2` */
export function termsOf(scenario: Scenario, text: string): Term[] {
  return text.split(' + ').map((part) => termOf(scenario, part));
}
