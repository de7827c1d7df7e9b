import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MEASURES,
  SEATS,
  decide,
  evolve,
  hashOf,
  legalFor,
  newGame,
  publicViewOf,
  viewFor,
} from '../../shared/rules/index.ts';
import { costOfTerms } from '../../shared/rules/terms.ts';
import { ceilingOf, givenTo, within } from '../../shared/rules/tracks.ts';
import { lesson, variant } from '../rules/game.ts';
import type { GameEvent, GameState, Order, PublicView, Seat, Sight } from '../../shared/rules/index.ts';
import { dice, offeredCommand, playRandom } from './play.ts';

const full = variant({
  objections: true,
  denouncing: true,
  ratification: true,
  orders: 2,
  intensity: 3,
  proposals: 2,
  scopes: [['north', 'baltic', 'centre', 'south'], ['north'], ['baltic', 'centre']],
  agenda: { dealt: 3, kept: 2 },
  conditions: ['ceasefireHeld', 'inForce', 'fromDate'],
  snapbacks: ['ceasefireEnds', 'breachOf'],
});
const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe.each([
  ['the lesson', lesson],
  ['every switch on', full],
])('in %s', (_name, scenario) => {
  test('[END-1] a game of random legal moves ends', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(playRandom(scenario, seed).state.world.phase).toBe('ended');
      }),
      { numRuns: 12 },
    );
  });

  test('[GAME-1] the same log gives the same hash', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state, log } = playRandom(scenario, seed);
        let again = newGame(scenario, { seed: `random ${seed}`, mode: 'simulation' });
        let decided = again;
        for (const { actor, command, events } of log) {
          const decision = decide(scenario, decided, actor, command);
          expect(decision.ok && decision.events).toEqual(events);
          for (const event of events) again = evolve(again, event);
          decided = again;
        }
        expect(hashOf(again)).toBe(hashOf(state));
      }),
      { numRuns: 6 },
    );
  });

  test('[GAME-1] deciding leads where its events lead, and changes nothing that it was given', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        let state = newGame(scenario, { seed: `random ${seed}`, mode: 'simulation' });
        for (const { actor, command } of playRandom(scenario, seed).log) {
          const decision = decide(scenario, frozen(state), actor, command);
          if (!decision.ok) throw new Error(decision.refusal.code);
          const told = decision.events.reduce(evolve, state);
          expect(decision.after ?? told).toEqual(told);
          state = told;
        }
      }),
      { numRuns: 3 },
    );
  });

  test('[HASH-2] a state has the same text whether it was decided or read', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const opening = newGame(scenario, { seed: `random ${seed}`, mode: 'simulation' });
        let state = opening;
        let read: GameState = JSON.parse(JSON.stringify(opening));
        for (const { actor, command } of playRandom(scenario, seed).log) {
          const decision = decide(scenario, state, actor, command);
          if (!decision.ok) throw new Error(decision.refusal.code);
          state = decision.after ?? decision.events.reduce(evolve, state);
          read = (JSON.parse(JSON.stringify(decision.events)) as GameEvent[]).reduce(evolve, read);
          expect(JSON.stringify(read)).toBe(JSON.stringify(state));
        }
      }),
      { numRuns: 4 },
    );
  });

  test('[TRACK-1, TRACK-2, TRACK-3] tracks stay within bounds, are what bare and given make, and every change has its line', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        playRandom(scenario, seed, (before, _row, after) => {
          const news = after.world.ledger.slice(before.world.ledger.length);
          for (const on of MEASURES) {
            const value = after.world.measures[on];
            const bound = ceilingOf(after.world, on);
            expect(Number.isInteger(value)).toBe(true);
            if (after.world.phase === 'talks' && after.world.ledger !== before.world.ledger)
              expect(value).toBe(within(after.world.bare[on] + givenTo(after.world, on), 0, bound));
            const told = news.filter((line) => line.on === on).reduce((sum, line) => sum + line.by, 0);
            expect(value - before.world.measures[on]).toBe(told);
          }
        });
      }),
      { numRuns: 6 },
    );
  });

  test('[PC-1 to PC-4] political capital changes only by what events say, and signed texts are covered', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        playRandom(scenario, seed, (before, row, after) => {
          for (const seat of SEATS) {
            const said = row.events.reduce(
              (sum, event) => (event.kind === 'pcMoved' && event.seat === seat ? sum + event.by : sum),
              0,
            );
            expect(after.secrets[seat].pc - before.secrets[seat].pc).toBe(said);
            if (row.command.kind !== 'sign' || row.actor !== seat) continue;
            const paper = before.hidden.papers.find(
              (candidate) => row.command.kind === 'sign' && candidate.id === row.command.proposal,
            );
            if (paper)
              expect(costOfTerms(scenario, paper.terms, seat)).toBeLessThanOrEqual(before.secrets[seat].pc);
          }
        });
      }),
      { numRuns: 6 },
    );
  });

  test('[LEGAL-1] what is offered is accepted', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const roll = dice(seed);
        playRandom(scenario, seed, (_before, _row, state) => {
          if (roll(10) !== 0) return;
          for (const seat of SEATS) {
            const legal = legalFor(scenario, state, seat);
            const asked = [
              ...legal.sign.map((proposal) => ({ kind: 'sign', proposal }) as const),
              ...legal.withdraw.map((proposal) => ({ kind: 'withdraw', proposal }) as const),
              ...legal.object.map((agreement) => ({ kind: 'object', agreement }) as const),
              ...legal.denounce.map((key) => ({ kind: 'denounce', term: key }) as const),
              ...legal.reports.map((report) => ({ kind: 'answerReport', report, answer: 'pass' }) as const),
              ...(legal.orders?.list ?? []).flatMap((order) =>
                order.targets.map(
                  (target) =>
                    ({
                      kind: 'writeOrders',
                      orders: [{ order: order.order, target, intensity: 1 } as Order],
                    }) as const,
                ),
              ),
            ];
            const written = JSON.stringify(state.secrets[seat].orders);
            const refused = asked
              .filter((ask) => ask.kind !== 'writeOrders' || JSON.stringify(ask.orders) !== written)
              .filter((ask) => !decide(scenario, state, seat, ask).ok);
            expect(refused).toEqual([]);
          }
        });
      }),
      { numRuns: 6 },
    );
  });

  test('[VIEW-1] a view is unmoved by what it may not know', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const roll = dice(seed);
        playRandom(scenario, seed, (_before, _row, state) => {
          if (roll(12) !== 0) return;
          for (const seat of SEATS) {
            const secrets = { ...state.secrets };
            for (const other of SEATS)
              if (other !== seat)
                secrets[other] = { ...secrets[other], pc: 1, orders: [], agenda: [], reports: [] };
            const other = {
              ...state,
              secrets,
              hidden: { ...state.hidden, seed: '', streams: {}, truths: {} },
            };
            expect(viewFor(scenario, other, seat)).toEqual(viewFor(scenario, state, seat));
          }
        });
      }),
      { numRuns: 4 },
    );
  });

  test('[VIEW-1] what is seen after a look before is what is seen at first sight; what is sealed moves nobody’s view', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const roll = dice(seed);
        const sights = new Map<Seat, Sight>();
        let open: Sight<PublicView> | null = null;
        playRandom(scenario, seed, (before, { actor, command }, state) => {
          for (const seat of SEATS) {
            const last = sights.get(seat) ?? null;
            if (roll(3) === 0) continue;
            const view = viewFor(scenario, state, seat, last);
            sights.set(seat, { state, view });
            if (roll(9) === 0) expect(view).toEqual(viewFor(scenario, structuredClone(state), seat));
            if (command.kind === 'writeOrders' && actor !== seat && last?.state === before)
              expect(view).toBe(last.view);
          }
          if (roll(3) === 0) return;
          open = { state, view: publicViewOf(state, open) };
          expect(open.view).toEqual(publicViewOf(state));
        });
      }),
      { numRuns: 4 },
    );
  });

  test('[GAME-2] a refusal changes nothing and says why', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const roll = dice(seed);
        playRandom(scenario, seed, (_before, _row, state) => {
          if (roll(8) !== 0) return;
          const [from, to] = [SEATS[roll(6)], SEATS[roll(6)]];
          if (!from || !to) return;
          const text = JSON.stringify(state);
          const decision = decide(scenario, state, to, offeredCommand(scenario, state, from, roll));
          if (!decision.ok) expect(decision.refusal.code).toMatch(/^[A-Z_]+$/);
          expect(JSON.stringify(state)).toBe(text);
        });
      }),
      { numRuns: 4 },
    );
  });
});

