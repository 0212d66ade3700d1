import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { textFit } from '../../../domain/textFit.ts'
import { asRecord } from '../../../lib/json.ts'
import { leadOverEnglish } from './languageDetector.ts'

const FOREIGN = readFileSync(
  join(import.meta.dirname, '../../../../models/evaluate/fixtures/other-languages.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => String(asRecord(JSON.parse(line), 'row')['text']))

const isForeign = (text: string): boolean => textFit(text, leadOverEnglish).language === 'other'

describe('other languages', () => {
  it('are told in nearly every text of six words and more', () => {
    const long = FOREIGN.filter((text) => text.split(/\s+/).length >= 6)
    expect(long.length).toBeGreaterThan(150)
    expect(long.filter((text) => !isForeign(text)).length).toBeLessThanOrEqual(long.length * 0.03)
  })
})

describe('English', () => {
  it.each([
    'nice app',
    'goood app luv it',
    'WORST APP EVER!!! DO NOT DOWNLOAD',
    'pls fix dis asap, its sooo slow n buggy lol',
    'Works gr8 4 me, thx',
    'Love the Samsung Galaxy S21 Ultra camera',
    'Nokia Oyj net profit rose to EUR 5.3 mn from EUR 3.1 mn in 2009',
    'Café au lait and a croissant, what a start to the day',
    'Hahahaha haha hahaha hahahaha',
    'Yeeeesssss finally loooove it sooooo muuuuch',
    'Awsome aplication, verry usefull and esay too use',
    'gud',
    'Siri, Alexa, Cortana: none of them understands me',
  ])('%j is not taken for another language', (text) => {
    expect(isForeign(text)).toBe(false)
  })
})

it('takes anything', () => {
  for (const words of ['', ' ', '\ud800', '\udc00 \ud800', '__proto__ constructor', '🏳️‍🌈'.repeat(500)]) {
    expect(leadOverEnglish(words)).toBeGreaterThanOrEqual(-1)
    expect(leadOverEnglish(words)).toBeLessThanOrEqual(1)
  }
})
