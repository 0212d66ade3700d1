import { Tokenizer } from '@huggingface/tokenizers'
import { UndertoneError } from '../../domain/errors.ts'
import { asRecord } from '../../lib/json.ts'
import type { ModelFile } from '../protocol.ts'
import { asPythonReads } from './asPythonReads.ts'
import { specialPieces, type SpecialPieces } from './specialPieces.ts'

/** A model's tokenizer: texts to ids of word pieces. */
export interface TextTokenizer {
  /** Special pieces left out; never cut. */
  tokenize: (text: string) => number[]
  special: SpecialPieces
  /** Fills up the shorter windows of a batch. */
  padding: number
}

/** Any word that every tokenizer gives at least one piece. */
const PROBE = 'a'

/**
 * Reads `tokenizer.json` and, when there is one, `tokenizer_config.json`. Throws `model-unsupported` when the first is
 * missing or the tokenizer is of a kind that is not known; `tokenize` does for a word that no piece stands for.
 */
export function createTokenizer(files: readonly ModelFile[]): TextTokenizer {
  const json = readJson(files, 'tokenizer.json')
  if (json === null) throw new UndertoneError('model-unsupported', 'tokenizer.json is missing')
  const tokenizer = open(json, readJson(files, 'tokenizer_config.json') ?? {})
  const unknown = unknownPiece(json, tokenizer)
  const encode = (text: string, add_special_tokens: boolean): number[] =>
    tokenizer.encode(text, { add_special_tokens }).ids.map((id) => (Number.isInteger(id) ? id : unknown()))
  const special = specialPieces(encode(PROBE, false), encode(PROBE, true))
  if (special === null)
    throw new UndertoneError('model-unsupported', 'its tokenizer changes words to add special pieces')
  return {
    tokenize: (text) => encode(text, false),
    special,
    padding: tokenizer.token_to_id(padToken(readJson(files, 'tokenizer_config.json'))) ?? 0,
  }
}

function open(json: Record<string, unknown>, config: Record<string, unknown>): Tokenizer {
  try {
    return new Tokenizer(asPythonReads(json), config)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UndertoneError('model-unsupported', `tokenizer.json cannot be used: ${why}`, { cause })
  }
}

/** @huggingface/tokenizers 0.2.0 gives a word that a vocabulary of whole words lacks no id at all. */
function unknownPiece({ model }: Record<string, unknown>, tokenizer: Tokenizer): () => number {
  const { unk_token: name } = asRecord(model, 'tokenizer.json: model')
  const id = typeof name === 'string' ? tokenizer.token_to_id(name) : undefined
  return () => {
    if (id !== undefined) return id
    throw new UndertoneError(
      'model-unsupported',
      'its tokenizer has no piece for words that it does not know',
    )
  }
}

/** Null when there is no such file. */
function readJson(files: readonly ModelFile[], path: string): Record<string, unknown> | null {
  const file = files.find((candidate) => candidate.path === path)
  if (file === undefined) return null
  const json: unknown = JSON.parse(new TextDecoder().decode(file.bytes))
  return asRecord(json, path)
}

/** Written as the token or, by older tools, as an object that holds it. */
function padToken(config: Record<string, unknown> | null): string {
  const written = config?.['pad_token']
  if (typeof written === 'object' && written !== null && 'content' in written) return String(written.content)
  return typeof written === 'string' ? written : '[PAD]'
}
