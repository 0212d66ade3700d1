import fc from 'fast-check'
import { expect, it } from 'vitest'
import { namesEnglish } from './languageNames.ts'

it.each(['en', 'EN', ' en ', 'en-GB', 'en_US', 'eng', 'English', 'english (US)', 'ENGLISH'])(
  '%j is English',
  (cell) => {
    expect(namesEnglish(cell)).toBe(true)
  },
)

it.each([
  'de',
  'DE',
  'deu',
  'German',
  'Deutsch',
  'pt-BR',
  'zh-Hans-CN',
  'Chinese (Simplified)',
  'Brazilian Portuguese',
  'fil',
  'français',
  'Español',
  '日本語',
  'iw',
  'no',
])('%j is another language', (cell) => {
  expect(namesEnglish(cell)).toBe(false)
})

it.each(['', ' ', 'na', 'N/A', 'und', 'null', 'unknown', '-', '5', 'x', 'GB', 'constructor', '__proto__'])(
  '%j names no language',
  (cell) => {
    expect(namesEnglish(cell)).toBeNull()
  },
)

it('looks at no more of a cell than a name takes', () => {
  expect(namesEnglish(`${'- '.repeat(1e6)}English`)).toBeNull()
})

it('takes any cell', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (cell) => {
      expect([true, false, null]).toContain(namesEnglish(cell))
    }),
  )
})
