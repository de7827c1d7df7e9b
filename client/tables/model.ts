/**
 * What the conference shows, as plain data: the scene draws it and the DOM mirror tells it.
 *
 * Every word comes in from outside.
 */
export type TablesModel = Readonly<{
  theme: 'dark' | 'light';
  reducedMotion: boolean;
  tables: readonly TableModel[]; // six or eight, in the order they stand
  selected: string | null;
  words: TablesWords;
}>;

export type TableModel = Readonly<{
  id: string;
  name: string;
  members: readonly TableMember[];
  open: number; // proposals
  agreed: number; // terms, not yet in force
  inForce: number; // terms
  waiting: boolean; // something here waits for me
  closed: string | null; // when it opens, in words; null once it is open
  span: readonly string[]; // tables that a package links to this one
  papers: readonly TablePaper[];
}>;

export type TableMember = Readonly<{
  seat: string; // us ru eu ua nato cn
  name: string;
  code?: string | undefined; // where the name does not fit; the seat's id in capitals unless given
  present: boolean; // somebody sits there now
}>;

/** A proposal on the table, with the seats whose signatures it needs. */
export type TablePaper = Readonly<{
  id: string;
  title: string;
  signed: readonly string[];
  needs: readonly string[];
  rejected: readonly string[];
}>;

export type TablesWords = Readonly<{
  open: string; // after a number: "open"
  agreed: string;
  inForce: string;
  waiting: string; // "Waits for you"
}>;

/** What the scene asks of the rest of the client. */
export type TablesHandlers = Readonly<{
  onSelect: (id: string) => void;
  onPaper: (paper: string) => void;
  onReady?: () => void; // after the first picture
}>;

/** A box in CSS pixels from the upper left corner of the mounted element. */
export type ScreenBox = Readonly<{ x: number; y: number; w: number; h: number }>;

/** The conference on the screen. */
export type TablesHandle = Readonly<{
  update: (model: TablesModel) => void;
  destroy: () => void;
  tableBox: (id: string) => ScreenBox | null; // null before the first picture
  paperBox: (id: string) => ScreenBox | null; // null too when it lies under others
  zoomBy: (factor: number) => void; // about the middle
  reset: () => void;
  isResting: () => boolean; // nothing moves and the loop sleeps: for tests
}>;
