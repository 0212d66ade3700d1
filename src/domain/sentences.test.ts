import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from './sentences.ts'

const split = (text: string): string[] => [...sentencesOf(text)].map((sentence) => sentence.text)

describe('sentencesOf', () => {
  it.each([
    ['', []],
    [' \n ', []],
    ['Great app', ['Great app']],
    ['Great app. Slow sync.', ['Great app.', 'Slow sync.']],
    ['Why? Because! So.', ['Why?', 'Because!', 'So.']],
    ['  Spaces  around.  And between.  ', ['Spaces  around.', 'And between.']],
    ['one line\nanother line', ['one line', 'another line']],
    ['Version 2.0 is fast. It costs 3.50 now.', ['Version 2.0 is fast.', 'It costs 3.50 now.']],
    ['Love it. 😍😍\nBuy it.', ['Love it. 😍😍', 'Buy it.']],
    ['Love it!!! !! Really.', ['Love it!!! !!', 'Really.']],
    ['10/10. Would run again. 5*.', ['10/10. Would run again. 5*.']],
    ['😍', ['😍']],
    ['*** !!', ['*** !!']],
    ['I asked Dr. Smith. He knew.', ['I asked Dr. Smith.', 'He knew.']],
    ['Plans, e.g. Yoga, are fine. Others not.', ['Plans, e.g. Yoga, are fine.', 'Others not.']],
    ['Good. Bad. Ugly.', ['Good.', 'Bad.', 'Ugly.']],
  ])('%j is %j', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it('keeps a very long sentence whole', () => {
    const long = `${'and then it crashed '.repeat(500)}.`
    expect(split(`${long} Fine.`)).toEqual([long, 'Fine.'])
  })

  it('finds no more than is asked for', () => {
    const first = sentencesOf('One here. Two here. Three here.').next()
    expect(first).toEqual({ done: false, value: { start: 0, end: 9, text: 'One here.' } })
  })

  it('says where each stands, in order, leaving out nothing but spaces', () => {
    const text = fc
      .array(fc.constantFrom('a', 'B', 'Dr', '.', '!', '?', ' ', '\n', '😍', '7', '“', '”', 'é', '…'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (given) => {
        let at = 0
        for (const { start, end, text: sentence } of sentencesOf(given)) {
          expect(given.slice(start, end)).toBe(sentence)
          expect(sentence).toBe(sentence.trim())
          expect(sentence).not.toBe('')
          expect(given.slice(at, start).trim()).toBe('')
          at = end
        }
        expect(given.slice(at).trim()).toBe('')
      }),
    )
  })
})
