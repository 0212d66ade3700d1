import { describe, expect, it } from 'vitest'
import { ColumnProfile } from './columnProfile.ts'

function profile(values: readonly string[]): ColumnProfile {
  const made = new ColumnProfile()
  for (const value of values) made.add(value)
  return made
}

const many = (count: number, make: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => make(index))

describe('kind', () => {
  it.each([
    ['empty', many(5, () => ' ')],
    ['group', many(100, (index) => String((index % 5) + 1))],
    ['group', many(300, (index) => `2.${index % 60}.0`)],
    ['group', ['iOS', 'Android', 'iOS']],
    ['other', many(300, (index) => `2.${index % 61}.0`)],
    ['other', many(300, String)],
    ['other', ['US', 'DE', 'FR']],
    ['date', many(300, (index) => `2026-${String((index % 12) + 1).padStart(2, '0')}-01`)],
    ['date', [...many(95, (index) => `${(index % 28) + 1}/5/2026`), ...many(5, () => 'unknown')]],
    ['text', many(50, (index) => `a sentence of words, number ${index}`)],
    ['text', many(50, (index) => `画面がとても見やすいです。${index}`)],
    ['other', many(50, (index) => `https://example.org/reviews/${index}`)],
  ] as const)('%s', (kind, values) => {
    expect(profile(values).kind).toBe(kind)
  })
})

describe('dateFormats', () => {
  it('are all that read every value equally well', () => {
    expect(profile(['1/2/2026', '2/12/2026']).dateFormats).toEqual(['dd/MM/yyyy', 'MM/dd/yyyy'])
    expect(profile(['1/2/2026', '2/13/2026']).dateFormats).toEqual(['MM/dd/yyyy'])
  })

  it('depend on the name where numbers could be anything', () => {
    const dated = (name: string, value: string): string[] => {
      const made = new ColumnProfile(name)
      made.add(value)
      return made.dateFormats
    }
    expect(dated('timestamp_created', '1795219200')).toEqual(['Unix seconds'])
    expect(dated('phone', '1795219200')).toEqual([])
    expect(dated('released', '24.05.12')).toEqual(['dd.MM.yy'])
    expect(dated('App Version', '24.05.12')).toEqual([])
  })
})

describe('dateFormat', () => {
  it.each([
    ['dd/MM/yyyy', ['1/2/2026', '13/2/2026']],
    ['MM/dd/yyyy', ['1/2/2026', '2/13/2026']],
    ['dd/MM/yyyy', ['1/2/2026', '2/12/2026']],
    ['Unix milliseconds', ['1795219200000', '', '1795219300000']],
    [null, ['good', '2026-01-01']],
  ])('%s', (format, values) => {
    expect(profile(values).dateFormat).toBe(format)
  })

  it('is decided by a value over twelve late in the file', () => {
    const values = [...many(500, () => '01/02/2026'), '02/13/2026', ...many(500, () => '01/02/2026')]
    expect(profile(values).dateFormat).toBe('MM/dd/yyyy')
  })
})
