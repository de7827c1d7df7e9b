import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Term } from '../../shared/rules/state.ts';
import { costOfTerms, signatoriesOf } from '../../shared/rules/terms.ts';
import type { ProvisionId } from '../../shared/rules/types.ts';
import { failureWords } from '../failure.ts';
import { capital, percent, tenth, whole } from '../figures.ts';
import { type Game, useGame } from '../game/context.ts';
import { HELP_LEVELS, type HelpLevel, helpLevel, setHelpLevel } from '../memory.ts';
import { provisionName, seatName, seatNames } from '../names.ts';
import { Arrows } from '../panels/papers/Arrows.tsx';
import { ToRatify } from '../panels/papers/ToRatify.tsx';
import { SeatName } from '../seats.tsx';
import { t } from '../text.ts';
import { arrowsOf } from './arrows.ts';
import type { Draft } from './draft.ts';
import { type Outlook, outlookFor } from './outlook.ts';
import { Suggestion } from './Suggestion.tsx';
import type { Warning } from './warnings.ts';

interface Props {
  draft: Draft;
  warnings: readonly Warning[];
  onAdd: (id: ProvisionId, level?: Term['level']) => void;
}

/** What a draft would mean: whose signature, what it costs, what it does for me, what stands against it. */
export function Assessment({ draft, warnings, onAdd }: Props) {
  const game = useGame();
  const { view, scenario, me } = game;
  const { terms } = draft;
  const signatories = terms.length > 0 ? signatoriesOf(scenario, view.world, terms) : [];
  const cost = costOfTerms(scenario, terms, me);
  const solo = view.world.mode === 'solo';
  const [help, setHelp] = useState(helpLevel);
  const outlook = useMemo(
    () => (solo && help !== 'none' && terms.length > 0 ? outlookFor(scenario, view, terms) : null),
    [solo, help, scenario, view, terms],
  );

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <aside className="assessment stack" id="assessment" aria-labelledby="assessment-title" tabIndex={0}>
      <h2 id="assessment-title">{t('assess.title')}</h2>
      {terms.length === 0 ? (
        <p className="muted small">{t('assess.empty')}</p>
      ) : (
        <>
          <Warnings warnings={warnings} onAdd={onAdd} />
          <section className="stack s" aria-label={t('assess.signers')}>
            <h3 className="label">{t('assess.signers')}</h3>
            <div className="row s">
              {signatories.map((seat) => (
                <SeatName key={seat} seat={seat} size={18} short />
              ))}
            </div>
          </section>
          {signatories.includes(me) && (
            <p className="small">
              {cost > 0
                ? t('assess.cost', { cost: capital(cost), left: capital(view.mine.pc.free - cost) })
                : t('assess.costless')}
            </p>
          )}
          <ToRatify terms={terms} />
          <section className="stack s" aria-label={t('assess.interests')}>
            <h3 className="label">{t('assess.interests')}</h3>
            <Arrows arrows={arrowsOf(scenario, view.world, me, view.mine.mandate.weights, terms)} most={9} />
          </section>
          {outlook && <Estimate outlook={outlook} />}
          {solo && help === 'full' && <Suggestion terms={terms} />}
          <Known game={game} terms={terms} />
          {solo && (
            <HelpChoice
              help={help}
              onChoose={(level) => {
                setHelpLevel(level);
                setHelp(level);
              }}
            />
          )}
        </>
      )}
    </aside>
  );
}

