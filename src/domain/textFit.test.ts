import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitFlags, isOtherLanguage, textFit, type TextFit } from './textFit.ts'

const english = (): number => -1
const foreign = (): number => 1

describe('length', () => {
  it.each<[string, TextFit['length']]>([
    ['', 'nothing'],
    ['...', 'nothing'],
    ['5/5', 'nothing'],
    ['8/10', 'nothing'],
    ['4.8/5', 'nothing'],
    ['12:30', 'nothing'],
    ['18/20', 'nothing'],
    ['100%', 'nothing'],
    ['@JetBlue', 'nothing'],
    ['https://example.org/good', 'nothing'],
    ['\uFFFD\uFFFD', 'nothing'],
    ['\ud800', 'nothing'],
    ['good', 'word'],
    ["don't!!!", 'word'],
    ['10/10 would', 'word'],
    ['#fail', 'word'],
    ['Expensive', 'word'],
    ['8/10 would', 'word'],
    ['@JetBlue thanks', 'word'],
    ['nice app', 'enough'],
    ['👍', 'enough'],
    ['★★★★★', 'enough'],
    [':)', 'enough'],
    ['<3', 'enough'],
    ['xD', 'enough'],
    ['8)', 'enough'],
    [':3', 'enough'],
    [';-P', 'enough'],
    ['meh :/', 'enough'],
    ['good 👍🏻', 'enough'],
    ['𝗡𝗶𝗰𝗲 𝗮𝗽𝗽', 'enough'],
  ])('of %j is %s', (text, length) => {
    expect(textFit(text, english).length).toBe(length)
  })
})

describe('flags', () => {
  const fit = (language: TextFit['language'], length: TextFit['length']): TextFit => ({
    language,
    length,
  })

  it.each([
    [fit('english', 'enough'), true, []],
    [fit(null, 'enough'), false, []],
    [fit('other', 'enough'), false, ['other_language']],
    [fit('unclear', 'nothing'), false, ['too_short']],
    [fit('unclear', 'word'), false, []],
    [fit('unclear', 'word'), true, ['too_short']],
    [fit('other', 'word'), true, ['other_language', 'too_short']],
  ])('of %j, not sure: %s, are %j', (of, notSure, flags) => {
    expect(fitFlags(of, { notSure, english: true })).toEqual(flags)
  })
})

it('of a text in another language have none for a model that may read it', () => {
  const fit = { language: 'other', length: 'enough' } as const
  expect(fitFlags(fit, { notSure: false, english: false })).toEqual([])
})

it.each([
  { read: 'other', declared: false, other: true },
  { read: 'unclear', declared: false, other: false },
  { read: 'unclear', declared: true, other: true },
  { read: 'english', declared: true, other: false },
  { read: null, declared: true, other: true },
] as const)(
  'a text read as $read whose column says another language ($declared) is in one: $other',
  ({ read, declared, other }) => {
    expect(isOtherLanguage(read, declared)).toBe(other)
  },
)

describe('any string', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  )

  it('fits in some way, and never throws', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(english, foreign, null), (text, lead) => {
        const { language, length } = textFit(text, lead)
        expect(['english', 'other', 'unclear', null]).toContain(language)
        expect(['nothing', 'word', 'enough']).toContain(length)
      }),
    )
  })

  it('is English where the detector says so and its letters are Latin', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ,.!?]*$/), (text) => {
        // Words of Hindi may come about by chance; nothing else is read without the detector.
        fc.pre(!/\b(hai|aur|hum|kar|bhi|mein)\b/.test(text))
        expect(textFit(text, english).language).not.toBe('other')
      }),
    )
  })

  it.each(['a', 'ab ', '\u0301', '@', 'ﷺ', ':(', 'a.b@c '])(
    'of five million times %j takes no longer than of fifty thousand times',
    (unit) => {
      const [short, long] = [5e4, 5e6].map((times) => quickest(unit.repeat(times)))
      expect(long).toBeLessThan(10 * short! + 5)
    },
  )
})

/** Milliseconds that the quickest of a few looks takes, once the text lies in one piece. */
function quickest(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    textFit(text, english)
    return performance.now() - started
  })
  return Math.min(...times)
}
