import './round-table.css';
import { Check, X } from 'lucide-react';
import { provisionOf } from '../../../shared/rules/terms.ts';
import { type Seat, SEATS, type TableId } from '../../../shared/rules/types.ts';
import { useGame } from '../../game/context.ts';
import { tableFor } from '../../names.ts';
import { gamePath } from '../../route.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { paperTitle, rejectionWords } from './PaperCard.tsx';

/** One table close up: who sits at it and is there, and what each has said to the papers that lie on it. */
export function RoundTable({ table }: { table: TableId }) {
  const { view, scenario, present, code } = useGame();
  const { world } = view;
  const { members } = scenario.members[table];
  const papers = view.mine.papers.filter(
    (paper) =>
      paper.state === 'open' &&
      paper.terms.some(({ provision }) => {
        const known = provisionOf(scenario, provision);
        return known !== undefined && tableFor(scenario, known) === table;
      }),
  );
  const seats = SEATS.filter(
    (seat) => members.includes(seat) || papers.some(({ signatories }) => signatories.includes(seat)),
  );
  const here = (seat: Seat) => world.seats[seat].taken === 'bot' || present.includes(seat);
  return (
    <section className="round-table" aria-label={t('round.label', { name: t(`table.${table}.name`) })}>
      <ol className="round-papers">
        {papers.length === 0 && <li className="muted small">{t('round.none')}</li>}
        {papers.map((paper, i) => (
          <li key={paper.id}>
            <Link to={gamePath(code, 'papers', paper.id)} className="round-paper">
              <span className="round-number">{i + 1}</span>
              {paperTitle(paper)}
            </Link>
          </li>
        ))}
      </ol>
      <ul className="round-seats">
        {seats.map((seat) => (
          <li key={seat} className="round-seat" data-here={here(seat)} data-member={members.includes(seat)}>
            <SeatName seat={seat} size={30} />
            <span className="tiny muted">
              {t(!members.includes(seat) ? 'round.asked' : here(seat) ? 'round.here' : 'round.away')}
            </span>
            <ul className="round-said tiny">
              {papers.map((paper, i) => {
                const signed = paper.signatures.includes(seat);
                const refused = !signed && seat in paper.rejections;
                if (!signed && !refused) return null;
                return (
                  <li key={paper.id}>
                    <span className="round-number">{i + 1}</span>
                    {signed ? (
                      <>
                        <Check size={12} aria-hidden="true" /> {t('round.signed')}
                      </>
                    ) : (
                      <>
                        <X size={12} aria-hidden="true" />{' '}
                        {t('round.refused', { why: rejectionWords(paper, seat) })}
                      </>
                    )}
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
