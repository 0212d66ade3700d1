import { describe, expect, it } from 'vitest'
import { builtInJson } from '../../testing/builtInModel.ts'
import { parseGolden } from './goldenSet.ts'
import { parseManifest } from './manifest.ts'

const WEIGHTS = 'onnx/model.onnx'

describe('parseGolden', () => {
  const ENTRY = { text: 'good', logits: { [WEIGHTS]: [0, 0, 3], 'onnx/other.onnx': [9, 9, 9] } }
  const GOOD = { tolerance: { probability: 0.002 }, texts: [ENTRY] }

  it('reads the references of one weight file', () => {
    expect(parseGolden(GOOD, WEIGHTS)).toEqual({
      tolerance: 0.002,
      texts: [{ text: 'good', logits: Float32Array.of(0, 0, 3) }],
    })
  })

  it('reads the built-in model’s, more than the gate runs', () => {
    const { wasmWeights } = parseManifest(builtInJson('manifest.json'))
    expect(parseGolden(builtInJson('golden.json'), wasmWeights).texts.length).toBeGreaterThan(6)
  })

  it.each([
    { what: 'a list', json: [], says: 'golden must be an object' },
    { what: 'no tolerance', json: { ...GOOD, tolerance: undefined }, says: 'golden.tolerance' },
    {
      what: 'a tolerance of words',
      json: { ...GOOD, tolerance: { probability: '1' } },
      says: 'tolerance.probability',
    },
    { what: 'no texts', json: { ...GOOD, texts: undefined }, says: 'golden.texts' },
    { what: 'an empty list of texts', json: { ...GOOD, texts: [] }, says: 'golden.texts' },
    { what: 'a text that is none', json: { ...GOOD, texts: [{ ...ENTRY, text: 1 }] }, says: 'golden text' },
    {
      what: 'no reference for these weights',
      json: { ...GOOD, texts: [{ ...ENTRY, logits: { 'onnx/other.onnx': [9, 9, 9] } }] },
      says: `golden logits of ${WEIGHTS}`,
    },
    {
      what: 'two logits',
      json: { ...GOOD, texts: [{ ...ENTRY, logits: { [WEIGHTS]: [0, 0] } }] },
      says: 'must be three',
    },
    {
      what: 'a logit that is no number',
      json: { ...GOOD, texts: [{ ...ENTRY, logits: { [WEIGHTS]: [0, 0, null] } }] },
      says: 'logit must be a number',
    },
  ])('refuses $what', ({ json, says }) => {
    expect(() => parseGolden(json, WEIGHTS)).toThrow(TypeError)
    expect(() => parseGolden(json, WEIGHTS)).toThrow(says)
  })
})
