/**
 * The two curves that chances are made of, and the chance that a ceasefire breaks.
 *
 * `Math.exp` differs in its last bits between engines, so these are read from a table that is built with
 * + − × ÷ alone and is therefore the same on every machine.
 */

const STEPS = 32; // table entries for each unit of x
const REACH = 40; // beyond ±40 the curves are flat for every use the rules have

const POWERS = powersOfE();

/** e to the power i ÷ STEPS for i from −REACH·STEPS to +REACH·STEPS. */
function powersOfE(): Float64Array {
  let step = 1;
  let term = 1;
  for (let k = 1; k < 20; k++) {
    term /= k * STEPS;
    step += term;
  }
  const powers = new Float64Array(2 * REACH * STEPS + 1);
  const middle = REACH * STEPS;
  powers[middle] = 1;
  for (let i = 1; i <= middle; i++) {
    powers[middle + i] = (powers[middle + i - 1] as number) * step;
    powers[middle - i] = (powers[middle - i + 1] as number) / step;
  }
  return powers;
}

/**
 * e to the power x.
 *
 * Between the table's entries a cubic carries on; the relative error stays below 1e-8 for |x| ≤ 40. Beyond that
 * x is taken as ±40.
 */
export function exp(x: number): number {
  const bounded = x < -REACH ? -REACH : x > REACH ? REACH : x;
  const nearest = Math.round(bounded * STEPS);
  const rest = bounded - nearest / STEPS;
  const power = POWERS[nearest + REACH * STEPS] as number;
  return power * (1 + rest * (1 + rest * (0.5 + rest / 6)));
}

/** 1 ÷ (1 + e⁻ˣ): a chance from 0 to 1, 0.5 at x = 0. Absolute error below 1e-8. */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** Chance a round that a ceasefire of each level breaks by itself, before monitoring and time (fitted, as are the next four). */
const LAPSE = [0, 0.156, 0.095, 0.07] as const;
const INCIDENT_BREAK = 0.4; // the same for incidents nobody watches
const MONITORING_REACH = 22; // points of monitoring that cut it to 37 %
const HOTLINE_REACH = 60;
/** Each round held makes the next one safer. */
export const LEARNING = 0.6;

/**
 * The chance, 0 to 1, that a full ceasefire breaks at this resolution without anybody's order (TRUCE-3).
 *
 * @param level of the ceasefire, 0 for none
 * @param monitoring points; `hotlines` and `escalation` too
 * @param held resolutions it has held so far
 */
export function truceHazard(
  level: 0 | 1 | 2 | 3,
  monitoring: number,
  hotlines: number,
  escalation: number,
  held: number,
): number {
  let hazard = truceHazardAtFirst(level, monitoring, hotlines, escalation);
  for (let i = 0; i < held; i++) hazard *= LEARNING;
  return hazard < 1 ? hazard : 1;
}

/** The same in the first round, before it is bounded by 1; each round held multiplies it by {@link LEARNING}. */
export function truceHazardAtFirst(
  level: 0 | 1 | 2 | 3,
  monitoring: number,
  hotlines: number,
  escalation: number,
): number {
  if (level === 0) return 0;
  const unwatched = exp(-monitoring / MONITORING_REACH - hotlines / HOTLINE_REACH);
  return LAPSE[level] + INCIDENT_BREAK * unwatched * (0.5 + escalation / 100);
}
