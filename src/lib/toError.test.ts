import { expect, it } from 'vitest'
import { toError } from './toError.ts'

it('gives an error back', () => {
  const broken = new RangeError('broken')
  expect(toError(broken)).toBe(broken)
})

it.each([
  { thrown: 'broken', message: 'broken' },
  { thrown: 42, message: '42' },
  { thrown: undefined, message: 'undefined' },
])('makes an ordinary error of $thrown', ({ thrown, message }) => {
  expect(toError(thrown)).toMatchObject({ name: 'Error', message })
})
