import type { Command } from '../../shared/rules/command.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import { SEATS, type Points, type Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { bestCards, pursuitOf } from './agenda.ts';
import { answer, unanswered } from './answers.ts';
import { beliefsOf } from './beliefs.ts';
import { chanceOf } from './chance.ts';
import { JUDGEMENTS, type Difficulty, type Judgement } from './difficulty.ts';
import { dissenting, holding } from './dissent.ts';
import type { Desk } from './draft.ts';
import type { Stand } from './judge.ts';
import { leaningsOf } from './leanings.ts';
import { mindsOf } from './minds.ts';
import type { Talks } from './options.ts';
import { ordersFor, sameOrders } from './orders.ts';
import { answerPapers, refuseWith, takenUp } from './papers.ts';
import { deskOf } from './propose.ts';
import { promising } from './promises.ts';
import { prospectOf, type Prospect } from './prospect.ts';
import { remarks } from './remarks.ts';
import { reportAnswers } from './reports.ts';
import { introduction } from './speech.ts';
import { deskAnyway, tablePaper } from './tabling.ts';
import type { BotPlayer } from './talks.ts';
import { temperamentsOf, type Temperament } from './temperament.ts';
import { withinMeasure } from './voice.ts';
import { puttingAside, wordGiven } from './word.ts';

export interface BotSettings {
  difficulty: Difficulty;
  temperament?: string; // an id; by the seed where none is given
  seed: string;
  talks: Talks;
  temper?: Partial<Temperament>; // instead of the temperament's own, for experiments
  judge?: Partial<Judgement>; // instead of the difficulty's own
}

/**
 * A bot in a seat. It sees what its seat sees; what it remembers is what its view still shows, so that a server
 * started again goes on with the same bot.
 *
 * @throws when the temperament is not one of the seat's
 */
export function createBot(scenario: Scenario, seat: Seat, settings: BotSettings): BotPlayer {
  const stand = standing(scenario, seat, settings);
  return {
    seat,
    act(view, turnedDown = false) {
      switch (view.world.phase) {
        case 'lobby':
        case 'ended':
          return [];
        case 'briefing':
          return brief(stand(view));
        case 'talks':
          return talk(stand(view), settings.talks, turnedDown);
      }
    },
  };
}

/** How a bot stands to what it sees: what it brings to every decision. */
export function standing(scenario: Scenario, seat: Seat, settings: BotSettings): (view: SeatView) => Stand {
  const asWritten = { ...temperamentFor(seat, settings), ...settings.temper };
  const judgement = { ...JUDGEMENTS[settings.difficulty], ...settings.judge };
  const temperament = { ...asWritten, initiative: asWritten.initiative + judgement.papers };
  const { seed } = settings;
  const errs = judgement.misjudges > 0 ? errorsOf(scenario, seed, judgement.misjudges) : null;
  let seen: { by: readonly unknown[]; prospect: Prospect } | null = null;

  /** What lies ahead; worked out again only when something that it is worked out from has moved. */
  const prospectFor = (view: SeatView): Prospect => {
    const { agreements, measures, phase, round, truce } = view.world;
    const papers = judgement.learns ? view.mine.papers.length : null;
    const by = [measures, agreements, truce, round, phase, view.mine.mandate.agenda.join(), papers];
    if (seen && seen.by.every((part, i) => part === by[i])) return seen.prospect;
    const minds = mindsOf(scenario, view, judgement.learns ? beliefsOf(scenario, view) : {});
    const prospect = prospectOf(scenario, view.world, seat, minds, {
      trusts: judgement.holds,
      errs,
      leanings: judgement.learns ? leaningsOf(scenario, view) : null,
      pursues: judgement.agenda
        ? (bare) => pursuitOf(scenario, view.world, seat, view.mine.mandate.agenda, bare)
        : null,
    });
    seen = { by, prospect };
    return prospect;
  };

  return (view) => ({ scenario, view, prospect: prospectFor(view), temperament, judgement, seed });
}

/** What a delegation that misjudges takes each term to be worth to each seat beyond its true worth, points; small steps it gets right. */
function errorsOf(scenario: Scenario, seed: string, misjudges: Points): Float64Array[] {
  const chance = chanceOf(seed, 'errs');
  return SEATS.map(() =>
    Float64Array.from(
      scenario.provisions.flatMap(({ smallStep, humanitarian }) => {
        const by = misjudges * chance.noise();
        return [0, 1, 2, 3].map((level) => (humanitarian || level <= smallStep ? 0 : by));
      }),
    ),
  );
}

