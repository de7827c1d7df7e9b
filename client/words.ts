import content from '../shared/content/texts/en/content.json';
import map from '../shared/content/texts/en/map.json';
import ui from '../shared/content/texts/en/ui.json';
import { addWords } from './text.ts';

addWords(ui);
addWords(content);
addWords(map);
