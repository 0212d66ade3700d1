import { openContenders } from './contenders.mjs'
import { BLOCK, describeMix, lengthMix } from './lengthMix.mjs'
import { productModel } from './productModel.mjs'
import { interval } from './statistics.mjs'
import { bar, range, rangeWords } from './words.mjs'

/**
 * What is said of the product's speed; `bar`: what its engine has to reach where as many cores are free as it has workers.
 * The Batch view needs a fifth of a core beside them.
 */
const RATIOS = [
  { of: 'oneAlone', to: 'c', bar: 0.95 },
  { of: 'twoAlone', to: 'oneAlone', bar: 1.8 },
  { of: 'one', to: 'a' },
  { of: 'one', to: 'b' },
  { of: 'one', to: 'c' },
  { of: 'one', to: 'd' },
  { of: 'two', to: 'one' },
]

/**
 * Texts and tokens per second of the product and its rivals (contenders.mjs) in the same browser. All take their turn in
 * every round, beginning with another one each time, on the same new texts, or on the first blocks of them. A ratio is
 * one of rates within a round. Tokens are those of a text that were read, each counted once.
 */
export async function measure({ launch, url, quick }) {
  const browser = await launch()
  const folder = await productModel(browser, url)
  const makeBlock = await lengthMix(folder)
  const makeBlocks = (count) => Array.from({ length: count }, makeBlock)
  const { contenders, close } = await openContenders(browser, url, folder)
  try {
    for (const { run } of contenders) await run(makeBlocks(1))
    const [rounds, most] = quick ? [2, 2] : [9, 32]
    const rates = Object.fromEntries(contenders.map(({ key }) => [key, []]))
    for (let round = 0; round < rounds; round += 1) {
      console.error(`throughput: round ${round + 1} of ${rounds}`)
      const blocks = makeBlocks(most)
      for (let turn = 0; turn < contenders.length; turn += 1) {
        const { key, run, blocks: count } = contenders[(round + turn) % contenders.length]
        const given = blocks.slice(0, count)
        const { ms, tokens, missing = 0 } = await run(given)
        const [texts, all] = [given.length * BLOCK.texts, given.length * BLOCK.tokens]
        rates[key].push({
          texts: (texts * 1000) / ms,
          tokens: (tokens * 1000) / ms,
          read: tokens / all,
          missing,
        })
      }
    }
    return report(contenders, rates)
  } finally {
    await browser.close()
    await close()
  }
}

function report(contenders, rates) {
  const of = (key, unit) => rates[key].map((rate) => rate[unit])
  const against = (unit, { of: one, to: other }) =>
    interval(of(one, unit).map((rate, round) => rate / of(other, unit)[round]))
  return {
    mix: describeMix(),
    contenders: contenders.map(({ key, words, blocks }) => ({
      key,
      words,
      textsPerRound: blocks * BLOCK.texts,
      textsPerSecond: interval(of(key, 'texts')),
      tokensPerSecond: interval(of(key, 'tokens')),
      shareOfTokensRead: of(key, 'read')[0],
      rounds: rates[key].length,
      roundsShortOfWorkers: of(key, 'missing').filter((missing) => missing > 0).length,
    })),
    ratios: RATIOS.map((ratio) => ({
      ...ratio,
      texts: against('texts', ratio),
      tokens: against('tokens', ratio),
    })),
  }
}

export function lines({ mix, contenders, ratios }) {
  const percent = (share) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`
  const wordsOf = (key) =>
    contenders.find((contender) => contender.key === key).words.replace(/(?<=^\(.\)).*| \(.*/, '')
  return [
    [
      'Texts of the next lines',
      `median ${mix.medianTokens} tokens, ${percent(mix.over150)} over 150, ${percent(mix.over400)} over 400`,
    ],
    ['Texts per second', rangeWords(contenders[0].textsPerSecond)],
    ...contenders.map((contender) => [`  ${contender.words}`, rateWords(contender, percent)]),
    ...ratios.map(({ of, to, texts, tokens, bar: least }) => [
      `  ${wordsOf(of)} against ${wordsOf(to)}`,
      `${range(texts, 2, ' ×')}; in tokens ${range(tokens, 2, ' ×')}${least === undefined ? '' : bar(`at least ${least}`)}`,
    ]),
  ]
}

/** A rate that fewer workers than named have reached is said to be one. */
function rateWords(
  { textsPerSecond, tokensPerSecond, shareOfTokensRead, rounds, roundsShortOfWorkers: short },
  percent,
) {
  const rate = `${range(textsPerSecond, 1)}, ${range(tokensPerSecond)} tokens/s, ${percent(shareOfTokensRead)} of tokens read`
  return short === 0 ? rate : `${rate}; in ${short} of ${rounds} rounds fewer workers answered`
}
