export { CONTENT_VERSION, PLAYABLE, scenarioOf } from './scenario.ts';
