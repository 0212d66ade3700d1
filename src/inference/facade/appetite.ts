import type { Appetite } from '../../domain/classifier.ts'

/** Texts per call on WebAssembly: what is in flight when a person stops is what is lost. */
const CALL_TEXTS = 32
/** Calls in flight per worker, so that none of them waits for the next texts. */
const CALLS_PER_WORKER = 2

/** For workers that read one text at a time. */
export function wasmAppetite(workers: number): Appetite {
  return { texts: CALL_TEXTS, calls: CALLS_PER_WORKER * Math.max(1, workers) }
}

/** Batches per call: enough texts to sort them into batches of equal lengths. */
const BATCHES_PER_CALL = 4
/** Tokens of an ordinary review. */
const TEXT_TOKENS = 28
const MOST_TEXTS = 1024
/** One is read, one waits, one is on its way. */
const GPU_CALLS = 3

/** For a graphics card that reads `batchTokens` tokens at a time. */
export function gpuAppetite(batchTokens: number): Appetite {
  const texts = Math.round((BATCHES_PER_CALL * batchTokens) / TEXT_TOKENS)
  return { texts: Math.min(MOST_TEXTS, Math.max(CALL_TEXTS, texts)), calls: GPU_CALLS }
}
