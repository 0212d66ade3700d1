import { describe, expect, it } from 'vitest'
import { readsLikeOtherLanguage } from './otherLanguage.ts'

const lead = (by: number) => () => by

describe('another script', () => {
  it.each([
    ['Приложение вылетает', true],
    ['रोज इस्तेमाल करता हूँ', true],
    ['رائع جدا', true],
    ['最高', true],
    ['好', true],
    ['App बहुत अच्छा है', true],
    ['10/10 супер', true],
    ['Great app, works well with Яндекс', false],
    ['ಠ_ಠ', false],
    ['¯\\_(ツ)_/¯', false],
    ['µm and Ω', false],
    ['naïve café', false],
    ['👍👍', false],
    ['', false],
  ])('%j: %s', (text, foreign) => {
    expect(readsLikeOtherLanguage(text, lead(-1))).toBe(foreign)
  })

  it('needs no detector', () => {
    expect(readsLikeOtherLanguage('Приложение постоянно вылетает после обновления', null)).toBe(true)
  })
})

describe('Hindi in Latin letters', () => {
  it.each([
    ['bahut accha app hai', true],
    ['Customer care wale phone nahi uthate', true],
    ['hai there', false],
    ['I met Hum and Aap at the station and we had a very long and nice talk about it', false],
  ])('%j: %s', (text, foreign) => {
    expect(readsLikeOtherLanguage(text, lead(-1))).toBe(foreign)
  })
})

describe('Latin letters', () => {
  it.each([
    ['one two three', 1, false],
    ['one two three four', 0.25, false],
    ['one two three four', 0.26, true],
    ['one two three four five six', 0.1, false],
    ['one two three four five six', 0.11, true],
    ['ha ha ha ha ha ha ha ha', 1, false],
    ['a b c d e f g h', 1, false],
    ['$SPY $AMTD $SCHW $TIF #one #two #three', 1, false],
  ])('%j with a lead of %d: %s', (text, by, foreign) => {
    expect(readsLikeOtherLanguage(text, lead(by))).toBe(foreign)
  })

  it('asks the detector about words only', () => {
    const asked: string[] = []
    readsLikeOtherLanguage('It is 5 times *better* than #that, isn’t it?', (words) => asked.push(words))
    expect(asked).toEqual(['It is times better than isn’t it'])
  })

  it('are not known without the detector, where there are enough words to ask it', () => {
    expect(readsLikeOtherLanguage('one two three four', null)).toBeNull()
    expect(readsLikeOtherLanguage('one two three', null)).toBe(false)
  })
})
