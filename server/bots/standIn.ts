import type { Command } from '../../shared/rules/command.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Order, Proposal } from '../../shared/rules/state.ts';
import { costOfTerms } from '../../shared/rules/terms.ts';
import { SEATS } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { isSmallStep } from './judge.ts';
import type { BotPlayer } from './talks.ts';

/** Wordings of the note that a paper waits for the delegation. */
const AWAY = 6;
/** What moves forces or attacks is for the people of a seat to decide. */
const FORCEFUL: ReadonlySet<string> = new Set([
  'offensive',
  'counter-attack',
  'exercise',
  'deploy',
  'reinforce',
]);
/** Measures that an order of a stand-in may not raise, and may not lower. */
const RAISED: ReadonlySet<string> = new Set(['escalation', 'violence', 'rearmament']);
const LOWERED: ReadonlySet<string> = new Set(['relations', 'cohesion']);

/** A bot that keeps a seat for people who are away: it answers and prepares, and never binds them. */
export function standInFor(scenario: Scenario, bot: BotPlayer): BotPlayer {
  return { seat: bot.seat, act: (view) => standInActs(scenario, view, bot.act(view, true)) };
}

/**
 * What a stand-in may do of what a bot would: answer what is put to the seat, sign what costs nothing, write orders that
 * cannot escalate where none are written, and be ready as long as somebody is there to play with. It never signs what
 * costs, proposes, denounces, objects, accuses or promises.
 *
 * @param commands of a bot that has been told to answer and get ready
 */
export function standInActs(scenario: Scenario, view: SeatView, commands: readonly Command[]): Command[] {
  const { mine, world } = view;
  return commands.flatMap((command): Command[] => {
    switch (command.kind) {
      case 'say':
        return command.params?.['re'] === undefined ? [] : [command];
      case 'reject': {
        const paper = paperOf(view, command.proposal);
        return paper && world.seats[paper.author].taken === 'human' ? waiting(view, paper) : [];
      }
      case 'sign': {
        const paper = paperOf(view, command.proposal);
        const free =
          paper && isSmallStep(scenario, paper.terms) && costOfTerms(scenario, paper.terms, mine.seat) === 0;
        return free ? [command] : [];
      }
      case 'writeOrders': {
        const orders = command.orders.filter((order) => isCalm(scenario, view, order));
        return mine.orders.length === 0 && orders.length > 0 ? [{ kind: 'writeOrders', orders }] : [];
      }
      case 'setReady':
        return command.ready && isSomebodyThere(view) ? [command] : [];
      default:
        return [];
    }
  });
}

function paperOf(view: SeatView, id: string): Proposal | undefined {
  return view.mine.papers.find((paper) => paper.id === id);
}

/** To a person whose paper the bot would refuse: that it waits for the delegation. Once a paper. */
function waiting({ mine }: SeatView, paper: Proposal): Command[] {
  const notes = mine.press.filter(
    ({ from, key }) => from === mine.seat && key?.startsWith('standIn.away') === true,
  );
  const [first] = paper.terms;
  if (!first || notes.some(({ about }) => about?.proposal === paper.id)) return [];
  return [
    {
      kind: 'say',
      channel: `seat:${paper.author}`,
      act: 'say',
      about: { proposal: paper.id },
      key: `standIn.away.${1 + ((SEATS.indexOf(mine.seat) + notes.length) % AWAY)}`,
      params: { text: first.provision },
      text: null,
    },
  ];
}

/** Whether an order breaks nothing, moves no forces, and makes neither war nor ill will more likely. */
function isCalm(scenario: Scenario, { legal }: SeatView, { order }: Order): boolean {
  const rule = scenario.orders.find(({ id }) => id === order);
  const option = legal.orders?.list.find((candidate) => candidate.order === order);
  if (!rule || !option || option.violates.length > 0) return false;
  if (rule.front !== undefined && FORCEFUL.has(rule.front)) return false;
  return !rule.effects.some(({ on, by }) => (by > 0 ? RAISED : LOWERED).has(on));
}

/** Whether people play at all: without them a game must not run to its end. */
function isSomebodyThere({ world }: SeatView): boolean {
  return SEATS.some((seat) => world.seats[seat].taken === 'human' && world.seats[seat].standIn === undefined);
}
