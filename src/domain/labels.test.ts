import { expect, it } from 'vitest'
import { LABEL_WORDS, LABELS, perLabel } from './labels.ts'

it('keeps the order of the model’s logits', () => {
  expect(LABELS).toEqual(['negative', 'neutral', 'positive'])
})

it('builds one value per label from its name and index', () => {
  expect(perLabel((label, index) => `${index} ${label}`)).toEqual({
    negative: '0 negative',
    neutral: '1 neutral',
    positive: '2 positive',
  })
})

it('tells labels apart by word and by glyph', () => {
  expect(new Set(LABELS.map((label) => LABEL_WORDS[label].word)).size).toBe(3)
  expect(new Set(LABELS.map((label) => LABEL_WORDS[label].glyph)).size).toBe(3)
})
