/** The colours of the conference hall. */
export type HallPalette = Readonly<{
  floor: string;
  board: string; // joints of the parquet
  carpet: string;
  weave: string;
  trim: string; // the border of the carpet
  light: string; // where a lamp falls
  dusk: string; // away from it
  shadow: string;
  wood: readonly [string, string, string];
  rim: string;
  grain: string;
  felt: readonly [string, string];
  feltEdge: string;
  chair: string;
  chairEdge: string;
  plate: string;
  plateInk: string;
  paper: string;
  paperEdge: string;
  paperInk: string;
  paperLine: string;
  ink: string;
  inkQuiet: string;
  halo: string;
  brass: string;
  brassInk: string;
  chosen: string;
  sealInk: string;
}>;

const DARK: HallPalette = {
  floor: '#12191d',
  board: 'rgba(210,190,150,0.055)',
  carpet: '#18272e',
  weave: 'rgba(190,214,214,0.045)',
  trim: 'rgba(214,186,126,0.34)',
  light: 'rgba(250,232,190,0.15)',
  dusk: 'rgba(6,10,13,0.45)',
  shadow: 'rgba(0,0,0,0.5)',
  wood: ['#8a6543', '#6e4d31', '#4e3521'],
  rim: 'rgba(240,208,156,0.55)',
  grain: 'rgba(30,16,6,0.2)',
  felt: ['#2f4a42', '#21362f'],
  feltEdge: 'rgba(222,196,142,0.5)',
  chair: '#2b3a41',
  chairEdge: '#516670',
  plate: '#f4eddd',
  plateInk: '#23211b',
  paper: '#f7f1e3',
  paperEdge: '#c9bd9f',
  paperInk: '#2a271f',
  paperLine: '#b3a88e',
  ink: '#f1f1ea',
  inkQuiet: '#b4c0c2',
  halo: 'rgba(14,22,27,0.85)',
  brass: '#e6c57f',
  brassInk: '#1f1804',
  chosen: '#fff2c9',
  sealInk: '#14181a',
};

const LIGHT: HallPalette = {
  floor: '#e5dccb',
  board: 'rgba(96,70,34,0.1)',
  carpet: '#d3dbd6',
  weave: 'rgba(40,66,62,0.06)',
  trim: 'rgba(122,92,34,0.45)',
  light: 'rgba(255,252,238,0.75)',
  dusk: 'rgba(70,60,36,0.12)',
  shadow: 'rgba(50,40,20,0.32)',
  wood: ['#c99f6c', '#b08351', '#93683c'],
  rim: 'rgba(255,240,206,0.75)',
  grain: 'rgba(70,40,12,0.16)',
  felt: ['#5f8272', '#4c6d5f'],
  feltEdge: 'rgba(250,232,190,0.7)',
  chair: '#aab6b3',
  chairEdge: '#7d8b88',
  plate: '#fffdf6',
  plateInk: '#23211b',
  paper: '#fffaf0',
  paperEdge: '#b3a680',
  paperInk: '#2a271f',
  paperLine: '#b8ae97',
  ink: '#1c2325',
  inkQuiet: '#48565a',
  halo: 'rgba(240,240,232,0.85)',
  brass: '#7d5a0c',
  brassInk: '#fff9ea',
  chosen: '#2a2004',
  sealInk: '#ffffff',
};

/** The colours of a theme. */
export function hallPaletteOf(theme: 'dark' | 'light'): HallPalette {
  return theme === 'dark' ? DARK : LIGHT;
}
