import { bareRow, bound, dealTermOf, give, giftOf, tensionOf, WIDTH } from './endgame.ts';
import type { DealTerm, Gift, Row } from './endgame.ts';
import { PLEDGE_LOST, isPledge } from './estimate.ts';
import type { Aftermath } from './hazard.ts';
import type { Scenario } from './scenario.ts';
import type { World } from './state.ts';
import { MEASURES, SECTORS } from './types.ts';
import type { Level, ProvisionId, TermKey } from './types.ts';
import { sectorFactor } from './endgame.ts';

/** A term in force at the end, as the forecast counts with it. */
export interface Part {
  key: TermKey;
  provision: ProvisionId;
  term: DealTerm;
  gift: Gift;
  isTruce: boolean; // the full ceasefire itself
  endsWithTruce: boolean; // part of it, or under snapback
  isPledge: boolean;
  takesChair: boolean; // strategic stability with China at the table
}

/** The final state taken apart, so that any part of what was agreed can be left out. */
export interface Package {
  base: Row; // the world without the parts, points
  parts: readonly Part[];
  truce: 0 | Level;
  held: number;
  rearmamentStart: number;
  tension: Float64Array; // by region
  sectors: Float64Array; // each sector's share of its region's risk
}

export function packageOf(scenario: Scenario, world: World): Package {
  const base = bareRow(world);
  const parts: Part[] = [];
  for (const agreement of world.agreements)
    for (const agreed of agreement.terms) {
      if (agreed.state !== 'inForce') {
        const kept = world.given[agreed.key];
        if (kept)
          for (const [i, measure] of MEASURES.entries())
            base[i] = (base[i] as number) + (kept[measure] ?? 0) / 100;
        continue;
      }
      const term = dealTermOf(scenario, agreed);
      const rule = scenario.provisions[term.provision];
      if (!rule) throw new Error(`provision ${agreed.provision} is not in this edition`);
      parts.push({
        key: agreed.key,
        provision: agreed.provision,
        term,
        gift: giftOf(scenario, term),
        isTruce: agreed.key === world.truce.key,
        endsWithTruce: rule.lapsesWithTruce === true || term.snapback,
        isPledge: isPledge(rule),
        takesChair: agreed.provision === 'stability-talks' && agreed.level > 1,
      });
    }
  return {
    base,
    parts,
    truce: world.truce.level,
    held: world.truce.held,
    rearmamentStart: scenario.measures.rearmament,
    tension: tensionOf(scenario, world),
    sectors: sharesOf(scenario, world),
  };
}

/** Each sector's share of its region's risk, by weight and tension. */
function sharesOf(scenario: Scenario, world: World): Float64Array {
  const shares = new Float64Array(SECTORS.length);
  const sums: Partial<Record<string, number>> = {};
  for (const rule of scenario.sectors) {
    const share = rule.weight * sectorFactor(rule.start.tension, world.sectors[rule.id].tension / 100);
    shares[SECTORS.indexOf(rule.id)] = share;
    sums[rule.region] = (sums[rule.region] ?? 0) + share;
  }
  for (const rule of scenario.sectors) {
    const at = SECTORS.indexOf(rule.id);
    shares[at] = (shares[at] as number) / (sums[rule.region] ?? 1);
  }
  return shares;
}

export function emptyAftermath(pack: Package): Aftermath {
  return {
    row: new Float64Array(WIDTH),
    pledges: new Float64Array(WIDTH),
    rearmamentStart: pack.rearmamentStart,
    truce: 0,
    held: 0,
    tension: pack.tension,
  };
}

/**
 * What the ten years start from when only some parts stand.
 *
 * Without the ceasefire its own terms and those under snapback go too, and the rest gives what it gives at war.
 *
 * @param standing 1 for each part that stands
 */
export function aftermathInto(into: Aftermath, pack: Package, standing: Uint8Array): void {
  const { parts } = pack;
  let truce: 0 | Level = pack.truce;
  for (let i = 0; i < parts.length; i++) if ((parts[i] as Part).isTruce && !standing[i]) truce = 0;
  const broken = pack.truce > 0 && truce === 0;

  const row = into.row;
  const pledges = into.pledges ?? new Float64Array(WIDTH);
  row.set(pack.base);
  pledges.fill(0);
  let chair = false;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    if (!standing[i] || (broken && part.endsWithTruce)) continue;
    give(row, part.gift, truce > 0, 1);
    if (part.isPledge) give(pledges, part.gift, truce > 0, PLEDGE_LOST);
    chair ||= part.takesChair;
  }
  bound(row, chair);
  into.pledges = pledges;
  into.truce = truce;
  into.held = pack.held;
}
