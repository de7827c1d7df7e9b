import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Hundredths } from '../../../shared/rules/types.ts';

const WIDTH = 96;
const HEIGHT = 28;
const EDGE = 4;

/** How a figure went, as a thin line from the start to now; its numbers stand beside it and behind "why". */
export function Sparkline({ values }: { values: readonly Hundredths[] }) {
  if (values.length < 2)
    return <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" />;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const middle = (low + high) / 2;
  const half = Math.max((high - low) / 2, 500); // five points at least, so that a tremble looks like one
  const x = scaleLinear([0, values.length - 1], [EDGE, WIDTH - EDGE]);
  const y = scaleLinear([middle - half, middle + half], [HEIGHT - EDGE, EDGE]);
  const path = line<number>(
    (_value, i) => x(i),
    (value) => y(value),
  )([...values]);
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={path ?? ''} />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1) ?? 0)} r={3} />
    </svg>
  );
}
