import { dealOf } from '../../shared/rules/endgame.ts';
import type { Command } from '../../shared/rules/command.ts';
import { branchesOf, emptyBranches, expectedDurability } from '../../shared/rules/estimate.ts';
import type { AgreedTerm } from '../../shared/rules/state.ts';
import { effectsOf, liveTerms, provisionFor, termByKey } from '../../shared/rules/terms.ts';
import { SUPPORT, type Points } from '../../shared/rules/types.ts';
import { worthOf } from '../../shared/rules/worth.ts';
import { chanceOf } from './chance.ts';
import type { Stand } from './judge.ts';

/** Points a seat must lose by an agreement made over its head before it objects, and how often it then does. */
const OBJECTS_FROM: Points = 0.7;
const OBJECTS = 0.6;
/** What an objection costs the objector itself: a share of a point of cohesion or relations (TREATY-11). */
const OBJECTION = 0.7;
/** Points of loss from which a seat thinks of giving notice, beyond what its word and the others' trust are worth. */
const NOTICE_PRICE: Points = 2.5;
const GIVES_NOTICE = 0.5;
/** Per cent by which a text must make the peace likelier to last not to have failed (SCORE-9), and how often that is told. */
const WOULD_HAVE_FAILED = 2;
const HOLDS = 0.5;
const HOLDS_A_GAME = 3;
/** What a PC adds to the chance of ratification, where it stands at support 50 and for each point (TREATY-2), in per cent. */
const PER_PC = 10;
const AT_EVEN = 65;
const PER_POINT = 0.8;
const SURE = 95;
/** Points that a PC kept for other things is worth at the start of a game; it falls to nothing. */
const PC_WORTH = 0.5;
/** A term that fails to be ratified is tried again: of what a PC buys, that much is lost by waiting for the next round. */
const WAITING = 0.5;
const LOBBY_MOST = 3; // PC a term and round

/** What a seat does about what others agreed, what it signed and regrets, and what waits at its home. */
export function dissenting(stand: Stand): Command[] {
  return [...objections(stand), ...notices(stand), ...lobbying(stand)];
}

/** Against agreements made over its head that cost it much. */
function objections({ scenario, view, prospect, seed }: Stand): Command[] {
  const { legal, mine, world } = view;
  const on = mine.seat === 'ru' || mine.seat === 'cn' ? 'relations' : 'cohesion';
  return legal.object.flatMap((id): Command[] => {
    const agreement = world.agreements.find((candidate) => candidate.id === id);
    if (!agreement) return [];
    const loss = -worthOf(scenario, mine.mandate.weights, agreement.terms);
    const own = OBJECTION * prospect.marginal(on);
    if (loss < OBJECTS_FROM + own || chanceOf(seed, 'objects', id).next() >= OBJECTS) return [];
    return [{ kind: 'object', agreement: id }];
  });
}

/** On terms that have come to hurt far more than trust costs. */
function notices(stand: Stand): Command[] {
  const { scenario, view, temperament, seed } = stand;
  const { legal, world } = view;
  if (world.rounds - world.round < 2) return [];
  for (const key of legal.denounce) {
    const term = termByKey(world, key)?.term;
    if (!term || term.state !== 'inForce') continue;
    const rule = provisionFor(scenario, term.provision);
    if (rule.humanitarian || rule.id === 'full-ceasefire') continue;
    const leaning = liveTerms(world)
      .map((live) => live.term)
      .filter((other) =>
        provisionFor(scenario, other.provision).needs.some((need) => need.provision === rule.id),
      );
    const given = [term, ...leaning].reduce((sum, one) => sum + givenBy(stand, one), 0);
    if (-given < NOTICE_PRICE * temperament.honesty) continue;
    if (chanceOf(seed, 'notice', key, world.round).next() < GIVES_NOTICE)
      return [{ kind: 'denounce', term: key }];
  }
  return [];
}

/** What a term does for the seat's own result, points. */
function givenBy({ scenario, prospect }: Stand, term: AgreedTerm): Points {
  return effectsOf(scenario, term).reduce((sum, { on, by }) => sum + (by / 100) * prospect.marginal(on), 0);
}

/** At home, for terms that matter and may not be ratified. */
function lobbying(stand: Stand): Command[] {
  const { view } = stand;
  const { legal, mine, world } = view;
  const support = world.measures[mine.seat === 'eu' ? 'euUnity' : SUPPORT[mine.seat]] / 100;
  const left = Math.max(0, world.rounds - world.round) / Math.max(1, world.rounds - 1);
  let free = mine.pc.free;
  return legal.lobby.flatMap((key): Command[] => {
    const found = termByKey(world, key);
    if (!found) return [];
    const spent = found.term.lobbied[mine.seat] ?? 0;
    const chance = AT_EVEN + PER_POINT * (support - 50) + (PER_PC * spent) / 100;
    const worth = found.agreement.terms
      .filter((term) => term.key === key || needs(stand, term, found.term))
      .reduce((sum, term) => sum + givenBy(stand, term), 0);
    const lost = left > 0 ? WAITING : 1;
    if ((PER_PC / 100) * worth * lost <= PC_WORTH * left) return [];
    const wanted = Math.min(LOBBY_MOST * 100 - spent, Math.ceil(((SURE - chance) * 100) / PER_PC));
    const pc = Math.min(wanted, free / 2);
    if (pc < 25) return [];
    free -= pc;
    return [{ kind: 'lobby', term: key, pc: Math.floor(pc) }];
  });
}

function needs({ scenario }: Stand, term: AgreedTerm, on: AgreedTerm): boolean {
  return provisionFor(scenario, term.provision).needs.some((need) => need.provision === on.provision);
}

/** "We hold": said in the open, once a round, of a text refused that would not have made the peace likelier to last. */
export function holding({ scenario, view, prospect, seed }: Stand): Command[] {
  const { mine, world } = view;
  const held = world.dispatches.filter((line) => line.seat === mine.seat && line.key.startsWith('held.'));
  if (held.length >= HOLDS_A_GAME || held.some((line) => line.round === world.round)) return [];
  if (chanceOf(seed, 'holds', world.round).next() >= HOLDS) return [];
  const scratch = emptyBranches();
  const { outlook, russia } = prospect;
  const without = expectedDurability(branchesOf(outlook, [], russia, scratch));
  for (const paper of mine.papers) {
    const no = paper.rejections[mine.seat];
    if (!no || paper.state !== 'open' || paper.round !== world.round || paper.terms.length < 2) continue;
    const lasting = expectedDurability(
      branchesOf(outlook, dealOf(scenario, world, paper.terms), russia, scratch),
    );
    if (lasting >= without + WOULD_HAVE_FAILED) continue;
    return [{ kind: 'hold', reason: no.reason, ...(no.about === undefined ? {} : { about: no.about }) }];
  }
  return [];
}
