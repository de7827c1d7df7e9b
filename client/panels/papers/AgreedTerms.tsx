import { useState } from 'react';
import type { AgreedTerm, Agreement } from '../../../shared/rules/state.ts';
import { provisionFor } from '../../../shared/rules/terms.ts';
import { ratifiersOf } from '../../../shared/rules/treaty.ts';
import type { TableId } from '../../../shared/rules/types.ts';
import { causeWords } from '../../causes.ts';
import { useGame } from '../../game/context.ts';
import { provisionName, seatNames, tableFor } from '../../names.ts';
import { SeatName } from '../../seats.tsx';
import { listed, t } from '../../text.ts';
import { AskDialog } from '../AskDialog.tsx';
import { Fold } from '../Fold.tsx';
import { Ratification } from './Ratification.tsx';
import { conditionWords, scopeWords, snapbackWords } from './TermLine.tsx';
import { TieGraph } from './TieGraph.tsx';

const MARK: Record<AgreedTerm['state'], string> = {
  inForce: 'tag good',
  pending: 'tag warn',
  suspended: 'tag warn',
  lapsed: 'tag',
  denounced: 'tag bad',
};
const ORDER: readonly AgreedTerm['state'][] = ['inForce', 'pending', 'suspended', 'denounced', 'lapsed'];

/** What has been agreed, term by term: its state, and what it waits for or why it ended. */
export function AgreedTerms({ table = null }: { table?: TableId | null }) {
  const game = useGame();
  const { view, scenario } = game;
  const [ending, setEnding] = useState<AgreedTerm | null>(null);
  const [disputed, setDisputed] = useState<Agreement | null>(null);
  const rows = view.world.agreements
    .flatMap((agreement) => agreement.terms.map((term) => ({ agreement, term })))
    .filter(({ term }) => !table || tableFor(scenario, provisionFor(scenario, term.provision)) === table)
    .toSorted((a, b) => ORDER.indexOf(a.term.state) - ORDER.indexOf(b.term.state));
  const standing = rows.filter(({ term }) => !isOver(term));
  const ended = rows.filter(({ term }) => isOver(term));
  const lines = (shown: typeof rows) => (
    <ul className="agreed-list">
      {shown.map(({ agreement, term }) => (
        <AgreedLine
          key={term.key}
          agreement={agreement}
          term={term}
          onEnd={() => setEnding(term)}
          isFirst={rows.find((row) => row.agreement === agreement)?.term === term}
          onObject={() => setDisputed(agreement)}
        />
      ))}
    </ul>
  );
  return (
    <section className="stack" aria-labelledby="agreed">
      <h2 id="agreed">{t('agreed.title')}</h2>
      {standing.length === 0 ? (
        <p className="empty">{t(ended.length === 0 ? 'agreed.none' : 'agreed.noneLeft')}</p>
      ) : (
        <>
          {lines(standing)}
          <TieGraph terms={standing.map(({ term }) => term)} />
        </>
      )}
      {ended.length > 0 && (
        <details>
          <summary>{t('agreed.over', { count: ended.length })}</summary>
          {lines(ended)}
        </details>
      )}
      {ending && <DenounceDialog term={ending} onClose={() => setEnding(null)} />}
      {disputed && <ObjectDialog agreement={disputed} onClose={() => setDisputed(null)} />}
    </section>
  );
}

function isOver({ state }: AgreedTerm): boolean {
  return state === 'lapsed' || state === 'denounced';
}

interface LineProps {
  agreement: Agreement;
  term: AgreedTerm;
  onEnd: () => void;
  isFirst: boolean; // of its agreement: what concerns the whole of it stands here
  onObject: () => void;
}

