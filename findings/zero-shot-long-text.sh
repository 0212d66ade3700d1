#!/bin/sh
# @huggingface/transformers 4.3.1: zero-shot classification of a long text never shows the labels to the model.
#
# Behaviour: the pipeline encodes text and hypothesis ("This example is {label}.") as a pair with `truncation: true`, and
# the tokenizer cuts the finished sequence at its end. Of a text that fills the model's window the hypothesis is lost, and
# so is the last separator. All labels get the same input and the same score; the one that was named first is returned as
# the best. Nothing throws or warns. Of a text that nearly fills the window only the end of the hypothesis is lost, which
# is where the label stands.
#
# Seen (Node 20; window of 16 pieces; a stand-in for the model that answers "delivery" wherever it reads that word):
#   short text  [CLS] works well works well [SEP] this review is about delivery [SEP]      delivery 0.88, quality 0.12
#   long text   [CLS] works well works well works well works well works well works well works well works
#               the same for each label                                                    quality 0.5, delivery 0.5
#
# Why it matters: reviews beyond some 500 word pieces are sorted by the order of the list of labels. With
# `multi_label: true` each label gets an equal, plausible score. A test with short texts does not show it.
#
# Instead: cut the text before the call, so that text, longest hypothesis and separators fit `tokenizer.model_max_length`,
# or classify windows of it and join their scores.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 75' INT TERM
cd "$folder"
# The runtimes are not used here: a small package stands in for them, which keeps the download at a tenth.
cat > package.json <<'JSON'
{
  "private": true,
  "dependencies": { "@huggingface/transformers": "4.3.1", "onnxruntime-common": "1.30.0" },
  "overrides": {
    "onnxruntime-node": "npm:onnxruntime-common@1.30.0",
    "onnxruntime-web": "npm:onnxruntime-common@1.30.0"
  }
}
JSON
npm install --ignore-scripts --no-audit --no-fund --loglevel=error || exit 75

node --input-type=module - <<'JS'
import { PreTrainedTokenizer, ZeroShotClassificationPipeline } from '@huggingface/transformers'

const WORDS = '[PAD] [UNK] [CLS] [SEP] works well this review is about delivery quality'.split(' ')
const special = (id) => ({ SpecialToken: { id, type_id: 0 } })
const sequence = (id) => ({ Sequence: { id, type_id: 0 } })
const tokenizer = new PreTrainedTokenizer(
  {
    added_tokens: WORDS.slice(0, 4).map((content, id) => ({ id, content, special: true, normalized: false })),
    normalizer: { type: 'BertNormalizer', clean_text: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), sequence('A'), special('[SEP]')],
      pair: [special('[CLS]'), sequence('A'), special('[SEP]'), sequence('B'), special('[SEP]')],
    },
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
    },
  },
  { model_max_length: 16, pad_token: '[PAD]', unk_token: '[UNK]', cls_token: '[CLS]', sep_token: '[SEP]' },
)

const inputs = []
const read = async ({ input_ids }) => {
  const words = Array.from(input_ids.data, (id) => WORDS[Number(id)])
  inputs.push(words.join(' '))
  return { logits: { data: [0, words.includes('delivery') ? 3 : 1] } }
}
const model = Object.assign(read, { config: { label2id: { contradiction: 0, entailment: 1 } } })
const classify = new ZeroShotClassificationPipeline({ task: 'zero-shot-classification', model, tokenizer })
const ask = async (text) => {
  inputs.length = 0
  const { labels, scores } = await classify(text, ['quality', 'delivery'], {
    hypothesis_template: 'this review is about {}',
  })
  console.log(inputs.join('\n'), labels, scores)
  return { inputs: [...inputs], best: labels[0], scores }
}

const short = await ask('works well '.repeat(2))
const long = await ask('works well '.repeat(8))
const holds =
  short.best === 'delivery' &&
  short.inputs.every((input) => input.endsWith('[SEP]')) &&
  long.best === 'quality' &&
  long.scores[0] === long.scores[1] &&
  long.inputs[0] === long.inputs[1] &&
  !long.inputs[0].includes('[SEP]')
process.exitCode = holds ? 0 : 1
JS
