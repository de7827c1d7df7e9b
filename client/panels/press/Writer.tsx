import { type FormEvent, useId, useState } from 'react';
import { TEXT_LIMIT } from '../../../shared/protocol/version.ts';
import {
  type Act,
  ACTS,
  type Channel,
  type Message,
  type Pledge,
  type World,
} from '../../../shared/rules/state.ts';
import { SECTORS } from '../../../shared/rules/types.ts';
import { useAct } from '../../actions.ts';
import { useGame } from '../../game/context.ts';
import { delegation, provisionName, reached, sectorName } from '../../names.ts';
import { t } from '../../text.ts';
import { Refusal } from '../Refusal.tsx';
import { paperTitle } from '../papers/PaperCard.tsx';
import { type Change, changeAt, changesIn, resolvedRound } from '../world/history.ts';
import { PledgeChoice } from './Pledges.tsx';
import { askedIn } from './phrases.ts';
import { aboutOf, changeWords } from './quote.ts';

/** Acts that say enough without a word beside them. */
const SPEAKS: ReadonlySet<Act> = new Set(['why', 'whatWouldChange', 'thank', 'greet', 'who', 'want']);

/** Changes of figures that are offered to be quoted. */
const CHANGES = 10;

interface Props {
  channel: Channel;
  last: Message | null;
  quote: string; // what the message is about when one comes from there; empty: nothing
}

/** Writing to a channel: the act first, then words, then what it is about. */
export function Writer({ channel, last, quote }: Props) {
  const { view, scenario } = useGame();
  const [speech, setSpeech] = useState<Act>('say');
  const [words, setWords] = useState('');
  const [about, setAbout] = useState(quote);
  const [pledge, setPledge] = useState<Pledge | null>(null);
  const act = useAct();
  const id = useId();
  const open = view.mine.papers.filter((paper) => paper.state === 'open');
  const provisions = scenario.provisions.map(({ id }) => ({ id, name: provisionName(id) }));
  const speaks = SPEAKS.has(speech) || (speech === 'ask' && about.startsWith('provision:'));
  const sworn = speech === 'promise' ? pledge : null;
  const plain = speech === 'say' ? askedIn(words, provisions) : null;
  const lastPaper = last?.about?.proposal;
  const quotes = open.some(({ id }) => id === lastPaper) ? `proposal:${lastPaper}` : null;
  const changes = changesToQuote(view.world, about);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = aboutOf(about);
    const sent = await act.ask({
      kind: 'say',
      channel,
      act: plain?.act ?? speech,
      about: sworn ? { ...chosen, pledge: sworn } : (chosen ?? plain?.about ?? null),
      text: words.trim() || null,
    });
    if (!sent) return;
    setWords('');
    setPledge(null);
    setSpeech('say');
  };

  return (
    <form className="writer stack s" onSubmit={(event) => void send(event)}>
      <div className="row s">
        <div className="field">
          <label htmlFor={`${id}-act`}>{t('writer.act')}</label>
          <select id={`${id}-act`} value={speech} onChange={(event) => setSpeech(event.target.value as Act)}>
            {ACTS.map((one) => (
              <option key={one} value={one}>
                {t(`act.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field writer-about">
          <label htmlFor={`${id}-about`}>{t('writer.about')}</label>
          <select id={`${id}-about`} value={about} onChange={(event) => setAbout(event.target.value)}>
            <option value="">{t('writer.about.none')}</option>
            {open.length > 0 && (
              <optgroup label={t('writer.about.papers')}>
                {open.map((paper) => (
                  <option key={paper.id} value={`proposal:${paper.id}`}>
                    {t('writer.about.paper', { title: paperTitle(paper), seat: delegation(paper.author) })}
                  </option>
                ))}
              </optgroup>
            )}
            {changes.length > 0 && (
              <optgroup label={t('writer.about.changes')}>
                {changes.map((change) => (
                  <option key={change.line} value={`ledger:${change.line}`}>
                    {t('writer.about.change', changeWords(change))}
                  </option>
                ))}
              </optgroup>
            )}
            <optgroup label={t('writer.about.provisions')}>
              {provisions.map((one) => (
                <option key={one.id} value={`provision:${one.id}`}>
                  {one.name}
                </option>
              ))}
            </optgroup>
            <optgroup label={t('front.sectors')}>
              {SECTORS.map((one) => (
                <option key={one} value={`sector:${one}`}>
                  {sectorName(one)}
                </option>
              ))}
            </optgroup>
          </select>
        </div>
        {quotes && quotes !== about && (
          <button type="button" className="btn quiet small writer-quote" onClick={() => setAbout(quotes)}>
            {t('writer.quote')}
          </button>
        )}
      </div>
      {speech === 'promise' && channel !== 'own' && view.world.phase === 'talks' && (
        <PledgeChoice id={id} pledge={pledge} onPledge={setPledge} />
      )}
      <div className="field">
        <label htmlFor={`${id}-words`}>{t('writer.words', { channel: reached(channel) })}</label>
        <textarea
          id={`${id}-words`}
          value={words}
          maxLength={TEXT_LIMIT}
          onChange={(event) => setWords(event.target.value)}
        />
        {plain && <p className="tiny muted">{t('writer.understood', { act: t(`act.${plain.act}`) })}</p>}
      </div>
      <Refusal words={act.refusal} />
      <div className="row between s">
        <p className="tiny muted">{t('writer.conduct')}</p>
        <button
          type="submit"
          className="btn primary"
          disabled={act.pending || (words.trim() === '' && !speaks && !sworn)}
        >
          {t('writer.send')}
        </button>
      </div>
    </form>
  );
}

/** What moved figures in the last round, and the change that is quoted already. */
function changesToQuote(world: World, about: string): Change[] {
  const last = changesIn(world, resolvedRound(world), CHANGES);
  const at = aboutOf(about)?.ledger;
  const quoted = at === undefined ? null : changeAt(world, at);
  return quoted && !last.some(({ line }) => line === quoted.line) ? [quoted, ...last] : last;
}
