import content from '../shared/content/texts/en/content.json';
import press from '../shared/content/texts/en/press.json';
import { addWords } from './text.ts';

addWords(content);
addWords(press);
