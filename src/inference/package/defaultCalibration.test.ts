import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCalibration } from './defaultCalibration.ts'

describe('the calibration of a model that brings none', () => {
  it('leaves its probabilities as they are', () => {
    expect(defaultCalibration({}, { tokenizerConfig: null, tolerance: 0.01 })).toMatchObject({
      temperature: 1,
      bias: [0, 0, 0],
      notSureBelow: 0.5,
      tolerance: 0.01,
      english: false,
    })
  })

  it.each([
    { config: { model_type: 'bert', max_position_embeddings: 512 }, pieces: 512 },
    { config: { model_type: 'bert', max_position_embeddings: 128 }, pieces: 128 },
    { config: { model_type: 'modernbert', max_position_embeddings: 8192 }, pieces: 512 },
    { config: { model_type: 'roberta', max_position_embeddings: 514 }, pieces: 512 },
    { config: { model_type: 'roberta', max_position_embeddings: 130 }, pieces: 128 },
    { config: { model_type: 'xlm-roberta' }, pieces: 512 },
    { config: { model_type: 'bert', max_position_embeddings: 0 }, pieces: 512 },
    { config: { model_type: 'bert', max_position_embeddings: '512' }, pieces: 512 },
    { config: 'no settings', pieces: 512 },
  ])('has windows of $pieces pieces for $config', ({ config, pieces }) => {
    expect(defaultCalibration(config, { tokenizerConfig: null, tolerance: 0 }).window).toEqual({
      pieces,
      overlap: 32,
    })
  })

  it.each([
    { tokenizer: { model_max_length: 128 }, pieces: 128 },
    { tokenizer: { model_max_length: 1e30 }, pieces: 512 },
    { tokenizer: {}, pieces: 512 },
  ])('is not longer than its tokenizer says: $tokenizer', ({ tokenizer, pieces }) => {
    const config = { model_type: 'bert', max_position_embeddings: 512 }
    expect(defaultCalibration(config, { tokenizerConfig: tokenizer, tolerance: 0 }).window.pieces).toBe(
      pieces,
    )
  })

  it('always has windows that move on', () => {
    const anything = fc.oneof(fc.double(), fc.integer(), fc.constant(undefined), fc.string())
    fc.assert(
      fc.property(anything, anything, fc.constantFrom('bert', 'roberta'), (positions, longest, type) => {
        const { pieces, overlap } = defaultCalibration(
          { max_position_embeddings: positions, model_type: type },
          { tokenizerConfig: { model_max_length: longest }, tolerance: 0 },
        ).window
        expect(pieces - 2).toBeGreaterThan(overlap)
        expect(pieces).toBeLessThanOrEqual(512)
        expect(Number.isInteger(pieces) && Number.isInteger(overlap)).toBe(true)
      }),
    )
  })
})
