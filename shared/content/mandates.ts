import type { Mandate, RedLine, Scenario } from '../rules/scenario.ts';
import type { BySeat, Disposition } from '../rules/types.ts';

/**
 * What each seat wants, by disposition: score points for a point of a track, or for a per cent of durability.
 * Russia has no weight on durability: an opportunist draws no benefit from not attacking, only from safety (MANDATE-1).
 * Ground taken is leverage, not a prize: what it is worth to Russia lies in its aims, to Ukraine in its own territory.
 */
export const MANDATES = {
  us: {
    dealmaker: {
      prior: 50,
      weights: {
        relations: 0.15,
        stability: 0.07,
        durability: 0.07,
        violence: -0.08,
        supportUs: 0.13,
        cohesion: 0.05,
        usStanding: 0.02,
        europeDefence: 0.05,
        ukraineDefence: 0.02,
        guardrails: 0.03,
        alignment: -0.06,
        escalation: -0.05,
      },
    },
    'alliance-first': {
      prior: 25,
      weights: {
        cohesion: 0.16,
        durability: 0.09,
        usStanding: 0.04,
        relations: 0.07,
        stability: 0.07,
        precedent: -0.1,
        ukraineDefence: 0.07,
        ukraineSovereignty: 0.04,
        europeDefence: 0.07,
        guardrails: 0.04,
        violence: -0.07,
        supportUs: 0.1,
        escalation: -0.05,
      },
    },
    'pacific-first': {
      prior: 25,
      weights: {
        alignment: -0.14,
        stability: 0.09,
        europeDefence: 0.1,
        relations: 0.11,
        durability: 0.1,
        supportUs: 0.15,
        escalation: -0.06,
        violence: -0.07,
        cohesion: 0.04,
        chinaStanding: -0.06,
      },
    },
  },
  ru: {
    bargainer: {
      prior: 45,
      weights: {
        russiaEconomy: 0.34,
        russiaSecurity: 0.18,
        relations: 0.16,
        russiaAims: 0.18,
        supportRu: 0.12,
        guardrails: 0.1,
        stability: 0.08,
        ukraineDefence: -0.02,
        europeDefence: -0.02,
      },
    },
    besieged: {
      prior: 35,
      weights: {
        russiaSecurity: 0.26,
        russiaEconomy: 0.27,
        guardrails: 0.14,
        relations: 0.12,
        stability: 0.1,
        russiaAims: 0.17,
        supportRu: 0.12,
        europeDefence: -0.04,
        ukraineDefence: -0.03,
      },
    },
    maximalist: {
      prior: 20,
      weights: {
        russiaAims: 0.46,
        russiaEconomy: 0.05,
        supportRu: 0.12,
        russiaSecurity: 0.06,
        ukraineDefence: -0.06,
        ukraineSovereignty: -0.05,
        cohesion: -0.05,
        europeDefence: -0.03,
        euUnity: -0.05,
      },
    },
  },
  eu: {
    steady: {
      prior: 65,
      weights: {
        durability: 0.13,
        euUnity: 0.14,
        europeEconomy: 0.12,
        europeDefence: 0.07,
        ukraineSovereignty: 0.09,
        ukraineDefence: 0.07,
        precedent: -0.16,
        cohesion: 0.07,
        guardrails: 0.04,
        violence: -0.04,
        supportEu: 0.1,
        escalation: -0.05,
        sanctionsEu: 0.04,
      },
    },
    divided: {
      prior: 35,
      weights: {
        europeEconomy: 0.24,
        euUnity: 0.18,
        supportEu: 0.14,
        durability: 0.09,
        europeDefence: 0.06,
        ukraineSovereignty: 0.06,
        precedent: -0.1,
        cohesion: 0.06,
        guardrails: 0.04,
        violence: -0.04,
        escalation: -0.05,
      },
    },
  },
  ua: {
    'security-first': {
      prior: 60,
      weights: {
        ukraineSovereignty: 0.22,
        ukraineDefence: 0.2,
        durability: 0.15,
        supportUa: 0.12,
        precedent: -0.12,
        territory: -0.1,
        violence: -0.03,
        sanctionsEu: 0.07,
        sanctionsUs: 0.04,
        russiaAims: -0.05,
        rearmament: -0.05,
      },
    },
    'land-first': {
      prior: 40,
      weights: {
        ukraineSovereignty: 0.2,
        territory: -0.2,
        ukraineDefence: 0.15,
        durability: 0.1,
        supportUa: 0.14,
        precedent: -0.16,
        violence: -0.03,
        sanctionsEu: 0.08,
        sanctionsUs: 0.05,
        russiaAims: -0.05,
        rearmament: -0.05,
      },
    },
  },
  nato: {
    'deterrence-first': {
      prior: 60,
      weights: {
        europeDefence: 0.13,
        cohesion: 0.15,
        durability: 0.11,
        ukraineDefence: 0.09,
        precedent: -0.1,
        guardrails: 0.06,
        escalation: -0.05,
        supportNato: 0.1,
        euUnity: 0.03,
        rearmament: -0.06,
      },
    },
    'dialogue-first': {
      prior: 40,
      weights: {
        durability: 0.14,
        guardrails: 0.12,
        escalation: -0.12,
        europeDefence: 0.12,
        cohesion: 0.15,
        precedent: -0.06,
        supportNato: 0.1,
        stability: 0.05,
      },
    },
  },
  cn: {
    stabiliser: {
      prior: 45,
      weights: {
        chinaStanding: 0.2,
        alignment: 0.2,
        europeEconomy: 0.16,
        escalation: -0.15,
        durability: 0.06,
        stability: 0.04,
        russiaEconomy: 0.09,
        supportCn: 0.12,
      },
    },
    hedger: {
      prior: 25,
      weights: {
        alignment: 0.3,
        chinaStanding: 0.18,
        russiaEconomy: 0.14,
        cohesion: -0.12,
        relations: -0.1,
        escalation: -0.08,
        europeEconomy: 0.06,
        supportCn: 0.1,
      },
    },
    broker: {
      prior: 30,
      weights: {
        chinaStanding: 0.36,
        europeEconomy: 0.16,
        alignment: 0.14,
        escalation: -0.1,
        durability: 0.06,
        stability: 0.04,
        russiaEconomy: 0.08,
        supportCn: 0.1,
      },
    },
  },
} as const satisfies BySeat<Partial<Record<Disposition, Mandate>>>;

