import './press.css';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Channel, Message } from '../../../shared/rules/state.ts';
import { type Seat } from '../../../shared/rules/types.ts';
import { open, useGame, writtenWords } from '../../game/context.ts';
import { readMarks } from '../../game/marks.ts';
import { threadOf, unreadPress } from '../../game/waiting.ts';
import { seenPress } from '../../memory.ts';
import { setDraft } from '../../composer/draft.ts';
import { delegation, nameOf, provisionName, sectorName } from '../../names.ts';
import { gamePath } from '../../route.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { HoldButton } from './HoldDialog.tsx';
import { messageWords, termsIn } from './said.ts';
import { PledgeLine } from './Pledges.tsx';
import { quotedChange } from './quote.ts';
import { Writer } from './Writer.tsx';

/** Channels: all, a table, one other delegation, my own. `id`: one of them, or what one comes to quote. */
export default function Press({ id }: { id: string | null }) {
  const game = useGame();
  const { view, me, code } = game;
  const wanted = view.legal.channels.find((one) => one === id);
  const [channel, setChannel] = useState<Channel>(wanted ?? 'all');
  const [asked, setAsked] = useState(id);
  if (asked !== id) {
    setAsked(id); // led to another channel, with what is being written
    if (wanted) setChannel(wanted);
  }
  const quote = wanted ? '' : (id ?? '');
  useSyncExternalStore(readMarks.subscribe, readMarks.count);
  const unread = unreadPress(view, seenPress(code));
  const threads = useMemo(
    () => Map.groupBy(view.mine.press, (message) => threadOf(message, me)),
    [view.mine.press, me],
  );
  const channels = game.replay ? [...threads.keys()].toSorted() : view.legal.channels;
  const shown = threads.get(channel) ?? [];
  const list = useRef<HTMLOListElement>(null);
  const latest = shown.at(-1)?.id;
  useEffect(() => {
    if (latest !== undefined && !game.replay && latest > (seenPress(code)[channel] ?? -1))
      readMarks.thread(code, channel, latest);
  }, [game.replay, code, channel, latest]);
  useEffect(() => {
    if (latest !== undefined) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [latest]);

  return (
    <div className="page">
      <div className="page-head">
        <div className="stack s">
          <h1>{t('press.title')}</h1>
          <p className="muted">{t('press.lede')}</p>
        </div>
        {!game.replay && <HoldButton />}
      </div>
      <div className="press">
        <nav className="press-channels" aria-label={t('press.channels')}>
          <ul>
            {channels.map((one) => {
              const fresh = unread.filter((message) => threadOf(message, me) === one).length;
              return (
                <li key={one}>
                  <button
                    type="button"
                    className="press-channel"
                    aria-pressed={one === channel}
                    onClick={() => setChannel(one)}
                  >
                    {one.startsWith('seat:') ? (
                      <SeatName seat={one.slice(5) as Seat} size={18} />
                    ) : (
                      <span className="press-channel-name">{nameOf(one)}</span>
                    )}
                    {fresh > 0 && one !== channel && !game.replay && (
                      <span className="tag warn">{t('press.new', { count: fresh })}</span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        </nav>
        <section className="press-thread card" aria-label={t('press.thread', { channel: nameOf(channel) })}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
          <ol className="messages" ref={list} tabIndex={0} aria-label={t('press.messages')}>
            {shown.length === 0 && <li className="muted small">{t('press.empty')}</li>}
            {shown.map((message) => (
              <li key={message.id} className={message.from === me ? 'message own' : 'message'}>
                <div className="row s">
                  <SeatName seat={message.from} size={18} />
                  <span className="tag">{t(`act.${message.act}`)}</span>
                  {game.replay && message.channel.startsWith('seat:') && (
                    <span className="tiny muted">{t('replay.to', { seat: nameOf(message.channel) })}</span>
                  )}
                  <span className="tiny muted">{t('press.round', { round: message.round })}</span>
                  {view.world.seats[message.from].taken === 'bot' && (
                    <span className="tiny muted">{t('press.simulated')}</span>
                  )}
                  {view.world.seats[message.from].taken === 'human' &&
                    message.key !== null &&
                    !message.key.startsWith('askInPrivate') && (
                      <span className="tiny muted">{t('press.standIn')}</span>
                    )}
                </div>
                <Said words={messageWords(message, writtenWords(game, message.text))} />
                <About message={message} />
                <PledgeLine message={message} />
                <Offered message={message} />
              </li>
            ))}
          </ol>
          {!game.replay && channels.includes(channel) && (
            <Writer channel={channel} last={shown.findLast((m) => m.from !== me) ?? null} quote={quote} />
          )}
        </section>
      </div>
    </div>
  );
}

function Said({ words }: { words: string | null }) {
  return words === null ? null : <p className="message-words">{words}</p>;
}

/** A text that the sender would sign: to be opened in the composer, changed and sent. */
function Offered({ message }: { message: Message }) {
  const game = useGame();
  const terms = termsIn(message);
  if (!terms || game.view.legal.propose === null) return null;
  const answered = message.about?.proposal;
  const counterTo = answered && game.view.legal.counter.includes(answered) ? answered : null;
  const take = () => {
    setDraft(game.code, { terms, readers: 'table', counterTo, note: '' });
    open(game, 'papers', 'compose');
  };
  return (
    <button type="button" className="btn small" onClick={take}>
      {t('press.openTerms')}
    </button>
  );
}

function About({ message }: { message: Message }) {
  const { view, code } = useGame();
  const { about } = message;
  if (!about) return null;
  const paper = about.proposal ? view.mine.papers.find((one) => one.id === about.proposal) : undefined;
  return (
    <p className="tiny about-line">
      {paper && (
        <Link to={gamePath(code, 'papers', paper.id)}>
          {t('press.about.paper', { seat: delegation(paper.author) })}
        </Link>
      )}
      {about.provision && (
        <span className="muted">{t('press.about', { what: provisionName(about.provision) })}</span>
      )}
      {about.ledger !== undefined && (
        <Link to={gamePath(code, 'world')}>{quotedChange(view.world, about.ledger)}</Link>
      )}
      {about.sector && <span className="muted">{t('press.about', { what: sectorName(about.sector) })}</span>}
    </p>
  );
}
