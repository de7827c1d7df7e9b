import { Check, Clock, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Proposal } from '../../../shared/rules/state.ts';
import { costOfTerms } from '../../../shared/rules/terms.ts';
import type { ProposalId, Seat } from '../../../shared/rules/types.ts';
import { useAct } from '../../actions.ts';
import { arrowsOf } from '../../composer/arrows.ts';
import { setDraft } from '../../composer/draft.ts';
import { capital } from '../../figures.ts';
import { type Game, open, useGame, writtenWords } from '../../game/context.ts';
import { useNarrow } from '../../narrow.ts';
import { delegation, provisionName, seatNames } from '../../names.ts';
import { gamePath } from '../../route.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { Fold } from '../Fold.tsx';
import { Glossed } from '../Glossed.tsx';
import { Link } from '../Link.tsx';
import { Refusal } from '../Refusal.tsx';
import { Arrows } from './Arrows.tsx';
import { changesOf } from './changes.ts';
import { RefuseDialog } from './RefuseDialog.tsx';
import { SignDialog } from './SignDialog.tsx';
import { TermLine } from './TermLine.tsx';
import { TextHistory } from './TextHistory.tsx';
import { TieGraph } from './TieGraph.tsx';

/** `Full ceasefire and 2 more`. */
export function paperTitle(paper: Pick<Proposal, 'terms'>): string {
  const [first] = paper.terms;
  return first
    ? t('paper.title', { first: provisionName(first.provision), more: paper.terms.length - 1 })
    : '';
}

/** Why a seat said no, in words. */
export function rejectionWords(paper: Proposal, seat: Seat): string {
  const rejection = paper.rejections[seat];
  if (!rejection) return '';
  const reason = t(`reason.${rejection.reason}`);
  return rejection.about
    ? t('paper.refused.about', { reason, provision: provisionName(rejection.about) })
    : reason;
}

interface Props {
  paper: Proposal;
  chosen: boolean;
  folded?: boolean; // on a phone only its head is seen at first
}

