import { ArrowLeft, Printer } from 'lucide-react';
import { SEATS, type Seat } from '../../../shared/rules/types.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { SetupPage } from '../setup/SetupPage.tsx';

const BRIEF = ['case', 'want', 'redlines', 'levers', 'needs'] as const;

/** Name plates to fold, the common sheet and the six briefs, as they come out of a printer. */
export function Sheets() {
  return (
    <SetupPage title={t('guidebook.print.title')} lede={t('guidebook.print.told')}>
      <div className="row no-print">
        <Link to="/guide" className="btn">
          <ArrowLeft size={16} aria-hidden="true" />
          {t('guidebook.print.back')}
        </Link>
        <button type="button" className="btn primary" onClick={() => print()}>
          <Printer size={18} aria-hidden="true" />
          {t('guidebook.print.do')}
        </button>
      </div>
      <ul className="plates">
        {SEATS.map((seat) => (
          <li key={seat} className="paper plate">
            <p className="plate-back" aria-hidden="true">
              <SeatName seat={seat} size={64} />
            </p>
            <p>
              <SeatName seat={seat} size={64} />
            </p>
          </li>
        ))}
      </ul>
      <section className="paper sheet stack" aria-labelledby="sheet-common">
        <h2 id="sheet-common">{t('brief.common')}</h2>
        <p>{t('common.sheet')}</p>
        <p>{t('common.more')}</p>
        <p className="small">{t('note.content')}</p>
      </section>
      {SEATS.map((seat) => (
        <BriefSheet key={seat} seat={seat} />
      ))}
    </SetupPage>
  );
}

/** A brief as it is printed: without what only the game deals, the disposition and the agenda cards. */
function BriefSheet({ seat }: { seat: Seat }) {
  return (
    <section className="paper sheet stack" aria-labelledby={`sheet-${seat}`}>
      <h2 id={`sheet-${seat}`}>
        <SeatName seat={seat} size={32} />
      </h2>
      {BRIEF.map((part) => (
        <div key={part} className="stack s">
          <h3 className="label">{t(`brief.part.${part}`)}</h3>
          <p>{t(`brief.${seat}.${part}`)}</p>
        </div>
      ))}
      <p>{t(`brief.${seat}.more`)}</p>
      <p className="small">{t(`brief.${seat}.caution`)}</p>
    </section>
  );
}
