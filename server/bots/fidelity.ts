import { dealOf } from '../../shared/rules/endgame.ts';
import type { TextAccount } from '../../shared/rules/account.ts';
import type { Command } from '../../shared/rules/command.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Message, Proposal, Term } from '../../shared/rules/state.ts';
import { costOf } from '../../shared/rules/terms.ts';
import { SEATS, type ProvisionId, type Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { createBot, standing, type BotSettings } from './bot.ts';
import { judge, type Stand } from './judge.ts';
import { rivalTo } from './rivals.ts';
import { playGame, type PlaySettings } from './play.ts';
import type { BotPlayer } from './talks.ts';
import { wordsOf } from './wording.ts';

/** How true and how varied bots spoke in some games. */
export interface Fidelity {
  reasons: number; // stated with a refusal
  faithful: number; // of those: but for its cause the seat would not have refused, and it names one of the three largest
  unfaithful: { seed: string; seat: Seat; proposal: string; reason: string; about: string | undefined }[];
  spoken: number; // reasons told in words
  contrary: number; // of those: not what the account says
  messages: number;
  empty: number;
  repeated: number; // word for word within a game
  beyond: number; // messages beyond a temperament's measure of talk
}

/** The causes that a reason may be among, and still be called the truth. */
const LARGEST = 3;
/** A ceasefire as the wrong order is measured against. */
const QUIET: Term = { provision: 'full-ceasefire', level: 2, scope: [], conditions: [], snapback: [] };

/**
 * Plays games and holds every stated reason against the decision itself: it is judged again with that cause taken away,
 * and each term is weighed by itself and by leaving it out.
 */
export function fidelityOf(scenario: Scenario, games: readonly PlaySettings[]): Fidelity {
  const found: Fidelity = {
    reasons: 0,
    faithful: 0,
    unfaithful: [],
    spoken: 0,
    contrary: 0,
    messages: 0,
    empty: 0,
    repeated: 0,
    beyond: 0,
  };
  for (const settings of games) {
    const talks = new Map<Seat, number>();
    const player = (seat: Seat, bot: BotSettings): BotPlayer => {
      const stand = standing(scenario, seat, bot);
      const inner = createBot(scenario, seat, bot);
      return {
        seat,
        act(view, turnedDown) {
          const commands = inner.act(view, turnedDown);
          if (view.world.phase === 'talks') {
            talks.set(seat, stand(view).temperament.talk);
            examine(found, settings.seed, stand(view), commands);
          }
          return commands;
        },
      };
    };
    const { state } = playGame(scenario, { ...settings, player });
    readPress(found, state.hidden.press, talks);
  }
  return found;
}

/** Holds the refusals of one moment, and what is said of them, against the decision. */
function examine(found: Fidelity, seed: string, stand: Stand, commands: readonly Command[]): void {
  for (const command of commands) {
    if (command.kind !== 'reject' || command.account?.of !== 'text') continue;
    const paper = stand.view.mine.papers.find(({ id }) => id === command.proposal);
    if (!paper) continue;
    const about = command.about ?? command.account.about ?? undefined;
    found.reasons++;
    if (isDecisive(stand, paper, command.reason) && isAmongLargest(stand, paper, command.reason, about))
      found.faithful++;
    else
      found.unfaithful.push({
        seed,
        seat: stand.view.mine.seat,
        proposal: paper.id,
        reason: command.reason,
        about,
      });

    const words = commands.find(
      (other) => other.kind === 'say' && other.act === 'refuse' && other.about?.proposal === paper.id,
    );
    if (words?.kind !== 'say') continue;
    found.spoken++;
    if (!agrees(words, command.account)) found.contrary++;
  }
}

/** Whether the seat would have signed, or refused for another reason, had the cause not been there. */
function isDecisive(stand: Stand, paper: Proposal, reason: string): boolean {
  const { view } = stand;
  const again = (changed: Partial<Stand>): ReturnType<typeof judge> =>
    judge({ ...stand, ...changed }, paper.terms);
  const inWorld = (world: Partial<SeatView['world']>): Partial<Stand> => ({
    view: { ...view, world: { ...view.world, ...world } },
  });
  const moved = (changed: Partial<Stand>): boolean => {
    const verdict = again(changed);
    return verdict.signs || verdict.rejection?.reason !== reason;
  };
  switch (reason) {
    case 'redLine':
      return moved({
        view: { ...view, mine: { ...view.mine, mandate: { ...view.mine.mandate, redLines: [] } } },
      });
    case 'distrust': {
      const trusted = SEATS.map((seat) => [seat, { ...view.world.seats[seat], breaches: 0 }] as const);
      const seats = Object.fromEntries(trusted) as SeatView['world']['seats'];
      const mine = { ...view.mine, promises: [], papers: [] };
      return again({ view: { ...view, mine, world: { ...view.world, seats } } }).signs;
    }
    case 'home':
      return again({
        view: { ...view, mine: { ...view.mine, pc: { ...view.mine.pc, free: 1_000_000 } } },
      }).signs;
    case 'betterAlternative': {
      const rival = rivalTo(view, paper);
      return rival !== null && judge(stand, rival.terms).gain > again({}).gain && again({}).signs;
    }
    case 'wait':
      return again(inWorld({ round: view.world.rounds })).signs;
    case 'wrongOrder': {
      const own = (terms: readonly Term[]): number =>
        stand.prospect.own(dealOf(stand.scenario, stand.view.world, terms));
      return own([QUIET, ...paper.terms]) - own([QUIET]) >= again({}).asks;
    }
    default:
      return again({}).gain < again({}).asks;
  }
}

/** Whether the named term is among the three that weigh most: by what it costs, what it brings, what it takes at home. */
function isAmongLargest(
  { scenario, view, prospect }: Stand,
  { terms }: Proposal,
  reason: string,
  about: ProvisionId | undefined,
): boolean {
  if (about === undefined) return true;
  const deal = dealOf(scenario, view.world, terms);
  const whole = prospect.own(deal);
  const quiet = dealOf(scenario, view.world, [QUIET]);
  const weight = (term: Term, i: number): number => {
    const marginal = whole - prospect.own(deal.toSpliced(i, 1));
    const alone = prospect.own(deal.slice(i, i + 1));
    switch (reason) {
      case 'redLine':
        return view.mine.mandate.redLines.some(
          (line) => line.provision === term.provision && term.level >= line.level,
        )
          ? 1
          : 0;
      case 'home':
        return costOf(scenario, term, view.mine.seat);
      case 'distrust':
        return Math.max(marginal, alone);
      case 'wrongOrder':
        return (
          prospect.own([...quiet, ...deal]) - prospect.own([...quiet, ...deal.toSpliced(i, 1)]) - marginal
        );
      case 'betterAlternative':
        return 0; // it names the matter that both texts hold
      default:
        return -Math.min(marginal, alone);
    }
  };
  const weights = terms.map((term, i) => ({ provision: term.provision, by: weight(term, i) }));
  const named = Math.max(...weights.filter(({ provision }) => provision === about).map(({ by }) => by));
  return weights.filter(({ by }) => by > named).length < LARGEST && (reason !== 'redLine' || named > 0);
}

/** Whether a refusal says what the account says, or less. */
function agrees({ key, params }: Pick<Message, 'key' | 'params'>, account: TextAccount): boolean {
  const [, reason, way] = (key ?? '').split('.');
  if (reason === 'plain') return true;
  if (reason !== account.reason || params?.['provision'] !== account.about) return false;
  const by = Math.min(
    ...account.terms.filter((term) => term.provision === account.about).map((term) => term.by),
  );
  switch (way) {
    case 'cost':
      return by < 0;
    case 'share':
      return account.fair > account.gain && account.gain >= account.ask;
    default:
      return reason !== 'distrust' || (account.doubt > 0 && params['seat'] === account.doubted);
  }
}

/** Counts what a reader of the whole press would stumble over. */
function readPress(found: Fidelity, press: readonly Message[], talks: ReadonlyMap<Seat, number>): void {
  const read = new Set<string>();
  const spoken = new Map<string, number>();
  for (const message of press) {
    const words = wordsOf(message);
    found.messages++;
    if (words.trim() === '' || words.includes('{')) found.empty++;
    if (read.has(words)) found.repeated++;
    read.add(words);
    if (message.key?.startsWith('askInPrivate')) continue;
    const turn = `${message.from} ${message.round}`;
    spoken.set(turn, (spoken.get(turn) ?? 0) + 1);
    if ((spoken.get(turn) ?? 0) > (talks.get(message.from) ?? 0)) found.beyond++;
  }
}
