import { expect, it } from 'vitest'
import { Recent } from './recent.ts'

it('forgets what was asked for longest ago', () => {
  const recent = new Recent<string, number>(2)
  recent.set('a', 1)
  recent.set('b', 2)
  expect(recent.get('a')).toBe(1)
  recent.set('c', 3)
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3])
})

it('keeps as much as its capacity, by the size of each, and the latest however large', () => {
  const recent = new Recent<string, string>(10, (text) => text.length)
  recent.set('a', '1234')
  for (let turn = 0; turn < 5; turn++) recent.set('b', '12345')
  expect(['a', 'b'].map((key) => recent.get(key))).toEqual(['1234', '12345'])
  recent.get('a')
  recent.set('c', '12')
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual(['1234', undefined, '12'])
  recent.set('large', '1'.repeat(100))
  expect(['a', 'c', 'large'].map((key) => recent.get(key)?.length)).toEqual([undefined, undefined, 100])
})
