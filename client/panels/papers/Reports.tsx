import type { Report, ReportAnswer } from '../../../shared/rules/state.ts';
import { useAct } from '../../actions.ts';
import { useGame } from '../../game/context.ts';
import { delegation, provisionName, seatName } from '../../names.ts';
import { t } from '../../text.ts';
import { Refusal } from '../Refusal.tsx';

const ANSWERS: readonly ReportAnswer[] = ['accuse', 'ask', 'inspect', 'pass'];

/** What verification says about terms owed to me; it may be wrong, and I choose what to do about it. */
export function Reports() {
  const { view } = useGame();
  const { reports } = view.mine;
  if (reports.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="reports">
      <div className="stack s">
        <h2 id="reports">{t('reports.title')}</h2>
        <p className="muted small">{t('reports.told')}</p>
      </div>
      <ul className="stack s">
        {reports.toReversed().map((report) => (
          <ReportLine key={report.id} report={report} open={view.legal.reports.includes(report.id)} />
        ))}
      </ul>
    </section>
  );
}

function ReportLine({ report, open }: { report: Report; open: boolean }) {
  const act = useAct();
  return (
    <li className="card tight stack s">
      <p>
        {t(report.certain ? 'report.certain' : 'report.line', {
          seat: delegation(report.accused),
          provision: provisionName(report.provision),
          confidence: report.confidence,
        })}
      </p>
      <p className="tiny muted">{t('report.round', { round: report.round })}</p>
      {report.finding && (
        <p className="small strong">
          {t(`report.finding.${report.finding}`, { seat: seatName(report.accused) })}
        </p>
      )}
      {report.answer && !report.finding && <p className="small">{t(`report.answered.${report.answer}`)}</p>}
      <Refusal words={act.refusal} />
      {open && (
        <div className="answers">
          {ANSWERS.map((answer) => (
            <button
              key={answer}
              type="button"
              className="btn answer"
              disabled={act.pending}
              onClick={() => void act.ask({ kind: 'answerReport', report: report.id, answer })}
            >
              <span className="strong">{t(`answer.${answer}`)}</span>
              <span className="tiny muted">{t(`answer.${answer}.told`)}</span>
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
