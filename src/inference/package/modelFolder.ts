import { UndertoneError } from '../../domain/errors.ts'
import { asRecord, asString } from '../../lib/json.ts'

/** What of a folder of transformers.js files the engine uses. Paths are relative to the folder. */
export interface FolderContents {
  /** Names of the model's outputs, in their order. */
  labels: string[]
  /** `webgpu` is null where no file suits it. */
  weights: { wasm: string; webgpu: string | null }
}

const FOLDERS = ['onnx/', '']
/** Dynamic int8 is the fastest on WebAssembly; float32 always works. */
const WASM_NAMES = ['model_quantized.onnx', 'model_int8.onnx', 'model_uint8.onnx', 'model.onnx']
/** What WebGPU computes without falling back to the processor. */
const WEBGPU_NAMES = ['model_w8.onnx', 'model.onnx']
/** Half precision and 4 bits are slower than float32 on WebAssembly, and answer otherwise. */
const OTHER_PRECISION = /(fp16|f16|q4|bnb4|int4|uint4)/i

/**
 * Looks through the paths of a folder and its `config.json` (parsed) for a text classifier that runs here. Throws
 * `model-unsupported` with a sentence for the first thing that is in the way.
 */
export function readModelFolder(paths: readonly string[], config: unknown): FolderContents {
  if (!paths.includes('tokenizer.json')) {
    throw unsupported(
      paths.includes('vocab.txt')
        ? 'There is a vocab.txt but no tokenizer.json, which says how words are cut.'
        : 'There is no tokenizer.json beside config.json.',
    )
  }
  const labels = readLabels(config)
  return { labels, weights: chooseWeights(paths) }
}

/** Where not even the kind of model can be told. */
export const NO_CONFIG = 'There is no config.json, which says what kind of model it is.'

export function unsupported(sentence: string, cause?: unknown): UndertoneError {
  return new UndertoneError('model-unsupported', sentence, { cause })
}

function chooseWeights(paths: readonly string[]): FolderContents['weights'] {
  const all = paths.filter((path) => path.endsWith('.onnx'))
  if (all.length === 0) {
    const others = paths.find((path) => /[.](safetensors|bin|pt|h5|msgpack)$/.test(path))
    const found = others === undefined ? '' : ` ${others} would have to be exported to ONNX first.`
    throw unsupported(`There is no .onnx file.${found}`)
  }
  const precise = all.filter((path) => !OTHER_PRECISION.test(fileName(path)))
  const [firstOther = ''] = all
  if (precise.length === 0) {
    throw unsupported(
      `${firstOther} is in half precision or 4 bits, which WebAssembly runs slowly and not alike everywhere. ` +
        'Undertone takes model.onnx (float32) or model_quantized.onnx (int8).',
    )
  }
  const whole = precise.filter((path) => externalData(path, paths) === undefined)
  const wasm =
    named(whole, WASM_NAMES) ?? whole.find((path) => !WEBGPU_NAMES.includes(fileName(path))) ?? whole[0]
  if (wasm === undefined) {
    const [path = ''] = precise
    throw unsupported(
      `${path} keeps its weights in a second file, ${externalData(path, paths) ?? ''}. ` +
        'Undertone reads weights that are in one file.',
    )
  }
  return { wasm, webgpu: named(whole, WEBGPU_NAMES) }
}

function named(paths: readonly string[], names: readonly string[]): string | null {
  const wanted = names.flatMap((name) => FOLDERS.map((folder) => folder + name))
  return wanted.find((path) => paths.includes(path)) ?? null
}

function externalData(weights: string, paths: readonly string[]): string | undefined {
  return paths.find((path) => path.startsWith(`${weights}_data`) || path === `${weights}.data`)
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Names of the outputs of a text classifier. */
function readLabels(json: unknown): string[] {
  const config = recordOf(json)
  const architectures: unknown[] = Array.isArray(config['architectures']) ? config['architectures'] : []
  const task = architectures.find((name) => typeof name === 'string')
  if (typeof task === 'string' && !task.endsWith('ForSequenceClassification')) {
    throw unsupported(
      `It is a ${task}. Undertone runs text classifiers, whose names end with ForSequenceClassification.`,
    )
  }
  const problem = config['problem_type'] ?? 'single_label_classification'
  if (problem === 'multi_label_classification') {
    throw unsupported(
      'It gives several labels at once (multi_label_classification), and Undertone needs one.',
    )
  }
  const labels = namesOf(config)
  if (problem === 'regression' || labels.length < 2) {
    throw unsupported('It gives a number instead of labels, and nobody can say which numbers are positive.')
  }
  return labels
}

/** As transformers does: `id2label`, or nameless labels where there is none. */
function namesOf(config: Record<string, unknown>): string[] {
  const { id2label, num_labels: count } = config
  if (id2label === undefined || id2label === null) {
    return Array.from({ length: typeof count === 'number' ? count : 2 }, (_, index) => `LABEL_${index}`)
  }
  try {
    const names = asRecord(id2label, 'id2label')
    return Object.keys(names).map((_, index) => asString(names[String(index)], `id2label[“${index}”]`))
  } catch (cause) {
    throw unsupported(`config.json cannot be used: ${cause instanceof Error ? cause.message : ''}`, cause)
  }
}

function recordOf(json: unknown): Record<string, unknown> {
  try {
    return asRecord(json, 'it')
  } catch (cause) {
    throw unsupported('config.json does not hold the settings of a model.', cause)
  }
}
