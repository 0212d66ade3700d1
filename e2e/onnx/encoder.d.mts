export interface EncoderShape {
  layers: number
  /** Length of a piece's vector; a multiple of `heads`. */
  width: number
  heads: number
  /** Width inside the feed-forward part. */
  intermediate: number
  vocabulary: number
  /** The longest sequence, special pieces included. */
  positions: number
  /** Number of labels. */
  outputs: number
  /** Weight matrices and the table of pieces in int8, activations quantized on the run; otherwise float32. */
  int8: boolean
  /** Same seed, same weights; with `int8` or without. */
  seed: number
  /** Each occurrence of piece `piece` in a text adds `weight` (whole, −127…127) to the logit of `output`. */
  votes?: readonly { piece: number; output: number; weight: number }[]
}

/**
 * An ONNX file: inputs `input_ids` and `attention_mask` (int64, [batch, sequence]), output `logits` (float32,
 * [batch, outputs]). Without votes the logits are random and stay within about ±1 of 0. Throws `RangeError` when the
 * width cannot be cut into the heads.
 */
export function makeEncoder(shape: EncoderShape): Uint8Array<ArrayBuffer>
