import type { Agreement } from '../../shared/rules/state.ts';
import type { Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';

export interface News {
  kind: 'paper' | 'signed' | 'refused' | 'agreed' | 'message' | 'round' | 'ended';
  seat?: Seat;
  count?: number;
  agreement?: Agreement;
}

/** What a seat would want to be told of between two of its views; its own acts are no news. */
export function newsBetween(before: SeatView, after: SeatView): News[] {
  const me = after.mine.seat;
  if (before === after) return [];
  if (before.world.phase !== 'ended' && after.world.phase === 'ended') return [{ kind: 'ended' }];
  if (after.world.round !== before.world.round) return [{ kind: 'round', count: after.world.round }];

  const news: News[] = after.world.agreements
    .slice(before.world.agreements.length)
    .map((agreement) => ({ kind: 'agreed', agreement }));
  const known = new Map(before.mine.papers.map((paper) => [paper.id, paper]));
  for (const paper of after.mine.papers) {
    const earlier = known.get(paper.id);
    if (!earlier) {
      if (paper.author !== me) news.push({ kind: 'paper', seat: paper.author });
      continue;
    }
    if (earlier === paper) continue;
    if (paper.state === 'agreed') continue; // told as an agreement
    if (paper.author !== me && !paper.signatories.includes(me)) continue;
    for (const seat of paper.signatures)
      if (seat !== me && !earlier.signatures.includes(seat)) news.push({ kind: 'signed', seat });
    for (const seat of Object.keys(paper.rejections) as Seat[])
      if (seat !== me && !(seat in earlier.rejections)) news.push({ kind: 'refused', seat });
  }
  const last = before.mine.press.at(-1)?.id ?? 0;
  const fresh = after.mine.press.filter((message) => message.id > last && message.from !== me);
  const speaker = fresh.at(-1);
  if (speaker && news.length === 0) news.push({ kind: 'message', seat: speaker.from, count: fresh.length });
  return news;
}
