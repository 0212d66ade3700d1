import { expect, it } from 'vitest'
import { Growing } from './growing.ts'

it('keeps what was pushed, beyond its first size', () => {
  const numbers = new Growing((length) => new Uint32Array(length))
  for (let value = 0; value < 3000; value++) numbers.push(value)
  numbers.append(Uint32Array.of(7, 8))
  numbers.set([1], 3000)
  expect(numbers.length).toBe(3002)
  expect([...numbers.view(2998, 3002)]).toEqual([2998, 2999, 1, 8])
  expect(numbers.at(3002)).toBeNaN()
})
