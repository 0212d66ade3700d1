import { expect, it } from 'vitest'
import { excerpt } from './excerpt.ts'

it.each([
  ['short', 'short'],
  ['x'.repeat(500), 'x'.repeat(500)],
  ['x'.repeat(501), `${'x'.repeat(500)}…`],
  [`${'x'.repeat(499)}😀tail`, `${'x'.repeat(499)}…`],
])('%#', (text, expected) => {
  expect(excerpt(text)).toBe(expected)
})
