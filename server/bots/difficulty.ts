export const DIFFICULTIES = ['easy', 'normal', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Difficulty is judgement, not thinking time. */
export interface Judgement {
  steps: number; // of the search for a package
  drafts: number; // how often that search starts anew
  misjudges: number; // points, standard deviation of its own estimate of a paper
  demand: number; // factor on what it asks for
  holds: number | null; // chance of the truce it believes in; null: as the estimate says
  learns: boolean; // weighs the others' dispositions by what they did
  sheets: number; // sets of orders it weighs in a round
  rehearsals: number; // samples of what the others may order
  settles: boolean; // writes the sheet it thinks best; else as often as it would be played
}

export const JUDGEMENTS: Readonly<Record<Difficulty, Judgement>> = {
  easy: {
    steps: 200,
    drafts: 1,
    misjudges: 1.2,
    demand: 0.5,
    holds: 1,
    learns: false,
    sheets: 3,
    rehearsals: 10,
    settles: false,
  },
  normal: {
    steps: 500,
    drafts: 1,
    misjudges: 0,
    demand: 1,
    holds: null,
    learns: false,
    sheets: 10,
    rehearsals: 60,
    settles: false,
  },
  hard: {
    steps: 700,
    drafts: 2,
    misjudges: 0,
    demand: 1.1,
    holds: null,
    learns: true,
    sheets: 16,
    rehearsals: 120,
    settles: true,
  },
};
