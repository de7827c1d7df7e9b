import type { Hundredths, IsoDate } from '../shared/rules/types.ts';

const LOCALE = 'en-GB';
const WHOLE = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const TENTH = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const CAPITAL = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const SIGNED = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const DAY = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A track as it is read: whole points. */
export function whole(amount: Hundredths): string {
  return WHOLE.format(amount / 100);
}

/** Political capital, to the quarter points that costs are made of; always as exact, so that figures line up. */
export function capital(amount: Hundredths): string {
  return CAPITAL.format(amount / 100);
}

/** Points with one decimal where there is one. */
export function tenth(amount: Hundredths): string {
  return minus(TENTH.format(amount / 100));
}

/** A change with its sign. */
export function signed(amount: Hundredths): string {
  return minus(SIGNED.format(amount / 100));
}

/** A share in hundredths of a per cent point, as whole per cent. */
export function percent(amount: Hundredths): string {
  return `${minus(WHOLE.format(amount / 100))} %`;
}

/** With a true minus sign, and none before nought. */
function minus(number: string): string {
  return number === '-0' ? '0' : number.replace('-', '−');
}

const MONTH = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A date as exact as a source has it: `1 April 2025`, `April 2025`, `2025`; nothing when it has none. */
export function dated(date: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return day(date);
  if (/^\d{4}-\d\d$/.test(date)) return MONTH.format(new Date(`${date}-01T00:00:00Z`));
  return /^\d{4}$/.test(date) ? date : null;
}

/** `1 April 2025`. */
export function day(date: IsoDate): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}
