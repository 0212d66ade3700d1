import { describe, expect, it } from 'vitest'
import { toProblem } from '../../domain/errors.ts'
import { readModelFolder } from './modelFolder.ts'

const STARS = { 0: '1 star', 1: '2 stars', 2: '3 stars', 3: '4 stars', 4: '5 stars' }
const CONFIG = { architectures: ['BertForSequenceClassification'], model_type: 'bert', id2label: STARS }
const PLAIN = ['config.json', 'tokenizer.json']

function refusal(paths: readonly string[], config: unknown = CONFIG): string {
  try {
    readModelFolder(paths, config)
  } catch (error) {
    const { code, message } = toProblem(error)
    expect(code).toBe('model-unsupported')
    return message
  }
  throw new Error('the folder was accepted')
}

describe('the weights of a folder', () => {
  it.each([
    {
      has: ['onnx/model.onnx', 'onnx/model_quantized.onnx'],
      wasm: 'onnx/model_quantized.onnx',
      webgpu: 'onnx/model.onnx',
    },
    { has: ['onnx/model.onnx'], wasm: 'onnx/model.onnx', webgpu: 'onnx/model.onnx' },
    { has: ['model.onnx', 'model_int8.onnx'], wasm: 'model_int8.onnx', webgpu: 'model.onnx' },
    { has: ['model_uint8.onnx'], wasm: 'model_uint8.onnx', webgpu: null },
    { has: ['onnx/model_int8.onnx', 'model_quantized.onnx'], wasm: 'model_quantized.onnx', webgpu: null },
    {
      has: ['onnx/model_quantized.onnx', 'onnx/model_w8.onnx'],
      wasm: 'onnx/model_quantized.onnx',
      webgpu: 'onnx/model_w8.onnx',
    },
    {
      has: ['onnx/model_fp16.onnx', 'onnx/model_q4.onnx', 'onnx/model.onnx'],
      wasm: 'onnx/model.onnx',
      webgpu: 'onnx/model.onnx',
    },
    { has: ['sentiment.onnx'], wasm: 'sentiment.onnx', webgpu: null },
    {
      has: ['onnx/model.onnx', 'onnx/model.onnx_data', 'onnx/model_quantized.onnx'],
      wasm: 'onnx/model_quantized.onnx',
      webgpu: null,
    },
  ])('of $has are $wasm and, for WebGPU, $webgpu', ({ has, wasm, webgpu }) => {
    expect(readModelFolder([...PLAIN, ...has], CONFIG).weights).toEqual({ wasm, webgpu })
  })

  it.each([
    {
      has: ['onnx/model_fp16.onnx', 'onnx/model_q4f16.onnx'],
      says: 'onnx/model_fp16.onnx is in half precision or 4 bits',
    },
    { has: ['onnx/model_q4.onnx'], says: 'onnx/model_q4.onnx is in half precision or 4 bits' },
    { has: ['onnx/model.onnx', 'onnx/model.onnx_data'], says: 'a second file, onnx/model.onnx_data' },
    { has: ['model.onnx', 'model.onnx.data'], says: 'a second file, model.onnx.data' },
    {
      has: ['model.safetensors'],
      says: 'There is no .onnx file. model.safetensors would have to be exported to ONNX first.',
    },
    { has: [], says: 'There is no .onnx file.' },
  ])('of $has are refused', ({ has, says }) => {
    expect(refusal([...PLAIN, ...has])).toContain(says)
  })
})

describe('a folder without a tokenizer', () => {
  it('is refused', () => {
    expect(refusal(['config.json', 'model.onnx'])).toBe('There is no tokenizer.json beside config.json.')
  })

  it('is refused with a word on its vocab.txt', () => {
    expect(refusal(['config.json', 'vocab.txt', 'model.onnx'])).toContain(
      'There is a vocab.txt but no tokenizer.json',
    )
  })
})

describe('the labels of a folder', () => {
  const files = [...PLAIN, 'model.onnx']

  it.each([
    { config: CONFIG, labels: Object.values(STARS) },
    { config: { id2label: { 1: 'POS', 0: 'NEG' } }, labels: ['NEG', 'POS'] },
    { config: { id2label: ['bad', 'good'] }, labels: null },
    { config: { num_labels: 3 }, labels: ['LABEL_0', 'LABEL_1', 'LABEL_2'] },
    { config: { model_type: 'bert' }, labels: ['LABEL_0', 'LABEL_1'] },
  ])('of $config are $labels', ({ config, labels }) => {
    if (labels === null) expect(refusal(files, config)).toContain('id2label must be an object')
    else expect(readModelFolder(files, config).labels).toEqual(labels)
  })

  it.each([
    { config: { ...CONFIG, architectures: ['BertForMaskedLM'] }, says: 'It is a BertForMaskedLM.' },
    { config: { ...CONFIG, problem_type: 'multi_label_classification' }, says: 'several labels at once' },
    { config: { ...CONFIG, problem_type: 'regression' }, says: 'a number instead of labels' },
    { config: { ...CONFIG, id2label: { 0: 'score' } }, says: 'a number instead of labels' },
    { config: { ...CONFIG, id2label: { 0: 'NEG', 2: 'POS' } }, says: 'id2label[“1”] must be a string' },
    { config: [1, 2], says: 'config.json does not hold the settings of a model.' },
  ])('cannot be used: $says', ({ config, says }) => {
    expect(refusal(files, config)).toContain(says)
  })
})
