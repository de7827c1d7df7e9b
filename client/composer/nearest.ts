import {
  believedWeights,
  russiaBelieved,
  russiaOf,
  type Weights,
  weightsOf,
} from '../../shared/rules/belief.ts';
import { dealTermOf } from '../../shared/rules/endgame.ts';
import { branchesOf, type Outlook, outlookOf, valueOf } from '../../shared/rules/estimate.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Term } from '../../shared/rules/state.ts';
import { termsProblem } from '../../shared/rules/talks.ts';
import { provisionFor, signatoriesOf } from '../../shared/rules/terms.ts';
import { type Level, SEATS, type Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { freshTerm, mayBeTied } from './terms.ts';

/** One change of a text: a term added, taken out, at another level, or put under snapback. */
export interface Edit {
  kind: 'add' | 'drop' | 'level' | 'snapback';
  term: Term; // as it is afterwards; as it was, if it is dropped
}

/** The nearest text that its signatories might sign, as far as anyone knows what they want. */
export interface Nearest {
  terms: readonly Term[];
  edits: readonly Edit[]; // from the draft; none if it is near enough as it is
  mine: number; // score points I gain by it
  unsure: readonly Seat[]; // may still not sign
}

const MOST_EDITS = 3;
const WANTED = 0.3; // score points that each is to gain before it signs
const A_STEP = 0.3; // points that an edit must be worth

/**
 * Looks a few changes away from a draft for a text that every signatory gains by. It knows no more of the others than
 * their public roles, and takes the best change each time, so a better text may be farther off. Some tens of ms.
 */
export function nearestText(scenario: Scenario, view: SeatView, terms: readonly Term[]): Nearest | null {
  const judge = judgeOf(scenario, view);
  let now: readonly Term[] = terms;
  let at = judge(now);
  const edits: Edit[] = [];
  while (edits.length < MOST_EDITS && at.short > 0) {
    let best: { edit: Edit; terms: readonly Term[]; at: Judged } | null = null;
    for (const [edit, next] of editsOf(scenario, now)) {
      if (next.length === 0 || next.length > scenario.edition.terms) continue;
      if (termsProblem(scenario, view.world, next)) continue;
      const judged = judge(next);
      if (judged.mine < Math.min(at.mine, WANTED)) continue;
      if (judged.short < (best?.at.short ?? at.short - A_STEP)) best = { edit, terms: next, at: judged };
    }
    if (!best) break;
    now = best.terms;
    at = best.at;
    edits.push(best.edit);
  }
  if (termsProblem(scenario, view.world, now)) return null;
  return { terms: now, edits, mine: at.mine, unsure: at.unsure };
}

interface Judged {
  short: number; // points that its signatories together lack
  mine: number;
  unsure: readonly Seat[];
}

function judgeOf(scenario: Scenario, { world, mine }: SeatView): (terms: readonly Term[]) => Judged {
  const outlook: Outlook = outlookOf(scenario, world);
  const russia = mine.seat === 'ru' ? russiaOf(scenario, mine.mandate.disposition) : russiaBelieved(scenario);
  const weights = new Map<Seat, Weights>(
    SEATS.map((seat) => [
      seat,
      seat === mine.seat ? weightsOf(mine.mandate.weights) : believedWeights(scenario, seat),
    ]),
  );
  const valuesOf = (terms: readonly Term[]) => {
    const branches = branchesOf(
      outlook,
      terms.map((term) => dealTermOf(scenario, term)),
      russia,
    );
    return (seat: Seat) => valueOf(outlook, branches, weights.get(seat) ?? new Float64Array()).value;
  };
  const nothing = valuesOf([]);
  const before = new Map(SEATS.map((seat) => [seat, nothing(seat)]));
  return (terms) => {
    const values = valuesOf(terms);
    const gain = (seat: Seat) => values(seat) - (before.get(seat) ?? 0);
    const signatories = signatoriesOf(scenario, world, terms);
    const unsure = signatories.filter((seat) => gain(seat) < WANTED || crosses(scenario, seat, terms));
    const short = signatories.reduce((sum, seat) => sum + Math.max(0, WANTED - gain(seat)), 0);
    const crossed = signatories.filter((seat) => crosses(scenario, seat, terms)).length;
    return { short: short + crossed * WANTED * 2, mine: gain(mine.seat), unsure };
  };
}

function crosses(scenario: Scenario, seat: Seat, terms: readonly Term[]): boolean {
  return scenario.redLines[seat].some((line) =>
    terms.some((term) => term.provision === line.provision && term.level >= line.level),
  );
}

/** Every text one change away. */
function* editsOf(scenario: Scenario, terms: readonly Term[]): Generator<[Edit, readonly Term[]]> {
  for (const [i, term] of terms.entries()) {
    const { levels } = provisionFor(scenario, term.provision);
    yield [{ kind: 'drop', term }, terms.toSpliced(i, 1)];
    for (const level of [term.level - 1, term.level + 1])
      if (level >= 1 && level <= levels) {
        const changed = { ...term, level: level as Level };
        yield [{ kind: 'level', term: changed }, terms.with(i, changed)];
      }
    if (mayBeTied(scenario, term.provision) && term.snapback.length === 0) {
      const tied: Term = { ...term, snapback: [{ kind: 'ceasefireEnds' }] };
      yield [{ kind: 'snapback', term: tied }, terms.with(i, tied)];
    }
  }
  for (const { id, humanitarian } of scenario.provisions) {
    const fresh = humanitarian ? null : freshTerm(scenario, terms, id);
    if (fresh) yield [{ kind: 'add', term: fresh }, [...terms, fresh]];
  }
}
