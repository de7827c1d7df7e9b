import { type Tint } from './geography.ts';

/** The colours of the map. Lands differ by tint and by pattern; none is red or blue. */
export type Palette = Readonly<{
  sea: string;
  seaGlow: string; // the shallow water along a coast
  deep: string; // the far corners of the sea
  lands: Readonly<Record<Tint, string>>;
  landPattern: string;
  hatch: string; // military control, over Ukraine's own tint
  coast: string;
  border: string;
  ukraineBorder: string;
  oblast: string;
  river: string;
  graticule: string;
  halo: string; // around names on land
  name: string;
  nameQuiet: string;
  country: string;
  water: string;
  ink: string; // words on a card
  inkQuiet: string;
  card: string;
  cardEdge: string;
  casing: string; // under the lines of the sectors
  tick: string;
  fence: string;
  east: string;
  west: string;
  alert: string; // marks of incidents
  alertInk: string;
  calm: string; // the mark of a truce
  accent: string; // chosen, target, order
  ramp: readonly string[]; // tension, low to high
  rampInk: string; // words upon it
}>;

const DARK: Palette = {
  sea: '#13212a',
  seaGlow: '#2c4753',
  deep: '#0b141a',
  lands: { nato: '#32403b', russia: '#403a35', belarus: '#3a373b', ukraine: '#5b5530', other: '#2a3033' },
  landPattern: 'rgba(236,232,214,0.055)',
  hatch: 'rgba(244,226,178,0.34)',
  coast: '#6f8a92',
  border: 'rgba(196,200,190,0.5)',
  ukraineBorder: '#e6d9a0',
  oblast: 'rgba(240,230,180,0.22)',
  river: 'rgba(122,158,172,0.36)',
  graticule: 'rgba(170,200,210,0.07)',
  halo: 'rgba(16,23,27,0.85)',
  name: '#e9e8e0',
  nameQuiet: '#b9bcb4',
  country: '#cfcdbd',
  water: '#87a7b4',
  ink: '#f3f1e8',
  inkQuiet: '#aeb6b4',
  card: 'rgba(14,22,27,0.93)',
  cardEdge: '#44545a',
  casing: 'rgba(10,15,18,0.85)',
  tick: '#f1efe4',
  fence: '#bfe0d2',
  east: '#e3cdb0',
  west: '#c6dcc9',
  alert: '#f6d469',
  alertInk: '#241d05',
  calm: '#dfeee8',
  accent: '#fff6d8',
  ramp: ['#86aaa8', '#bcbf8f', '#e2c46a', '#ee9f4b', '#f47b3d'],
  rampInk: '#12191c',
};

const LIGHT: Palette = {
  sea: '#c3d3d7',
  seaGlow: '#e2ecec',
  deep: '#adc2c9',
  lands: { nato: '#dfe6d8', russia: '#e9dfd2', belarus: '#e4dde0', ukraine: '#f0e2a4', other: '#ebe9e2' },
  landPattern: 'rgba(50,48,36,0.08)',
  hatch: 'rgba(96,72,20,0.42)',
  coast: '#71898f',
  border: 'rgba(70,70,60,0.62)',
  ukraineBorder: '#6d5b12',
  oblast: 'rgba(90,76,20,0.26)',
  river: 'rgba(86,126,142,0.45)',
  graticule: 'rgba(40,70,80,0.09)',
  halo: 'rgba(250,249,243,0.85)',
  name: '#23282a',
  nameQuiet: '#545a58',
  country: '#4d4f46',
  water: '#3f6474',
  ink: '#1b2124',
  inkQuiet: '#525a5b',
  card: 'rgba(253,252,247,0.95)',
  cardEdge: '#a7b0ae',
  casing: 'rgba(255,254,248,0.9)',
  tick: '#2b3133',
  fence: '#2c6a55',
  east: '#7a5a33',
  west: '#3f6a4a',
  alert: '#7a4a00',
  alertInk: '#fff7df',
  calm: '#2e5b4c',
  accent: '#14191c',
  ramp: ['#3f6f6d', '#6a6b26', '#8a6608', '#a4520a', '#96360c'],
  rampInk: '#fffdf5',
};

/** The colours of a theme. */
export function paletteOf(theme: 'dark' | 'light'): Palette {
  return theme === 'dark' ? DARK : LIGHT;
}

/** The colour of a tension from 0 to 100 points, in five steps like the pips. */
export function tensionColour(palette: Palette, tension: number): string {
  return palette.ramp[pipsOf(tension) - 1] ?? palette.tick;
}

/** One to five pips for 0 to 100 points. */
export function pipsOf(points: number): number {
  return Math.min(5, Math.max(1, Math.ceil(points / 20)));
}
