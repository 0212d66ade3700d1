import type { EncoderShape } from './encoder.mjs'

export interface MadeModel {
  /** In the order of the model's outputs, two or more. */
  labels: readonly string[]
  /**
   * Word → label: every occurrence of the word adds 4 to that label's logit, so one word alone decides a text (95 %
   * or more of the probability of two labels, 90 % or more of five). A word must be one piece of the shipped model's
   * vocabulary. Without any, all labels come out about equally probable.
   */
  votes?: Readonly<Record<string, string>>
  /** int8 weights in `onnx/model_quantized.onnx` (default), or float32 in `onnx/model.onnx`. */
  int8?: boolean
  seed?: number
  /** Another size than 1 layer × 16 wide with 512 positions and the tokenizer's vocabulary. */
  shape?: Partial<
    Pick<EncoderShape, 'layers' | 'width' | 'heads' | 'intermediate' | 'vocabulary' | 'positions'>
  >
}

/**
 * A complete transformers.js model folder, file path → bytes: `config.json` (DistilBERT), `tokenizer.json` and
 * `tokenizer_config.json` of the shipped model, and the weights; under 1.5 MB in its usual size. Throws `RangeError`
 * for a vote that names no piece or no label.
 */
export function makeModelFolder(model: MadeModel): Map<string, Uint8Array<ArrayBuffer>>
