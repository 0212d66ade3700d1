import { expect, it } from 'vitest'
import { abortReason } from './abortReason.ts'

it('gives the error back that the signal was aborted with', () => {
  const broken = new RangeError('broken')
  expect(abortReason(AbortSignal.abort(broken))).toBe(broken)
})

it.each([
  { reason: 'enough', message: 'enough' },
  { reason: 42, message: '42' },
  { reason: null, message: 'null' },
])('makes an AbortError of $reason', ({ reason, message }) => {
  expect(abortReason(AbortSignal.abort(reason))).toMatchObject({ name: 'AbortError', message })
})

it('is an AbortError where nothing was said', () => {
  expect(abortReason(AbortSignal.abort())).toMatchObject({ name: 'AbortError' })
})