/** A paper on the table: its terms, who has signed or refused and why, what it does for me, and what I may do. */
export function PaperCard({ paper, chosen, folded = false }: Props) {
  const game = useGame();
  const { view, scenario, me } = game;
  const { legal, mine } = view;
  const [dialog, setDialog] = useState<'sign' | 'refuse' | null>(null);
  const act = useAct();
  const narrow = useNarrow();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [chosen]);

  const rewrite = async () => {
    if (await act.ask({ kind: 'withdraw', proposal: paper.id })) answer(game, paper, null);
  };
  const answered = paper.counterTo ? mine.papers.find((one) => one.id === paper.counterTo) : undefined;
  const differences = answered ? changesOf(paper, answered) : null;
  const note = writtenWords(game, paper.text);
  const bindsMe = paper.signatories.includes(me);
  const cost = costOfTerms(scenario, paper.terms, me);
  const arrows = arrowsOf(scenario, view.world, me, mine.mandate.weights, paper.terms);
  const isOpen = paper.state === 'open';
  const maySign = legal.sign.includes(paper.id);
  const mayNotCounter =
    isOpen &&
    bindsMe &&
    paper.author !== me &&
    !legal.counter.includes(paper.id) &&
    mine.papers.some((one) => one.author === me && one.state === 'open');
  const short = isOpen && bindsMe && !paper.signatures.includes(me) && !maySign && cost > mine.pc.free;

  return (
    <article ref={card} className="paper paper-card" data-chosen={chosen} aria-labelledby={`t-${paper.id}`}>
      <header className="stack s">
        <div className="row between s">
          <SeatName seat={paper.author} size={22} />
          <span className="row s">
            <span className="tag">{t(`readers.${paper.readers}`)}</span>
            <span className={paper.state === 'agreed' ? 'tag good' : isOpen ? 'tag warn' : 'tag'}>
              {t(`paper.state.${paper.state}`)}
            </span>
          </span>
        </div>
        <h3 id={`t-${paper.id}`} className="paper-title">
          {paperTitle(paper)}
        </h3>
        {paper.counterTo && (
          <p className="tiny muted">
            {answered
              ? t('paper.counterTo.whose', { seat: delegation(answered.author) })
              : t('paper.counterTo')}
          </p>
        )}
        {note && <blockquote className="paper-note">{note}</blockquote>}
      </header>
      <Fold
        className="stack"
        open={!folded || chosen}
        title={narrow && <span className="small">{t('paper.whole', { count: paper.terms.length })}</span>}
      >
        <ol className="terms">
          {paper.terms.map((term) => (
            <TermLine
              key={`${term.provision} ${term.scope.join(' ')}`}
              term={term}
              change={differences?.changes.get(term)}
            />
          ))}
        </ol>
        {differences && differences.left.length > 0 && (
          <p className="small">
            {t('change.left')}{' '}
            {differences.left.map((id) => (
              <del key={id} className="left-out">
                {provisionName(id)}
              </del>
            ))}
          </p>
        )}
        <TieGraph terms={paper.terms} />
        <TextHistory paper={paper} />
        <Signatures paper={paper} />
        <div className="stack s">
          <h4>{t('paper.forYou')}</h4>
          <Arrows arrows={arrows} />
          {bindsMe && isOpen && !paper.signatures.includes(me) && (
            <p className="small">
              {cost > 0 ? (
                <Glossed>{t('paper.cost', { cost: capital(cost), free: capital(mine.pc.free) })}</Glossed>
              ) : (
                t('paper.free')
              )}
            </p>
          )}
          {!bindsMe && (
            <p className="small muted">{t('paper.notYours', { seats: seatNames(paper.signatories) })}</p>
          )}
        </div>
        {short && (
          <p className="note bad">{t('paper.short', { cost: capital(cost), free: capital(mine.pc.free) })}</p>
        )}
        {mayNotCounter && <p className="small muted no-print">{t('paper.counter.later')}</p>}
        <Refusal words={act.refusal} />
        {isOpen && (
          <div className="row s no-print">
            {maySign && (
              <button type="button" className="btn primary" onClick={() => setDialog('sign')}>
                {t('paper.sign')}
              </button>
            )}
            {legal.reject.includes(paper.id) && (
              <button type="button" className="btn" onClick={() => setDialog('refuse')}>
                {t(me in paper.rejections ? 'paper.refuse.again' : 'paper.refuse')}
              </button>
            )}
            {legal.counter.includes(paper.id) && (
              <button type="button" className="btn" onClick={() => answer(game, paper, paper.id)}>
                {t('paper.counter')}
              </button>
            )}
            {legal.withdraw.includes(paper.id) && (
              <button type="button" className="btn" disabled={act.pending} onClick={() => void rewrite()}>
                {t('paper.rewrite')}
              </button>
            )}
            {legal.channels.length > 0 && (
              <Link to={gamePath(game.code, 'press', `proposal:${paper.id}`)} className="btn quiet">
                {t('press.quote')}
              </Link>
            )}
            {legal.withdraw.includes(paper.id) && (
              <button
                type="button"
                className="btn quiet"
                disabled={act.pending}
                onClick={() => void act.ask({ kind: 'withdraw', proposal: paper.id })}
              >
                {t('paper.withdraw')}
              </button>
            )}
          </div>
        )}
      </Fold>
      <SignDialog paper={paper} cost={cost} open={dialog === 'sign'} onClose={() => setDialog(null)} />
      <RefuseDialog paper={paper} open={dialog === 'refuse'} onClose={() => setDialog(null)} />
    </article>
  );
}

function answer(game: Game, paper: Proposal, counterTo: ProposalId | null): void {
  setDraft(game.code, { terms: paper.terms, readers: paper.readers, counterTo, note: '' });
  open(game, 'papers', 'compose');
}

function Signatures({ paper }: { paper: Proposal }) {
  return (
    <ul className="signatures" aria-label={t('paper.signatures')}>
      {paper.signatories.map((seat) => {
        const signedIt = paper.signatures.includes(seat);
        const refused = seat in paper.rejections && !signedIt;
        return (
          <li key={seat} className="signature">
            <SeatName seat={seat} size={18} />
            {signedIt && (
              <span className="tag good">
                <Check size={14} aria-hidden="true" />
                {t('paper.signed')}
              </span>
            )}
            {refused && (
              <span className="signature-no small">
                <X size={14} aria-hidden="true" />
                <span>
                  <span className="sr">{t('paper.refusedBy', { seat: delegation(seat) })} </span>
                  {rejectionWords(paper, seat)}
                </span>
              </span>
            )}
            {!signedIt && !refused && (
              <span className="muted small row s">
                <Clock size={14} aria-hidden="true" />
                {t('paper.waits')}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
