import { expect, test } from 'vitest';
import { gamePath, routeOf } from '../../client/route.ts';
import { counted } from '../../client/panels/brief/counted.ts';

test.each([
  ['/', { at: 'home' }],
  ['/solo', { at: 'solo' }],
  ['/host-table', { at: 'host' }],
  ['/join', { at: 'join', code: null }],
  ['/join/abcdef', { at: 'join', code: 'ABCDEF' }],
  ['/guide', { at: 'guide', print: false }],
  ['/guide/print', { at: 'guide', print: true }],
  ['/watch/abcdef', { at: 'watch', code: 'ABCDEF' }],
  ['/watch', { at: 'lost' }],
  ['/g/ABCDEF', { at: 'game', code: 'ABCDEF', screen: null, id: null }],
  ['/g/ABCDEF/papers/p3', { at: 'game', code: 'ABCDEF', screen: 'papers', id: 'p3' }],
  ['/g/ABCDEF/cellar', { at: 'game', code: 'ABCDEF', screen: null, id: null }],
  ['/parts', { at: 'parts' }],
  ['/g', { at: 'lost' }],
  ['/nowhere', { at: 'lost' }],
])('%s is read', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

test('a path that is written is read back', () => {
  expect(routeOf(gamePath('QWERTY', 'front', 'order-ru.exercise'))).toEqual({
    at: 'game',
    code: 'QWERTY',
    screen: 'front',
    id: 'order-ru.exercise',
  });
});

test('what counts is told strongest first, with its direction', () => {
  expect(counted({ violence: -0.04, relations: 0.15, supportUs: 0.06 })).toEqual([
    { interest: 'relations', more: true, strength: 'most' },
    { interest: 'supportUs', more: true, strength: 'much' },
    { interest: 'violence', more: false, strength: 'some' },
  ]);
});
