import type { GpuAdapter } from './gpuAdapter.ts'
import type { Proof } from '../proof/agreement.ts'
import type { Verdict } from './verdicts.ts'

/** What can run the model. */
export type BackendName = 'wasm' | 'webgpu'

/** What a person wants; `auto` is the fastest that answers as it should. */
export type Preferred = 'auto' | BackendName

/** Why a candidate does not answer. */
export type Refusal =
  | 'not-preferred'
  | 'no-weights'
  | 'int8-weights'
  | 'no-webgpu'
  | 'no-jspi'
  | 'no-adapter'
  | 'no-f16'
  | 'software'
  | 'not-worth-it'
  | 'slower'
  | 'disagrees'
  | 'lost'
  | 'unreachable'
  | 'failed'

export type Standing =
  | { status: 'in-use' }
  /** WebAssembly while the graphics card reads batches: it answers single texts. */
  | { status: 'standing-by' }
  /** Nothing asked for it yet. */
  | { status: 'untried' }
  /** It would have to be fetched over a metered connection; a person has to allow that. */
  | { status: 'asking'; bytes: number }
  | { status: 'fetching'; loaded: number; total: number }
  | { status: 'checking' }
  | { status: 'refused'; why: Refusal; detail: string | null }

/** A way to run the model, and how it did on this device. */
export interface Candidate {
  backend: BackendName
  /** Which graphics card that is, as far as the browser tells; null before it was asked, and for WebAssembly. */
  device: string | null
  standing: Standing
  /** Null before it was checked. */
  proof: Proof | null
  /** Of the mix in `mixTexts.ts`, with all its workers: timed, or as read so far. Null before it was measured. */
  textsPerSecond: number | null
}

export interface GpuFacts {
  preferred: Exclude<Preferred, 'wasm'>
  /** Path of the weights for WebGPU; null where the model brings none. */
  weights: string | null
  adapter: GpuAdapter
  /** What was found out before with this browser, adapter and model. */
  verdict: Verdict | null
  /** Bytes still to be fetched. */
  bytes: number
  /** The connection is paid by volume or slow, and nobody has allowed the download. */
  mustAsk: boolean
  /** The work is large enough; see `repays.ts`. */
  repays: boolean
}

/** `start`: use it when a few references agree; `try`: prove it in full and time it first. */
export type Plan = { do: 'refuse'; why: Refusal } | { do: 'ask' } | { do: 'start' } | { do: 'try' }

/** What to do with the graphics card for a batch. One that gave other answers is never used, whoever asks for it. */
export function planGpu({ preferred, weights, adapter, verdict, bytes, mustAsk, repays }: GpuFacts): Plan {
  const refuse = (why: Refusal): Plan => ({ do: 'refuse', why })
  const forced = preferred === 'webgpu'
  if (weights === null) return refuse('no-weights')
  if (!adapter.usable) return refuse(adapter.why)
  if (needsF16(weights) && !adapter.f16) return refuse('no-f16')
  if (verdict?.outcome === 'disagrees') return refuse('disagrees')
  if (!forced) {
    if (verdict?.outcome === 'slower' || verdict?.outcome === 'failed') return refuse(verdict.outcome)
    if (adapter.software) return refuse('software')
    if (!repays) return refuse('not-worth-it')
  }
  if (mustAsk && bytes > 0) return { do: 'ask' }
  return verdict === null || verdict.outcome === 'failed' ? { do: 'try' } : { do: 'start' }
}

/** Half precision loads on an adapter without it, and crashes in its first run: its file name tells. */
function needsF16(weights: string): boolean {
  return /fp16|q4f16/i.test(weights)
}
