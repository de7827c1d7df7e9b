/** The rules as the rest of the project sees them. */
export * from './types.ts';
export * from './scenario.ts';
export * from './state.ts';
export * from './command.ts';
export * from './event.ts';
export * from './refusal.ts';
export * from './view.ts';
export { RULES_VERSION, newGame } from './game.ts';
export { decide } from './decide.ts';
export { evolve } from './evolve.ts';
export { legalFor } from './legal.ts';
export { canonical, hashOf } from './hash.ts';
export { openStreams, seedStreams } from './random.ts';
