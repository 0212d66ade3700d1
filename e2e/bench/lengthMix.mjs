import { basename, dirname } from 'node:path'
import { AutoTokenizer, env } from '@huggingface/transformers'
import { seededRandom, shuffled } from './random.mjs'
import { quantile } from './statistics.mjs'
import { sampleReviews } from './texts.mjs'

/**
 * Lengths of one block of 64 texts, in tokens (word pieces and the two special ones): median 20, three over 150 (4.7 %)
 * of which one is over 400. Rising from the short remarks that most reviews are to the long reports that a few are.
 */
const LENGTHS = [
  ...[4, 5, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 15, 16, 16, 17, 17, 18, 18, 19],
  ...[19, 20, 20, 20, 20, 20, 21, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 32, 33, 35, 37, 39, 41, 44, 47, 50],
  ...[54, 58, 63, 69, 76, 85, 108, 170, 260, 430],
]

/** Texts and tokens of one block. */
export const BLOCK = { texts: LENGTHS.length, tokens: LENGTHS.reduce((sum, length) => sum + length, 0) }

/**
 * Makes texts of this mix: running words of the shipped sample from random places on, exactly as many as give the
 * length. Every call gives a block of texts in random order that no call gave before, the same in every run of the
 * benchmark: what is remembered or computed once for equal texts cannot be counted.
 */
export async function lengthMix(modelFolder) {
  const words = await wordsWithPieces(modelFolder)
  const random = seededRandom(20)
  const given = new Set()

  function textOf(length) {
    for (;;) {
      const chosen = []
      let missing = length - 2
      for (let place = random(words.length); missing > 0; place = (place + 1) % words.length) {
        const { word, pieces } = words[place]
        if (pieces > missing) continue
        chosen.push(word)
        missing -= pieces
      }
      const text = chosen.join(' ')
      if (given.has(text)) continue
      given.add(text)
      return text
    }
  }
  return () => shuffled(LENGTHS.map(textOf), random)
}

/** What the mix is, for the report. */
export function describeMix() {
  const share = (limit) => LENGTHS.filter((length) => length > limit).length / BLOCK.texts
  return {
    source: 'running words of public/samples, all texts different',
    medianTokens: quantile(LENGTHS, 0.5),
    meanTokens: BLOCK.tokens / BLOCK.texts,
    over150: share(150),
    over400: share(400),
    longest: Math.max(...LENGTHS),
  }
}

/** Words are split at spaces by the tokenizer too, so their pieces add up. What cleaning could change is left out. */
async function wordsWithPieces(modelFolder) {
  env.allowRemoteModels = false
  env.localModelPath = `${dirname(modelFolder)}/`
  const tokenizer = await AutoTokenizer.from_pretrained(basename(modelFolder))
  const all = (await sampleReviews()).join(' ').split(/\s+/)
  return all
    .filter((word) => /^[\p{L}\p{N}.,!?'’-]+$/u.test(word))
    .map((word) => ({ word, pieces: tokenizer.encode(word, { add_special_tokens: false }).length }))
}
