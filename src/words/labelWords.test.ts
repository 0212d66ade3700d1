import { expect, it } from 'vitest'
import { LABELS } from '../domain/labels.ts'
import { LABEL_WORDS } from './labelWords.ts'

it('tells labels apart by word and by glyph', () => {
  expect(new Set(LABELS.map((label) => LABEL_WORDS[label].word)).size).toBe(3)
  expect(new Set(LABELS.map((label) => LABEL_WORDS[label].glyph)).size).toBe(3)
})
