/** Natural Earth's names that are not ours. */
export const RENAMED: ReadonlyMap<string, string> = new Map([
  ['Bosnia and Herz.', 'Bosnia and Herzegovina'],
  ['Faeroe Is.', 'Faroe Islands'],
  ['Macedonia', 'North Macedonia'],
  ['Turkey', 'Türkiye'],
]);

/** Areas that Natural Earth draws by themselves, and the state that they belong to. */
export const PART_OF: ReadonlyMap<string, string> = new Map([
  ['Akrotiri', 'Cyprus'],
  ['Baikonur', 'Kazakhstan'],
  ['Cyprus U.N. Buffer Zone', 'Cyprus'],
  ['Dhekelia', 'Cyprus'],
  ['N. Cyprus', 'Cyprus'],
]);
