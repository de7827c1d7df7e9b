export const DIFFICULTIES = ['easy', 'normal', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Difficulty is judgement, not thinking time. */
export interface Judgement {
  steps: number; // of the search for a package
  papers: number; // of its own a round beyond its temperament's
  misjudges: number; // points, standard deviation of what it takes a term to be worth to a seat
  demand: number; // factor on what it asks for
  holds: number | null; // chance of the truce it believes in; null: as the estimate says
  learns: boolean; // weighs the others' dispositions by what they did
  agenda: boolean; // counts its agenda cards when it weighs a text
  heeds: boolean; // weighs what its orders do; else doctrine and the day's mood write its sheet
  sheets: number; // sets of orders it weighs in a round
  rehearsals: number; // samples of what the others may order
  settles: boolean; // writes the sheet it thinks best; else as often as it would be played
}

export const JUDGEMENTS: Readonly<Record<Difficulty, Judgement>> = {
  easy: {
    steps: 200,
    papers: 0,
    misjudges: 2,
    demand: 0.5,
    holds: 1,
    learns: false,
    agenda: false,
    heeds: false,
    sheets: 3,
    rehearsals: 10,
    settles: false,
  },
  normal: {
    steps: 300,
    papers: 0,
    misjudges: 0,
    demand: 1,
    holds: null,
    learns: false,
    agenda: false,
    heeds: true,
    sheets: 10,
    rehearsals: 60,
    settles: false,
  },
  hard: {
    steps: 1600,
    papers: 1,
    misjudges: 0,
    demand: 0.8,
    holds: null,
    learns: true,
    agenda: true,
    heeds: true,
    sheets: 16,
    rehearsals: 120,
    settles: true,
  },
};
