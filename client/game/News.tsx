import { useEffect, useRef, useState } from 'react';
import { seatName } from '../names.ts';
import { t } from '../text.ts';
import { onAnnounce } from './announce.ts';
import { useGame } from './context.ts';
import { newsBetween } from './newsBetween.ts';

const SHOWN_FOR = 4500; // ms
const KEPT = 2;

/** What just happened, for a moment in a corner and read out: papers, signatures, seals, messages, a new round. */
export function News() {
  const { view } = useGame();
  const [items, setItems] = useState<readonly { id: number; words: string }[]>([]);
  const before = useRef(view);
  const counter = useRef(0);

  useEffect(() => {
    const add = (words: string) => {
      const id = ++counter.current;
      setItems((list) => [...list, { id, words }].slice(-KEPT));
      setTimeout(() => setItems((list) => list.filter((item) => item.id !== id)), SHOWN_FOR);
    };
    for (const news of newsBetween(before.current, view))
      add(t(`news.${news.kind}`, { seat: news.seat ? seatName(news.seat) : '', count: news.count ?? 0 }));
    before.current = view;
    return onAnnounce(add);
  }, [view]);

  return (
    <div className="news" role="status" aria-live="polite">
      {items.map((item) => (
        <p key={item.id} className="news-item">
          {item.words}
        </p>
      ))}
    </div>
  );
}
