import type { FrontModel, FrontSector, FrontWords } from '../../front/model.ts';
import type { Theme } from '../../theme.ts';
import type { SectorRule } from '../../../shared/rules/scenario.ts';
import { GUARDRAIL_WEIGHTS } from '../../../shared/rules/terms.ts';
import type { SectorId } from '../../../shared/rules/types.ts';
import { whole } from '../../figures.ts';
import type { Game } from '../../game/context.ts';
import { sectorName } from '../../names.ts';
import { t } from '../../text.ts';

/** How thick the fence stands in a sector, 0 to 100 points: what is watched, what is limited, who can telephone. */
export function guardrailsOf(game: Game, rule: SectorRule): number {
  const { measures } = game.view.world;
  const sum =
    measures[`transparency.${rule.region}`] * GUARDRAIL_WEIGHTS.transparency +
    measures[`limits.${rule.region}`] * GUARDRAIL_WEIGHTS.limits +
    measures.hotlines * GUARDRAIL_WEIGHTS.hotlines;
  return Math.min(100, Math.max(0, sum / 10_000));
}

/** A figure from 0 to 100 as a word. */
function grade(points: number): string {
  return t(
    points < 20
      ? 'grade.veryLow'
      : points < 40
        ? 'grade.low'
        : points < 60
          ? 'grade.medium'
          : points < 80
            ? 'grade.high'
            : 'grade.veryHigh',
  );
}

/** A sector in sentences: what the canvas draws, for who reads or listens. */
export function sectorTold(game: Game, rule: SectorRule): string[] {
  const { world } = game.view;
  const sector = world.sectors[rule.id];
  const told = [
    t('sector.tension', { grade: grade(sector.tension / 100), points: whole(sector.tension) }),
    t('sector.forces', {
      east: grade(sector.forcesEast / 100),
      west: grade(sector.forcesWest / 100),
      readyEast: grade(sector.readinessEast / 100),
      readyWest: grade(sector.readinessWest / 100),
    }),
  ];
  if (sector.fortification > 0)
    told.push(t('sector.fortified', { grade: grade(sector.fortification / 100) }));
  told.push(t('sector.guardrails', { grade: grade(guardrailsOf(game, rule)) }));
  if (rule.hot) {
    told.push(t('sector.control', { share: whole(sector.control) }));
    told.push(t(world.truce.level > 0 ? 'sector.truce' : 'sector.fighting'));
  }
  if (sector.incident) told.push(t(`sector.incident.${sector.incident}`));
  return told;
}

function legend(): FrontWords {
  return {
    miles: t('front.miles'),
    nato: t('front.nato'),
    russia: t('front.russia'),
    belarus: t('front.belarus'),
    ukraine: t('front.ukraine'),
    control: t('front.control'),
    contact: t('front.contact'),
    tension: t('front.tension'),
    guardrails: t('front.guardrails'),
    fortification: t('front.fortification'),
    forcesWest: t('front.forcesWest'),
    forcesEast: t('front.forcesEast'),
    readiness: t('front.readiness'),
    truce: t('front.truce'),
    incident: t('front.incident'),
    crisis: t('front.crisis'),
    clash: t('front.clash'),
    order: t('front.order'),
    target: t('front.target'),
  };
}

/** The front as the scene draws it and the list beside it tells it. */
export function frontModel(
  game: Game,
  look: {
    theme: Theme;
    reducedMotion: boolean;
    selected: SectorId | null;
    targets: readonly (string | null)[];
    lit?: readonly SectorId[];
  },
): FrontModel {
  const { view, scenario } = game;
  const { world, mine } = view;
  const aimed = new Set<string | null>(mine.orders.map((order) => order.target));
  const sectors = scenario.sectors.map((rule): FrontSector => {
    const sector = world.sectors[rule.id];
    return {
      id: rule.id,
      name: sectorName(rule.id),
      miles: rule.miles,
      region: rule.region,
      hot: rule.hot,
      tension: sector.tension / 100,
      forces: { east: sector.forcesEast / 100, west: sector.forcesWest / 100 },
      readiness: { east: sector.readinessEast / 100, west: sector.readinessWest / 100 },
      fortification: sector.fortification / 100,
      guardrails: guardrailsOf(game, rule),
      control: rule.hot ? sector.control / 100 : undefined,
      incident: sector.incident,
      truce: rule.hot && world.truce.level > 0,
      order: aimed.has(rule.id) || aimed.has(rule.region),
      target: look.targets.includes(rule.id) || look.targets.includes(rule.region),
      lit: look.lit?.includes(rule.id) ?? false,
      description: sectorTold(game, rule).join(' '),
    };
  });
  return {
    theme: look.theme,
    reducedMotion: look.reducedMotion,
    sectors,
    selected: look.selected,
    freezeNote: t('front.note'),
    legend: legend(),
  };
}
