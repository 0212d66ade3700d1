import { describe, expect, it } from 'vitest'
import { ColumnProfile } from './columnProfile.ts'
import { guessTextColumn } from './textColumn.ts'

const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index}x`).join(' ')

/** Name of the column guessed among columns given with one cell each for a few rows. */
function guessed(columns: Readonly<Record<string, string | string[]>>): string | null {
  const names = Object.keys(columns)
  const profiles = Object.values(columns).map((cells) => {
    const profile = new ColumnProfile()
    const values =
      typeof cells === 'string' ? Array.from({ length: 10 }, (_, row) => `${cells} ${row}`) : cells
    for (const value of values) profile.add(value)
    return profile
  })
  const index = guessTextColumn(names, profiles)
  return index === null ? null : (names[index] ?? null)
}

describe('guessTextColumn', () => {
  it.each<[string, Record<string, string | string[]>, string | null]>([
    ['by name and words', { id: ['1', '2'], review: words(8), country: ['US', 'DE'] }, 'review'],
    ['the body, not the title', { 'Review Title': words(4), 'Review Text': words(12) }, 'Review Text'],
    ['the body, not the summary', { Summary: words(5), Text: words(40) }, 'Text'],
    [
      'the review, not a longer reply',
      { 'Review Text': words(10), 'Developer Reply Text': words(40) },
      'Review Text',
    ],
    ['clearly longer text over a name', { text: words(3), remarks: words(30) }, 'remarks'],
    ['a name over slightly longer text', { feedback: words(12), remarks: words(20) }, 'feedback'],
    ['camel case', { reviewBody: words(6), other: words(9) }, 'reviewBody'],
    ['no links', { 'Review Link': ['https://a.b/c', 'https://a.b/d'], note: words(4) }, 'note'],
    ['single words under a fitting name', { id: ['1', '2', '3'], review: ['good', 'bad', 'ok'] }, 'review'],
    ['the only column', { opinionated: ['good', 'bad', 'ok'] }, 'opinionated'],
    ['texts without spaces', { id: ['1', '2'], 内容: ['画面がとても見やすい', '落ちる、使えない'] }, '内容'],
    ['nothing among numbers', { id: ['1', '2'], stars: ['5', '4'] }, null],
    ['nothing among single words', { country: ['US', 'DE'], os: ['iOS', 'Android'] }, null],
    ['no dates', { reviewed: ['3 March 2026', '4 March 2026'], b: ['1', '2'] }, null],
    ['the one that has words', { review: [], body: words(9) }, 'body'],
    ['harmless names', { ['__proto__x']: ['1'], constructor: words(5) }, 'constructor'],
  ])('%s', (_name, columns, expected) => {
    expect(guessed(columns)).toBe(expected)
  })
})
