import { EDITION_RULES } from '../../shared/content/editions.ts';
import { EDITIONS, MEASURES, SEATS, hundredths } from '../../shared/rules/index.ts';
import type { Disposition, SectorId, TermKey } from '../../shared/rules/index.ts';
import { closeRound, inSecrets, inWorld, must, startTalks } from './table.ts';
import type { Table } from './table.ts';
import { say, seatOf, seatsOf, termsOf } from './verbs.ts';
import type { Verb } from './verbs.ts';

const ENOUGH = hundredths(99); // PC: what came before the case is not what it is about

interface Preparation {
  seed: string;
  round: number;
  agreed: { text: string; by: string; round: number }[];
  after: ((table: Table) => void)[]; // once the round of the case is open
}

type Given = { table: Table; plan: Preparation };

/** The verbs of GIVEN; `talks.cases` explains them. */
const GIVEN: readonly Verb<Given, void>[] = [
  [/seed (\S+)/, ({ plan }, seed) => void (plan.seed = seed)],
  [/round (\d+)/, ({ plan }, round) => void (plan.round = Number(round))],
  [
    /rules of the (lesson|double|campaign)/,
    ({ table }, id) => {
      const edition = EDITIONS.find((candidate) => candidate === id) ?? 'lesson';
      table.scenario = { ...table.scenario, edition: EDITION_RULES[edition] };
    },
  ],
  [
    /agreed (.+) by ([a-z, ]+) in round (\d+)/,
    ({ plan }, text, by, round) => void plan.agreed.push({ text, by, round: Number(round) }),
  ],
  [
    /pc (\w+) ([\d.]+)/,
    ({ plan }, seat, amount) =>
      void plan.after.push((table) => inSecrets(table, seatOf(seat), { pc: hundredths(Number(amount)) })),
  ],
  [
    /track ([\w.]+) ([\d.]+)/,
    ({ plan }, track, value) => void plan.after.push((table) => setTrack(table, track, Number(value))),
  ],
  [
    /trust of (\w+) in (\w+) (\d+)/,
    ({ plan }, seat, other, value) =>
      void plan.after.push((table) => {
        const { trust } = table.state.secrets[seatOf(seat)];
        const entry = { value: hundredths(Number(value)), why: null };
        inSecrets(table, seatOf(seat), { trust: { ...trust, [seatOf(other)]: entry } });
      }),
  ],
  [
    /disposition (\w+) ([\w-]+)/,
    ({ plan }, seat, disposition) =>
      void plan.after.push((table) => {
        if (!(disposition in table.scenario.mandates[seatOf(seat)]))
          throw new Error(`no disposition ${disposition}`);
        inSecrets(table, seatOf(seat), { disposition: disposition as Disposition });
      }),
  ],
  [
    /truce held (\d+)/,
    ({ plan }, held) =>
      void plan.after.push((table) =>
        inWorld(table, { truce: { ...table.state.world.truce, held: Number(held) } }),
      ),
  ],
  [
    /sector ([A-Z]{3}) (tension|fortification|control|forcesEast|forcesWest|readinessEast|readinessWest) ([\d.]+)/,
    ({ plan }, id, field, value) =>
      void plan.after.push((table) => inSector(table, id, { [field]: hundredths(Number(value)) })),
  ],
  [
    /sector ([A-Z]{3}) in (incident|crisis|clash)/,
    ({ plan }, id, incident) => void plan.after.push((table) => inSector(table, id, { incident })),
  ],
  [
    /draw (truce|reports|incidents|ratification|consent) (low|high)/,
    ({ plan }, stream, end) =>
      void plan.after.push((table) => void table.draws.set(stream, end === 'low' ? 'low' : 'high')),
  ],
];

function setTrack(table: Table, name: string, value: number): void {
  const track = MEASURES.find((measure) => measure === name);
  if (!track) throw new Error(`“${name}” is no track`);
  const { world } = table.state;
  const given = (Object.keys(world.given) as TermKey[]).reduce(
    (sum, key) => sum + (world.given[key]?.[track] ?? 0),
    0,
  );
  const shown = hundredths(value);
  inWorld(table, {
    measures: { ...world.measures, [track]: shown },
    bare: { ...world.bare, [track]: shown - given },
  });
}

function inSector(table: Table, id: string, change: object): void {
  const { sectors } = table.state.world;
  if (!(id in sectors)) throw new Error(`“${id}” is no sector`);
  inWorld(table, { sectors: { ...sectors, [id]: { ...sectors[id as SectorId], ...change } } });
}

/** Brings the table to where the case begins: agreements are made by the rules themselves, round by round. */
export function prepare(table: Table, statements: readonly string[]): void {
  const plan: Preparation = { seed: 'case', round: 1, agreed: [], after: [] };
  for (const statement of statements) say(GIVEN, { table, plan }, statement);
  startTalks(table, plan.seed);
  while (table.state.world.round < plan.round) {
    for (const text of plan.agreed)
      if (text.round === table.state.world.round) agree(table, text.text, text.by);
    closeRound(table);
  }
  for (const text of plan.agreed) if (text.round === plan.round) agree(table, text.text, text.by);
  if (plan.agreed.some((text) => text.round > plan.round))
    throw new Error('agreed later than the round of the case');
  for (const seat of SEATS) inSecrets(table, seat, { pc: hundredths(table.scenario.edition.startPc) });
  for (const change of plan.after) change(table);
  table.before = table.state;
}

function agree(table: Table, text: string, by: string): void {
  const [author, ...others] = seatsOf(by);
  if (!author) throw new Error(`nobody agreed to ${text}`);
  for (const seat of [author, ...others]) inSecrets(table, seat, { pc: ENOUGH });
  const terms = termsOf(table.scenario, text);
  must(table, author, { kind: 'propose', terms, readers: 'all', counterTo: null, text: null });
  const proposal = table.state.hidden.papers.at(-1)?.id ?? 'p0';
  for (const seat of others) must(table, seat, { kind: 'sign', proposal });
  if (table.state.hidden.papers.at(-1)?.state !== 'agreed') throw new Error(`not all have agreed to ${text}`);
}
