import type { Command } from './command.ts';
import type { GameEvent } from './event.ts';
import { breakPromises } from './promise.ts';
import { refuse } from './refusal.ts';
import type { Decision, Refusal } from './refusal.ts';
import { beginResolution, concluded, dispatch, emit, move, moveTrust } from './resolution.ts';
import type { Scenario } from './scenario.ts';
import type { Agreement, GameState } from './state.ts';
import { boundBy, provisionFor, termByKey } from './terms.ts';
import { SUPPORT } from './types.ts';
import type { Hundredths, Seat } from './types.ts';
import { worthOf } from './worth.ts';

const TRUST_DENOUNCED: Hundredths = -1_500;
const TRUST_OBJECTED: Hundredths = -300;
/** An objection costs the signatories cohesion or relations, and each some support (TREATY-11). */
const OBJECTION: Hundredths = -70;
const OBJECTION_SUPPORT: Hundredths = -30;
/** An objector must lose more than this, in score points, by its mandate (TREATY-11). */
const OBJECTION_LOSS = 0.5;

/** Score points a seat loses by an agreement, read off its mandate's weights alone (TREATY-11). */
function lossBy(scenario: Scenario, state: GameState, seat: Seat, agreement: Agreement): number {
  const weights = scenario.mandates[seat][state.secrets[seat].disposition]?.weights ?? {};
  return -worthOf(scenario, weights, agreement.terms);
}

/** Whether a seat may object to an agreement made over its head (TREATY-11). */
export function mayObject(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  agreement: Agreement,
): Refusal | null {
  if (!scenario.edition.objections) return { code: 'NOT_IN_THIS_EDITION', what: 'objection' };
  const concerned = agreement.terms.some((term) =>
    provisionFor(scenario, term.provision).concerns.includes(seat),
  );
  const recent = agreement.round >= state.world.round - 1;
  if (agreement.signatories.includes(seat) || !concerned || !recent)
    return { code: 'NOT_CONCERNED', agreement: agreement.id };
  if (agreement.objections.includes(seat)) return { code: 'ALREADY_OBJECTED', agreement: agreement.id };
  if (lossBy(scenario, state, seat, agreement) <= OBJECTION_LOSS)
    return { code: 'NOT_CONCERNED', agreement: agreement.id };
  return null;
}

export function object(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  command: Extract<Command, { kind: 'object' }>,
): Decision<GameEvent> {
  const agreement = state.world.agreements.find((candidate) => candidate.id === command.agreement);
  if (!agreement) return refuse({ code: 'AGREEMENT_UNKNOWN', agreement: command.agreement });
  const problem = mayObject(scenario, state, seat, agreement);
  if (problem) return refuse(problem);
  const talks = beginResolution(scenario, state);
  const cause = { kind: 'seat', id: 'objection', seat } as const;
  emit(talks, { kind: 'objected', agreement: agreement.id, seat });
  move(talks, seat === 'ru' || seat === 'cn' ? 'relations' : 'cohesion', OBJECTION, cause);
  for (const signatory of agreement.signatories) {
    move(talks, SUPPORT[signatory], OBJECTION_SUPPORT, cause);
    moveTrust(talks, seat, signatory, TRUST_OBJECTED, { kind: 'rule', id: 'TREATY-11', seat: signatory });
  }
  dispatch(talks, { key: 'objected', seat, id: agreement.id });
  return concluded(talks);
}

/** A seat that a term binds gives notice: the term ends after one round, and trust pays (TREATY-10). */
export function denounce(
  scenario: Scenario,
  state: GameState,
  seat: Seat,
  command: Extract<Command, { kind: 'denounce' }>,
): Decision<GameEvent> {
  if (!scenario.edition.denouncing) return refuse({ code: 'NOT_IN_THIS_EDITION', what: 'denouncement' });
  const found = termByKey(state.world, command.term);
  if (!found) return refuse({ code: 'TERM_UNKNOWN', term: command.term });
  const { agreement, term } = found;
  const bound = boundBy(provisionFor(scenario, term.provision), term.level);
  if (!bound.includes(seat)) return refuse({ code: 'NOT_A_SIGNATORY', signatories: bound });
  if ((term.state !== 'inForce' && term.state !== 'pending') || term.endsAt !== null)
    return refuse({
      code: 'TERM_NOT_IN_FORCE',
      term: term.key,
      state: term.endsAt === null ? term.state : 'ending',
    });
  const talks = beginResolution(scenario, state);
  const endsAt = state.world.round + 1;
  emit(talks, { kind: 'denounceNoticed', term: term.key, seat, endsAt });
  for (const other of agreement.signatories)
    moveTrust(talks, other, seat, TRUST_DENOUNCED, { kind: 'rule', id: 'TREATY-10', seat });
  breakPromises(talks, seat, (pledge) => pledge.kind === 'keep' && pledge.provision === term.provision);
  dispatch(talks, { key: 'denounced', seat, id: term.provision });
  return concluded(talks);
}
