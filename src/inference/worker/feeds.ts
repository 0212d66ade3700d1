import type { Tensor } from 'onnxruntime-web'

/** Inputs that a text classifier may ask for. */
export const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'] as const

export interface FeedOptions {
  /** Inputs that this model asks for, among `INPUTS`. */
  names: readonly string[]
  /** Id that fills up the shorter rows; the attention mask hides it. */
  padding: number
  /** Rows are padded to a multiple of `multiple`, but not for its sake beyond `limit`, the longest row a model reads. */
  padTo: { multiple: number; limit: number }
}

/** The model's inputs for rows of ids: int64 tensors of rows × longest row, the shorter ones padded at their end. */
export function feeds(
  rows: readonly (readonly number[])[],
  { names, padding, padTo }: FeedOptions,
  TensorOf: typeof Tensor,
): Record<string, Tensor> {
  // A row of nothing, which only a tokenizer without special pieces makes, reads one piece of padding.
  const longest = Math.max(1, ...rows.map((row) => row.length))
  const width = Math.max(longest, Math.min(Math.ceil(longest / padTo.multiple) * padTo.multiple, padTo.limit))
  const dims = [rows.length, width]
  const ids = new BigInt64Array(rows.length * width).fill(BigInt(padding))
  const mask = new BigInt64Array(rows.length * width)
  for (const [index, row] of rows.entries()) {
    const start = index * width
    for (const [place, id] of row.entries()) ids[start + place] = BigInt(id)
    mask.fill(1n, start, start + Math.max(1, row.length))
  }
  const values = { input_ids: ids, attention_mask: mask, token_type_ids: new BigInt64Array(ids.length) }
  const asked = INPUTS.filter((name) => names.includes(name))
  return Object.fromEntries(asked.map((name) => [name, new TensorOf('int64', values[name], dims)]))
}
