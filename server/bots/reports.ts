import type { Command } from '../../shared/rules/command.ts';
import type { Report, ReportAnswer } from '../../shared/rules/state.ts';
import { effectsOf, termByKey } from '../../shared/rules/terms.ts';
import type { Points } from '../../shared/rules/types.ts';
import type { Stand } from './judge.ts';
import { accusation } from './remarks.ts';
import { grievance } from './reputation.ts';

/** Points of its result that the broken term must touch before it says so in the open. */
const MATTERS: Points = 0.6;
const TRIFLE: Points = 0.3;
/** Confidence in per cent below which a report is only asked about. */
const DOUBTFUL = 50;
/** Per cent of confidence less that it takes to accuse who has lately wronged the seat, for each wrong. */
const WRONGED = 8;

/** What a seat makes of a report: accuse when sure and it matters, inspect or ask when not, let trifles pass (TREATY-9). */
export function answerTo(stand: Stand, report: Report): ReportAnswer {
  const suspicion = stand.temperament.suspicion - WRONGED * grievance(stand, report.accused);
  const worth = worthOf(stand, report);
  if (report.finding === 'nothing') return 'pass';
  if (report.certain || report.finding === 'breach') return worth >= TRIFLE ? 'accuse' : 'ask';
  if (worth < TRIFLE) return 'pass';
  if (report.confidence >= suspicion && worth >= MATTERS) return 'accuse';
  if (report.confidence >= DOUBTFUL) return 'inspect';
  return 'ask';
}

/** Answers to the reports that wait for one. */
export function reportAnswers(stand: Stand): Command[] {
  const { legal, mine } = stand.view;
  return mine.reports
    .filter((report) => legal.reports.includes(report.id))
    .flatMap((report): Command[] => {
      const answer = answerTo(stand, report);
      const words = answer === 'accuse' ? accusation(stand, report) : [];
      return [{ kind: 'answerReport', report: report.id, answer }, ...words];
    });
}

/** How much of the seat's result the term touches, points: what touches it little is a trifle. */
function worthOf({ scenario, view, prospect }: Stand, report: Report): Points {
  const found = termByKey(view.world, report.key);
  if (!found) return 0;
  let worth = 0;
  for (const effect of effectsOf(scenario, found.term))
    worth += Math.abs((effect.by / 100) * prospect.marginal(effect.on));
  return worth;
}
