import { expect, it } from 'vitest'
import { LENGTH_BANDS, lengthBand } from './textLengths.ts'

it.each([
  { text: '', band: '1–3 words' },
  { text: ' Not for\nme ', band: '1–3 words' },
  { text: 'Not for me, though', band: '4–10 words' },
  { text: 'so '.repeat(10), band: '4–10 words' },
  { text: 'so '.repeat(11), band: '11–30 words' },
  { text: 'so '.repeat(100), band: '31–100 words' },
  { text: 'so '.repeat(101), band: 'over 100 words' },
])('“$text” is of $band', ({ text, band }) => {
  expect(lengthBand(text)).toBe(band)
  expect(LENGTH_BANDS).toContain(band)
})
