import type { InferenceSession, Tensor } from 'onnxruntime-web'
import { toProblem, UndertoneError } from '../../domain/errors.ts'
import type { LoadInput } from '../protocol.ts'
import { feeds, INPUTS } from './feeds.ts'
import { labelLogits } from './labelLogits.ts'
import { createTokenizer } from './textTokenizer.ts'

/** The model as the engine uses it: pieces of a text, and three logits for each window of pieces. */
export interface Session {
  /** Ids of the text's word pieces, special ones left out; never cut. */
  tokenize(text: string): number[]
  /** Special pieces that `run` puts around each window; they count towards the model's limit. */
  specialPieces: number
  /** Runs the windows together, the shorter ones padded: negative, neutral, positive for each, in their order. */
  run(windows: readonly (readonly number[])[]): Promise<Float32Array[]>
}

/** The build of onnxruntime-web to use; plain WebAssembly and WebGPU are two programs. */
export interface Runtime {
  InferenceSession: typeof InferenceSession
  Tensor: typeof Tensor
}

export interface SessionOptions {
  providers: readonly InferenceSession.ExecutionProviderConfig[]
  /** Windows are padded to a multiple of so many pieces. 1: a window alone is run as it is. */
  padTo: number
}

/**
 * Starts the model on files that are already here. Throws `model-unsupported` when it is not a classifier of texts
 * with the outputs that `input` names.
 */
export async function createSession(
  runtime: Runtime,
  { files, weights, outputs, window }: LoadInput,
  { providers, padTo }: SessionOptions,
): Promise<Session> {
  const { tokenize, special, padding } = createTokenizer(files)
  const bytes = files.find(({ path }) => path === weights)?.bytes
  if (bytes === undefined) throw new UndertoneError('model-missing', `${weights} is missing`)
  const session = await runtime.InferenceSession.create(bytes, {
    executionProviders: providers,
    graphOptimizationLevel: 'all',
    // Errors only: that ids are looked up on the processor beside a graphics card is no news.
    logSeverityLevel: 3,
  }).catch(refused)
  const unknown = session.inputNames.filter((name) => !INPUTS.some((input) => input === name))
  if (unknown.length > 0)
    throw new UndertoneError('model-unsupported', `the model asks for ${unknown.join(', ')}`)

  const options = {
    names: session.inputNames,
    padding,
    padTo: { multiple: padTo, limit: window.pieces },
  }
  async function run(windows: readonly (readonly number[])[]): Promise<Float32Array[]> {
    const rows = windows.map((pieces) => [...special.before, ...pieces, ...special.after])
    const inputs = feeds(rows, options, runtime.Tensor)
    const { logits } = await session.run(inputs)
    const numbers = readLogits(logits, rows.length, outputs.length)
    return rows.map((_, row) =>
      labelLogits(numbers.subarray(row * outputs.length, (row + 1) * outputs.length), outputs),
    )
  }

  // A model that answers otherwise than expected is refused before anything depends on it.
  await run([[]])
  return { tokenize, specialPieces: special.before.length + special.after.length, run }
}

/** The runtime's word for weights that it cannot read or run; a runtime that did not start is another matter. */
function refused(cause: unknown): never {
  const { code, message } = toProblem(cause)
  if (code !== 'internal' || !message.startsWith("Can't create a session")) throw cause
  throw new UndertoneError('model-unsupported', message, { cause })
}

function readLogits(logits: Tensor | undefined, rows: number, outputs: number): Float32Array {
  if (logits === undefined) throw new UndertoneError('model-unsupported', 'the model has no output “logits”')
  const { data, dims } = logits
  if (!(data instanceof Float32Array) || dims.length !== 2 || dims[0] !== rows || dims[1] !== outputs) {
    const got = `${logits.type} of ${dims.join(' × ')}`
    throw new UndertoneError(
      'model-unsupported',
      `${outputs} logits per text were expected, the model gave ${got}`,
    )
  }
  return data
}
