import { describe, expect, it } from 'vitest'
import { columnNumbers } from './columnNumbers.ts'

const USUAL = { text: null, label: null }

describe('columnNumbers', () => {
  it.each([
    { header: ['id', 'text', 'label'], text: 1, label: 2 },
    { header: ['Stars', 'Review Text'], text: 1, label: 0 },
    { header: ['rating', 'sentiment', 'content'], text: 2, label: 1 },
  ])('finds text and label in $header', ({ header, text, label }) => {
    expect(columnNumbers(header, USUAL)).toMatchObject({ text, label, source: null, domain: null })
  })

  it('needs no labels where they are not looked at', () => {
    expect(columnNumbers(['text', 'label'], { text: null, label: false })).toMatchObject({
      text: 0,
      label: null,
    })
    expect(columnNumbers(['language', 'text'], { text: null, label: false })).toMatchObject({ text: 1 })
  })

  it('takes the named columns before the usual ones', () => {
    const named = { text: 'note', label: 'verdict' }
    expect(columnNumbers(['text', 'label', 'Verdict', 'Note'], named)).toMatchObject({ text: 3, label: 2 })
  })

  it('finds where rows come from', () => {
    const header = ['text', 'label', 'classes', 'Domain', 'source']
    expect(columnNumbers(header, USUAL)).toMatchObject({ classes: 2, domain: 3, source: 4 })
  })

  it('names the columns there are when one is missing', () => {
    expect(() => columnNumbers(['text', 'mood'], USUAL)).toThrow(
      'Name it with --label; the file has “text”, “mood”',
    )
  })
})
