import type { Accounted, TextAccount } from '../../../shared/rules/account.ts';
import type { Proposal } from '../../../shared/rules/state.ts';
import { useGame } from '../../game/context.ts';
import { signed } from '../../figures.ts';
import { delegation, provisionName } from '../../names.ts';
import { listed, sentence, t } from '../../text.ts';
import { paperTitle } from '../papers/PaperCard.tsx';

/** Terms named for and against a text. */
const NAMED = 2;

/** What decided the simulated delegations, paper by paper, as they noted it at the time. */
export function Decisions() {
  const { accounts, view } = useGame();
  if (accounts.length === 0) return null;
  const papers = view.mine.papers.filter(({ id }) => accounts.some(({ proposal }) => proposal === id));
  const breaches = accounts.filter(({ account }) => account.of === 'breach');
  return (
    <section className="stack s" aria-labelledby="decided">
      <h2 id="decided">{t('decided.title')}</h2>
      <p className="small muted">{t('decided.lede')}</p>
      {papers.map((paper) => (
        <Decided
          key={paper.id}
          paper={paper}
          accounts={accounts.filter((one) => one.proposal === paper.id)}
        />
      ))}
      {breaches.length > 0 && (
        <ul className="small">
          {breaches.map((one) => (
            <li key={`${one.seat} ${one.round}`}>{breachWords(one)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Decided({ paper, accounts }: { paper: Proposal; accounts: readonly Accounted[] }) {
  const { seat, round } = { seat: paper.author, round: paper.round };
  return (
    <details className="card">
      <summary>{t('decided.paper', { title: paperTitle(paper), seat: delegation(seat), round })}</summary>
      <dl className="small">
        {accounts.map((one) => (
          <div key={`${one.seat} ${one.act} ${one.round}`}>
            <dt>
              {sentence(delegation(one.seat))} {t(`decided.${one.act}`)}
              {one.account.of === 'text' && one.account.reason && `: ${t(`reason.${one.account.reason}`)}`}
            </dt>
            {one.account.of === 'text' && <dd className="muted">{textWords(one.account).join('; ')}.</dd>}
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What an account says, in its parts. */
function textWords(account: TextAccount): string[] {
  const { gain, ask, fair, doubt, doubted, terms, crosses, lacking, rival, ceasefire, later } = account;
  const ranked = terms.toSorted((a, b) => b.by - a.by);
  const named = (list: typeof terms) =>
    listed(
      list.map(({ provision, by }) =>
        t('decided.term', { provision: provisionName(provision), by: signed(by) }),
      ),
    );
  const most = ranked.filter(({ by }) => by > 0).slice(0, NAMED);
  const least = ranked.filter(({ by }) => by < 0).slice(-NAMED);
  return [
    crosses ? t('decided.crosses', { provision: provisionName(crosses) }) : null,
    t('decided.gain', { gain: signed(gain), asked: signed(ask + doubt) }),
    fair > ask + doubt ? t('decided.fair', { fair: signed(fair) }) : null,
    doubt > 0 && doubted ? t('decided.doubt', { doubt: signed(doubt), seat: delegation(doubted) }) : null,
    most.length > 0 ? t('decided.most', { terms: named(most) }) : null,
    least.length > 0 ? t('decided.least', { terms: named(least) }) : null,
    lacking > 0 ? t('decided.lacking', { pc: (lacking / 100).toFixed(1) }) : null,
    rival ? t('decided.rival', { gain: signed(rival.gain) }) : null,
    ceasefire > 0 ? t('decided.ceasefire', { by: signed(ceasefire) }) : null,
    later === null ? null : t('decided.later', { round: later }),
  ].filter((words) => words !== null);
}

function breachWords({ seat, round, account }: Accounted): string {
  if (account.of !== 'breach') return '';
  return t('decided.breach', {
    round,
    seat: delegation(seat),
    provisions: listed(account.breaks.map(provisionName)),
    gain: signed(account.gain),
  });
}