function temperamentFor(seat: Seat, { temperament, seed }: BotSettings): Temperament {
  const choice = temperamentsOf(seat);
  const named = temperament === undefined ? chanceOf(seed, 'temperament', seat).pick(choice) : undefined;
  const found = named ?? choice.find((candidate) => candidate.id === temperament);
  if (!found)
    throw new Error(
      `${temperament ?? ''} is no temperament of ${seat}; there are ${choice.map(({ id }) => id).join(', ')}`,
    );
  return found;
}

/** Before round 1: keep the first agenda cards, or those it is likeliest to do well by, and be ready. */
function brief({ scenario, view, prospect, judgement }: Stand): Command[] {
  const { legal, mine, world } = view;
  const commands: Command[] = [];
  const cardsOf = ({ dealt, keep }: { dealt: readonly string[]; keep: number }): readonly string[] =>
    judgement.agenda ? bestCards(scenario, prospect, world, mine.seat, dealt, keep) : dealt.slice(0, keep);
  if (legal.agenda && mine.mandate.agenda.length === 0)
    commands.push({ kind: 'chooseAgenda', cards: cardsOf(legal.agenda) });
  if (!world.seats[mine.seat].ready) commands.push({ kind: 'setReady', ready: true });
  return commands;
}

/** One turn: answer what is asked, sign or refuse, propose; with nothing left to do write orders and be ready. */
function talk(stand: Stand, talks: Talks, turnedDown: boolean): Command[] {
  const { mine, world } = stand.view;
  const ready = world.seats[mine.seat].ready;
  const dissent = turnedDown ? [] : dissenting(stand);
  if (dissent.length > 0) return dissent; // what it spends is not there for the rest
  const commands: Command[] = [...reportAnswers(stand)];
  const greeting = introduction(stand);
  if (greeting) commands.push(greeting);
  const asked = unanswered(stand);
  for (const message of asked) commands.push(answer(stand, () => deskAnyway(stand, talks), talks, message));
  if (asked.length > 0 && !turnedDown) return withinMeasure(stand, commands); // what it says binds what it does next

  const takes = turnedDown ? [] : takenUp(stand);
  if (takes.length > 0) return withinMeasure(stand, [...commands, ...takes]);
  const { signed, refused } = answerPapers(stand);
  // Refusals first: with the last signature under one text another may lapse.
  commands.push(...refused.flatMap(({ paper, verdict }) => refuseWith(stand, paper, verdict)), ...signed);
  if (signed.length > 0 && !turnedDown) return withinMeasure(stand, commands);

  const word = wordGiven(stand);
  const own = word ? puttingAside(stand, word) : stand;
  let desk: Desk | null = null;
  const deskNow = (): Desk => (desk ??= deskOf(own, talks));
  if (!turnedDown)
    commands.push(
      ...tablePaper(
        own,
        deskNow,
        talks,
        refused.map(({ paper }) => paper),
        ready,
      ),
    );
  const dealt = withinMeasure(stand, commands);
  if (turnedDown) return ready ? dealt : [...dealt, ...closing(own)]; // what is refused again must not hold it up
  if (dealt.length > 0) return dealt;
  const words = withinMeasure(stand, [...promising(stand), ...remarks(stand)]);
  return words.length > 0 || ready ? words : closing(own);
}

/** Nothing is left to do but orders. */
function closing(stand: Stand): Command[] {
  const { mine, world } = stand.view;
  const commands: Command[] = [...holding(stand)];
  const { orders, account } = ordersFor(stand, chanceOf(stand.seed, 'orders', mine.seat, world.round));
  if (!sameOrders(orders, mine.orders))
    commands.push({ kind: 'writeOrders', orders, ...(account ? { account } : {}) });
  commands.push({ kind: 'setReady', ready: true });
  return commands;
}

/** Bots for every seat given, each with a stream of chance of its own. */
export function createBots(scenario: Scenario, seats: readonly Seat[], settings: BotSettings): BotPlayer[] {
  return SEATS.filter((seat) => seats.includes(seat)).map((seat) =>
    createBot(scenario, seat, { ...settings, seed: `${settings.seed}/${seat}` }),
  );
}
