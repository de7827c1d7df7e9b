import { Stamp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Agreement } from '../../shared/rules/state.ts';
import { delegation, provisionName, seatNames } from '../names.ts';
import { listed, sentence, t } from '../text.ts';
import { onAnnounce } from './announce.ts';
import { useGame } from './context.ts';
import { type News as NewsItem, newsBetween } from './newsBetween.ts';

const SHOWN_FOR = 4500; // ms
const SEAL_FOR = 6000; // ms
const KEPT = 2;

interface Item {
  id: number;
  words: string;
  seal: Agreement | null; // its seal falls, larger and longer than news
}

function newsWords(news: NewsItem): string {
  const seat = news.seat ? delegation(news.seat) : '';
  return t(`news.${news.kind}`, { seat, Seat: sentence(seat), count: news.count ?? 0 });
}

/** What just happened, for a moment in a corner and read out: papers, signatures, seals, messages, a new round. */
export function News() {
  const { view } = useGame();
  const [items, setItems] = useState<readonly Item[]>([]);
  const before = useRef(view);
  const counter = useRef(0);

  useEffect(() => {
    const add = (words: string, seal: Agreement | null = null) => {
      const id = ++counter.current;
      setItems((list) => [...list, { id, words, seal }].slice(-KEPT));
      setTimeout(
        () => setItems((list) => list.filter((item) => item.id !== id)),
        seal ? SEAL_FOR : SHOWN_FOR,
      );
    };
    for (const news of newsBetween(before.current, view))
      if (news.agreement) add('', news.agreement);
      else add(newsWords(news));
    before.current = view;
    return onAnnounce((words) => add(words));
  }, [view]);

  return (
    <div className="news" role="status" aria-live="polite">
      {items.map((item) =>
        item.seal ? (
          <Seal key={item.id} agreement={item.seal} />
        ) : (
          <p key={item.id} className="news-item">
            {item.words}
          </p>
        ),
      )}
    </div>
  );
}

/** The seal falls: what is agreed, its first term in one sentence, and who has signed. */
function Seal({ agreement }: { agreement: Agreement }) {
  const { terms, signatories } = agreement;
  const [first] = terms;
  return (
    <div className="seal">
      <span className="seal-mark" aria-hidden="true">
        <Stamp size={34} />
      </span>
      <div>
        <p className="seal-title">
          {t('news.sealed', { terms: listed(terms.map((term) => provisionName(term.provision))) })}
        </p>
        {first && <p className="small">{t(`provision.${first.provision}.level.${first.level}`)}</p>}
        <p className="small seal-seats">{t('news.sealed.by', { seats: seatNames(signatories) })}</p>
      </div>
    </div>
  );
}
