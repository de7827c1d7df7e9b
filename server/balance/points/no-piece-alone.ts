import { scenarioOf } from '../../../shared/content/index.ts';
import { gainsOf, searchFor } from '../../../shared/rules/best.ts';
import { dealTerm, pcOf, signersOf } from '../../../shared/rules/estimate.ts';
import { SEATS, type Level } from '../../../shared/rules/types.ts';
import { RUSSIAS, UKRAINES, likeliest, opening, packagesWith, seenBy } from '../alone.ts';
import type { Bench, Finding } from '../bench.ts';
import { signed } from '../statistics.ts';

const SHORT = -1; // points that the blocker lacks, at least
const EACH = 5; // points that a package across tables leaves each seat
const SEARCHES = 8;
const STEPS = 6000;

/** Point 1: no piece alone, all pieces together, small steps at once. Nothing here is drawn but the search's path. */
export function noPieceAlone({ edition }: Bench): Finding[] {
  const scenario = scenarioOf(edition);
  const outlook = opening(scenario);
  const at = { point: 1, edition, firm: true };

  const packages = packagesWith(scenario, 'full-ceasefire');
  const pairs = RUSSIAS.flatMap((ru) => UKRAINES.map((ua) => ({ ru, ua })));
  const nearest = pairs.map(({ ru, ua }) => {
    const search = seenBy(scenario, outlook, { ru, ua });
    const best = packages.reduce((most, deal) => {
      const gains = gainsOf(search, deal);
      const signers = signersOf(scenario, deal);
      const least = Math.min(...SEATS.filter((_, s) => (signers >> s) & 1).map((seat) => gains[seat]));
      return Math.max(most, least);
    }, -Infinity);
    return { ru, ua, best };
  });
  const worst = nearest.toSorted((a, b) => b.best - a.best)[0];

  const views = [{}, likeliest(scenario)].map((others) =>
    seenBy(scenario, outlook, { ...others, ru: 'bargainer' }),
  );
  const found = views.map((search) => {
    let most = -Infinity;
    for (let seed = 1; seed <= SEARCHES; seed++) {
      const aim = (gains: ReturnType<typeof gainsOf>) => ({
        value: Math.min(...SEATS.map((seat) => gains[seat])),
        short: 0,
      });
      most = Math.max(most, searchFor(search, aim, seed, STEPS)?.gain ?? -Infinity);
    }
    return most;
  });
  const across = Math.min(...found);

  const steps = scenario.provisions.flatMap((rule) =>
    Array.from({ length: rule.smallStep }, (_, i) => dealTerm(scenario, rule.id, (i + 1) as Level)),
  );
  const hard = steps.filter((step) => {
    const signers = signersOf(scenario, [step]);
    const free = pcOf(outlook, [step]).every((spent) => spent === 0);
    const loses = RUSSIAS.some((ru) => {
      const gains = gainsOf(seenBy(scenario, outlook, { ru }), [step]);
      return SEATS.some((seat, s) => (signers >> s) & 1 && gains[seat] < 0);
    });
    return loses || !free;
  });

  return [
    {
      ...at,
      target: `no package of the ceasefire's table is nearer than ${SHORT} points to all its signatories`,
      measured: `nearest ${signed(worst?.best ?? 0, 2)} (Russia ${worst?.ru}, Ukraine ${worst?.ua})`,
      sample: `all ${packages.length} packages, ${pairs.length} pairs of dispositions`,
      holds: worst !== undefined && worst.best <= SHORT,
    },
    {
      ...at,
      target: `a package across tables leaves all six at least ${EACH} points above par, Russia bargaining`,
      measured: `best found leaves the least of them ${signed(across, 1)}`,
      sample: `${SEARCHES} searches of ${STEPS} steps, two views of the others`,
      holds: across >= EACH,
    },
    {
      ...at,
      target: 'small steps can be signed at once',
      measured:
        hard.length === 0
          ? 'all'
          : `not ${hard.map((step) => `${scenario.provisions[step.provision]?.id} ${step.level}`).join(', ')}`,
      sample: `${steps.length} steps, ${RUSSIAS.length} Russias`,
      holds: hard.length === 0,
    },
  ];
}