/** How much one's own analysts say, kept for all games of this device. */
function HelpChoice({ help, onChoose }: { help: HelpLevel; onChoose: (level: HelpLevel) => void }) {
  return (
    <div className="field">
      <label htmlFor="help-level" className="label">
        {t('help.level')}
      </label>
      <select
        id="help-level"
        value={help}
        onChange={(event) => onChoose(HELP_LEVELS.find((level) => level === event.target.value) ?? help)}
      >
        {HELP_LEVELS.map((level) => (
          <option key={level} value={level}>
            {t(`help.level.${level}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Warnings({ warnings, onAdd }: Pick<Props, 'warnings' | 'onAdd'>) {
  if (warnings.length === 0) return <p className="note good">{t('assess.clear')}</p>;
  return (
    <ul className="stack s">
      {warnings.map((warning) => (
        <li key={JSON.stringify(warning)} className={warning.stops ? 'note bad warning' : 'note warning'}>
          {warning.stops ? (
            <OctagonAlert size={18} aria-label={t('warn.stops')} />
          ) : (
            <TriangleAlert size={18} aria-label={t('warn.careful')} />
          )}
          <span>
            {warningWords(warning)}{' '}
            {warning.kind === 'need' && (
              <button
                type="button"
                className="btn link small"
                onClick={() => onAdd(warning.needs, warning.level)}
              >
                {t('warn.need.add', { provision: provisionName(warning.needs) })}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function warningWords(warning: Warning): string {
  switch (warning.kind) {
    case 'need':
      return t('warn.need', {
        provision: provisionName(warning.provision),
        needs: provisionName(warning.needs),
        level: warning.level,
      });
    case 'theirRedLine':
      return t('warn.theirRedLine', {
        provision: provisionName(warning.provision),
        seat: seatName(warning.seat),
      });
    case 'redLine':
      return t('warn.redLine', { provision: provisionName(warning.provision) });
    case 'alone':
      return t('warn.alone', { provision: provisionName(warning.provision) });
    case 'tooMany':
      return t('warn.tooMany', { terms: warning.terms, limit: warning.limit });
    case 'capital':
      return t('warn.capital', { needed: capital(warning.needed), free: capital(warning.free) });
    case 'oneAtATime':
      return t('warn.oneAtATime');
    case 'objects':
      return t('warn.objects', { seats: seatNames(warning.seats) });
    case 'phase':
      return t('warn.phase');
    case 'outside':
      return t('warn.outside');
    case 'refused':
      return failureWords({ ...warning.refusal, message: '' });
  }
}

function Estimate({ outlook }: { outlook: Outlook }) {
  const { before, after } = outlook;
  return (
    <section className="stack s estimate" aria-label={t('estimate.title')}>
      <h3 className="label">{t('estimate.title')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t('estimate.what')}</span>
            </th>
            <th scope="col" className="n">
              {t('estimate.without')}
            </th>
            <th scope="col" className="n">
              {t('estimate.with')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('estimate.result')}</th>
            <td className="n">{tenth(before.value * 100)}</td>
            <td className="n">
              {tenth(after.value * 100)} <Better by={after.value - before.value} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('estimate.durability')}</th>
            <td className="n">{percent(before.durability * 100)}</td>
            <td className="n">
              {percent(after.durability * 100)} <Better by={after.durability - before.durability} />
            </td>
          </tr>
        </tbody>
      </table>
      {after.truceHolds > 0 && (
        <p className="tiny muted">{t('estimate.truce', { chance: whole(after.truceHolds * 100) })}</p>
      )}
      <p className="tiny muted">{t('estimate.told')}</p>
    </section>
  );
}

function Better({ by }: { by: number }) {
  if (Math.abs(by) < 0.05) return null;
  return (
    <span className={by > 0 ? 'up' : 'down'}>
      <span aria-hidden="true">{by > 0 ? '▲' : '▼'}</span>
      <span className="sr">{t(by > 0 ? 'estimate.better' : 'estimate.worse')}</span>
    </span>
  );
}

/** What the others have said about these provisions in papers I may read. */
function Known({ game, terms }: { game: Game; terms: readonly Term[] }) {
  const lines = game.view.mine.papers.flatMap((paper) =>
    Object.entries(paper.rejections)
      .filter(([seat]) => seat !== game.me)
      .filter(([, rejection]) => rejection.about && terms.some((term) => term.provision === rejection.about))
      .map(([seat, rejection]) => ({
        key: `${paper.id}-${seat}`,
        words: t('known.line', {
          seat: seatName(seat as typeof game.me),
          provision: provisionName(rejection.about ?? ''),
          reason: t(`reason.${rejection.reason}`),
        }),
      })),
  );
  if (lines.length === 0) return null;
  return (
    <section className="stack s" aria-label={t('known.title')}>
      <h3 className="label">{t('known.title')}</h3>
      <ul className="stack s small">
        {lines.slice(-5).map((line) => (
          <li key={line.key}>{line.words}</li>
        ))}
      </ul>
    </section>
  );
}
