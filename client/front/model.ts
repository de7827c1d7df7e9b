import type { Sign } from './legend.ts';

/**
 * What the front shows, as plain data: the scene draws it and the DOM mirror tells it.
 *
 * Every word comes in from outside; only place and country names are the map's own.
 */
export type FrontModel = Readonly<{
  theme: 'dark' | 'light';
  reducedMotion: boolean;
  sectors: readonly FrontSector[]; // north to south
  selected: string | null;
  freezeNote: string; // the date of the picture, and that its lines imply no recognition
  legend: FrontWords;
}>;

/** Points from 0 to 100. */
export type Points = number;

/** `east` is the side of Russia and Belarus, `west` the other one. */
export type BySide<T> = Readonly<{ east: T; west: T }>;

/** One of the sixteen stretches of the front. */
export type FrontSector = Readonly<{
  id: string;
  name: string;
  miles: number;
  region: 'north' | 'baltic' | 'centre' | 'south';
  hot: boolean; // Russia's war against Ukraine is fought here
  tension: Points;
  forces: BySide<Points>; // strength
  readiness: BySide<Points>;
  fortification: Points;
  guardrails: Points; // drawn as a fence that thickens
  control?: number | undefined; // per cent under Russian military control; hot sectors only
  incident: 'incident' | 'crisis' | 'clash' | null;
  truce: boolean;
  order: boolean; // one of my orders aims here: ghost mark
  target: boolean; // a legal target now
  lit: boolean; // what is being told happens here
  description: string; // for the DOM mirror; the scene does not draw it
}>;

/** The words of the legend and of the scale bar. An empty string leaves its entry out. */
export type FrontWords = Readonly<{
  miles: string; // the unit, after a number: "mi"
  nato: string;
  russia: string;
  belarus: string;
  ukraine: string;
  control: string; // "Under Russian military control, March 2025"
  contact: string; // "Line of contact"
  tension: string; // "Tension, low to high"
  guardrails: string;
  fortification: string;
  forcesWest: string;
  forcesEast: string;
  readiness: string; // "Filled: ready"
  truce: string;
  incident: string;
  crisis: string;
  clash: string;
  order: string;
  target: string;
}>;

/** What the scene asks of the rest of the client. */
export type FrontHandlers = Readonly<{
  onSelect: (id: string) => void;
  onReady?: () => void; // after the first picture
}>;

/** A box in CSS pixels from the upper left corner of the mounted element. */
export type ScreenBox = Readonly<{ x: number; y: number; w: number; h: number }>;

/** The front on the screen. */
export type FrontHandle = Readonly<{
  update: (model: FrontModel) => void;
  destroy: () => void;
  sectorBox: (id: string) => ScreenBox | null; // its card; null before the first picture or when panned away
  zoomBy: (factor: number) => void; // about the middle
  panBy: (dx: number, dy: number) => void; // CSS pixels
  reset: () => void; // the whole front again
  signs: (model: FrontModel) => readonly Sign[]; // of the legend
  isResting: () => boolean; // nothing moves and the loop sleeps: for tests
}>;
