import { scenarioOf } from '../../../shared/content/index.ts';
import { forecastOf } from '../../../shared/rules/forecast.ts';
import { AIMS_BELIEVED } from '../../../shared/rules/hazard.ts';
import { ANCHORS, hazardsOf, worldAfter } from '../anchors.ts';
import type { Bench, Finding } from '../bench.ts';

const FUTURES = 20_000;
const SPIRAL = 1.5;
const RELIEF = 5; // per cent of durability

/** Point 10: the forecast of the reference states. */
export function forecastAnchors({ edition }: Bench): Finding[] {
  const scenario = scenarioOf(edition);
  const names = Object.keys(ANCHORS) as (keyof typeof ANCHORS)[];
  const after = (name: keyof typeof ANCHORS) => worldAfter(scenario, ANCHORS[name].terms);
  const forecast = (name: keyof typeof ANCHORS): number =>
    forecastOf(scenario, after(name), { futures: FUTURES, seed: 'balance', aims: AIMS_BELIEVED }).durability /
    100;
  const durable = new Map(names.map((name) => [name, forecast(name)]));
  const spiral =
    hazardsOf(scenario, after('arms only')).spiral /
    hazardsOf(scenario, after('bare ceasefire, renewing itself')).spiral;
  const relief =
    (durable.get('the full package') ?? 0) - (durable.get('the full package without relief') ?? 0);

  const at = { point: 10, edition, sample: `${FUTURES} futures`, firm: true };
  return [
    ...names.map((name): Finding => {
      const [low, high] = ANCHORS[name].band;
      const figure = durable.get(name) ?? 0;
      return {
        ...at,
        target: `${name}: ${low}–${high} %`,
        measured: `${figure.toFixed(1)} %`,
        holds: figure >= low && figure <= high,
      };
    }),
    {
      ...at,
      target: `arms only: at least ${SPIRAL} times the spiral hazard of the bare ceasefire`,
      measured: `${spiral.toFixed(2)} times`,
      sample: 'the analytic twin',
      holds: spiral >= SPIRAL,
    },
    {
      ...at,
      target: `the full package without relief: at least ${RELIEF} points lower`,
      measured: `${relief.toFixed(1)} points`,
      holds: relief >= RELIEF,
    },
  ];
}