function AgreedLine({ agreement, term, onEnd, isFirst, onObject }: LineProps) {
  const { view, scenario } = useGame();
  const provision = provisionFor(scenario, term.provision);
  const scope = scopeWords(term);
  const mayObject = isFirst && view.legal.object.includes(agreement.id);
  return (
    <li className="card tight agreed-line" data-state={term.state}>
      <Fold
        className="agreed-body"
        open={mayObject}
        title={
          <span className="row s">
            <span className="strong">{provisionName(term.provision)}</span>
            {provision.levels > 1 && <span className="tag">{t('term.level', { level: term.level })}</span>}
            <span className={MARK[term.state]}>{t(`state.${term.state}`)}</span>
          </span>
        }
      >
        <div className="stack s agreed-what">
          <p className="small muted">
            {t(`provision.${term.provision}.level.${term.level}`)}
            {scope && <> {t('term.scope', { scope })}</>}
          </p>
          <p className="small">{stateTold(term, ratifiersOf(scenario, term).length > 0)}</p>
          <Ratification term={term} />
          {isFirst && agreement.objections.length > 0 && (
            <p className="small row s">
              {t('agreed.objections')}
              {agreement.objections.map((seat) => (
                <SeatName key={seat} seat={seat} size={16} />
              ))}
            </p>
          )}
        </div>
        <div className="agreed-who stack s">
          <div className="row s">
            {agreement.signatories.map((seat) => (
              <SeatName key={seat} seat={seat} size={18} short />
            ))}
          </div>
          {view.legal.denounce.includes(term.key) && (
            <button type="button" className="btn small" onClick={onEnd}>
              {t('agreed.denounce')}
            </button>
          )}
          {mayObject && (
            <button type="button" className="btn small" onClick={onObject}>
              {t('agreed.object')}
            </button>
          )}
        </div>
      </Fold>
    </li>
  );
}

/** Whether it made way for a newer agreement on the same matter. */
function isReplaced({ why, provision }: AgreedTerm): boolean {
  return why?.kind === 'term' && why.what === 'entered' && why.id === provision;
}

/** What a term waits for, what would undo it, or why it no longer counts. */
function stateTold(term: AgreedTerm, awaitsRatification: boolean): string {
  const told: string[] = [];
  if (term.state === 'pending')
    told.push(
      term.conditions.length > 0
        ? t('agreed.waits', { conditions: term.conditions.map(conditionWords).join(' ') })
        : awaitsRatification
          ? t('agreed.onceRatified')
          : t('agreed.soon'),
    );
  if (term.state === 'inForce') told.push(t('agreed.since', { round: term.since }));
  if (term.state === 'suspended' || term.state === 'lapsed' || term.state === 'denounced')
    told.push(
      isReplaced(term)
        ? t('agreed.replaced')
        : term.why
          ? t('agreed.because', { cause: causeWords(term.why) })
          : t('agreed.ended', { round: term.since }),
    );
  if (term.endsAt !== null && term.state !== 'denounced')
    told.push(t('agreed.endsAt', { round: term.endsAt }));
  if (term.snapback.length > 0 && (term.state === 'inForce' || term.state === 'pending'))
    told.push(term.snapback.map(snapbackWords).join(' '));
  return told.join(' ');
}

/** What an objection does, before it is filed. */
function ObjectDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { me } = useGame();
  const terms = listed(agreement.terms.map((term) => provisionName(term.provision)));
  return (
    <AskDialog
      title={t('object.title')}
      command={{ kind: 'object', agreement: agreement.id }}
      verb={t('object.do')}
      onClose={onClose}
    >
      <p className="strong">{t('object.what', { terms, seats: seatNames(agreement.signatories) })}</p>
      <p>{t('object.text', { seat: me })}</p>
      <p className="muted">{t('object.limits')}</p>
    </AskDialog>
  );
}

function DenounceDialog({ term, onClose }: { term: AgreedTerm; onClose: () => void }) {
  const { view } = useGame();
  return (
    <AskDialog
      title={t('denounce.title', { provision: provisionName(term.provision) })}
      command={{ kind: 'denounce', term: term.key }}
      verb={t('denounce.do')}
      onClose={onClose}
    >
      <p>{t('denounce.text', { round: view.world.round + 1 })}</p>
    </AskDialog>
  );
}