/** What each delegation has said in public it will not sign, as far as the catalogue has it; from this level on (MANDATE-2). */
export const RED_LINES: Scenario['redLines'] = {
  us: [{ provision: 'security-agreements', level: 3 }], // nothing open-ended: Europe gives most of future aid
  ru: [
    { provision: 'monitoring', level: 3 }, // no armed foreign mission on the line
    { provision: 'reassurance-force', level: 1 }, // no troops of NATO states in Ukraine in any role
  ],
  eu: [{ provision: 'relief-assets', level: 2 }], // the assets themselves stay immobilised
  ua: [
    { provision: 'ukraine-alignment', level: 2 }, // no other country's veto over its alliances
    { provision: 'line-of-control', level: 3 }, // never recognises occupied territory as Russian
    { provision: 'force-limits', level: 2 }, // no limits on its forces imposed by others
  ],
  nato: [
    { provision: 'force-ceilings', level: 3 }, // no second-class members
    { provision: 'ukraine-alignment', level: 3 }, // its words of 2024 on Ukraine's path stand
    { provision: 'root-causes', level: 3 }, // nobody else decides what stands on its territory
  ],
  cn: [{ provision: 'china-transparency', level: 2 }], // no formula for its forces with the two largest arsenals
} satisfies BySeat<readonly RedLine[]>;
