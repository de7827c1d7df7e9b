import type { Command } from '../../shared/rules/command.ts';
import type { Provision, Scenario } from '../../shared/rules/scenario.ts';
import type { Order, Proposal, Term } from '../../shared/rules/state.ts';
import { provisionFor } from '../../shared/rules/terms.ts';
import type { Level, OrderId } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { sameOrders } from '../bots/orders.ts';
import type { BotPlayer } from '../bots/talks.ts';

/** What a delegation keeps its hands off. */
export interface Abstinence {
  signs?: (rule: Provision, level: Level) => boolean;
  writes?: (rule: Provision, level: Level) => boolean;
  orders?: ReadonlySet<OrderId>;
}

/** A bot that does without some things: it neither writes nor signs them, and says which term it will never sign. */
export function abstaining(scenario: Scenario, bot: BotPlayer, without: Abstinence): BotPlayer {
  const { signs, writes, orders } = without;
  const barred = (terms: readonly Term[], bars: Abstinence['signs']): Term | undefined =>
    bars && terms.find((term) => bars(provisionFor(scenario, term.provision), term.level));

  return {
    seat: bot.seat,
    act(view, turnedDown) {
      const { seat } = view.mine;
      const asked = (paper: Proposal): boolean =>
        paper.author !== seat && paper.signatories.includes(seat) && barred(paper.terms, signs) !== undefined;
      const refusals = view.mine.papers.flatMap((paper): Command[] => {
        const term = barred(paper.terms, signs);
        if (!term || !asked(paper) || paper.state !== 'open' || paper.rejections[seat]) return [];
        return [{ kind: 'reject', proposal: paper.id, reason: 'redLine', about: term.provision }];
      });
      if (refusals.length > 0) return refusals;

      const { propose, orders: sheet } = view.legal;
      const seen: SeatView = {
        ...view,
        mine: { ...view.mine, papers: view.mine.papers.filter((paper) => !asked(paper)) },
        legal: {
          ...view.legal,
          propose: propose && {
            ...propose,
            provisions: propose.provisions.flatMap((offer) => {
              const rule = provisionFor(scenario, offer.provision);
              const levels = offer.levels.filter((level) => !writes?.(rule, level));
              return levels.length > 0 ? [{ ...offer, levels }] : [];
            }),
          },
          orders: sheet && { ...sheet, list: sheet.list.filter(({ order }) => !orders?.has(order)) },
        },
      };
      return actWithout(bot, seen, turnedDown, (terms) => barred(terms, writes) !== undefined);
    },
  };
}

/** What a bot does without the papers it may not write; with nothing left to do it gets ready. */
export function actWithout(
  bot: BotPlayer,
  view: SeatView,
  turnedDown: boolean | undefined,
  barred: (terms: readonly Term[]) => boolean,
): Command[] {
  const wanted = bot.act(view, turnedDown);
  const left = wanted.filter((command) => command.kind !== 'propose' || !barred(command.terms));
  const silenced = left.length < wanted.length && left.every((command) => command.kind === 'say');
  return silenced ? bot.act(view, true) : left;
}

/** A bot that puts forward one paper a round, small steps and counters counted. */
export function onePaperARound(bot: BotPlayer): BotPlayer {
  return {
    seat: bot.seat,
    act(view, turnedDown = false) {
      const { seat, papers } = view.mine;
      const spoken = papers.some((paper) => paper.author === seat && paper.round === view.world.round);
      return bot.act(spoken ? { ...view, legal: { ...view.legal, propose: null } } : view, turnedDown);
    },
  };
}

/** A bot that looks on: it writes its orders and is ready. */
export function watching(bot: BotPlayer): BotPlayer {
  return {
    seat: bot.seat,
    act: (view, turnedDown) =>
      bot.act(
        { ...view, mine: { ...view.mine, papers: [] }, legal: { ...view.legal, propose: null } },
        turnedDown,
      ),
  };
}

/** A bot that gives the same orders every round, as far as they may be given. */
export function ordering(bot: BotPlayer, wanted: readonly OrderId[]): BotPlayer {
  return {
    seat: bot.seat,
    act: (view, turnedDown) =>
      bot.act(view, turnedDown).flatMap((command): Command[] => {
        if (command.kind === 'writeOrders') return [];
        if (command.kind !== 'setReady' || view.world.phase !== 'talks') return [command];
        const sheet = view.legal.orders;
        let left = view.mine.pc.free;
        const orders = (sheet?.list ?? [])
          .filter(({ order, violates }) => wanted.includes(order) && violates.length === 0)
          .slice(0, sheet?.limit ?? 0)
          .flatMap(({ order, cost, targets }): Order[] => {
            if (cost > left) return [];
            left -= cost;
            const target = targets[view.world.round % targets.length] ?? null;
            return [{ order, target: target as Order['target'], intensity: 1 }];
          });
        if (sameOrders(orders, view.mine.orders)) return [command];
        return [{ kind: 'writeOrders', orders }, command];
      }),
  };
}
