import { emit, move } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { AgreedTerm, Cause } from './state.ts';
import { givenBy, liveTerms, termByKey } from './terms.ts';
import { MEASURES } from './types.ts';
import type { Measure, TermKey } from './types.ts';

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
  const given = world.given[key] ?? {};
  for (const measure of inOrder([...wanted.keys(), ...(Object.keys(given) as Measure[])])) {
    const by = (wanted.get(measure) ?? 0) - (given[measure] ?? 0);
    if (by === 0) continue;
    move(resolution, measure, by, { kind: 'term', id: agreed.provision, what: whatOf(why), key }, key);
  }
}

const PLACE = new Map(MEASURES.map((measure, place) => [measure, place]));

/** Each of some measures once, in the order of {@link MEASURES}. */
function inOrder(some: readonly Measure[]): Measure[] {
  return [...new Set(some)].toSorted((a, b) => (PLACE.get(a) ?? 0) - (PLACE.get(b) ?? 0));
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
