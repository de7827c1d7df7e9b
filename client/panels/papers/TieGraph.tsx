import type { Term } from '../../../shared/rules/state.ts';
import { provisionName } from '../../names.ts';
import { t } from '../../text.ts';
import { day } from '../../figures.ts';
import { type TieNode, tieGraphOf } from './tieGraph.ts';

const SMALLEST = 0.85; // times its size, before it is scrolled
const BOX = { w: 150, h: 44 };
const GAP = { x: 46, y: 14 };
const EDGE = 4;

/** The ties of a text drawn small: what waits for what, what snaps back on what. The terms tell the same in words. */
export function TieGraph({ terms }: { terms: readonly Term[] }) {
  const { nodes, edges } = tieGraphOf(terms);
  if (edges.length === 0) return null;
  const at = new Map(nodes.map((node) => [node.id, placeOf(node)]));
  const right = Math.max(...[...at.values()].map(({ x }) => x)) + BOX.w + EDGE;
  const bottom = Math.max(...[...at.values()].map(({ y }) => y)) + BOX.h + EDGE;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <figure className="tie-graph" tabIndex={0} aria-label={t('graph.label')}>
      <svg
        viewBox={`0 0 ${right} ${bottom}`}
        width={right}
        height={bottom}
        style={{ minWidth: right * SMALLEST }}
        aria-hidden="true"
      >
        <defs>
          <marker
            id="tie-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="5"
            markerHeight="5"
            orient="auto"
          >
            <path d="M0,0 L8,4 L0,8 z" className="tie-head" />
          </marker>
        </defs>
        {edges.map(({ from, to, kind }) => {
          const [a, b] = [at.get(from), at.get(to)];
          if (!a || !b) return null;
          const y = kind === 'waits' ? -6 : 6; // two ties between the same boxes lie side by side
          const [x1, y1, x2, y2] = [a.x + BOX.w, a.y + BOX.h / 2 + y, b.x - 2, b.y + BOX.h / 2 + y];
          const bend = Math.max(18, (x2 - x1) / 2);
          return (
            <path
              key={`${from} ${to} ${kind}`}
              className={`tie-edge ${kind}`}
              d={`M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`}
              markerEnd="url(#tie-head)"
            />
          );
        })}
        {nodes.map((node) => {
          const { x, y } = placeOf(node);
          return (
            <g key={node.id}>
              <rect
                className={'term' in node.of ? 'tie-box' : 'tie-box outside'}
                x={x}
                y={y}
                width={BOX.w}
                height={BOX.h}
                rx={6}
              />
              <foreignObject x={x} y={y} width={BOX.w} height={BOX.h}>
                <div className="tie-words">{nodeWords(node)}</div>
              </foreignObject>
            </g>
          );
        })}
      </svg>
      <figcaption className="tiny muted">{t('graph.caption')}</figcaption>
    </figure>
  );
}

function placeOf({ column, row }: TieNode): { x: number; y: number } {
  return { x: EDGE + column * (BOX.w + GAP.x), y: EDGE + row * (BOX.h + GAP.y) };
}

function nodeWords({ of }: TieNode): string {
  if ('term' in of) return provisionName(of.term.provision);
  if ('snapback' in of)
    return of.snapback.kind === 'breachOf'
      ? t('graph.breachOf', { provision: provisionName(of.snapback.provision) })
      : t('graph.ceasefire');
  switch (of.condition.kind) {
    case 'ceasefireHeld':
      return t('graph.held', { rounds: of.condition.rounds });
    case 'inForce':
      return provisionName(of.condition.provision);
    case 'fromDate':
      return t('graph.from', { date: day(of.condition.date) });
  }
}
