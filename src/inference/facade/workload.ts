import type { TextWindow } from '../../domain/calibration.ts'
import { mixTexts } from '../gpu/mixTexts.ts'
import { createPace } from './pace.ts'
import { repays } from '../gpu/repays.ts'
import { textCost } from '../pool/textCost.ts'

/** Texts that wait for an answer, and how long they are together. */
export interface BatchWork {
  texts: number
  characters: number
}

/** What WebAssembly has to do and how fast it does it. */
export interface Workload {
  /** A batch begins. */
  expect(work: BatchWork): void
  /** A worker read texts of `cost` tokens in `ms` milliseconds. */
  add(cost: number, ms: number): void
  /** The mix was timed with all workers, in texts a second: from now on that is its speed. */
  measured(textsPerSecond: number): void
  /** Of the mix: as measured, or from what was read so far; null before anything was. */
  textsPerSecond(workers: number): number | null
  /** Whether what is left of the batch repays a graphics card that needs `bytes` bytes first. */
  repays(options: { workers: number; bytes: number; bytesPerSecond: number }): boolean
}

export function createWorkload(window: TextWindow): Workload {
  const pace = createPace()
  const mix = mixTexts(40)
  const mixCost = mix.reduce((sum, { length }) => sum + textCost(length, window), 0) / mix.length
  let remainingTokens = 0
  let timed: number | null = null
  return {
    expect({ texts, characters }) {
      remainingTokens = texts * textCost(characters / Math.max(1, texts), window)
    },
    add(cost, ms) {
      pace.add(cost, ms)
      remainingTokens = Math.max(0, remainingTokens - cost)
    },
    measured(textsPerSecond) {
      timed = textsPerSecond
    },
    textsPerSecond(workers) {
      const tokens = pace.tokensPerSecond()
      return timed ?? (tokens === null ? null : (tokens * Math.max(1, workers)) / mixCost)
    },
    repays({ workers, ...cost }) {
      const tokens = pace.tokensPerSecond()
      return repays({ ...cost, remainingTokens, tokensPerSecond: tokens === null ? null : tokens * workers })
    },
  }
}
