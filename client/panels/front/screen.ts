import { fetched } from '../../fetched.tsx';

/** The front as a screen of the game. */
export const FrontScreen = fetched(() => import('./FrontPanel.tsx'));
