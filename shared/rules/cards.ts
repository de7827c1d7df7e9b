import { dispatch, emit, move } from './resolution.ts';
import type { Resolution } from './resolution.ts';
import type { Card, CardTrigger } from './scenario.ts';
import type { World } from './state.ts';
import { levelInForce } from './terms.ts';
import { within } from './tracks.ts';
import { hundredths } from './types.ts';

/** A second card comes in so many rounds of 10,000 (EVENT-1). */
const SECOND_CARD = 4_000;
/** What an event that raises escalation adds to the tension of its sector (EVENT-3). */
const CARD_TENSION = 400;

/** Whether a card's trigger holds (EVENT-2). */
export function triggered(world: World, when: CardTrigger): boolean {
  switch (when.kind) {
    case 'always':
      return true;
    case 'war':
      return world.truce.level === 0;
    case 'ceasefire':
      return world.truce.level > 0;
    case 'provision':
      return levelInForce(world, when.provision) >= (when.level ?? 1);
    case 'noProvision':
      return levelInForce(world, when.provision) === 0;
  }
}

function eligible(resolution: Resolution): Card[] {
  const { world } = resolution.state;
  return resolution.scenario.cards.filter(
    (card) =>
      card.fromRound <= world.round &&
      world.round <= card.toRound &&
      (card.nuclear !== true || resolution.scenario.edition.nuclear) &&
      triggered(world, card.when) &&
      !world.cards.some((drawn) => drawn.card === card.id),
  );
}

/** One or two cards a round, injected ones first (EVENT-1 to EVENT-3). */
export function drawCards(resolution: Resolution): void {
  const draw = resolution.streams.of('cards');
  for (const id of resolution.state.hidden.injected) {
    const card = resolution.scenario.cards.find((candidate) => candidate.id === id);
    if (card) play(resolution, card, true);
  }
  const count = draw.chance(SECOND_CARD) ? 2 : 1;
  for (let i = 0; i < count; i++) {
    const pool = eligible(resolution);
    if (pool.length === 0) return;
    play(resolution, draw.weighted(pool.map((card) => [card, card.weight] as const)), false);
  }
}

function play(resolution: Resolution, card: Card, injected: boolean): void {
  const { world } = resolution.state;
  const soft = card.softenedBy && levelInForce(world, card.softenedBy.provision) > 0 ? card.softenedBy : null;
  emit(resolution, { kind: 'cardDrawn', card: card.id, injected });
  dispatch(resolution, {
    key: soft ? 'cardSoftened' : 'card',
    id: card.id,
    ...(card.seat ? { seat: card.seat } : {}),
    ...(card.sector ? { sector: card.sector } : {}),
    ...(soft ? { cause: { kind: 'term', id: soft.provision } as const } : {}),
  });
  for (const [track, by] of card.effects)
    move(resolution, track, Math.round(hundredths(by) * (soft ? soft.factor : 1)), {
      kind: 'card',
      id: card.id,
    });
  if (!card.sector || !card.effects.some(([track, by]) => track === 'escalation' && by > 0)) return;
  const sector = world.sectors[card.sector];
  const tension = within(sector.tension + Math.round(CARD_TENSION * (soft ? soft.factor : 1)), 0, 10_000);
  emit(resolution, { kind: 'sectorMoved', sector: card.sector, change: { tension } });
}
