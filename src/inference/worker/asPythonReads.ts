import { asRecord } from '../../lib/json.ts'

/** Letters, marks, digits and underscores of all languages: what `\w` means to the tokenizers that models are made with. */
const WORD = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}'

/** Words, and what stands between them and is no white space. */
const WORDS_AND_SIGNS = {
  type: 'Split',
  pattern: { Regex: `[${WORD}]+|[^${WORD}\\s]+` },
  behavior: 'Removed',
  invert: true,
}

/**
 * `tokenizer.json` with its pre-tokenizer "Whitespace" written out, alone or in a sequence. @huggingface/tokenizers 0.2.0 takes
 * only the letters a to z for such words, so that "café" becomes two, with other ids than the model was trained on, and
 * nothing throws (`findings/tokenizer-whitespace.sh`).
 */
export function asPythonReads(json: Record<string, unknown>): Record<string, unknown> {
  const { pre_tokenizer: preTokenizer } = json
  return preTokenizer === undefined || preTokenizer === null
    ? json
    : { ...json, pre_tokenizer: writtenOut(preTokenizer) }
}

function writtenOut(preTokenizer: unknown): unknown {
  const step = asRecord(preTokenizer, 'pre_tokenizer')
  if (step['type'] === 'Whitespace') return WORDS_AND_SIGNS
  const { pretokenizers: steps } = step
  return step['type'] === 'Sequence' && Array.isArray(steps)
    ? { ...step, pretokenizers: steps.map(writtenOut) }
    : step
}