test('[ORD-7] sealed orders in any order of arrival lead to the same state', () => {
  fc.assert(
    fc.property(seeds, fc.shuffledSubarray([...SEATS], { minLength: 6 }), (seed, arrival) => {
      const run = (seats: readonly (typeof SEATS)[number][]) => {
        let state = newGame(lesson, { seed: `arrival ${seed}`, mode: 'simulation' });
        const ask = (actor: Parameters<typeof decide>[2], command: Parameters<typeof decide>[3]) => {
          const decision = decide(lesson, state, actor, command);
          if (decision.ok) for (const event of decision.events) state = evolve(state, event);
        };
        ask('host', { kind: 'start' });
        ask('clock', { kind: 'closeTalks' });
        const orders = new Map(
          SEATS.map((seat) => {
            const roll = dice(seed + seat.length * 7919 + seat.charCodeAt(0));
            const list = legalFor(lesson, state, seat).orders?.list ?? [];
            const order = list[roll(list.length)];
            return [
              seat,
              order && { order: order.order, target: order.targets[0] ?? null, intensity: 1 },
            ] as const;
          }),
        );
        for (const seat of seats) ask(seat, { kind: 'writeOrders', orders: [orders.get(seat)] } as never);
        ask('clock', { kind: 'closeTalks' });
        return hashOf(state);
      };
      expect(run(arrival)).toBe(run(SEATS));
    }),
    { numRuns: 15 },
  );
});

/** The same value, and whoever changes anything in it fails. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
