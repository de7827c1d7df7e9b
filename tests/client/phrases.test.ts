import { expect, test } from 'vitest';
import '../../client/words.ts';
import { askedIn } from '../../client/panels/press/phrases.ts';

const PROVISIONS = [
  { id: 'monitoring', name: 'Monitoring of the ceasefire' },
  { id: 'full-ceasefire', name: 'Full ceasefire' },
  { id: 'relief-finance', name: 'Relief: banks and payments' },
  { id: 'business', name: 'Business ties' },
];

test.each([
  ['Why?', { act: 'why', about: null }],
  ['why did you refuse Monitoring of the ceasefire?', { act: 'why', about: { provision: 'monitoring' } }],
  ['What would change your mind?', { act: 'whatWouldChange', about: null }],
  [
    'Would you sign a full ceasefire with relief: banks and payments?',
    { act: 'ask', about: { provision: 'full-ceasefire', with: 'relief-finance' } },
  ],
  ['What about business ties', { act: 'ask', about: { provision: 'business' } }],
  ['What do you want?', { act: 'want', about: null }],
  ['Are you a bot?', { act: 'who', about: null }],
  ['Hello there', { act: 'greet', about: null }],
  ['Thanks for that', { act: 'thank', about: null }],
] as const)('“%s” is understood', (words, asked) => {
  expect(askedIn(words, PROVISIONS)).toEqual(asked);
});

test.each(['We are not sure that this helps.', 'Would you sign it?', 'This is high time', ''])(
  '“%s” is left as it is',
  (words) => {
    expect(askedIn(words, PROVISIONS)).toBeNull();
  },
);
