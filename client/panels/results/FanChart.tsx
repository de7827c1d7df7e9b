import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Forecast } from '../../../shared/rules/state.ts';
import { t } from '../../text.ts';

const WIDTH = 560;
const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 34;
const TICKS = [0, 25, 50, 75, 100];

/**
 * The chance that there is peace, year by year, with its range; the same numbers stand in the table below.
 * It starts from peace where a ceasefire holds at the end of the game, and from war where none does.
 */
export function FanChart({ forecast, atWar }: { forecast: Forecast; atWar: boolean }) {
  const shares = [atWar ? 0 : 10_000, ...forecast.byYear].map((share) => share / 100);
  const end = shares.at(-1) ?? 0;
  const years = shares.length - 1;
  const x = scaleLinear([0, years], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([0, 100], [HEIGHT - BOTTOM, TOP]);
  // The range is known for the last year; it opens with the years as the line leaves its start.
  const spread = (share: number, bound: number) => {
    const start = atWar ? 0 : 100;
    const gone = end === start ? 0 : (share - start) / (end - start);
    return Math.min(100, Math.max(0, share + (bound - end) * Math.min(1, gone)));
  };
  const low = shares.map((share) => spread(share, forecast.low / 100));
  const high = shares.map((share) => spread(share, forecast.high / 100));
  const path = line<number>(
    (_share, i) => x(i),
    (share) => y(share),
  )(shares);
  const fan = area<number>(
    (_share, i) => x(i),
    (_share, i) => y(low[i] ?? 0),
    (_share, i) => y(high[i] ?? 0),
  )(shares);
  return (
    <svg
      className="fan"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t(atWar ? 'forecast.chart.war' : 'forecast.chart', { end: Math.round(end) })}
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className="grid-line" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {shares.map((share, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- years do not move
        <text key={`${i}-${share}`} x={x(i)} y={HEIGHT - 12} textAnchor="middle">
          {i}
        </text>
      ))}
      <path className="fan-area" d={fan ?? ''} />
      <path className="fan-line" d={path ?? ''} />
      <circle className="fan-end" cx={x(years)} cy={y(end)} r={4} />
    </svg>
  );
}
