import { describe, expect, it } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import type { ModelFile } from '../protocol.ts'
import { createTokenizer, type TextTokenizer } from './textTokenizer.ts'

const PIECES = '<unk> a coffee café naïve größe caf é na ï ve gr öß e , 東京 नमस्ते'.split(' ')

function tokenizerOf(preTokenizer: object, unknown: string | null = '<unk>'): TextTokenizer {
  const json = {
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: preTokenizer,
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordLevel',
      vocab: Object.fromEntries(PIECES.map((piece, id) => [piece, id])),
      ...(unknown !== null && { unk_token: unknown }),
    },
  }
  const bytes = new TextEncoder().encode(JSON.stringify(json))
  const files: ModelFile[] = [{ path: 'tokenizer.json', bytes }]
  return createTokenizer(files)
}

const pieces = (tokenizer: TextTokenizer, text: string): (string | undefined)[] =>
  tokenizer.tokenize(text).map((id) => PIECES[id])

describe('the pre-tokenizer "Whitespace"', () => {
  it.each([
    ['alone', { type: 'Whitespace' }],
    [
      'in a sequence',
      { type: 'Sequence', pretokenizers: [{ type: 'WhitespaceSplit' }, { type: 'Whitespace' }] },
    ],
    [
      'in a sequence within one',
      { type: 'Sequence', pretokenizers: [{ type: 'Sequence', pretokenizers: [{ type: 'Whitespace' }] }] },
    ],
  ])('keeps words of all languages whole, %s', (_, preTokenizer) => {
    const tokenizer = tokenizerOf(preTokenizer)
    expect(pieces(tokenizer, 'coffee café, naïve größe 東京 नमस्ते')).toEqual([
      ...['coffee', 'café', ',', 'naïve', 'größe', '東京', 'नमस्ते'],
    ])
  })
})

describe('a word that the vocabulary lacks', () => {
  const SPACES = { type: 'WhitespaceSplit' }

  it('is the unknown piece', () => {
    expect(pieces(tokenizerOf(SPACES), 'coffee zebra')).toEqual(['coffee', '<unk>'])
  })

  it.each([
    ['none is named', null],
    ['the one that is named is no piece', '[UNK]'],
  ])('makes the model unusable where %s', (_, unknown) => {
    const tokenizer = tokenizerOf(SPACES, unknown)
    expect(pieces(tokenizer, 'coffee')).toEqual(['coffee'])
    expect(() => tokenizer.tokenize('coffee zebra')).toThrow(UndertoneError)
  })
})
