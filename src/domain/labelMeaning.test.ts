import { expect, it } from 'vitest'
import { isWrittenLabel, labelMeaning, numberMeaning } from './labelMeaning.ts'

it.each([
  { word: 'pos', meaning: { label: 'positive', sureness: 'name' } },
  { word: 'neutral', meaning: { label: 'neutral', sureness: 'name' } },
  { word: 'bad', meaning: { label: 'negative', sureness: 'word' } },
  { word: 'négatif', meaning: { label: 'negative', sureness: 'word' } },
  { word: 'n', meaning: { label: 'negative', sureness: 'leaning' } },
  { word: 'joy', meaning: { label: 'positive', sureness: 'leaning' } },
  { word: 'yes', meaning: null },
  { word: '', meaning: null },
  { word: 'constructor', meaning: null },
])('“$word” as a label means $meaning', ({ word, meaning }) => {
  expect(labelMeaning(word)).toEqual(meaning)
})

it.each([
  { written: 'positive negative neutral mixed pos neg neu good bad', is: true },
  { written: 'true false yes no recommended not_recommended', is: true },
  { written: 'bullish happy toxic n 4 Positive recommend', is: false },
])('$written: written as labels in a column: $is', ({ written, is }) => {
  for (const value of written.split(' ')) expect(isWrittenLabel(value), value).toBe(is)
})

it.each([
  { scale: 'labels', digits: '0123', labels: ['negative', 'neutral', 'positive', null] },
  { scale: 'binary', digits: '012', labels: ['negative', 'positive', null] },
  {
    scale: 'stars',
    digits: '0123456',
    labels: [null, 'negative', 'negative', 'neutral', 'positive', 'positive', null],
  },
] as const)('$digits on the scale “$scale” are $labels', ({ scale, digits, labels }) => {
  expect(Array.from(digits, (digit) => numberMeaning(digit, scale))).toEqual(labels)
})

it.each(['', '10', '1.5', '-1', 'one'])('“%s” is no step of a scale', (digit) => {
  expect(numberMeaning(digit, 'stars')).toBeNull()
})
