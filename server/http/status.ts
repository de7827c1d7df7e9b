import texts from '../../shared/content/texts/en/owner.json' with { type: 'json' };
import type { GameRecord } from '../store/store.ts';

/** What the owner is shown. Nothing in it tells what is going on in a game. */
export interface Status {
  games: readonly (GameRecord & { rows: number; bytes: number; isOpen: boolean })[];
  rooms: number;
  clients: number;
  memory: number; // bytes
  now: number; // ms since epoch
  retentionDays: number | null;
}

export const STATUS_STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color-scheme: light dark }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid GrayText; vertical-align: top }
td { font-variant-numeric: tabular-nums }
summary, button { font: inherit; cursor: pointer }
`;

/** The page of the machine's owner: every game with its age and size, and how to delete it. No script. */
export function statusPage(status: Status): string {
  const { games, rooms, clients, memory, retentionDays } = status;
  const bytes = games.reduce((sum, game) => sum + game.bytes, 0);
  const open = games.filter((game) => game.isOpen).length;
  const facts = { games: games.length, open, rooms, clients, memory: sizeOf(memory), size: sizeOf(bytes) };
  const term = retentionDays === null ? texts.kept : say(texts.retention, { days: retentionDays });
  const head = [texts.code, texts.age, texts.used, texts.rows, texts.size, texts.state, ''];
  const table = `<table><thead><tr>${head.map((name) => `<th scope="col">${escape(name)}</th>`).join('')}</tr></thead>
<tbody>${games.map((game) => rowOf(game, status.now)).join('\n')}</tbody></table>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(texts.title)}</title><link rel="stylesheet" href="/status.css"></head>
<body><main><h1>${escape(texts.title)}</h1>
<p>${escape(say(texts.summary, facts))}</p><p>${escape(term)}</p>
${games.length === 0 ? `<p>${escape(texts.none)}</p>` : table}
</main></body></html>
`;
}

function rowOf(game: Status['games'][number], now: number): string {
  const { code, createdAt, usedAt, rows, bytes, isOpen } = game;
  const cells = [
    escape(code),
    escape(timeOf(now - createdAt)),
    escape(say(texts.ago, { time: timeOf(now - usedAt) })),
    String(rows),
    escape(sizeOf(bytes)),
    escape(isOpen ? texts.open : texts.closed),
    `<details><summary>${escape(texts.delete)}</summary><form method="post" action="/status/delete">
<input type="hidden" name="code" value="${escape(code)}"><button>${escape(say(texts.deleteForGood, { code }))}</button></form></details>`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function timeOf(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return say(texts.minutes, { n: minutes });
  if (minutes < 48 * 60) return say(texts.hours, { n: Math.floor(minutes / 60) });
  return say(texts.days, { n: Math.floor(minutes / (24 * 60)) });
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? say(texts.kilobytes, { n: Math.ceil(bytes / 1_000) })
    : say(texts.megabytes, { n: (bytes / 1_000_000).toFixed(1) });
}

function say(text: string, facts: Record<string, string | number>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
