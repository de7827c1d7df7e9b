import { Stamp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { delegation, provisionName, seatNames } from '../names.ts';
import { listed, sentence, t } from '../text.ts';
import { onAnnounce } from './announce.ts';
import { useGame } from './context.ts';
import { type News as NewsItem, newsBetween } from './newsBetween.ts';

const SHOWN_FOR = 4500; // ms
const SEAL_FOR = 9000; // ms
const KEPT = 2;

interface Item {
  id: number;
  words: string;
  seal: boolean; // an agreement: shown larger, and longer
}

function newsWords(news: NewsItem): string {
  if (news.agreement) {
    const { terms, signatories } = news.agreement;
    return t('news.agreed', {
      terms: listed(terms.map((term) => provisionName(term.provision))),
      seats: seatNames(signatories),
    });
  }
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
    const add = (words: string, seal = false) => {
      const id = ++counter.current;
      setItems((list) => [...list, { id, words, seal }].slice(-KEPT));
      setTimeout(
        () => setItems((list) => list.filter((item) => item.id !== id)),
        seal ? SEAL_FOR : SHOWN_FOR,
      );
    };
    for (const news of newsBetween(before.current, view)) add(newsWords(news), news.agreement !== undefined);
    before.current = view;
    return onAnnounce((words) => add(words));
  }, [view]);

  return (
    <div className="news" role="status" aria-live="polite">
      {items.map((item) => (
        <p key={item.id} className="news-item" data-seal={item.seal}>
          {item.seal && <Stamp size={26} aria-hidden="true" className="news-seal" />}
          {item.words}
        </p>
      ))}
    </div>
  );
}
