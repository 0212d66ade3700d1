import { describe, expect, it } from 'vitest'
import { plausibility } from './plausibleText.ts'

describe('plausibility', () => {
  it.each([
    ['Läuft flüssig, größte Schwäche', 1],
    ['После обновления вылетает, iPhone 12', 1],
    ['アプリがiPhoneで落ちる', 1],
    ['Så bra! 12 € för 5 m² är ok', 1],
    ['utilizzabile, qualitа, perchй, piщ', 0],
    ['gro\u0081er', 0],
    ['c\uFFFDur', 0],
    ['12 ¤ seulement', 0.9],
    ['une ½uvre', 0.9],
    ['cafŽ menu', 0.9],
    ['plain', 1],
    ['', 1],
  ])('of %j is %d', (text, expected) => {
    expect(plausibility(text)).toBe(expected)
  })
})
