import { REACH } from '../../../shared/rules/pledge.ts';
import { type Message, type Pledge } from '../../../shared/rules/state.ts';
import { boundBy, liveTerms, provisionFor } from '../../../shared/rules/terms.ts';
import type { OrderId, ProposalId } from '../../../shared/rules/types.ts';
import { useGame } from '../../game/context.ts';
import { orderName, provisionName } from '../../names.ts';
import { t } from '../../text.ts';
import { paperTitle } from '../papers/PaperCard.tsx';

interface Props {
  id: string; // sets this choice apart from another on the page
  pledge: Pledge | null;
  onPledge: (pledge: Pledge | null) => void;
}

/** What one gives one's word on: only what the game can check, or nothing that it counts. */
export function PledgeChoice({ id, pledge, onPledge }: Props) {
  const { view, scenario, me } = useGame();
  const { round, rounds } = view.world;
  const until = pledge?.until ?? round;
  const orders = scenario.orders.filter((rule) => rule.seat === me).map((rule) => rule.id);
  const bound = liveTerms(view.world)
    .map(({ term }) => term)
    .filter((term) => boundBy(provisionFor(scenario, term.provision), term.level).includes(me));
  const kept = [...new Set(bound.map((term) => term.provision))];
  const asked = view.mine.papers.filter(
    (paper) => paper.state === 'open' && paper.signatories.includes(me) && !paper.signatures.includes(me),
  );
  const choose = (value: string) => {
    const [kind, matter = ''] = value.split('/');
    if (kind === 'give' || kind === 'withhold') onPledge({ kind, order: matter as OrderId, until });
    else if (kind === 'keep') onPledge({ kind, provision: matter, until });
    else if (kind === 'sign') onPledge({ kind, proposal: matter as ProposalId, until });
    else onPledge(null);
  };
  return (
    <div className="row s">
      <div className="field">
        <label htmlFor={`${id}-pledge`}>{t('pledge.label')}</label>
        <select
          id={`${id}-pledge`}
          value={pledge ? `${pledge.kind}/${matterOf(pledge)}` : ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t('pledge.none')}</option>
          {(['give', 'withhold'] as const).map((kind) => (
            <optgroup key={kind} label={t(`pledge.group.${kind}`)}>
              {orders.map((order) => (
                <option key={order} value={`${kind}/${order}`}>
                  {orderName(order)}
                </option>
              ))}
            </optgroup>
          ))}
          {kept.length > 0 && (
            <optgroup label={t('pledge.group.keep')}>
              {kept.map((provision) => (
                <option key={provision} value={`keep/${provision}`}>
                  {provisionName(provision)}
                </option>
              ))}
            </optgroup>
          )}
          {asked.length > 0 && (
            <optgroup label={t('pledge.group.sign')}>
              {asked.map((paper) => (
                <option key={paper.id} value={`sign/${paper.id}`}>
                  {paperTitle(paper)}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </div>
      {pledge && (
        <div className="field">
          <label htmlFor={`${id}-until`}>{t('pledge.until')}</label>
          <select
            id={`${id}-until`}
            value={until}
            onChange={(event) => onPledge({ ...pledge, until: Number(event.target.value) })}
          >
            {Array.from({ length: Math.min(REACH, rounds - round) + 1 }, (_, i) => round + i).map((one) => (
              <option key={one} value={one}>
                {t('press.round', { round: one })}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}

/** What a message promised, and what became of it. */
export function PledgeLine({ message }: { message: Message }) {
  const { view } = useGame();
  const pledge = message.act === 'promise' ? message.about?.pledge : undefined;
  if (!pledge) return null;
  const paper = view.mine.papers.find(({ id }) => pledge.kind === 'sign' && id === pledge.proposal);
  const what =
    pledge.kind === 'sign'
      ? paper
        ? paperTitle(paper)
        : ''
      : pledge.kind === 'keep'
        ? provisionName(pledge.provision)
        : orderName(pledge.order);
  const given = view.mine.promises.find(
    (promise) =>
      promise.by === message.from &&
      promise.round === message.round &&
      promise.pledge.kind === pledge.kind &&
      matterOf(promise.pledge) === matterOf(pledge),
  );
  return (
    <p className="tiny about-line">
      <span className="muted">{t(`pledge.told.${pledge.kind}`, { what, until: pledge.until })}</span>
      {given && <span className="tag">{t(`pledge.state.${given.state}`)}</span>}
    </p>
  );
}

function matterOf(pledge: Pledge): string {
  switch (pledge.kind) {
    case 'give':
    case 'withhold':
      return pledge.order;
    case 'keep':
      return pledge.provision;
    case 'sign':
      return pledge.proposal;
  }
}
