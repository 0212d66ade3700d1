import { expect, it } from 'vitest'
import { LABELS, perLabel } from './labels.ts'

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
