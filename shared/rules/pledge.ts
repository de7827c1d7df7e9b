/** Rounds ahead that a promise may reach, and how many a seat may have open (PROMISE-2). */
export const REACH = 3;
export const OPEN_AT_MOST = 3;
