import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeEncoder } from './encoder.mjs'

const MODELS = join(import.meta.dirname, '../../models')
const TINY = { layers: 1, width: 16, heads: 2, intermediate: 32, positions: 512 }
const VOTE = 4

/** A made-up model as a transformers.js model folder. Types and contract: modelFolder.d.mts. */
export function makeModelFolder({ labels, votes = {}, int8 = true, seed = 1, shape = {} }) {
  const builtIn = builtInFolder()
  const tokenizer = readFileSync(join(builtIn, 'tokenizer.json'))
  const { vocab } = JSON.parse(tokenizer.toString()).model
  const size = { ...TINY, vocabulary: Math.max(...Object.values(vocab)) + 1, ...shape }
  const weights = makeEncoder({
    ...size,
    outputs: labels.length,
    int8,
    seed,
    votes: Object.entries(votes).map(([word, label]) => {
      const [piece, output] = [vocab[word], labels.indexOf(label)]
      if (piece === undefined) throw new RangeError(`“${word}” is not one piece of the vocabulary`)
      if (output === -1) throw new RangeError(`“${label}” is not one of the labels`)
      return { piece, output, weight: VOTE }
    }),
  })
  const config = {
    architectures: ['DistilBertForSequenceClassification'],
    model_type: 'distilbert',
    dim: size.width,
    hidden_dim: size.intermediate,
    n_heads: size.heads,
    n_layers: size.layers,
    max_position_embeddings: size.positions,
    vocab_size: size.vocabulary,
    pad_token_id: 0,
    id2label: Object.fromEntries(labels.map((label, id) => [String(id), label])),
    label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
  }
  const tokenizerConfig = {
    ...JSON.parse(readFileSync(join(builtIn, 'tokenizer_config.json'), 'utf8')),
    model_max_length: size.positions,
  }
  return new Map([
    ['config.json', json(config)],
    ['tokenizer.json', Uint8Array.from(tokenizer)],
    ['tokenizer_config.json', json(tokenizerConfig)],
    [int8 ? 'onnx/model_quantized.onnx' : 'onnx/model.onnx', weights],
  ])
}

/** The folder of the shipped model, whose tokenizer is borrowed. */
function builtInFolder() {
  const folders = readdirSync(MODELS, { recursive: true }).filter((path) => path.endsWith('tokenizer.json'))
  const last = folders.sort().at(-1)
  if (last === undefined) throw new Error('models/ holds no tokenizer.json')
  return join(MODELS, last, '..')
}

function json(value) {
  return Uint8Array.from(Buffer.from(JSON.stringify(value, null, 1)))
}
