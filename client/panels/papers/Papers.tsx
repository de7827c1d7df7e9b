import './papers.css';
import { Pencil } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Proposal, Term } from '../../../shared/rules/state.ts';
import { provisionOf } from '../../../shared/rules/terms.ts';
import type { TableId } from '../../../shared/rules/types.ts';
import { type Game, useGame } from '../../game/context.ts';
import { papersForMe } from '../../game/waiting.ts';
import { opensIn, tableFor, tablesShown } from '../../names.ts';
import { gamePath } from '../../route.ts';
import { t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';
import { Link } from '../Link.tsx';
import { Loading } from '../Loading.tsx';
import { AgreedTerms } from './AgreedTerms.tsx';
import { Jump, type Part } from './Jump.tsx';
import { PaperCard } from './PaperCard.tsx';
import { Reports } from './Reports.tsx';
import { RoundTable } from './RoundTable.tsx';
import { StarterCard } from './StarterCard.tsx';

const Composer = lazy(() => import('../../composer/Composer.tsx'));
const TABLE = 'table-';

/** The texts under negotiation. `id`: `compose`, a paper's id, or `table-C`. */
export default function Papers({ id }: { id: string | null }) {
  if (id === 'compose')
    return (
      <Suspense fallback={<Loading />}>
        <Composer />
      </Suspense>
    );
  const table = id?.startsWith(TABLE) ? (id.slice(TABLE.length) as TableId) : null;
  return <PaperList table={table} chosen={table ? null : id} />;
}

function liesOn(game: Game, terms: readonly Pick<Term, 'provision'>[], table: TableId | null): boolean {
  if (!table) return true;
  return terms.some((term) => {
    const provision = provisionOf(game.scenario, term.provision);
    return provision !== undefined && tableFor(game.scenario, provision) === table;
  });
}

function PaperList({ table, chosen }: { table: TableId | null; chosen: string | null }) {
  const game = useGame();
  const { view, scenario } = game;
  const mine = papersForMe(view);
  const shown = view.mine.papers.filter((paper) => liesOn(game, paper.terms, table));
  const forMe = shown.filter((paper) => mine.includes(paper));
  // The longest first: two columns come out even.
  const others = shown
    .filter((paper) => paper.state === 'open' && !mine.includes(paper))
    .toSorted((a, b) => b.terms.length - a.terms.length);
  const closed = shown.filter((paper) => paper.state !== 'open').toReversed();
  const starters = scenario.starters.filter((starter) => liesOn(game, starter.terms, table));
  const opens = table ? opensIn(scenario, view.world, table) : null;
  const canWrite = view.world.phase === 'talks' && !game.replay;
  const agreed = view.world.agreements.flatMap(({ terms }) =>
    terms.filter((term) => liesOn(game, [term], table)),
  );
  const parts: Part[] = [
    { id: 'for-me', title: t('papers.jump.forMe'), count: forMe.length },
    { id: 'others', title: t('papers.jump.others'), count: others.length },
    { id: 'agreed', title: t('papers.jump.agreed'), count: agreed.length },
    { id: 'starters', title: t('papers.jump.starters'), count: canWrite ? starters.length : 0 },
  ];

  return (
    <div className="page">
      <div className="page-head">
        <div className="stack s">
          <h1>{t('papers.title')}</h1>
          <p className="muted">
            <Glossed>{table ? t(`table.${table}.about`) : t('papers.lede')}</Glossed>
          </p>
        </div>
        {canWrite && (
          <Link to={gamePath(game.code, 'papers', 'compose')} className="btn primary">
            <Pencil size={18} aria-hidden="true" />
            {t('papers.write')}
          </Link>
        )}
      </div>
      <nav className="chips" aria-label={t('papers.tables')}>
        <Link
          to={gamePath(game.code, 'papers')}
          className="chip"
          aria-current={table === null ? 'true' : undefined}
        >
          {t('papers.allTables')}
        </Link>
        {tablesShown(scenario).map((one) => (
          <Link
            key={one}
            to={gamePath(game.code, 'papers', `${TABLE}${one}`)}
            className="chip"
            aria-current={one === table ? 'true' : undefined}
          >
            {t(`table.${one}.name`)}
            {opensIn(scenario, view.world, one) !== null && (
              <span className="tiny chip-closed">
                {t('tables.opens', { round: opensIn(scenario, view.world, one) ?? 0 })}
              </span>
            )}
          </Link>
        ))}
      </nav>
      <Jump parts={parts} />
      <div className="stack l">
        {table && opens === null && <RoundTable table={table} />}
        {opens !== null && <p className="note">{t('tables.opens.told', { round: opens })}</p>}
        <Reports />
        <Section
          id="for-me"
          title={t('papers.forMe')}
          papers={forMe}
          chosen={chosen}
          empty={t('papers.forMe.none')}
        />
        {others.length > 0 && (
          <Section id="others" title={t('papers.others')} papers={others} chosen={chosen} folded />
        )}
        <AgreedTerms table={table} />
        {canWrite && starters.length > 0 && (
          <section className="stack" aria-labelledby="starters">
            <div className="stack s">
              <h2 id="starters">{t('papers.starters')}</h2>
              <p className="muted small">{t('papers.starters.told')}</p>
            </div>
            <div className="starter-grid">
              {starters.map((starter) => (
                <StarterCard key={starter.id} starter={starter} />
              ))}
            </div>
          </section>
        )}
        {closed.length > 0 && (
          <details open={closed.some((paper) => paper.id === chosen)}>
            <summary className="strong">{t('papers.closed', { count: closed.length })}</summary>
            <div className="paper-grid closed-papers">
              {closed.map((paper) => (
                <PaperCard key={paper.id} paper={paper} chosen={paper.id === chosen} folded />
              ))}
            </div>
          </details>
        )}
      </div>
    </div>
  );
}

interface SectionProps {
  id: string;
  title: string;
  papers: readonly Proposal[];
  chosen: string | null;
  empty?: string;
  folded?: boolean; // on a phone
}

function Section({ id, title, papers, chosen, empty, folded = false }: SectionProps) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {papers.length === 0 && <p className="empty">{empty}</p>}
      <div className="paper-grid">
        {papers.map((paper) => (
          <PaperCard key={paper.id} paper={paper} chosen={paper.id === chosen} folded={folded} />
        ))}
      </div>
    </section>
  );
}
