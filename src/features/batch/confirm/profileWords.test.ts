import { describe, expect, it } from 'vitest'
import type { FileProfile } from '../../../table/protocol.ts'
import { balanceOf, profileWords } from './profileWords.ts'

const PROFILE: FileProfile = {
  rows: 20_000,
  withoutText: 1_760,
  duplicates: 312,
  words: { least: 1, quarter: 4, half: 12, threeQuarters: 30, most: 2_400 },
  labels: null,
  languages: null,
}

describe('profileWords', () => {
  it('tells rows, texts, repeats and lengths', () => {
    expect(profileWords(PROFILE)).toBe(
      '18,240 of 20,000 rows have text. 1,760 have none, as where a rating is enough. 312 texts repeat an earlier one. Half of the texts have 12 words or fewer, the longest has 2,400.',
    )
  })

  it('tells only what there is', () => {
    const words = { least: 0, quarter: 0, half: 0, threeQuarters: 0, most: 0 }
    expect(profileWords({ ...PROFILE, rows: 1, withoutText: 1, duplicates: 0, words })).toBe(
      '0 of 1 row have text. 1 has none, as where a rating is enough.',
    )
  })

  it('tells how many texts read like English', () => {
    expect(profileWords({ ...PROFILE, languages: { sampled: 200, likelyEnglish: 150 } })).toMatch(
      / 75 % of them read like English[.]$/,
    )
  })
})

describe('balanceOf', () => {
  it('puts numbers in their order, and rows without one last', () => {
    const labels = [
      { value: '5', rows: 6 },
      { value: '', rows: 3 },
      { value: '1', rows: 1 },
    ]
    expect(balanceOf(labels).values.map(({ value, share }) => [value, share])).toEqual([
      ['1', 0.1],
      ['5', 0.6],
      ['', 0.3],
    ])
  })

  it('keeps words by how frequent they are, and counts those behind the tenth', () => {
    const labels = Array.from({ length: 12 }, (_, index) => ({ value: `word ${index}`, rows: 12 - index }))
    const { values, more } = balanceOf(labels)
    expect(values.map(({ value }) => value).slice(0, 2)).toEqual(['word 0', 'word 1'])
    expect(values).toHaveLength(10)
    expect(more).toEqual({ values: 2, rows: 3 })
  })
})
