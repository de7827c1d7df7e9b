import { emit, move } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { AgreedTerm, Cause } from './state.ts';
import { givenBy, liveTerms, termByKey } from './terms.ts';
import { MEASURES } from './types.ts';
import type { Hundredths, Measure, TermKey } from './types.ts';

/** Moves a term to another state and settles what it gives at once. */
export function moveTerm(
  resolution: Resolution,
  term: AgreedTerm,
  state: AgreedTerm['state'],
  why: Cause,
  until?: number | null,
): void {
  emit(resolution, {
    kind: 'termMoved',
    term: term.key,
    state,
    why,
    ...(until === undefined ? {} : { until }),
  });
  settleTerm(resolution, term.key, why);
}

/** Brings what a term gives in line with its state and the truce (TREATY-6, TREATY-7), measure by measure. */
export function settleTerm(resolution: Resolution, key: TermKey, why: Cause): void {
  const { world } = resolution.state;
  const agreed = termByKey(world, key)?.term;
  if (!agreed) return;
  const wanted = givenBy(resolution.scenario, agreed, world.truce.level > 0);
  for (const [measure, by] of changes(world.given[key] ?? {}, wanted))
    move(resolution, measure, by, { kind: 'term', id: agreed.provision, what: whatOf(why), key }, key);
}

const PLACE = new Map(MEASURES.map((measure, place) => [measure, place]));

/** What has to be given more or less, in the order of {@link MEASURES}. */
function changes(
  given: Partial<Record<Measure, Hundredths>>,
  wanted: ReadonlyMap<Measure, Hundredths>,
): [Measure, Hundredths][] {
  const changed: [Measure, Hundredths][] = [];
  for (const [measure, amount] of wanted) {
    const by = amount - (given[measure] ?? 0);
    if (by !== 0) changed.push([measure, by]);
  }
  for (const [measure, amount] of Object.entries(given) as [Measure, Hundredths][])
    if (amount !== 0 && !wanted.has(measure)) changed.push([measure, -amount]);
  return changed.toSorted(([a], [b]) => (PLACE.get(a) ?? 0) - (PLACE.get(b) ?? 0));
}

function whatOf(why: Cause): NonNullable<Cause['what']> {
  return why.what ?? (why.kind === 'term' ? 'entered' : 'ended');
}

/** After the truce began or ended: every term in force gives in part, or in full again (TREATY-7). */
export function settleForTruce(resolution: Resolution, what: 'truce' | 'war'): void {
  for (const { term } of liveTerms(resolution.state.world))
    if (term.state === 'inForce') settleTerm(resolution, term.key, { kind: 'rule', id: 'TREATY-7', what });
}

/** Measures whose bound has moved are brought within it, with the rule as cause (TRACK-4). */
export function settleBounds(resolution: Resolution): void {
  move(resolution, 'stability', 0, { kind: 'rule', id: 'TRACK-4', what: 'limit' });
}
