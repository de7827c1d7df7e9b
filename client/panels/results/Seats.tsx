import type { SeatResult } from '../../../shared/rules/state.ts';
import { type BySeat, SEATS, type Seat } from '../../../shared/rules/types.ts';
import { percent, signed, tenth } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { trackName } from '../../names.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';

/** Each delegation's own result, apart from the joint one and from how well it worked. */
export function SeatsSection({ seats }: { seats: BySeat<SeatResult> }) {
  const { me } = useGame();
  return (
    <section className="stack" aria-labelledby="own">
      <div className="stack s">
        <h2 id="own">{t('results.seats')}</h2>
        <p className="muted small">
          <Glossed>{t('results.seats.told')}</Glossed>
        </p>
      </div>
      <Own result={seats[me]} seat={me} />
      <table className="seats-table">
        <thead>
          <tr>
            <th scope="col">{t('results.seat')}</th>
            <th scope="col">{t('results.result')}</th>
            <th scope="col" className="n">
              {t('results.gain')}
            </th>
            <th scope="col" className="n">
              {t('results.share')}
            </th>
            <th scope="col">{t('results.disposition')}</th>
            <th scope="col">{t('results.agenda')}</th>
            <th scope="col">{t('results.process')}</th>
          </tr>
        </thead>
        <tbody>
          {SEATS.map((seat) => {
            const one = seats[seat];
            return (
              <tr key={seat} data-me={seat === me}>
                <th scope="row">
                  <SeatName seat={seat} />
                </th>
                <td>
                  <span
                    className={
                      one.result === 'setback' ? 'tag bad' : one.result === 'held' ? 'tag' : 'tag good'
                    }
                  >
                    {t(`result.${one.result}`)}
                  </span>
                </td>
                <td className="n" data-label={t('results.gain')}>
                  {signed(one.gain)}
                </td>
                <td className="n" data-label={t('results.share')}>
                  {percent(one.share * 100)}
                </td>
                <td>
                  <span className="strong">{t(`disposition.${one.disposition}.name`)}</span>
                  <span className="tiny muted seat-told">{t(`disposition.${one.disposition}.about`)}</span>
                </td>
                <td>
                  {one.agenda.map((card) => (
                    <span key={card.card} className="seat-told">
                      <span className="strong small">{t(`agenda.${card.card}.name`)}</span>{' '}
                      <span className={card.met ? 'tag good' : 'tag'}>
                        {t(card.met ? 'results.met' : 'results.notMet')}
                      </span>
                    </span>
                  ))}
                </td>
                <td className="tiny">
                  {t('results.process.told', {
                    talked: one.process.talkedWith,
                    reasons: one.process.reasons,
                    refused: one.process.refusedWell,
                    kept: one.process.kept,
                    breaches: one.process.breaches,
                  })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Own({ result, seat }: { result: SeatResult; seat: Seat }) {
  const interests = result.interests
    .filter((one) => Math.abs(one.points) >= 5) // below that it reads as nought
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return (
    <div className="card own-result">
      <div className="stack s">
        <SeatName seat={seat} size={28} />
        <p className="own-word">{t(`result.${result.result}`)}</p>
        <p className="small">{t(`result.${result.result}.told`)}</p>
        <p className="small muted">
          {t('results.own.told', {
            score: tenth(result.score),
            par: tenth(result.par),
            gain: signed(result.gain),
            best: tenth(result.best),
          })}
        </p>
      </div>
      <div className="stack s">
        <h3 className="small">{t('results.interests')}</h3>
        <ul className="why-lines small">
          {interests.map((one) => (
            <li key={one.interest}>
              <span>{trackName(one.interest)}</span>
              <span className={`num ${one.points > 0 ? 'up' : 'down'}`}>{signed(one.points)}</span>
            </li>
          ))}
          {result.agenda.map((card) => (
            <li key={card.card}>
              <span>{t('results.agendaCard', { name: t(`agenda.${card.card}.name`) })}</span>
              <span className={`num ${card.points > 0 ? 'up' : 'muted'}`}>{signed(card.points)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
