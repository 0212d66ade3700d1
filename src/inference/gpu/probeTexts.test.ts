import { expect, it } from 'vitest'
import { PROBE_TEXTS } from './probeTexts.ts'

it('are all different, and each fits a window of any model', () => {
  expect(new Set(PROBE_TEXTS).size).toBe(PROBE_TEXTS.length)
  expect(PROBE_TEXTS.length).toBeGreaterThan(20)
  expect(Math.max(...PROBE_TEXTS.map(({ length }) => length))).toBeLessThan(240)
})
