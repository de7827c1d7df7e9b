import type { IsoDate, Round } from './types.ts';

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const SHORT_ROUNDS = 3; // the thirty days
const SHORT_DAYS = 10;

function leap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthLength(year: number, month: number): number {
  return month === 2 && leap(year) ? 29 : (LENGTHS[month - 1] as number);
}

function parts(date: IsoDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function write(year: number, month: number, day: number): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day `days` after `date`. */
export function plusDays(date: IsoDate, days: number): IsoDate {
  let [year, month, day] = parts(date);
  day += days;
  while (day > monthLength(year, month)) {
    day -= monthLength(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return write(year, month, day);
}

function plusMonth(date: IsoDate): IsoDate {
  const [year, month, day] = parts(date);
  const next = month === 12 ? ([year + 1, 1] as const) : ([year, month + 1] as const);
  return write(next[0], next[1], Math.min(day, monthLength(next[0], next[1])));
}

/**
 * The day on which a round's talks open (CLOCK-2): three rounds of ten days, then a month each.
 * The day of the round after the last is the day the game ends.
 */
export function dateOfRound(start: IsoDate, round: Round): IsoDate {
  let date = start;
  for (let r = 1; r < round; r++) date = r <= SHORT_ROUNDS ? plusDays(date, SHORT_DAYS) : plusMonth(date);
  return date;
}
